"""Exact ranks by Spark's window functions, also of scores that are intervals.

The best rank puts oneself at one's upper end and all others at their lower ends, the worst rank the reverse. So each of the two is one
window: every row stands in it at its own end, and counts at the end at which the others meet it. A decided row does both at one place; a
row whose score is an interval is doubled, and its double, which only counts, is dropped again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi._libraries import library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyspark.sql import Column, DataFrame

_AT = "biaochi at"  # where a row stands in a window
_COUNTS = "biaochi counts"  # 1 where it is counted there
_STAYS = "biaochi stays"  # whether it is the row itself, not its double
_COHORT = "biaochi cohort"


def ranked(scored: DataFrame, ranking: Mapping[str, Any], cohort: Sequence[str]) -> DataFrame:
    """Adds rank, rank_best and rank_worst.

    `scored` has the ends of scores and keys, `ranking` is that of the rules, `cohort` names the columns of period and group.
    """
    rounded = ranking["compare"] == "rounded"
    low, high = ("score_low", "score_high") if rounded else ("key_low", "key_high")
    frame = scored.withColumn(_COHORT, _cohort(cohort))
    if ranking["ties"] == "dense":
        frame = _dense(frame, low, high)
    else:
        average = ranking["ties"] == "average"
        frame = _end(frame, "rank_best", low, high, average)
        frame = _end(frame, "rank_worst", high, low, average)
    f = _functions()
    return frame.withColumn("rank", f.when(f.col("rank_best") == f.col("rank_worst"), f.col("rank_best")))


def _functions() -> Any:
    return library("pyspark.sql.functions", "spark")


def _window() -> Any:
    return library("pyspark.sql.window", "spark").Window


def column(name: str) -> Column:
    """The column of that very name: Spark reads a dot as the field of a struct."""
    named: Column = _functions().col("`" + name.replace("`", "``") + "`")
    return named


def _cohort(names: Sequence[str]) -> Column:
    """What rows have in common that are ranked together: words, byte by byte, null as the empty one, as on one machine."""
    f = _functions()
    words = (f.coalesce(column(name).cast("string"), f.lit("")).cast("binary") for name in names)
    cohort: Column = f.struct(*words, f.lit(0))
    return cohort


def _end(frame: DataFrame, name: str, counted: str, own: str, average: bool) -> DataFrame:
    """Adds one end of the ranks: rows stand at the end `own` and meet the others at their end `counted`."""
    f = _functions()
    decided = f.coalesce(f.col(own) == f.col(counted), f.lit(False))
    itself = f.struct(f.col(own).alias("at"), decided.cast("long").alias("counts"), f.lit(True).alias("stays"))
    double = f.struct(f.col(counted).alias("at"), f.lit(1).cast("long").alias("counts"), f.lit(False).alias("stays"))
    places = f.when(decided | f.col(own).isNull(), f.array(itself)).otherwise(f.array(itself, double))
    columns = [column(each) for each in frame.columns]
    frame = frame.select(*columns, f.explode(places).alias("biaochi place"))
    place = f.col("biaochi place")
    frame = frame.select(*columns, place["at"].alias(_AT), place["counts"].alias(_COUNTS), place["stays"].alias(_STAYS))
    return _counted(frame, name, own, counted, average).where(f.col(_STAYS)).drop(_AT, _COUNTS, _STAYS)


def _counted(frame: DataFrame, name: str, own: str, counted: str, average: bool) -> DataFrame:
    """Counts above each row by what is not above it, so that the window runs forward: one sort, and linear in its rows."""
    f, window = _functions(), _window()
    cohort = window.partitionBy(_COHORT)
    upward = cohort.orderBy(_AT).rangeBetween(window.unboundedPreceding, window.currentRow)
    above = f.sum(_COUNTS).over(cohort) - f.sum(_COUNTS).over(upward)
    undecided = f.col(own) != f.col(counted)
    if name == "rank_worst":  # one's own upper end is above one's lower end, but nobody is above themselves
        above = above - undecided.cast("long")
    rank = (above + 1).cast("double")
    if average:
        tied = f.sum(_COUNTS).over(window.partitionBy(_COHORT, _AT)) - (~undecided).cast("long")
        rank = rank + tied.cast("double") / 2
    return frame.withColumn(name, f.when(f.col(own).isNotNull(), rank))


def _dense(frame: DataFrame, low: str, high: str) -> DataFrame:
    """Dense ranks of cohorts in which every score is decided; how many distinct values intervals can take is no window's to say."""
    f, window = _functions(), _window()
    cohort = window.partitionBy(_COHORT)
    undecided = f.max(f.coalesce(f.col(low) != f.col(high), f.lit(False))).over(cohort)
    rank = f.dense_rank().over(cohort.orderBy(f.col(high).desc_nulls_last())).cast("double")
    known = f.when(f.col(high).isNotNull() & ~undecided, rank)
    return frame.withColumn("rank_best", known).withColumn("rank_worst", known)
