"""Scores frames of Apache Spark: the same bytes as on one machine, whatever the partitions and whichever executor dies on the way.

    import biaochi.spark

    scored = biaochi.spark.score(frame, rules, keep=["id"], ranks=True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi import _fields
from biaochi._arrow import empty_table, plain_schema
from biaochi._core import Rules
from biaochi._libraries import library
from biaochi.spark import _ranks, _work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyspark.sql import DataFrame

__all__ = ["score"]


def score(
    frame: DataFrame,
    rules: Rules,
    *,
    keep: Iterable[str] = (),
    columns: Mapping[str, str] | None = None,
    parts: bool | Iterable[str] | None = None,
    ranges: bool = False,
    ranks: bool = False,
    key: bool = False,
    decimals: bool = False,
) -> DataFrame:
    """Scores a frame of Spark, a row a record: the columns of Rules.score(frame), which has the same options.

    Nothing runs until Spark is asked for rows; what is wrong with columns is a DataError before that. The rules are sent to each
    executor once and compiled once in each of its Python processes; biaochi must be installed there in the same version. With `ranks`,
    rows are ranked by Spark's window functions over the exact scores, inside each period and, where the rulebook says so, each group;
    a row without a score has none, and where ties are dense neither has a cohort in which some score is an interval.

    Raises DataError for columns, TypeError for what is no frame of Spark or no rules, Error where the session has no broadcast variables (Spark Connect),
    LibraryMissing where pyspark, pandas or pyarrow is not installed.
    """
    _expect_frame(frame)
    _fields.expect(rules, Rules, "rules")
    options: dict[str, Any] = {
        "keep": _fields.texts(keep),
        "columns": None if columns is None else dict(columns),
        **_fields.options(parts, ranges or ranks, key or ranks, decimals),
    }
    asked = {**options, "ranges": ranges, "key": key}
    empty = empty_table(_types().to_arrow_schema(frame.schema), "spark")
    schema = plain_schema(rules.score(empty, **options), "spark")
    wanted = plain_schema(rules.score(empty, **asked), "spark").names
    work = _work.Work(_work.ship(frame.sparkSession, rules), frame.columns, options, schema)
    numbered = frame.toDF(*map(str, range(len(frame.columns))))  # mapInArrow takes no column with a dot in its name
    scored = numbered.mapInArrow(work, _spark_schema(frame, schema, {*_fields.RECORD, *options["keep"]}))
    return _ranks.ranked(scored, rules.ranking, wanted) if ranks else scored


def _types() -> Any:
    return library("pyspark.sql.pandas.types", "spark")


def _expect_frame(frame: Any) -> None:
    sql, _ = library("pyspark.sql", "spark"), library("pandas", "spark")  # Spark's own Arrow functions want pandas too
    _fields.expect(frame, sql.DataFrame, "a DataFrame of Spark (Rules.score takes other frames)")


def _spark_schema(frame: DataFrame, schema: Any, keep: set[str]) -> Any:
    """What Spark is told of the answer: kept columns keep their own types."""
    kept = {field.name: field for field in frame.schema.fields if field.name in keep}
    answer = _types().from_arrow_schema(schema)
    return type(answer)([kept.get(field.name, field) for field in answer.fields])
