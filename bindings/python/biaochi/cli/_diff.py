"""The command diff: two versions of a rulebook, and whose answers change by which clause."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

import biaochi as bc
from biaochi.cli._inputs import load_books, readings_of
from biaochi.cli._issues import print_issues, reason, stop, stop_for
from biaochi.cli._options import LangOpt, OutOpt, ReadingsOpt
from biaochi.cli._output import put
from biaochi.cli._words import Lang, say
from biaochi.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence


class DiffFormat(str, Enum):
    """How differences are written."""

    text = "text"
    json = "json"


def diff(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="Id or path of a rulebook. 规则书。", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="Id or path of another version. 另一版本。", show_default=False)],
    data: Annotated[Optional[list[Path]], typer.Option("--data", metavar="FILE", help="Figures, subjects or applications; may be repeated. 数据文件。")] = None,
    reading: ReadingsOpt = None,
    on: Annotated[Optional[str], typer.Option("--on", metavar="DATE", help="Rules of which day; default: of each version the first in force. 按哪一天的规则。")] = None,
    format: Annotated[DiffFormat, typer.Option("--format", help="Format. 格式。")] = DiffFormat.text,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Compare two versions of a rulebook: clauses, and with data whose answers change and why. 比较两个版本。"""
    books = load_books([first, second], lang)
    asked = _data(data or [], books, lang)
    try:
        difference = bc.diff(first, second, **asked, on=on, readings=readings_of(reading or [], lang))
    except (bc.RulebookError, bc.DataError) as error:
        stop_for(error.issues, lang)
    print_issues(difference.issues, lang)
    put(difference.text(lang.value) if format is DiffFormat.text else difference.json, output, lang)


def _data(files: Sequence[Path], books: Sequence[bc.Rulebook], lang: Lang) -> dict[str, str]:
    """JSON texts by what they hold; ends the command for two files of one kind."""
    found: dict[str, str] = {}
    for file in files:
        try:
            text = file.read_bytes()
            kind = _kind_of(text) or "records"
            asked = _records(file, books, lang) if kind == "records" else text.decode("utf-8-sig", "replace")
        except OSError as error:
            stop(say(lang, "no_file", file, reason(error, lang)))
        if kind in found:
            stop(say(lang, "two_of_a_kind", file, kind))
        found[kind] = asked
    return found


def _kind_of(data: bytes) -> str | None:
    """What a JSON file holds; None for a table or records."""
    try:
        document: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    first = document[0] if isinstance(document, list) and document else document
    keys = first.keys() if isinstance(first, dict) else ()
    if "records" in keys or "period" in keys:
        return None
    if "applications" in keys or "claims" in keys:
        return "applications"
    return "subjects" if keys else None


def _records(file: Path, books: Sequence[bc.Rulebook], lang: Lang) -> str:
    """The records of a table, with every figure that either version knows; ends the command for a column that neither does."""
    tables = [read_table(file, book) for book in books]
    unknown = [issue for issue in tables[0].issues if issue.code != "unknown_column" or issue in tables[1].issues]
    if any(issue.severity == "error" for issue in unknown):
        stop_for(unknown, lang)
    text = tables[0].json if isinstance(tables[0].json, str) else tables[0].json.decode("utf-8", "replace")
    if tables[0].json == tables[1].json:
        return text
    documents = [json.loads(table.json)["records"] for table in tables]
    for one, other in zip(*documents, strict=True):
        one["facts"] = {**other["facts"], **one["facts"]}
    return json.dumps({"records": documents[0]}, ensure_ascii=False)
