"""Columns in, columns out: NumPy arrays, and frames of pandas, polars, pyarrow and DuckDB. `Rules.score` comes here with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi.frames import _kinds
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
