"""XLSX workbooks: one sheet of saved values."""

from __future__ import annotations

import datetime
import io
import warnings
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi.tables._grid import Grid, Row, Unreadable, make_grid

if TYPE_CHECKING:
    from collections.abc import Iterable


def _text(value: object) -> str:
    """A cell as text; a float as the shortest decimal that reads back as it, which is what was typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value).strip()


def _values(data: bytes, sheet: str | None, *, formulas: bool) -> tuple[str, list[tuple[object, ...]]]:
    from openpyxl import load_workbook

    workbook: Any
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which do not touch values
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=not formulas)
            names = workbook.sheetnames
            chosen = names[0] if sheet is None else sheet
            if chosen not in names:
                raise Unreadable(f"没有名为“{chosen}”的工作表，现有：{'、'.join(names)}", f"there is no sheet “{chosen}”, only {', '.join(names)}")
            worksheet = workbook[chosen]
            if not hasattr(worksheet, "iter_rows"):
                raise Unreadable(f"“{chosen}”不是数据表", f"“{chosen}” is not a sheet of cells")
            worksheet.reset_dimensions()
            return chosen, list(worksheet.iter_rows(values_only=True))
    except Unreadable:
        raise
    except Exception:  # openpyxl raises errors of many libraries for files that are damaged
        raise Unreadable("不是完好的 XLSX 文件", "it is not a sound XLSX file") from None


def _unsaved_formulas(saved: Iterable[tuple[object, ...]], written: Iterable[tuple[object, ...]]) -> Iterable[tuple[int, int, str]]:
    """Formulas whose result was never saved: an empty cell there would pass for a missing figure."""
    for number, (values, formulas) in enumerate(zip(saved, written), start=1):
        for column, (value, formula) in enumerate(zip(values, formulas)):
            if value is None and isinstance(formula, str) and formula.startswith("="):
                yield number, column, formula


def read_xlsx(data: bytes, sheet: str | None = None) -> Grid:
    """The cells of the first sheet, or of the one named. Raises Unreadable."""
    name, values = _values(data, sheet, formulas=False)
    widest = max((len(row) for row in values), default=0)
    rows = [Row(number, [_text(cell) for cell in row] + [""] * (widest - len(row))) for number, row in enumerate(values, start=1)]
    grid = make_grid(rows, name)
    if any(None in row for row in values):
        for number, column, formula in _unsaved_formulas(values, _values(data, sheet, formulas=True)[1]):
            grid.issues.append(_core.make_issue("not_a_number", grid.place(number, column), [formula]))
    return grid
