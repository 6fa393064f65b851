"""The commands progress and figures: how far regions have come with targets, and the figures that a plan prints."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

import biaochi as bc
from biaochi.cli._inputs import last_day, load_book, readings_of, within
from biaochi.cli._issues import print_issues, reason, stop, stop_for
from biaochi.cli._options import FileArg, LangOpt, LogFormat, OutOpt, ReadingsOpt, RulebookArg, SheetOpt, TableFormat, TableFormatOpt
from biaochi.cli._output import format_of, put
from biaochi.cli._words import Lang, say
from biaochi.tables import read_table

if TYPE_CHECKING:
    from biaochi.tables import ReadTable

RegionOpt = Annotated[Optional[str], typer.Option("--region", metavar="NAME", help="Whose targets; default: of every region. 哪个地区。")]
TargetOpt = Annotated[Optional[list[str]], typer.Option("--target", metavar="ID", help="Which target; may be repeated; default: all. 目标。")]
DayOpt = Annotated[
    Optional[str], typer.Option("--on", metavar="DATE", help="The day that is asked about; default: the end of the latest period. 询问哪一天。")
]
OwnOpt = Annotated[
    Optional[str], typer.Option("--region", metavar="NAME", help="Name of the plan's own region, which the source leaves out. 规划本地区的名称。")
]
FormatOpt = Annotated[Optional[LogFormat], typer.Option("--format", help="Default: by the ending of -o, or table. 格式。")]

_TABLE = ("region", "name", "status", "value", "goal", "due", "completion", "distance", "pace", "clause", "needs")
_HEADS = {"name": "target", "due": "target_due"}
_NUMBERS = ("value", "distance", "pace")
_COLUMNS = ("region", "period", "fact", "value", "unit", "evidence")


def progress(
    rulebook: RulebookArg,
    file: FileArg,
    region: RegionOpt = None,
    on: DayOpt = None,
    target: TargetOpt = None,
    reading: ReadingsOpt = None,
    sheet: SheetOpt = None,
    format: FormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Say how far regions have come with targets: met, on track, behind, missed or undetermined. 目标进展。"""
    chosen = format_of(LogFormat, format, output, lang)
    book = load_book(rulebook, lang)
    try:
        table = read_table(file, book, sheet)
    except OSError as error:
        stop(say(lang, "no_file", file, reason(error, lang)))
    rules = _compile(book, on, table, reading, lang)
    issues = table.check(rules)
    print_issues(issues, lang)
    if any(issue.severity == "error" for issue in issues):
        raise typer.Exit(2)
    try:
        answer = rules.progress(table.json, on, region or "", target or [])
    except bc.DataError as error:
        stop_for(table.at_cells(error.issues), lang)
    document = json.loads(answer.json)
    if "later_records" in document and chosen is not LogFormat.text:
        print(say(lang, "later_records", document["later_records"], document["as_of"]), file=sys.stderr)
    _write(answer, chosen, output, lang)
    if answer.late:
        raise typer.Exit(1)


