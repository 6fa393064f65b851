"""The commands replay, next and due: where cases stand, what may follow, what is due."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

import biaochi as bc
from biaochi import _lifecycle
from biaochi.cli._duties import answer_unit
from biaochi.cli._inputs import load_book, readings_of, within
from biaochi.cli._issues import reason, stop, stop_for
from biaochi.cli._options import LangOpt, LogFormat, OutOpt, ReadingsOpt, RulebookArg
from biaochi.cli._output import csv_of, format_of, put
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from collections.abc import Callable

EventsArg = Annotated[Path, typer.Argument(metavar="EVENTS", help="JSON Lines, one event a line. 事件记录。", show_default=False)]
MaybeEventsArg = Annotated[Optional[Path], typer.Argument(metavar="[EVENTS]", help="JSON Lines, one event a line; or --unit. 事件记录。", show_default=False)]
SubjectsOpt = Annotated[Optional[Path], typer.Option("--subjects", metavar="FILE", help="JSON: what is known of the subjects. 对象数据文件。")]
CasesOpt = Annotated[Optional[Path], typer.Option("--cases", metavar="FILE", help="JSON: saved cases that go on. 已保存的案例。")]
AsOpt = Annotated[Optional[str], typer.Option("--as", metavar="VERSION", help="Let cases of other versions go on under this one. 按此版本接续。")]
OnDayOpt = Annotated[str, typer.Option("--on", metavar="DATE", help="The day that is asked about. 询问哪一天。", show_default=False)]
RulesOnOpt = Annotated[Optional[str], typer.Option("--on", metavar="DATE", help="Rules of which day; default: the first in force. 按哪一天的规则。")]
CalendarOpt = Annotated[Optional[list[str]], typer.Option("--calendar", metavar="CALENDAR", help="Id or path; may be repeated; default: the shipped ones. 日历。")]
UnitOpt = Annotated[Optional[str], typer.Option("--unit", metavar="NAME", help="Instead of EVENTS: the duties of a body, by name or id. 单位（与 EVENTS 二选一）。")]
AllUnitsOpt = Annotated[bool, typer.Option("--all-units", help="Instead of EVENTS: the duties of every body. 全部单位。")]
FormatOpt = Annotated[Optional[LogFormat], typer.Option("--format", help="Default: by the ending of -o, or table. 格式。")]


def replay(
    rulebook: RulebookArg,
    events: EventsArg,
    subjects: SubjectsOpt = None,
    cases: CasesOpt = None,
    as_: AsOpt = None,
    calendar: CalendarOpt = None,
    reading: ReadingsOpt = None,
    on: RulesOnOpt = None,
    format: FormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Say where each case stands after a log of events, and which events were refused. 由事件推定状态。"""
    book = load_book(rulebook, lang)
    rules = _compile(book, on or book.effective_from, reading, lang)
    given = _given(events, subjects, cases, as_, calendar, lang)
    _answer(lambda: rules.replay(**given), format, output, lang)


