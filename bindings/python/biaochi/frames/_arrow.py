"""Frames that speak the Arrow capsule protocol; what comes out is of the kind that came in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi.frames._progress import watching

if TYPE_CHECKING:
    from collections.abc import Callable

    from biaochi._core import Frame, Rules
    from biaochi.frames._options import Options

    _Scorer = Callable[[Rules, Any, Options], Any]


def scorer_of(kinds: set[tuple[str, str]]) -> _Scorer:
    """The function for a frame of these kinds, the names of its classes and their packages."""
    for kind, scorer in _SCORERS.items():
        if kind in kinds:
            return scorer
    return scored


def scored(rules: Rules, frame: Any, options: Options, *, lazy: bool = False) -> Frame:
    """Scores any frame into a Frame."""
    with watching(options, _rows(frame)) as tell:
        result = _core.score_frame(
            rules,
            frame,
            keep=list(options.keep),
            columns=options.columns,
            parts=["*"] if options.parts is None else list(options.parts),
            ranges=options.ranges,
            ranks=options.ranks,
            key=options.key,
            decimals=options.decimals,
            threads=options.threads,
            progress=tell,
            lazy=lazy,
        )
        if tell is not None and not lazy and (rows := _rows(frame)) is not None:
            tell(rows)
    return result


def table(rules: Rules, frame: Any, options: Options) -> Any:
    """Scores any frame into a pyarrow.Table."""
    return import_module("pyarrow").table(scored(rules, frame, options))


def _polars(rules: Rules, frame: Any, options: Options) -> Any:
    return import_module("polars").DataFrame(scored(rules, frame, options))


def _lazy_polars(rules: Rules, frame: Any, options: Options) -> Any:
    return _polars(rules, frame.collect(), options).lazy()


def _batch(rules: Rules, frame: Any, options: Options) -> Any:
    pyarrow = import_module("pyarrow")
    results = pyarrow.RecordBatchReader.from_stream(scored(rules, frame, options))
    return next(iter(results), None) or pyarrow.RecordBatch.from_pylist([], results.schema)  # a batch without rows comes as no batch


def _reader(rules: Rules, frame: Any, options: Options) -> Any:
    """Scores batch by batch, as they are read from the result."""
    return import_module("pyarrow").RecordBatchReader.from_stream(scored(rules, frame, options, lazy=True))


def _duckdb(rules: Rules, relation: Any, options: Options) -> Any:
    """A relation of the default connection."""
    return import_module("duckdb").from_arrow(table(rules, relation, options))


def _rows(frame: Any) -> int | None:
    """How many rows there are, where the frame knows it."""
    rows = getattr(frame, "num_rows", None) or getattr(frame, "height", None)
    return rows if isinstance(rows, int) else None


_SCORERS: dict[tuple[str, str], _Scorer] = {
    ("polars", "DataFrame"): _polars,
    ("polars", "LazyFrame"): _lazy_polars,
    ("pyarrow", "Table"): table,
    ("pyarrow", "RecordBatch"): _batch,
    ("pyarrow", "RecordBatchReader"): _reader,
    ("duckdb", "DuckDBPyRelation"): _duckdb,
    ("_duckdb", "DuckDBPyRelation"): _duckdb,
}
