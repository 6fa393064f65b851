"""NumPy arrays, and what shows its memory as they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi._errors import DataError
from biaochi.frames import _columns
from biaochi.frames._answers import Coded, Rooms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from biaochi._core import Rules
    from biaochi.frames._answers import Column
    from biaochi.frames._options import Options


def score(rules: Rules, data: Any, options: Options) -> dict[str, Any]:
    """Scores arrays by name into arrays by name: the kept ones as they are, then the answers."""
    if options.decimals:
        raise ValueError("decimals needs a frame: NumPy has no decimals")
    named = named_arrays(data, options)
    plan = _columns.plan([name for name, _ in named], rules, options)
    rooms = fill(rules, named, row_count(data, named), plan, options)
    answers = {name: each.words_of_rows() if isinstance(each, Coded) else each for name, each in rooms.answers()}
    return {named[place][0]: named[place][1] for place in plan.kept} | answers


def fill(rules: Rules, named: Sequence[tuple[str, Any]], rows: int, plan: _columns.Plan, options: Options) -> Rooms:
    """Checks columns, scores them, and ranks them where that is asked for; DataError with every issue, before any work."""
    rooms = Rooms(rules, rows, options)
    kept = [named[place] for place in plan.kept]
    for name, values in kept:
        _columns.check_kept(name, values, rows, plan.issues)
    _columns.check_results([name for name, _ in kept], rooms.names(), plan.issues)
    columns = engine_columns(named, plan, rows)
    if options.ranks and not plan.issues:
        rooms.rank(columns, *(named[plan.names[name]] if name in plan.names else None for name in ("region", "period", "group")))
    rooms.score(columns, plan.issues)
    if options.key:
        rooms.sort(columns)
    return rooms


def named_arrays(data: Any, options: Options) -> list[tuple[str, Any]]:
    """The arrays of a mapping, a structured array, or a two-dimensional array, by name."""
    if hasattr(data, "items") and hasattr(data, "keys"):
        return [(str(name), values) for name, values in data.items()]
    names = getattr(getattr(data, "dtype", None), "names", None)
    if names:
        return [(name, data[name]) for name in names]
    shape: tuple[int, ...] = getattr(data, "shape", ())
    if len(shape) != 2:
        raise DataError([_core.make_issue("wrong_layout", "/columns", ["array", f"ndim = {len(shape)}"])])
    if options.order is None:
        raise DataError([_core.make_issue("missing_key", "/columns", ["columns"])])
    if shape[1] != len(options.order):
        expected = [f"columns = {len(options.order)}", f"columns = {shape[1]}"]
        raise DataError([_core.make_issue("bad_value", "/columns", expected)])
    return [(name, data[:, place]) for place, name in enumerate(options.order)]


def engine_columns(named: Sequence[tuple[str, Any]], plan: _columns.Plan, rows: int) -> list[Column]:
    """The figures as the engine takes them; one with a status alone is missing in every row."""
    statuses = {slot: _columns.status_codes(*named[place]) for slot, place in plan.statuses.items()}
    columns = [(named[place][0], slot, *_figures(named[place][1]), statuses.pop(slot, None)) for place, slot in plan.figures]
    return columns + [(f"{slot}.status", slot, *_all_missing(rows), codes) for slot, codes in statuses.items()]


def validity(missing: Any) -> Any:
    """Bits of validity, the lowest first, of an array that is true where a figure is missing; None where none is."""
    import numpy as np

    return np.packbits(~missing, bitorder="little") if missing.any() else None


def _figures(values: Any) -> tuple[Any, Any]:
    """Values, and bits of validity where the array is masked or the column is one of pandas."""
    if hasattr(values, "filled") and hasattr(values, "mask"):
        import numpy as np

        return np.ma.getdata(values), validity(np.ma.getmaskarray(values))
    if hasattr(values, "iloc"):
        from biaochi.frames._pandas import figures

        return figures(values)
    return values, None


def _all_missing(rows: int) -> tuple[Any, Any]:
    import numpy as np

    return np.zeros(rows, np.uint8), np.zeros((rows + 7) // 8, np.uint8)


def row_count(data: Any, named: Sequence[tuple[str, Any]]) -> int:
    """Of a table its own; otherwise those of the first column that has any."""
    if getattr(data, "shape", ()):
        return int(data.shape[0])
    return next((length for length in (_columns.length_of(values) for _, values in named) if length >= 0), 0)
