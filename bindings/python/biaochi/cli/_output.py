"""Where answers go: standard output or a file, in the format asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from biaochi.cli._issues import reason, stop
from biaochi.cli._options import LogFormat, TableFormat
from biaochi.cli._words import Lang, say
from biaochi.tables._parquet import is_parquet

if TYPE_CHECKING:
    from pathlib import Path


Format = TypeVar("Format", TableFormat, LogFormat)


def format_of(kinds: type[Format], wanted: Format | None, output: Path | None, lang: Lang) -> Format:
    """The format asked for, or that of the file's ending, or a table; ends the command for a workbook without a file."""
    _refuse_parquet(output, lang)
    if wanted is None:
        ending = output.suffix.lower().removeprefix(".") if output else ""
        wanted = kinds[ending] if ending in kinds.__members__ else kinds["table"]
    if wanted.value == "xlsx" and output is None:
        stop(say(lang, "xlsx_needs_file"))
    return wanted


def _refuse_parquet(output: Path | None, lang: Lang) -> None:
    """Ends the command where a text would go to a file that by its ending is a Parquet file."""
    if output is not None and is_parquet(output):
        stop(say(lang, "only_to_parquet", output))


def csv_of(rows: list[dict[str, str]]) -> str:
    """Rows that all have the same keys as a CSV table."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    return out.getvalue()


def put(text: str, output: Path | None, lang: Lang, *, mark: bool = False) -> None:
    """Writes UTF-8 bytes as they are; `mark` puts a byte order mark before them, which spreadsheet programs want of a CSV file."""
    _refuse_parquet(output, lang)
    data = text.encode("utf-8-sig" if mark else "utf-8")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))
