"""Scores and ranks counties on a cluster of Spark."""

from pyspark.sql import SparkSession

import biaochi as bc
import biaochi.spark

session = SparkSession.builder.appName("counties").getOrCreate()
readings = {"hightech_gap": "linear", "class_cuts": "hebei_2019"}
rules = bc.rulebook("hebei_district_leap").compile(on="2020-12-31", readings=readings)

rows = [("甲县", "2020", 30, 2.5), ("乙县", "2020", 12, 1.25), ("丙县", "2020", None, 2.5), ("丁县", "2020", -1, 2.5)]
counties = session.createDataFrame(rows, "region string, period string, hightech_firms long, fiscal_st_share double")

scored = biaochi.spark.score(counties, rules, ranges=True, ranks=True)
scored.select("region", "status", "issue", "score_low", "score_high", "rank_best", "rank_worst").orderBy("region").show()
