"""A sheet of cells as text, whatever file it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from biaochi import _core

if TYPE_CHECKING:
    from biaochi._core import Issue


_SAVE = ("请另存为 CSV（UTF-8 或 GB18030）或 XLSX 后重试", "Save it as CSV (UTF-8 or GB18030) or XLSX and try again")


class Unreadable(Exception):
    """The file is no table; holds the issue that says why, and what to do, in Chinese and English."""

    def __init__(self, zh: str, en: str, advice: tuple[str, str] = _SAVE) -> None:
        super().__init__(en)
        self.issue = _core.make_issue("table_unreadable", "", [zh, advice[0]], [en, advice[1]])


@dataclass
class Row:
    """One row: its number in the file, from 1, and its cells."""

    number: int
    cells: list[str]


@dataclass
class Grid:
    """The header and the rows that hold anything."""

    header: Row
    rows: list[Row]
    sheet: str = ""
    issues: list[Issue] = field(default_factory=list)

    def place(self, row: int, column: int) -> str:
        """The name of a cell, `B7`, after the sheet's where there is one; `column` counts from 0."""
        prefix = f"{self.sheet}!" if self.sheet else ""
        return f"{prefix}{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """`A` for 0, `Z` for 25, `AA` for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def make_grid(rows: list[Row], sheet: str = "") -> Grid:
    """Takes the first row as the header, leaves out empty rows, and reports rows of another length."""
    filled = [row for row in rows if any(row.cells)]
    if not filled:
        raise Unreadable("表格是空的", "the table is empty")
    header, *body = filled
    width = len(header.cells)
    while width and not header.cells[width - 1]:
        width -= 1
    grid = Grid(Row(header.number, header.cells[:width]), [], sheet)
    for row in body:
        if _fits(row, width):
            grid.rows.append(Row(row.number, row.cells[:width]))
        else:
            issue = _core.make_issue("ragged_row", grid.place(row.number, 0), [str(len(row.cells)), str(width)])
            grid.issues.append(issue)
    return grid


def _fits(row: Row, width: int) -> bool:
    return len(row.cells) >= width and not any(row.cells[width:])