def next(
    rulebook: RulebookArg,
    events: EventsArg,
    on: OnDayOpt,
    subjects: SubjectsOpt = None,
    cases: CasesOpt = None,
    as_: AsOpt = None,
    calendar: CalendarOpt = None,
    reading: ReadingsOpt = None,
    format: FormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """List the events that may follow on a day, and what still lacks. 下一步可以发生什么。"""
    book = load_book(rulebook, lang)
    rules = _compile(book, within(book, _day(on, lang)), reading, lang)
    given = _given(events, subjects, cases, as_, calendar, lang)
    _answer(lambda: rules.next(as_of=on, **given), format, output, lang)


def due(
    rulebook: RulebookArg,
    on: OnDayOpt,
    events: MaybeEventsArg = None,
    unit: UnitOpt = None,
    all_units: AllUnitsOpt = False,
    subjects: SubjectsOpt = None,
    cases: CasesOpt = None,
    as_: AsOpt = None,
    calendar: CalendarOpt = None,
    reading: ReadingsOpt = None,
    format: FormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """List what is due on a day: of cases after a log of events, or of a body (--unit). 到期事项；单位任务。"""
    if (events is not None) + (unit is not None) + all_units != 1:
        stop(say(lang, "events_or_unit"))
    book = load_book(rulebook, lang)
    rules = _compile(book, within(book, _day(on, lang)), reading, lang)
    if events is None:
        if subjects or cases or as_ or calendar:
            stop(say(lang, "unit_alone"))
        answer_unit(rules, unit, on, format_of(LogFormat, format, output, lang), output, lang)
        return
    given = _given(events, subjects, cases, as_, calendar, lang)
    _answer(lambda: rules.due(as_of=on, **given), format, output, lang)


def _day(text: str, lang: Lang) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        stop(say(lang, "bad_day", text))


def _compile(book: bc.Rulebook, on: str, reading: list[str] | None, lang: Lang) -> bc.Rules:
    try:
        return book.compile(on=on, readings=readings_of(reading or [], lang))
    except bc.RulebookError as error:
        stop_for(error.issues, lang)


def _given(events: Path, subjects: Path | None, cases: Path | None, as_: str | None, calendar: list[str] | None, lang: Lang) -> dict[str, Any]:
    """The texts of the files; an unreadable one ends the command."""
    given: dict[str, Any] = {"as_version": as_, "calendars": calendar}
    for name, path in (("events", events), ("subjects", subjects), ("cases", cases)):
        if path is None:
            continue
        try:
            given[name] = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        except OSError as error:
            stop(say(lang, "no_file", path, reason(error, lang)))
    return given


def _answer(ask: Callable[[], bc.LogAnswer], format: LogFormat | None, output: Path | None, lang: Lang) -> None:
    chosen = format_of(LogFormat, format, output, lang)
    try:
        answer = ask()
    except (bc.DataError, bc.CalendarError) as error:
        stop_for(error.issues, lang)
    document = json.loads(answer.json)
    _remark(document, chosen, lang)
    _write(answer, document, chosen, output, lang)
    if document["refusals"]:
        raise typer.Exit(1)


def _remark(document: dict[str, Any], format: LogFormat, lang: Lang) -> None:
    """On standard error: what went on under a newer version, what was left out, and what was refused where the format has no place for it."""
    if format is LogFormat.text:
        return
    for case in document.get("carried_over", []):
        print(say(lang, "carried_over", case["case"], case["from"], case["to"]), file=sys.stderr)
    if "later_events" in document:
        print(say(lang, "later_events", document["later_events"], document["as_of"]), file=sys.stderr)
    if document["refusals"] and format in (LogFormat.table, LogFormat.csv):
        print(say(lang, "refused", len(document["refusals"])), file=sys.stderr)
        for row in _lifecycle.refusal_rows(document, lang.value):
            print(f"  {_refused(row, lang)}", file=sys.stderr)


def _refused(row: dict[str, str], lang: Lang) -> str:
    """One line: which event was refused, why, from which day it may happen, and what would help to decide."""
    colon, stop_, comma = ("：", "。", "；") if lang is Lang.zh else (": ", ".", "; ")
    reasons = [row["says"], row["because"].rstrip("。.")]
    reasons += [say(lang, "not_before", row["first_day"])] if row["first_day"] else []
    reasons += [f"{say(lang, 'needs')}{colon}{row['needs']}"] if row["needs"] else []
    who = " ".join(filter(None, (row["line"], row["date"], row["case"], row["name"] or row["event"])))
    return who + colon + comma.join(filter(None, reasons)) + stop_


def _write(answer: bc.LogAnswer, document: dict[str, Any], format: LogFormat, output: Path | None, lang: Lang) -> None:
    if format is LogFormat.json:
        put(answer.json, output, lang)
    elif format is LogFormat.text:
        put(answer.text(lang.value), output, lang)
    elif format is LogFormat.csv:
        put(csv_of(answer.rows(lang.value)), output, lang, mark=output is not None)
    elif format is LogFormat.xlsx and output is not None:
        _workbook(answer, document, output, lang)
    else:
        put(_table(document, answer.rows(lang.value), lang), output, lang)


def _workbook(answer: bc.LogAnswer, document: dict[str, Any], output: Path, lang: Lang) -> None:
    from biaochi.cli._results import write_sheets

    refusals = _lifecycle.refusal_rows(document, lang.value)
    about = [[key, str(document[key])] for key in ("rulebook", "version", "on", "as_of", "label") if key in document]
    about += [[f"reading {point}", str(reading or "")] for point, reading in document["readings"].items()]
    about += [[f"calendar {each['id']}", each["version"]] for each in document.get("calendars", [])]
    try:
        write_sheets({"answer": _cells(answer.rows(lang.value)), "refusals": _cells(refusals), "about": about}, output)
    except OSError as error:
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))


def _cells(rows: list[dict[str, str]]) -> list[list[str]]:
    return [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []


def _table(document: dict[str, Any], rows: list[dict[str, str]], lang: Lang) -> str:
    """One line a row, the cells parted by tabs."""
    if "duties" in document:
        table = [_line(lang, "case", "state", "duty", "day", "status", "owner", "clause", "needs")]
        table += [
            [row["case"], row["state_name"], row["name"] or row["deadline"], _days(row), say(lang, row["status"]), row["owner"], row["clause"], lacks]
            for row, lacks in zip(rows, (_lifecycle.lacking(duty, lang.value) for duty in document["duties"]))
        ]
    elif "next" in document:
        table = [_line(lang, "case", "state", "event", "by", "answer", "to", "first_day", "needs")]
        table += [
            [row["case"], row["state_name"], row["name"] or row["event"], row["by"], say(lang, row["answer"]), row["to_name"], row["first_day"], row["needs"]]
            for row in rows
        ]
    else:
        table = [_line(lang, "case", "state", "since", "events")]
        table += [[row["case"], row["state_name"], row["since"], row["events"]] for row in rows]
    return "".join("\t".join(line).rstrip("\t") + "\n" for line in table)


def _line(lang: Lang, *keys: str) -> list[str]:
    return [say(lang, key) for key in keys]


def _days(row: dict[str, str]) -> str:
    """`2024-03-31`, or both ends where readings differ."""
    return row["latest"] if row["earliest"] == row["latest"] else f"{row['earliest']}–{row['latest']}"