def figures(
    rulebook: RulebookArg,
    region: OwnOpt = None,
    format: TableFormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Write the figures that a plan prints as a table that progress can read. 原文所载数据。"""
    chosen = format_of(TableFormat, format, output, lang)
    book = load_book(rulebook, lang)
    own = region or say(lang, "own_region")
    kept, left = _sorted(book, own)
    if chosen is not TableFormat.table:
        for line in left:
            print(say(lang, "figure_left_out", *line), file=sys.stderr)
    if chosen is TableFormat.json:
        put(json.dumps({"records": _records(kept)}, ensure_ascii=False, indent=1) + "\n", output, lang)
    elif chosen is TableFormat.csv:
        put(_csv([list(_COLUMNS), *kept]), output, lang, mark=output is not None)
    elif chosen is TableFormat.xlsx and output is not None:
        _workbook({"figures": [list(_COLUMNS), *kept]}, output, lang)
    else:
        put(_figures_table(kept, left, lang), output, lang)


def _compile(book: bc.Rulebook, on: str | None, table: ReadTable, reading: list[str] | None, lang: Lang) -> bc.Rules:
    """The rules of the day asked about, moved into the time in force: a plan is asked for when it has ended, too."""
    days = [day for day in map(last_day, table.periods) if day]
    if on is not None:
        try:
            days = [datetime.date.fromisoformat(on)]
        except ValueError:
            stop(say(lang, "bad_day", on))
    try:
        day = within(book, max(days).isoformat()) if days else book.effective_from
        return book.compile(on=day, readings=readings_of(reading or [], lang))
    except bc.RulebookError as error:
        stop_for(error.issues, lang)


def _write(answer: bc.ProgressAnswer, format: LogFormat, output: Path | None, lang: Lang) -> None:
    if format is LogFormat.json:
        put(answer.json, output, lang)
    elif format is LogFormat.text:
        put(answer.text(lang.value), output, lang)
    elif format is LogFormat.table:
        put(_table(answer.rows(lang.value), lang), output, lang)
    else:
        rows = answer.rows(lang.value)
        cells = [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
        if format is LogFormat.csv:
            put(_csv(cells), output, lang, mark=output is not None)
        elif output is not None:
            _workbook({"progress": cells}, output, lang)


def _table(rows: list[dict[str, str]], lang: Lang) -> str:
    """One line a region and target, the cells parted by tabs."""
    lines = [[say(lang, _HEADS.get(key, key)) for key in _TABLE]]
    for row in rows:
        cells = dict(row, name=row["name"] or row["target"], status=say(lang, "target_met" if row["status"] == "met" else row["status"]))
        cells |= {key: f"{row[key]} {row['unit']}".rstrip() if row[key] else "" for key in _NUMBERS}
        cells["value"] = cells["value"] or row["class"]
        cells["completion"] = row["completion"] and f"{row['completion']} %"
        lines.append([cells[key] for key in _TABLE])
    return "".join("\t".join(line).rstrip("\t") + "\n" for line in lines)


def _sorted(book: bc.Rulebook, own: str) -> tuple[list[list[str]], list[list[str]]]:
    """The figures that can be records, and those that cannot: with an open bound, without a period, or printed twice with two numbers."""
    kept: dict[tuple[str, str, str], list[str]] = {}
    left: list[list[str]] = []
    for figure in book.figures:
        row = [figure.of or own, figure.period, figure.fact, figure.text, figure.unit or book.facts[figure.fact].unit, figure.clause]
        same = kept.get((row[0], row[1], row[2]))
        if figure.bound != "exactly" or not figure.period or (same and same[3:5] != row[3:5]):
            left.append([*row, figure.bound])
        elif not same:
            kept[row[0], row[1], row[2]] = row
    return list(kept.values()), left


def _records(kept: list[list[str]]) -> list[dict[str, object]]:
    records: dict[tuple[str, str], dict[str, object]] = {}
    for region, period, fact, value, unit, evidence in kept:
        facts: dict[str, object] = {}
        record = records.setdefault((region, period), {"region": region, "period": period, "facts": facts})
        entry = {"value": value, "unit": unit, "evidence": evidence}
        held = record["facts"]
        assert isinstance(held, dict)
        held[fact] = {key: text for key, text in entry.items() if text}
    return list(records.values())


def _figures_table(kept: list[list[str]], left: list[list[str]], lang: Lang) -> str:
    heads = [say(lang, key) for key in ("region", "period", "fact", "value", "unit", "clause")]
    lines = [heads, *kept]
    lines += [[*row[:3], f"{say(lang, row[6])} {row[3]}", *row[4:6], say(lang, "not_a_record")] for row in left]
    return "".join("\t".join(line).rstrip("\t") + "\n" for line in lines)


def _csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _workbook(sheets: dict[str, list[list[str]]], output: Path, lang: Lang) -> None:
    from biaochi.cli._results import write_sheets

    try:
        write_sheets(sheets, output)
    except OSError as error:
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))
