"""Records and samples as Rules.whatif() takes them, its answers as rows and matrices, and a bar while it draws."""

from __future__ import annotations

from array import array
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from biaochi import _core, _errors
from biaochi._whatif_svg import svg

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, str]
_WHO = ("region", "period", "group", "label")
__all__ = ["acceptability", "classes", "matrix", "ranks", "records", "rows", "sample", "stop", "svg", "watcher"]


def records(values: Any) -> Any:
    """Records as they are; a frame of pandas, polars or pyarrow as records: region, period, group and label by name, the rest figures."""
    if hasattr(values, "to_pylist"):
        rows = values.to_pylist()
    elif hasattr(values, "to_dicts"):
        rows = values.to_dicts()
    elif hasattr(values, "to_dict") and hasattr(values, "notna"):
        rows = values.astype(object).where(values.notna(), None).to_dict("records")
    else:
        return values
    return [_record(row) if isinstance(row, dict) else row for row in rows]


def _record(row: dict[Any, Any]) -> dict[str, Any]:
    known = {str(name): cell for name, cell in row.items() if cell is not None}
    return {**{name: known.pop(name) for name in _WHO if name in known}, "facts": known}


def sample(values: Any) -> tuple[bytes, int]:
    """The bytes of a sample's doubles, row by row, and its number of columns: of a 2-D array, a frame, or rows of numbers."""
    if hasattr(values, "filled"):
        values = values.tolist()  # a masked cell is None there, and no number
    elif hasattr(values, "to_numpy"):
        values = values.to_numpy()  # a frame would be walked by columns
    try:
        view = memoryview(values)
    except (TypeError, ValueError):
        return _from_rows(values.tolist() if hasattr(values, "tolist") else values)
    if view.ndim != 2:
        raise _wrong(f"{view.ndim}-D", "2-D")
    if view.format == "d" and view.c_contiguous:
        return view.tobytes(), view.shape[1] if view.shape else 0
    if view.format in ("d", "f"):
        return _from_rows(view.tolist())
    return _from_rows(values.tolist() if hasattr(values, "tolist") else values)


def _from_rows(values: Any) -> tuple[bytes, int]:
    cells = array("d")
    columns = -1
    try:
        for row in values:
            length = len(row)
            if columns not in (-1, length):
                raise _wrong(f"{columns}, {length}", f"n × {columns}")
            columns = length
            cells.extend(float(cell) for cell in row)
    except (TypeError, ValueError, OverflowError) as fault:
        raise _wrong(str(fault), "n × m") from fault
    return cells.tobytes(), max(columns, 0)


def _wrong(found: str, expected: str) -> _errors.DataError:
    return _errors.DataError([_core.make_issue("bad_sample", "/sample", [found, expected])])


def matrix(cells: bytes, draws: int, records: int) -> Any:
    """Bytes of doubles as a NumPy array, or as a memoryview where NumPy is not installed."""
    try:
        import numpy
    except ImportError:
        return memoryview(cells).cast("d", shape=[draws, records])
    return numpy.frombuffer(cells).reshape(draws, records)


class _Bar:
    """A bar on standard error."""

    def __init__(self, draws: int) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("", total=draws)
        self._bar.start()

    def __call__(self, done: int, draws: int) -> None:
        self._bar.update(self._task, completed=done, total=draws)

    def stop(self) -> None:
        self._bar.stop()


def watcher(progress: Any, draws: int) -> Callable[[int, int], object] | None:
    """What is called with the draws done and all: nothing, a callable, or for True a bar."""
    if progress is None or progress is False:
        return None
    if progress is True:
        return _Bar(draws)
    if not callable(progress):
        raise TypeError("progress is a callable of two numbers, True, False or None")
    return progress  # type: ignore[no-any-return]


def stop(watch: object) -> None:
    """Takes a bar away."""
    if isinstance(watch, _Bar):
        watch.stop()


def _who(result: dict[str, Any]) -> dict[str, Any]:
    return {"region": result["region"], "period": result.get("period", "")}


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _rank(rank: dict[str, str] | None) -> Fraction | None:
    """The rank, where one only is possible."""
    return Fraction(rank["best"]) if rank and rank["best"] == rank["worst"] else None


def ranks(document: dict[str, Any]) -> list[dict[str, Any]]:
    """One dict a record: the unvaried rank, the best, the worst and the quantiles."""
    answers = []
    for result in document["results"]:
        varied = result["varied"]
        span = varied["rank"] or {"best": None, "worst": None}
        quantiles = {f"q{each['at']}": _number(each["rank"]) for each in varied["quantiles"]}
        answers.append({**_who(result), "rank": _rank(result["rank"]), "best": _number(span["best"]), "worst": _number(span["worst"]), **quantiles})
    return answers


def classes(document: dict[str, Any]) -> list[dict[str, Any]]:
    """One dict a record: the unvaried class, draws by class, and the share of draws with another one."""
    answers = []
    for result in document["results"]:
        varied = result["varied"]
        counts = {each["class"]: each["draws"] for each in varied.get("classes", [])}
        share = varied.get("flip_share")
        answers.append({**_who(result), "class": result.get("class"), "draws": counts, "unclassed": varied.get("unclassed", 0), "flips": _number(share)})
    return answers


def acceptability(document: dict[str, Any]) -> list[dict[str, Any]]:
    """One dict a record: by rank the share of draws that gave it."""
    draws = document["draws"]
    return [
        {**_who(result), "ranks": {Fraction(each["rank"]): Fraction(each["draws"], draws) for each in result["varied"]["ranks"]}}
        for result in document["results"]
    ]


def rows(document: dict[str, Any], lang: str) -> list[Row]:
    """One row a record; the keys are the same in every row."""
    del lang  # names of regions and classes are the same in both
    return [_row(document, result) for result in document["results"]]


def _span(rank: dict[str, str] | None) -> str:
    if not rank:
        return ""
    return rank["best"] if rank["best"] == rank["worst"] else f"{rank['best']}–{rank['worst']}"


def _row(document: dict[str, Any], result: dict[str, Any]) -> Row:
    varied = result["varied"]
    score = varied["score"] or {}
    span = varied["rank"] or {"best": "", "worst": ""}
    row = {
        "region": result["region"],
        "period": result.get("period", ""),
        "group": result.get("group", ""),
        "label": result.get("label") or document.get("label", ""),
        "score": (result["score"] or {}).get("shown", ""),
        "class": result.get("class") or "",
        "rank": _span(result["rank"]),
        "best": span["best"],
        "worst": span["worst"],
    }
    row |= {f"rank_{each['at']}": each["rank"] or "" for each in varied["quantiles"]}
    row |= {"score_low": score.get("low", ""), "score_high": score.get("high", ""), "score_mean": score.get("mean") or ""}
    row |= {f"class_{each['class']}": str(each["draws"]) for each in varied.get("classes", [])}
    row |= {
        "flip_share": varied.get("flip_share", ""),
        "undecided": str(varied["undecided"] + varied["unranked"]),
        "draws": str(document["draws"]),
        "seed": document.get("seed", ""),
        "rulebook": document["rulebook"],
        "on": document["on"],
        "readings": ";".join(f"{point}={reading or ''}" for point, reading in document["readings"].items()),
    }
    return row
