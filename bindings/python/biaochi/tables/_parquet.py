"""Parquet files as tables of texts: whole numbers, decimals, and floats as the shortest decimal that reads back as them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, BinaryIO

from biaochi import _core
from biaochi.tables._grid import Grid, Row, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MARK = b"PAR1"
_ENDINGS = (".parquet", ".pq")
_MOST_ROWS = 50_000  # of which each takes some 70 KB on the way to a document with every part
_INSTALL = ("请先安装：pip install 'biaochi[frames]'", "Install it: pip install 'biaochi[frames]'")
_AGAIN = ("请重新导出后再试", "Export it again")
_COLUMNS = (
    "请用 biaochi score 文件.parquet -o 结果.parquet 计分，或在 Python 中用 rules.score(frame, ranks=True) 排位次",
    "Score it by biaochi score FILE.parquet -o OUT.parquet, or rank it in Python by rules.score(frame, ranks=True)",
)
_READABLE = "text, int8 … uint64, float32, float64, bool, decimal, date, null"


def is_parquet(path: Path) -> bool:
    """Whether the file's ending is that of a Parquet file."""
    return path.suffix.lower() in _ENDINGS


@dataclass
class ParquetGrid(Grid):
    """A grid whose cells go by their column's name and their row, counted from 0."""

    def place(self, row: int, column: int) -> str:
        """The name of a cell, `share[7]`, or of a column, `share`."""
        name = self.header.cells[column] if column < len(self.header.cells) else ""
        return name if row < 0 else f"{name}[{row}]"


def read_parquet(file: BinaryIO) -> Grid:
    """The cells of a Parquet file, with an issue for each column whose type is none of a table. Raises Unreadable."""
    if find_spec("pyarrow") is None:
        raise Unreadable("读取 Parquet 需要 pyarrow", "Parquet takes pyarrow to read", _INSTALL)
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    try:
        source = parquet.ParquetFile(file)
        rows = source.metadata.num_rows
        if rows > _MOST_ROWS:
            raise Unreadable(f"有 {rows} 行，表格最多 {_MOST_ROWS} 行", f"it has {rows} rows; a table has at most {_MOST_ROWS}", _COLUMNS)
        table = source.read()
    except (pyarrow.ArrowException, OSError):
        raise Unreadable("不是完好的 Parquet 文件", "it is not a sound Parquet file", _AGAIN) from None
    grid = ParquetGrid(Row(-1, list(table.column_names)), [])
    columns = [_texts(pyarrow, table.column(place), place, grid) for place in range(table.num_columns)]
    grid.rows = [Row(number, list(cells)) for number, cells in enumerate(zip(*columns))]
    return grid


def _texts(pyarrow: Any, column: Any, place: int, grid: Grid) -> list[str]:
    if pyarrow.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    text = _text_of(pyarrow.types, column.type)
    if text is None:
        name = grid.header.cells[place]
        grid.issues.append(_core.make_issue("unsupported_type", grid.place(-1, place), [name, str(column.type), _READABLE]))
        return [""] * len(column)
    return ["" if value is None or value != value else text(value) for value in column.to_pylist()]


def _text_of(types: Any, type: Any) -> Callable[[Any], str] | None:
    """How a value of a type is written; None where it cannot be meant."""
    if types.is_string(type) or types.is_large_string(type) or types.is_string_view(type) or types.is_integer(type):
        return str
    if types.is_boolean(type):
        return lambda value: "1" if value else "0"
    if types.is_float32(type):
        return _short_float
    if types.is_float64(type):
        return _float
    if types.is_decimal(type):
        return _decimal
    return _day if types.is_date(type) or types.is_timestamp(type) or types.is_null(type) else None


def _float(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)


def _short_float(value: float) -> str:
    import numpy as np

    return str(int(value)) if value.is_integer() and abs(value) < 2**24 else str(np.float32(value))


def _decimal(value: Decimal) -> str:
    return format(value, "f")


def _day(value: datetime.date) -> str:
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat()
