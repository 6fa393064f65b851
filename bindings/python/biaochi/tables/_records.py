"""From the cells of a table to records, each figure with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi.tables._columns import LONG_COLUMNS, RECORD_COLUMNS, Names, is_long
from biaochi.tables._figures import figure

if TYPE_CHECKING:
    from biaochi._core import Issue
    from biaochi.tables._grid import Grid, Row

Key = tuple[str, str]


@dataclass(slots=True)
class Cell:
    """Where a figure stands, and what was written there."""

    row: int
    column: int
    written: str = ""
    slot: str = ""


@dataclass
class Records:
    """Records, and the cell behind each JSON Pointer into them."""

    records: list[dict[str, Any]] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def records_of(grid: Grid, names: Names) -> Records:
    """Reads a wide table, or a long one; nothing without the column of regions."""
    if "region" not in grid.header.cells:
        return Records()
    return _Reader(grid, names).long() if is_long(grid) else _Reader(grid, names).wide()


class _Reader:
    def __init__(self, grid: Grid, names: Names) -> None:
        self.grid = grid
        self.names = names
        self.columns: dict[str, int] = {}
        for column, name in enumerate(grid.header.cells):
            self.columns.setdefault(name, column)
        self.out = Records()
        self.by_key: dict[Key, tuple[int, int]] = {}  # index of the record, and its first row

    def cell(self, row: Row, name: str) -> str:
        column = self.columns.get(name)
        return "" if column is None else row.cells[column]

    def at(self, row: Row, name: str) -> Cell:
        column = self.columns.get(name, 0)
        return Cell(row.number, column, row.cells[column])

    def place(self, row: Row, name: str) -> str:
        return self.grid.place(row.number, self.columns.get(name, 0))

    def report(self, code: str, row: Row, name: str, details: list[str]) -> None:
        self.out.issues.append(_core.make_issue(code, self.place(row, name), details))

    def key(self, row: Row) -> Key | None:
        region = self.cell(row, "region")
        if region:
            return region, self.cell(row, "period")
        self.report("missing_key", row, "region", ["region"])
        return None

    def start(self, row: Row, key: Key) -> int:
        """Begins a record; its own columns are known by their cells."""
        index = len(self.out.records)
        self.by_key[key] = (index, row.number)
        record: dict[str, Any] = {name: self.cell(row, name) for name in RECORD_COLUMNS if self.cell(row, name)}
        record["facts"] = {}
        self.out.records.append(record)
        pointer = f"/records/{index}"
        self.out.cells[pointer] = self.at(row, "region")
        for name in RECORD_COLUMNS:
            self.out.cells[f"{pointer}/{name}"] = self.at(row, name)
        return index

    def wide(self) -> Records:
        figures = self.figures()
        for row in self.grid.rows:
            key = self.key(row)
            if key is None:
                continue
            if key in self.by_key:
                first = self.grid.place(self.by_key[key][1], self.columns["region"])
                self.report("repeated_record", row, "region", [*key, first])
                continue
            index = self.start(row, key)
            for name, status in figures:
                self.put(index, name, self.wide_figure(row, name, status), self.at(row, name if name in self.columns else status))
                self.out.cells[f"/records/{index}/facts/{self.names.slots[name]}/status"] = self.at(row, status)
        return self.out

    def figures(self) -> list[tuple[str, str]]:
        """The figures of a wide table, each with the column of its status, which need not be there; either may stand alone."""
        found = {self.names.slots[name]: (name, f"{name}.status") for name in self.columns if self.names.known(name)}
        for name in self.columns:
            told = self.names.told_by(name)
            if told is not None:
                slot = self.names.slots[told]
                found[slot] = (found.get(slot, (told, name))[0], name)
        return list(found.values())

    def wide_figure(self, row: Row, name: str, status: str) -> object:
        value = figure(self.names, name, self.cell(row, name))
        word = self.cell(row, status)
        plain = not word or (value is None and word == "reported")  # an empty cell is missing, as in columns
        return value if plain else {"value": value, "status": word}

    def put(self, index: int, name: str, value: object, cell: Cell) -> None:
        slot = self.names.slots[name]
        cell.slot = slot
        if value is not None:
            self.out.records[index]["facts"][slot] = value
        self.out.cells[f"/records/{index}/facts/{slot}"] = cell

    def long(self) -> Records:
        for row in self.grid.rows:
            key = self.key(row)
            name = self.cell(row, "fact")
            if key is None:
                continue
            index = self.by_key[key][0] if key in self.by_key else self.start(row, key)
            self.agree(row, index)
            pointer = f"/records/{index}/facts/{self.names.slots.get(name, name)}"
            if not name:
                self.report("missing_key", row, "fact", ["fact"])
            elif not self.names.known(name):
                self.report("unknown_fact", row, "fact", [name, self.names.nearest(name)])
            elif pointer in self.out.cells:
                self.report("repeated_key", row, "fact", [name])
            else:
                self.put(index, name, self.long_figure(row, name), self.at(row, "value"))
                for part in LONG_COLUMNS[2:]:
                    self.out.cells[f"{pointer}/{part}"] = self.at(row, part)
        return self.out

    def long_figure(self, row: Row, name: str) -> object:
        value = figure(self.names, name, self.cell(row, "value"))
        beside = {part: self.cell(row, part) for part in LONG_COLUMNS[2:] if self.cell(row, part)}
        return {"value": value, **beside} if beside else value

    def agree(self, row: Row, index: int) -> None:
        """The rows of one record may leave out its group and label, but not contradict each other."""
        record = self.out.records[index]
        for name in ("group", "label"):
            cell = self.cell(row, name)
            if cell and record.setdefault(name, cell) != cell:
                self.report("bad_value", row, name, [cell, str(record[name])])
