"""CSV files: UTF-8 with or without byte order mark, or GB18030."""

from __future__ import annotations

import csv
import io

from biaochi.tables._grid import Grid, Row, Unreadable, make_grid

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = frozenset(range(32)) - {9, 10, 13}


def _decode(data: bytes) -> str:
    """Decides strictly: UTF-8 if every byte is, else GB18030 if every byte is, else no text at all."""
    if data.startswith(_UTF16):
        raise Unreadable("编码是 UTF-16", "its encoding is UTF-16")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.isdisjoint(map(ord, text[:4096])):
            break
        return text
    raise Unreadable("不是 UTF-8 或 GB18030 编码的文本", "it is not text in UTF-8 or GB18030")


def _check_separator(header: list[str]) -> None:
    for mark, zh, en in ((";", "分号", "a semicolon"), ("\t", "制表符", "a tab")):
        if len(header) == 1 and mark in header[0]:
            raise Unreadable(f"分隔符是{zh}，应为逗号", f"the separator is {en} where a comma is expected")


def read_csv(data: bytes) -> Grid:
    """The cells of a CSV file. Raises Unreadable."""
    reader = csv.reader(io.StringIO(_decode(data), newline=""), strict=True)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(reader, start=1):
            rows.append(Row(number, [cell.strip() for cell in cells]))
    except csv.Error:
        line = reader.line_num
        zh, en = f"第 {line} 行的引号不成对，或某一格过长", f"line {line} has an unpaired quotation mark, or too long a cell"
        raise Unreadable(zh, en) from None
    if rows:
        _check_separator(rows[0].cells)
    return make_grid(rows)
