"""An expression of polars that scores rows by rules: the same answers as Rules.score, in lazy and streaming queries too.

    import biaochi.polars

    frame.with_columns(biaochi.polars.score(rules, keep=["id"]).alias("answer")).unnest("answer")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi import _fields
from biaochi._core import Rules
from biaochi._errors import DataError
from biaochi._libraries import library

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars

__all__ = ["score"]


def score(
    rules: Rules,
    *figures: str | polars.Expr,
    keep: Iterable[str] = (),
    parts: bool | Iterable[str] | None = None,
    ranges: bool = False,
    key: bool = False,
    decimals: bool = False,
) -> polars.Expr:
    """An expression that gives a struct a row: score, class, status, issue and what is asked for. Its name is `biaochi_score`.

    `figures` are columns or expressions named by slots; none: every column. `keep` names those that are no figures (a slot stays one): polars has them
    already, so they are not in the answer; neither are region, period, group and label. The options are those of Rules.score.

    Raises DataError for parts that do not exist, TypeError for what is no rules, LibraryMissing where polars is not installed; when the
    query runs, polars' own error with our words, in both languages, for a column that is no slot.
    """
    library_polars = library("polars", "frames")
    _fields.expect(rules, Rules, "rules")
    options = _fields.options(parts, ranges, key, decimals)
    kept = _fields.texts("keep", keep)

    def of_rows(rows: Any) -> Any:
        frame = rows.struct.unnest()
        names = _fields.figures(rules, frame.columns, kept)
        # A frame of polars without columns has no rows.
        nothing = library_polars.DataFrame({"label": [None] * len(rows)}, schema={"label": library_polars.Null})
        try:
            answer: Any = rules.score(frame.select(names) if names else nothing, **options).drop("label", strict=False)
        except DataError as fault:  # polars makes its own copy of an error out of its words alone
            raise library_polars.exceptions.ComputeError(str(_fields.both_languages(fault))) from fault
        return _plain(library_polars, answer).to_struct(rows.name)

    types = library_polars.Struct(_plain(library_polars, rules.score(library_polars.DataFrame(), **options)).schema)
    columns = library_polars.struct(*figures) if figures else library_polars.struct(library_polars.all())
    expression: polars.Expr = columns.map_batches(of_rows, return_dtype=types, is_elementwise=True).alias("biaochi_score")
    return expression


def _plain(library_polars: Any, answer: Any) -> Any:
    """Texts in place of categories, whose codes would differ from batch to batch."""
    return answer.with_columns(library_polars.col(library_polars.Categorical, library_polars.Enum).cast(library_polars.String))
