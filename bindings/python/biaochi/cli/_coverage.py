"""The command coverage: which ledger ids are rules of which rulebooks, which are declared to be none, which are missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

import biaochi as bc
from biaochi.cli._inputs import load_books
from biaochi.cli._issues import print_issues, reason, stop, stop_for
from biaochi.cli._options import LangOpt, OutOpt, TableFormat, TableFormatOpt
from biaochi.cli._output import csv_of, format_of, put
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

RulebooksArg = Annotated[list[str], typer.Argument(metavar="RULEBOOK...", help="Ids of shipped rulebooks, or paths. 规则书。", show_default=False)]
LedgerOpt = Annotated[Optional[Path], typer.Option("--ledger", metavar="FILE", help="Markdown: the ids that must be accounted for. 台账。")]
SourceOpt = Annotated[Optional[list[str]], typer.Option("--source", metavar="ID", help="Only ids of this source, such as S0; may be repeated. 只查此来源。")]

_COUNTED = ("rule", "judged", "out_of_reach", "unaccounted")


def coverage(
    rulebooks: RulebooksArg,
    ledger: LedgerOpt = None,
    source: SourceOpt = None,
    format: TableFormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Hold rulebooks against a ledger: each id a rule, or declared to be none. 对照台账，逐条核对规则。"""
    chosen = format_of(TableFormat, format, output, lang)
    books = load_books(rulebooks, lang)
    try:
        answer = bc.coverage(books, None if ledger is None else ledger.read_bytes(), sources=source or [])
    except OSError as error:
        stop(say(lang, "no_file", ledger, reason(error, lang)))
    except UnicodeDecodeError:
        stop(say(lang, "no_file", ledger, say(lang, "not_utf8")))
    except bc.DataError as error:
        stop_for(error.issues, lang)
    document = json.loads(answer.json)
    _write(answer, document, chosen, output, lang)
    if chosen is not TableFormat.json:
        _print_issues(document["issues"], lang)
    if not document["accounted"]:
        raise typer.Exit(1)


def _write(answer: bc.Coverage, document: dict[str, Any], format: TableFormat, output: Path | None, lang: Lang) -> None:
    if format is TableFormat.json:
        put(answer.json, output, lang)
    elif format is TableFormat.csv:
        put(csv_of(answer.rows(lang.value)), output, lang, mark=output is not None)
    elif format is TableFormat.xlsx and output is not None:
        _workbook(answer, document, output, lang)
    else:
        put(_table(document, answer.rows(lang.value), lang), output, lang)


def _print_issues(issues: Sequence[dict[str, Any]], lang: Lang) -> None:
    """On standard error, one line an issue; what is only a note or a warning last."""
    made = [_issue(each) for each in sorted(issues, key=lambda each: ("error", "warning", "note").index(each["severity"]))]
    print_issues(made, lang)


def _issue(each: dict[str, Any]) -> Any:
    from types import SimpleNamespace

    return SimpleNamespace(line=each.get("line", 0), column=0, **{key: each[key] for key in ("code", "severity", "where", "zh", "en")})


def _counts(document: dict[str, Any], lang: Lang) -> list[list[str]]:
    """A line of counts a source, and one of all."""
    head = [say(lang, "coverage_source"), say(lang, "coverage_ids"), *(say(lang, f"coverage_{key}") for key in _COUNTED)]
    lines = [[each["source"], str(each["ids"]), *(str(each[key]) for key in _COUNTED)] for each in document["counts"]]
    total = [str(sum(each[key] for each in document["counts"])) for key in ("ids", *_COUNTED)]
    return [head, *lines, [say(lang, "coverage_total"), *total]]


def _table(document: dict[str, Any], rows: list[dict[str, str]], lang: Lang) -> str:
    """The matrix, an empty line, the counts; cells parted by tabs."""
    matrix = [[say(lang, f"coverage_{key}") for key in ("id", "status", "places", "reason")]]
    matrix += [[row["id"], say(lang, f"coverage_{row['status']}"), row["places"], row["reason"]] for row in rows]
    return "".join("\t".join(line).rstrip("\t") + "\n" for line in [*matrix, [], *_counts(document, lang)])


def _workbook(answer: bc.Coverage, document: dict[str, Any], output: Path, lang: Lang) -> None:
    from biaochi.cli._results import write_sheets

    rows = answer.rows(lang.value)
    matrix = [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
    issues = [["severity", "code", "where", "line", "message"]]
    issues += [[each["severity"], each["code"], each["where"], str(each.get("line", "")), each[lang.value]] for each in document["issues"]]
    about = [["rulebook", "version"], *([book["id"], book["version"]] for book in document["rulebooks"])]
    try:
        write_sheets({"coverage": matrix, "counts": _counts(document, lang), "issues": issues, "about": about}, output)
    except OSError as error:
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))
