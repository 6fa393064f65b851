"""The command eval: expressions on their own, one or a line each."""

from __future__ import annotations

import json
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

import biaochi as bc
from biaochi._core import NamedFacts, answer_question, parse_facts
from biaochi.cli._issues import reason, stop, stop_for
from biaochi.cli._options import LangOpt
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable


class AnswerFormat(str, Enum):
    """How an answer is written."""

    text = "text"
    json = "json"


def evaluate(
    expr: Annotated[Optional[str], typer.Argument(metavar="EXPR", help="An expression in FEEL. FEEL 表达式。", show_default=False)] = None,
    facts: Annotated[Optional[Path], typer.Option("--facts", metavar="FILE", help="JSON object of names to values. 数据（JSON 对象）。")] = None,
    lines: Annotated[Optional[str], typer.Option("--lines", metavar="FILE", help='JSON Lines with {"id", "expr"}, - for standard input. 每行一个表达式。')] = None,
    type: Annotated[Optional[str], typer.Option("--type", metavar="TYPE", help="Type that the value is brought to. 结果的类型。")] = None,
    unit: Annotated[Optional[str], typer.Option("--unit", metavar="UNIT", help="Unit that the value is brought to. 结果的单位。")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="As in rulebooks: what cannot be right is an error. 按规则书的要求从严检查。")] = False,
    format: Annotated[AnswerFormat, typer.Option("--format", help="Format. 格式。")] = AnswerFormat.text,
    lang: LangOpt = Lang.zh,
) -> None:
    """Evaluate FEEL expressions: value, type, and why. 计算 FEEL 表达式。"""
    if (expr is None) == (lines is None):
        stop(say(lang, "expr_or_lines"))
    known = _facts(facts, lang)
    if lines is not None:
        _answer_lines(lines, known, lang)
        return
    question = {"expr": expr, "type": type, "unit": unit, "strict": strict}
    text, issues = answer_question(json.dumps({key: value for key, value in question.items() if value is not None}), known)
    if any(issue.severity == "error" for issue in issues):
        stop_for(issues, lang)
    sys.stdout.buffer.write((text + "\n" if format is AnswerFormat.json else _page(json.loads(text), lang)).encode())


def _facts(path: Path | None, lang: Lang) -> NamedFacts | None:
    if path is None:
        return None
    try:
        return parse_facts(path.read_bytes())
    except OSError as error:
        stop(say(lang, "no_file", path, reason(error, lang)))
    except bc.DataError as error:
        stop_for(error.issues, lang, path)


def _answer_lines(source: str, facts: NamedFacts | None, lang: Lang) -> None:
    """One answer a line, in order; a line that cannot be answered makes the status 1, and stops nothing."""
    try:
        if source == "-":
            failed = _answer_each(sys.stdin.buffer, facts)
        else:
            with Path(source).open("rb") as file:
                failed = _answer_each(file, facts)
    except BrokenPipeError:
        raise  # whoever reads the answers has had enough
    except OSError as error:
        stop(say(lang, "no_file", source, reason(error, lang)))
    if failed:
        raise typer.Exit(1)


def _answer_each(lines: Iterable[bytes], facts: NamedFacts | None) -> bool:
    failed = False
    for line in lines:
        if not line.strip():
            continue
        text, issues = answer_question(line, facts)
        failed = failed or any(issue.severity == "error" for issue in issues)
        sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()
    return failed


def _page(answer: dict[str, Any], lang: Lang) -> str:
    """The value as FEEL writes it, its type and unit, then what it turned on."""
    because = answer["because"]
    unit = f" ({answer['unit']})" if answer.get("unit") else ""
    rows = [answer["feel"], f"{say(lang, 'eval_type')}{answer['type']}{unit}"]
    if "cause" in because:
        rows.append(f"{say(lang, 'eval_because')}{because['cause']}: {because[lang.value]}")
    rows += [f"  {_step(step, lang)}" for step in because.get("steps", ())]
    rows += [f"{say(lang, 'warning')} {warning['code']} ({warning['line']}:{warning['column']}): {warning[lang.value]}" for warning in answer.get("warnings", ())]
    return "\n".join(rows) + "\n"


def _step(step: dict[str, Any], lang: Lang) -> str:
    held = say(lang, {True: "eval_holds", False: "eval_fails", None: "eval_open"}[step["holds"]])
    if "operator" in step:
        detail = f"{_brief(step['left'])} {step['operator']} {_brief(step['right'])}"
    elif "member" in step:
        detail = f"[{step['member']}] {_brief(step['value'])}"
    elif "branch" in step:
        detail = step["branch"]
    else:
        detail = say(lang, "eval_empty")
    return f"{step['expr']}: {detail}: {held}"


def _brief(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
