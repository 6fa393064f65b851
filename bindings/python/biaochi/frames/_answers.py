"""Arrays that the engine writes answers into, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi.frames._columns import words_of
from biaochi.frames._progress import watching

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from biaochi._core import Issue, Rules
    from biaochi.frames._options import Options

    Words = tuple[str, Any]  # name of the column, values
    Column = tuple[str, str, Any, Any, Any]  # name, slot, values, bits of validity or None, bytes of statuses or None

ROW_STATUSES = ("decided", "undetermined", "excluded", "refused", "bad_value")
_NO_ISSUE = 255
_SLICE = 1 << 18  # rows; what is worked out on the way to an answer takes memory for so many only


def slices(rows: int) -> Iterator[slice]:
    """All rows, some at a time."""
    return (slice(first, first + _SLICE) for first in range(0, rows, _SLICE))


@dataclass
class Coded:
    """Words by number: a column of codes, -1 for none, and what they stand for."""

    codes: Any
    words: list[str]

    def words_of_rows(self) -> Any:
        """An array of words, None for none."""
        import numpy as np

        rows = np.empty(len(self.codes), object)  # NumPy fills it with None
        if rows.size and (self.codes == self.codes[0]).all():
            if self.codes[0] >= 0:
                rows.fill(self.words[self.codes[0]])
            return rows
        words = np.array([*self.words, None], dtype=object)
        for part in slices(len(rows)):
            np.take(words, self.codes[part], out=rows[part], mode="wrap")  # -1 is the last, without a check of each
        return rows


@dataclass
class Rooms:
    """Room for the answers of so many rows."""

    rules: Rules
    rows: int
    options: Options
    out: dict[str, Any] = field(default_factory=dict)
    parts: list[tuple[str, Any, Any]] = field(default_factory=list)
    ranks: tuple[Any, Any] | None = None
    keys: Any = None

    def __post_init__(self) -> None:
        kinds = {"score_low": "f8", "score_high": "f8", "class": "i2", "status": "u1", "issue": "u1", "issue_slot": "u4"}
        if self.options.ranges:
            kinds |= {"class_low": "i2", "class_high": "i2"}
        self.out = {name: self._room(kind) for name, kind in kinds.items()}
        self.parts = [(part, self._room("f8"), self._room("f8") if self.options.ranges else None) for part in self.options.part_ids(self.rules)]

    def _room(self, kind: str) -> Any:
        import numpy as np

        return np.empty(self.rows, kind)

    def score(self, columns: Sequence[Column], issues: Sequence[Issue]) -> None:
        """Scores columns; DataError with every issue, those handed in first."""
        with watching(self.options, self.rows) as tell:
            _core.score_columns(self.rules, columns, self.rows, self.out, self.parts, self.options.threads, tell, issues)

    def rank(self, columns: Sequence[Column], regions: Words | None, periods: Words | None, groups: Words | None) -> None:
        """Ranks columns whose rows have these words, each with the name of its column; None: there are none."""
        self.ranks = best, worst = self._room("f8"), self._room("f8")
        names = [None if words is None else words_of(*words) for words in (regions, periods, groups)]
        with watching(self.options, self.rows) as tell:
            _core.rank_columns(self.rules, columns, self.rows, (names[0], names[1], names[2]), best, worst, self.options.threads, tell)

    def sort(self, columns: Sequence[Column]) -> None:
        """Makes keys that sort as scores do."""
        import numpy as np

        self.keys = np.empty(self.rows, object)
        with watching(self.options, self.rows) as tell:
            self.keys[:] = _core.sort_keys(self.rules, columns, self.rows, tell)

    def names(self) -> list[str]:
        """The names of the answers."""
        names = ["score", "class", "status", "issue"]
        if self.options.ranges:
            names += ["score_low", "score_high", "class_low", "class_high"]
        for part, _, _ in self.parts:
            names += [f"points.{part}", *([f"points.{part}.low", f"points.{part}.high"] if self.options.ranges else [])]
        return names + ["rank", "rank_best", "rank_worst"] * self.options.ranks + ["key"] * self.options.key

    def answers(self) -> Iterator[tuple[str, Any]]:
        """The answers by name, in order: arrays of numbers, NaN for none, and Coded. Once only: each room is given up as it is used."""
        take, classes = self.out.pop, self.rules.classes
        if not self.options.ranges:
            yield "score", _decided(take("score_low"), take("score_high"), in_place=True)
        else:
            yield "score", _decided(self.out["score_low"], self.out["score_high"], in_place=False)
        yield "class", Coded(take("class"), classes)
        yield "status", Coded(take("status"), list(ROW_STATUSES))
        yield "issue", self._issues(take("issue"), take("issue_slot"))
        if self.options.ranges:
            yield "score_low", take("score_low")
            yield "score_high", take("score_high")
            yield "class_low", Coded(take("class_low"), classes)
            yield "class_high", Coded(take("class_high"), classes)
        for part, low, high in self.parts:
            yield f"points.{part}", low if high is None else _decided(low, high, in_place=False)
            if high is not None:
                yield f"points.{part}.low", low
                yield f"points.{part}.high", high
        if self.ranks is not None:
            yield "rank", _decided(*self.ranks, in_place=False)
            yield "rank_best", self.ranks[0]
            yield "rank_worst", self.ranks[1]
        if self.keys is not None:
            yield "key", self.keys

    def _issues(self, issue: Any, slot: Any) -> Coded:
        """What is wrong with each bad row: a code and the slot."""
        import numpy as np

        def bad_rows(part: slice) -> tuple[Any, Any]:
            rows = np.flatnonzero(issue[part] != _NO_ISSUE)
            return rows, issue[part][rows].astype(np.uint64) << 32 | slot[part][rows]

        kinds = np.unique(np.concatenate([np.empty(0, np.uint64), *(np.unique(bad_rows(part)[1]) for part in slices(self.rows))]))
        codes = np.full(self.rows, -1, np.int16 if len(kinds) < 1 << 15 else np.int32)
        for part in slices(self.rows):
            rows, pairs = bad_rows(part)
            codes[part][rows] = np.searchsorted(kinds, pairs)
        names, slots = _core.issue_codes(), self.rules.slots
        return Coded(codes, [f"{names[int(pair) >> 32]}: {slots[int(pair) & 0xFFFFFFFF]}" for pair in kinds])


def _decided(low: Any, high: Any, *, in_place: bool) -> Any:
    """The low ends where they are the high ones too, otherwise NaN; in place where nobody asks for the ends."""
    import numpy as np

    settled = low if in_place else low.copy()
    for part in slices(len(low)):
        settled[part][low[part] != high[part]] = np.nan
    return settled
