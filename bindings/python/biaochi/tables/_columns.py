"""What the columns of a table are: the record's own, or places for figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from biaochi import _core

if TYPE_CHECKING:
    from biaochi._core import Fact, Issue, Rulebook
    from biaochi.tables._grid import Grid

RECORD_COLUMNS = ("region", "period", "group", "label")
LONG_COLUMNS = ("fact", "value", "unit", "status", "evidence")
_STATUS = ".status"


@dataclass
class Names:
    """The names that a rulebook gives to figures."""

    facts: dict[str, Fact]
    slots: dict[str, str]  # name in a table -> id of the slot or of the whole fact

    def known(self, name: str) -> bool:
        """Whether figures go by that name."""
        return name in self.slots

    def told_by(self, name: str) -> str | None:
        """The name of the figure whose status stands in a column of that name; None where it is no such column."""
        figure = name.removesuffix(_STATUS)
        return figure if figure != name and not self.known(name) and self.known(figure) else None

    def meaning(self, name: str) -> str:
        """What a column of that name holds, the same for all its names."""
        told = self.told_by(name)
        return self.slots.get(name, name) if told is None else self.slots[told] + _STATUS

    def nearest(self, name: str) -> str:
        """The names that were probably meant; may be empty."""
        for fact in self.facts.values():
            if name == fact.id or name in (fact.name.zh, fact.name.en):
                return ", ".join(fact.slots[:3])
        return _core.nearest(name, list(self.slots))


def names_of(book: Rulebook) -> Names:
    """The slots by id; `fact.item` where the item has one level; an options fact as a whole."""
    facts = book.facts
    slots = {slot: slot for slot in book.slots}
    for fact in facts.values():
        if fact.kind == "options":
            slots[fact.id] = fact.id
        if fact.kind != "items":
            continue
        items: dict[str, list[str]] = {}
        for slot in fact.slots:
            items.setdefault(slot.rpartition(".")[0], []).append(slot)
        slots.update({item: levels[0] for item, levels in items.items() if len(levels) == 1})
    return Names(facts, slots)


def is_long(grid: Grid) -> bool:
    """Whether it has one row a figure."""
    return {"fact", "value"} <= set(grid.header.cells)


def check_header(grid: Grid, names: Names) -> list[Issue]:
    """Unknown, repeated and missing columns."""
    long = is_long(grid)
    own = RECORD_COLUMNS + LONG_COLUMNS if long else RECORD_COLUMNS
    issues: list[Issue] = []
    seen: set[str] = set()
    for column, name in enumerate(grid.header.cells):
        place = grid.place(grid.header.number, column)
        known = name in own or (not long and (names.known(name) or names.told_by(name) is not None))
        meaning = names.meaning(name)
        if not known:
            meant = _core.nearest(name, list(own)) or ("" if long else names.nearest(name))
            issues.append(_core.make_issue("unknown_column", place, [name, meant]))
        elif meaning in seen:
            issues.append(_core.make_issue("repeated_key", place, [name]))
        seen.add(meaning)
    if "region" not in seen:
        issues.append(_core.make_issue("missing_column", grid.place(grid.header.number, 0), ["region"]))
    return issues
