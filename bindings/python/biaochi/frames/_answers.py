"""Arrays that the engine writes answers into, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from biaochi import _core

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from biaochi._core import Rules
    from biaochi.frames._options import Options

ROW_STATUSES = ("decided", "undetermined", "excluded", "refused", "bad_value")
_NO_ISSUE = 255


@dataclass
class Coded:
    """Words by number: a column of codes, -1 for none, and what they stand for."""

    codes: Any
    words: list[str]

    def words_of_rows(self) -> Any:
        """An array of words, None for none."""
        import numpy as np

        return np.array([*self.words, None], dtype=object)[self.codes]


@dataclass
class Rooms:
    """Room for the answers of so many rows."""

    rules: Rules
    rows: int
    options: Options
    out: dict[str, Any] = field(default_factory=dict)
    parts: list[tuple[str, Any, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        kinds = {"score_low": "f8", "score_high": "f8", "class": "i2", "status": "u1", "issue": "u1", "issue_slot": "u4"}
        if self.options.ranges:
            kinds |= {"class_low": "i2", "class_high": "i2"}
        self.out = {name: self._room(kind) for name, kind in kinds.items()}
        self.parts = [(part, self._room("f8"), self._room("f8")) for part in self.options.part_ids(self.rules)]

    def _room(self, kind: str) -> Any:
        import numpy as np

        return np.empty(self.rows, kind)

    def names(self) -> list[str]:
        """The names of the answers."""
        names = ["score", "class", "status", "issue"]
        if self.options.ranges:
            names += ["score_low", "score_high", "class_low", "class_high"]
        for part, _, _ in self.parts:
            names += [f"points.{part}", *([f"points.{part}.low", f"points.{part}.high"] if self.options.ranges else [])]
        return names

    def answers(self) -> Iterator[tuple[str, Any]]:
        """The answers by name, in order: arrays of numbers, NaN for none, and Coded. Once only."""
        out, classes = self.out, self.rules.classes
        yield "score", self._decided(out["score_low"], out["score_high"])
        yield "class", Coded(out["class"], classes)
        yield "status", Coded(out["status"], list(ROW_STATUSES))
        yield "issue", self._issues()
        if self.options.ranges:
            yield "score_low", out["score_low"]
            yield "score_high", out["score_high"]
            yield "class_low", Coded(out["class_low"], classes)
            yield "class_high", Coded(out["class_high"], classes)
        for part, low, high in self.parts:
            yield f"points.{part}", self._decided(low, high)
            if self.options.ranges:
                yield f"points.{part}.low", low
                yield f"points.{part}.high", high

    def _decided(self, low: Any, high: Any) -> Any:
        """The least points where they are the most too; in place, unless the ends are asked for."""
        import numpy as np

        points = low.copy() if self.options.ranges else low
        points[low != high] = np.nan
        return points

    def _issues(self) -> Coded:
        """What is wrong with each bad row: a code and the slot."""
        import numpy as np

        codes = np.full(self.rows, -1, np.int32)
        bad = np.flatnonzero(self.out["issue"] != _NO_ISSUE)
        pairs = self.out["issue"][bad].astype(np.uint64) << 32 | self.out["issue_slot"][bad]
        kinds, codes[bad] = np.unique(pairs, return_inverse=True)
        names, slots = _core.issue_codes(), self.rules.slots
        return Coded(codes, [f"{names[int(pair) >> 32]}: {slots[int(pair) & 0xFFFFFFFF]}" for pair in kinds])


def score_into(rooms: Rooms, columns: Sequence[tuple[str, str, Any, Any, Any]], issues: Sequence[_core.Issue]) -> None:
    """Scores columns (name, slot, values, bits of validity, statuses); DataError with every issue, those handed in first."""
    from biaochi.frames._progress import watching

    with watching(rooms.options, rooms.rows) as tell:
        _core.score_columns(rooms.rules, columns, rooms.rows, rooms.out, rooms.parts, rooms.options.threads, tell, issues)
