"""Scores frames of Apache Spark: the same bytes as on one machine, whatever the partitions and whichever executor dies on the way.

    import biaochi.spark

    scored = biaochi.spark.score(frame, rules, keep=["id"], ranks=True)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from biaochi import _fields
from biaochi._arrow import empty_table, plain_schema
from biaochi._core import Rules
from biaochi._libraries import library
from biaochi.spark import _ranks, _work

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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

    Where the rulebook says which region is in which group, a region in none stops the job with the words of a DataError.

    Raises DataError for columns, TypeError for what is no frame of Spark or no rules, Error where the session has no broadcast variables
    (Spark Connect), LibraryMissing where pyspark, pandas or pyarrow is not installed.
    """
    _expect_frame(frame)
    _fields.expect(rules, Rules, "rules")
    slots = _named(columns)
    options = {"keep": _fields.texts("keep", keep), **_fields.options(parts, ranges, key, decimals)}
    empty = empty_table(_types().to_arrow_schema(frame.schema), "spark")
    names = plain_schema(rules.score(empty, columns=slots, ranks=ranks, **options), "spark").names
    # From here on columns go by their numbers: Spark takes a dot for a field of a struct, and names alike but for case for the same.
    means = {str(i): slots.get(name, name) for i, name in enumerate(frame.columns)}
    kept = [str(i) for i, name in enumerate(frame.columns) if means[str(i)] in _fields.RECORD or name in options["keep"]]
    wanted = kept + names[len(kept) :]
    options.update(keep=kept, columns=means, ranges=ranges or ranks, key=key or ranks)
    schema = plain_schema(rules.score(empty.rename_columns(list(means)), **options), "spark")
    peers = _work.Peers.of(rules, means) if ranks else None
    work = _work.Work(_work.ship(frame.sparkSession, rules), options, schema, peers)
    scored = frame.toDF(*means).mapInArrow(work, _spark_schema(frame, work.schema, kept))
    if ranks:
        scored = _ranks.ranked(scored, rules.ranking, _cohort(rules, means, peers)).select(*map(_ranks.column, wanted))
    return scored.toDF(*names)


def _named(columns: Mapping[str, str] | None) -> dict[str, str]:
    if columns is None:
        return {}
    _fields.expect(columns, Mapping, "columns as a mapping, slot by name")
    return dict(columns)


def _cohort(rules: Rules, means: Mapping[str, str], peers: _work.Peers | None) -> list[str]:
    """The columns whose words rows have in common that are ranked together."""
    told = ["period", "group"] if rules.ranking["within_group"] and peers is None else ["period"]
    return [name for name, meaning in means.items() if meaning in told] + ([_work.GROUP] if peers else [])


def _types() -> Any:
    return library("pyspark.sql.pandas.types", "spark")


def _expect_frame(frame: Any) -> None:
    sql, _ = library("pyspark.sql", "spark"), library("pandas", "spark")  # Spark's own Arrow functions want pandas too
    _fields.expect(frame, sql.DataFrame, "a DataFrame of Spark (Rules.score takes other frames)")


def _spark_schema(frame: DataFrame, schema: Any, kept: Sequence[str]) -> Any:
    """What Spark is told of the answer: kept columns keep their own types."""
    from pyspark.sql.types import StructField

    answer = _types().from_arrow_schema(schema)
    own = [frame.schema.fields[int(name)] for name in kept]
    first = [StructField(name, field.dataType, field.nullable, field.metadata) for name, field in zip(kept, own)]
    return type(answer)(first + answer.fields[len(kept) :])
