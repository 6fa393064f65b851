"""Reads a file of figures and checks it, every issue with its cell."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi.tables._columns import check_header, names_of
from biaochi.tables._csv import read_csv
from biaochi.tables._figures import probably_meant
from biaochi.tables._grid import Unreadable
from biaochi.tables._parquet import MARK, is_parquet, read_parquet
from biaochi.tables._records import Cell, records_of

if TYPE_CHECKING:
    import os

    from biaochi._core import Issue, Rulebook, Rules
    from biaochi.tables._columns import Names
    from biaochi.tables._grid import Grid

_ZIP = b"PK\x03\x04"
_CELL = re.compile(r"(?:^|!)([A-Z]+)([0-9]+)$")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass
class ReadTable:
    """Records in JSON, as Rules.score_table() takes them, with what is wrong with the table they come from."""

    json: str | bytes
    issues: list[Issue] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    _cells: dict[str, Cell] = field(default_factory=dict, repr=False)
    _grid: Grid | None = field(default=None, repr=False)
    _names: Names | None = field(default=None, repr=False)

    def check(self, rules: Rules) -> list[Issue]:
        """Every issue of the table and of its figures, in the order of the table, each at its cell. Never raises for them."""
        return sorted(self.issues + [self._at_cell(issue) for issue in rules.check_json(self.json)], key=_row_and_column)

    def at_cells(self, issues: list[Issue]) -> list[Issue]:
        """Issues of the records, each at the cell that it is about."""
        return [self._at_cell(issue) for issue in issues]

    def _at_cell(self, issue: Issue) -> Issue:
        pointer = issue.where
        while pointer and pointer not in self._cells:
            pointer = pointer.rpartition("/")[0]
        cell = self._cells.get(pointer)
        if cell is None or self._grid is None or self._names is None:
            return issue
        place = self._grid.place(cell.row, cell.column)
        if issue.code == "not_a_number" and cell.written:
            fact = self._names.facts.get(cell.slot.partition(".")[0])
            return _core.make_issue("not_a_number", place, [cell.written, probably_meant(cell.written, fact)])
        return issue.at(place)


def _row_and_column(issue: Issue) -> tuple[int, int, str]:
    """Sorts cells as they stand in the sheet; anything else keeps its order."""
    cell = _CELL.search(issue.where)
    return (int(cell[2]), len(cell[1]), cell[1]) if cell else (0, 0, "")


def read_table(path: str | os.PathLike[str], book: Rulebook, sheet: str | None = None) -> ReadTable:
    """Reads a CSV, XLSX, Parquet or JSON file of figures for a rulebook.

    `sheet` names the sheet of a workbook; the first by default. The result lists what is wrong with the table's shape; its check() adds
    what is wrong with the figures. Raises OSError where the file cannot be read, nothing for its content.
    """
    try:
        if is_parquet(Path(path)):  # which is not read whole before its rows are counted
            with Path(path).open("rb") as file:
                return _from_grid(read_parquet(file), book)
        return _from_bytes(Path(path).read_bytes(), Path(path).suffix.lower(), book, sheet)
    except Unreadable as error:
        return ReadTable('{"records": []}', [error.issue])


def _from_bytes(data: bytes, suffix: str, book: Rulebook, sheet: str | None) -> ReadTable:
    if suffix == ".json" or (suffix not in (".csv", ".xlsx") and data.lstrip()[:1] in (b"{", b"[")):
        return _from_json(data)
    return _from_grid(_grid(data, suffix, sheet), book)


def _grid(data: bytes, suffix: str, sheet: str | None) -> Grid:
    if not data.strip():
        raise Unreadable("文件是空的", "the file is empty")
    if data.startswith(_OLD_EXCEL):
        raise Unreadable("是旧的 XLS 格式，或带密码", "it is in the old XLS format, or has a password")
    if data.startswith(MARK):
        return read_parquet(io.BytesIO(data))
    if suffix == ".xlsx" or data.startswith(_ZIP):
        from biaochi.tables._xlsx import read_xlsx

        return read_xlsx(data, sheet)
    return read_csv(data)


def _from_grid(grid: Grid, book: Rulebook) -> ReadTable:
    names = names_of(book)
    header_issues = check_header(grid, names)
    records = records_of(grid, names)
    issues = header_issues + grid.issues + records.issues
    text = json.dumps({"records": records.records}, ensure_ascii=False)
    periods = [str(record["period"]) for record in records.records if "period" in record]
    return ReadTable(text, issues, periods, records.cells, grid, names)


def _from_json(data: bytes) -> ReadTable:
    """JSON goes to the engine as it stands, so that every issue has its pointer and line; only periods are looked at here."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    return ReadTable(text, periods=_periods(text))


def _periods(text: bytes) -> list[str]:
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        return []
    records = document.get("records") if isinstance(document, dict) else document
    if not isinstance(records, list):
        return []
    return [str(record["period"]) for record in records if isinstance(record, dict) and "period" in record]
