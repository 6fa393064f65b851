"""Columns in, columns out: NumPy arrays, and frames of pandas, polars, pyarrow and DuckDB. `Rules.score` comes here with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi.frames import _kinds, _standing
from biaochi.frames._options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from biaochi._core import Rules


def score(
    rules: Rules,
    record: Any,
    *,
    keep: Iterable[str] = (),
    columns: Mapping[str, str] | Sequence[str] | None = None,
    parts: bool | Iterable[str] | None = None,
    ranges: bool = False,
    ranks: bool = False,
    key: bool = False,
    decimals: bool = False,
    threads: int = 1,
    progress: Callable[[int, int | None], object] | bool | None = None,
) -> Any:
    """Scores columns; see docs/guide/columns.md.

    `record` is a frame, a mapping of one-dimensional arrays, a structured array, or a two-dimensional one with `columns`. `columns` is slot
    by the column's name, or the slots of a two-dimensional array. `threads=0` is one a core. Returns a frame of the kind that came in, or a
    dict of arrays. Raises DataError with every issue of the columns, before any work; Stopped where `progress` returned False; TypeError
    for what is no columns at all.
    """
    options = Options.of(keep, columns, parts, ranges, ranks, key, decimals, threads, progress)
    return _kinds.scorer_of(record)(rules, record, options)


def top(
    rules: Rules,
    frame: Any,
    count: int,
    *,
    keep: Iterable[str] = (),
    columns: Mapping[str, str] | Sequence[str] | None = None,
    parts: bool | Iterable[str] | None = None,
    ranges: bool = False,
    decimals: bool = False,
    threads: int = 1,
) -> Any:
    """Scores the rows whose best rank among all rows is at most `count`, the best first, equal ones in their order.

    All rows that tie for the last place are there. The result is what `score` gives for these rows. Raises as `score` does.
    """
    return _standing.top(rules, frame, count, Options.of(keep, columns, parts, ranges, False, False, decimals, threads, None))


def change(
    rules: Rules,
    frame: Any,
    *,
    keep: Iterable[str] = (),
    columns: Mapping[str, str] | Sequence[str] | None = None,
    ranges: bool = False,
    threads: int = 1,
) -> Any:
    """What changed from the row of the same region a year earlier, which the columns `region` and `period` tell.

    Gives the kept columns, then `score_change` (the exact difference, rounded as points are shown), `rank_change` (places won; below zero
    places lost), `class_before` and `class_now`; null where there is no such row, or it is not decided. `ranges` adds the low and high ends
    of the changes. Raises as `score` does.
    """
    return _standing.change(rules, frame, Options.of(keep, columns, None, ranges, False, False, False, threads, None))
