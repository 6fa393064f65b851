"""The command check: who meets which condition, and why."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

import biaochi as bc
from biaochi.cli._inputs import load_book, readings_of
from biaochi.cli._issues import print_issues, reason, stop, stop_for
from biaochi.cli._options import LangOpt, ReadingsOpt, RulebookArg
from biaochi.cli._output import put
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence


class CheckFormat(str, Enum):
    """How verdicts are written."""

    table = "table"
    json = "json"
    text = "text"


def check(
    rulebook: RulebookArg,
    subjects: Annotated[Path, typer.Argument(metavar="SUBJECTS", help="JSON. 对象数据文件。", show_default=False)],
    condition: Annotated[Optional[list[str]], typer.Option("--condition", metavar="ID", help="Which condition; may be repeated; default: all. 条件。")] = None,
    reading: ReadingsOpt = None,
    on: Annotated[Optional[str], typer.Option("--on", metavar="DATE", help="Rules of which day; default: the first in force. 按哪一天的规则。")] = None,
    format: Annotated[CheckFormat, typer.Option("--format", help="Format. 格式。")] = CheckFormat.table,
    lang: LangOpt = Lang.zh,
) -> None:
    """Decide conditions of subjects: met, not met or undetermined. 判断对象是否满足条件。"""
    book = load_book(rulebook, lang)
    try:
        text = subjects.read_bytes()
    except OSError as error:
        stop(say(lang, "no_file", subjects, reason(error, lang)))
    try:
        rules = book.compile(on=on or book.effective_from, readings=readings_of(reading or [], lang))
        document = json.loads(rules.check_table(text, condition or []))
        if format is CheckFormat.text:
            out = rules.check_table(text, condition or [], "text", lang.value)
        elif format is CheckFormat.json:
            out = rules.check_table(text, condition or [])
        else:
            out = _table(document["verdicts"], lang)
    except bc.RulebookError as error:
        stop_for(error.issues, lang)
    except bc.DataError as error:
        of_options = [issue for issue in error.issues if issue.where.startswith("/conditions/")]
        print_issues(of_options, lang)
        stop_for([issue for issue in error.issues if issue not in of_options], lang, subjects)
    put(out, None, lang)
    if any(verdict["answer"] != "met" for verdict in document["verdicts"]):
        raise typer.Exit(1)


def _table(verdicts: Sequence[dict[str, Any]], lang: Lang) -> str:
    """One line a verdict: who, condition, answer, by which clause, what is needed."""
    comma = "、" if lang is Lang.zh else ", "
    rows = [[say(lang, key) for key in ("check_region", "check_condition", "check_answer", "check_clause", "check_needs")]]
    for verdict in verdicts:
        name = verdict["reason"].get("name", {})
        needs = comma.join(_in(need["says"], lang) for need in verdict["needs"])
        clause = verdict["reason"].get("cite", {}).get("clause", "")
        rows.append([verdict["region"], _in(name, lang) or verdict["condition"], say(lang, verdict["answer"]), clause, needs])
    return "".join("\t".join(row).rstrip("\t") + "\n" for row in rows)


def _in(text: dict[str, str], lang: Lang) -> str:
    """A text in a language, or in the other one where it lacks."""
    other = "en" if lang is Lang.zh else "zh"
    return text.get(lang.value) or text.get(other, "")
