"""The other form of due: what a body must do on a day, and which reports are due next."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import biaochi as bc
from biaochi.cli._issues import reason, stop, stop_for
from biaochi.cli._options import LogFormat
from biaochi.cli._output import csv_of, put
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = ("unit_name", "duty_name", "role", "by", "report_name", "every", "day", "clause", "remarks")


def answer_unit(rules: bc.Rules, unit: str | None, on: str, format: LogFormat, output: Path | None, lang: Lang) -> None:
    """Writes the duties of a body, or of every body, in the format asked for."""
    try:
        answer = rules.duties(unit, on)
    except bc.DataError as error:
        stop_for(error.issues, lang)
    if format is LogFormat.text:
        put(answer.text(lang.value), output, lang)
        return
    if format is LogFormat.json:
        put(answer.json, output, lang)
        return
    _remark(answer, lang)
    rows = answer.rows(lang.value)
    if format is LogFormat.csv:
        put(csv_of(rows), output, lang, mark=output is not None)
    elif format is LogFormat.xlsx and output is not None:
        _workbook(answer, rows, output, lang)
    else:
        put(_table(rows, lang), output, lang)


def _remark(answer: bc.DutiesAnswer, lang: Lang) -> None:
    """On standard error: that the rulebook is not in force on the day."""
    first = answer.text(lang.value).partition("\n")[0]
    if not _document(answer)["in_force"]:
        print(first, file=sys.stderr)


def _document(answer: bc.DutiesAnswer) -> dict[str, Any]:
    import json

    document: dict[str, Any] = json.loads(answer.json)
    return document


def _workbook(answer: bc.DutiesAnswer, rows: list[dict[str, str]], output: Path, lang: Lang) -> None:
    from biaochi.cli._results import write_sheets

    document = _document(answer)
    about = [[key, str(document[key])] for key in ("rulebook", "version", "on", "as_of", "in_force", "label") if key in document]
    cells = [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
    try:
        write_sheets({"duties": cells, "about": about}, output)
    except OSError as error:
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))


def _table(rows: list[dict[str, str]], lang: Lang) -> str:
    """One line a row, the cells parted by tabs."""
    table = [[say(lang, f"duties_{key}") for key in _SHOWN]]
    for row in rows:
        shown = row | {key: say(lang, f"{key}_{row[key]}") if row[key] else "" for key in ("role", "every")}
        if row["report"] and not row["day"]:
            shown["day"] = say(lang, "not_said")
        table.append([shown[key] for key in _SHOWN])
    return "".join("\t".join(line).rstrip("\t") + "\n" for line in table)
