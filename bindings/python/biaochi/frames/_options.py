"""What is asked for of columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi._errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from biaochi._core import Rules

MOST_THREADS = 1024
_RECORD = ("region", "period", "group", "label")


@dataclass(frozen=True)
class Options:
    """The options of `Rules.score` for columns, checked."""

    keep: tuple[str, ...]
    columns: dict[str, str]  # slot by name
    order: tuple[str, ...] | None  # slots of a two-dimensional array
    parts: tuple[str, ...] | None  # None: all
    ranges: bool
    ranks: bool
    key: bool
    decimals: bool
    threads: int
    progress: Callable[[int, int | None], object] | bool | None

    @staticmethod
    def of(
        keep: Iterable[str],
        columns: Mapping[str, str] | Sequence[str] | None,
        parts: bool | Iterable[str] | None,
        ranges: bool,
        ranks: bool,
        key: bool,
        decimals: bool,
        threads: int,
        progress: Any,
    ) -> Options:
        """The options from what was handed in; TypeError or ValueError for what cannot be meant."""
        if not isinstance(threads, int) or isinstance(threads, bool) or not 0 <= threads <= MOST_THREADS:
            raise ValueError(f"threads is a whole number from 0 (one a core) to {MOST_THREADS}, not {threads!r}")
        if progress is not None and not isinstance(progress, bool) and not callable(progress):
            raise TypeError("progress is True, or a function of the rows done and the rows in all")
        named, order = _named_or_in_order(columns)
        wanted = () if parts is None or parts is False else None if parts is True else _texts("parts", parts)
        return Options(_texts("keep", keep), named, order, wanted, bool(ranges), bool(ranks), bool(key), bool(decimals), threads, progress)

    def without_keep(self, there: Iterable[str]) -> Options:
        """The same for a frame of figures alone, and of the columns that are there beside them."""
        columns = {name: slot for name, slot in self.columns.items() if slot not in _RECORD or name in there}
        return replace(self, keep=(), columns=columns)

    def part_ids(self, rules: Rules) -> list[str]:
        """The ids of the parts asked for; DataError with an issue for each that does not exist."""
        known = rules.parts
        if self.parts is None:
            return known
        wrong = [(i, part) for i, part in enumerate(self.parts) if part not in known]
        if wrong:
            raise DataError(_core.make_issue("unknown_node", f"/parts/{i}", [part, _core.nearest(part, known)]) for i, part in wrong)
        return list(dict.fromkeys(self.parts))


def _named_or_in_order(columns: Mapping[str, str] | Sequence[str] | None) -> tuple[dict[str, str], tuple[str, ...] | None]:
    if columns is None:
        return {}, None
    if isinstance(columns, Mapping):
        return {str(name): str(slot) for name, slot in columns.items()}, None
    return {}, _texts("columns", columns)


def _texts(name: str, values: Iterable[str]) -> tuple[str, ...]:
    try:
        texts = (values,) if isinstance(values, str) else tuple(values)
    except TypeError:
        raise TypeError(f"{name} is a list of names, not {values!r}") from None
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(f"{name} is a list of names")
    return texts
