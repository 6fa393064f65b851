"""The commands: score, rank, explain, lint, test, check, progress, figures, award, share, coverage, diff, deadline, draw, export, eval, replay, next,
due, whatif, schema.
"""

from __future__ import annotations

import json
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

import biaochi as bc
from biaochi.cli._award import award, share
from biaochi.cli._check import check
from biaochi.cli._columns import score_file
from biaochi.cli._coverage import coverage
from biaochi.cli._deadline import deadline
from biaochi.cli._diff import diff
from biaochi.cli._draw import draw, export
from biaochi.cli._eval import evaluate
from biaochi.cli._inputs import Job, Request, load, load_book, load_books, working
from biaochi.cli._issues import print_issues, reason, stop, stop_for
from biaochi.cli._lifecycle import due, next, replay
from biaochi.cli._options import FileArg, LangOpt, OnOpt, OutOpt, ReadingsOpt, RulebookArg, SheetOpt, TableFormat, TableFormatOpt
from biaochi.cli._output import format_of, put
from biaochi.cli._progress import figures, progress
from biaochi.cli._results import Document, Result, csv_text, dumps, ranked, write_xlsx
from biaochi.cli._whatif import whatif
from biaochi.cli._words import Lang, say
from biaochi.tables._parquet import is_parquet

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(
    help="Exact rules for policy indicator systems. 区域创新指标体系的精确计分。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class TextFormat(str, Enum):
    """How an explanation is written."""

    text = "text"
    markdown = "markdown"
    json = "json"


class LintFormat(str, Enum):
    """How issues are written."""

    table = "table"
    json = "json"


@app.command()
def score(
    rulebook: RulebookArg,
    file: FileArg,
    reading: ReadingsOpt = None,
    on: OnOpt = None,
    sheet: SheetOpt = None,
    format: TableFormatOpt = None,
    output: OutOpt = None,
    keep: Annotated[Optional[list[str]], typer.Option("--keep", metavar="COLUMN", help="Parquet to Parquet: hand this column back; may be repeated. 保留该列。")] = None,
    threads: Annotated[Optional[int], typer.Option("--threads", min=0, max=1024, help="Parquet to Parquet: how many; 0: one a core. 线程数。")] = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Score, class and rank every row of a table, in its order; from Parquet to Parquet without ranks. 计分、分类、位次（按原表次序；Parquet 到 Parquet 不排位次）。"""
    request = Request(rulebook, file, reading or [], on, sheet, lang)
    if is_parquet(file) and (format is None if output is None else is_parquet(output)):
        if format is not None:
            stop(say(lang, "format_of_parquet", format.value))
        score_file(request, output, keep or [], 1 if threads is None else threads)
        return
    for option, given in (("--keep", keep), ("--threads", threads)):
        if given is not None:
            stop(say(lang, "only_for_parquet", option))
    job, text = _answer(request)
    document: Document = {}
    chosen = format_of(TableFormat, format, output, lang)
    if chosen is not TableFormat.json:
        document = json.loads(text)
    _write(job, document, text, document.get("results", []), chosen, output, lang)


@app.command()
def rank(
    rulebook: RulebookArg,
    file: FileArg,
    reading: ReadingsOpt = None,
    on: OnOpt = None,
    sheet: SheetOpt = None,
    top: Annotated[Optional[int], typer.Option("--top", min=1, metavar="N", help="Only the first N rows. 只列前 N 行。")] = None,
    bottom: Annotated[Optional[int], typer.Option("--bottom", min=1, metavar="N", help="Only the last N rows. 只列后 N 行。")] = None,
    format: TableFormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Score a table and list its rows by rank. 计分并按位次排列。"""
    request = Request(rulebook, file, reading or [], on, sheet, lang)
    job, text = _answer(request)
    document: Document = json.loads(text)
    rows = _cut(ranked(document), top, bottom)
    present = [row for row in rows if row is not None]
    _write(job, document, dumps({**document, "results": present}), rows, format_of(TableFormat, format, output, lang), output, lang)


@app.command()
def explain(
    rulebook: RulebookArg,
    file: FileArg,
    region: Annotated[str, typer.Option("--region", metavar="NAME", help="Which region. 哪个地区。", show_default=False)],
    period: Annotated[Optional[str], typer.Option("--period", metavar="P", help="Which period, where there are several. 哪个时期。")] = None,
    reading: ReadingsOpt = None,
    on: OnOpt = None,
    sheet: SheetOpt = None,
    format: Annotated[TextFormat, typer.Option("--format", help="Format. 格式。")] = TextFormat.text,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Say where each point of one row comes from. 说明一行中每一分的由来。"""
    request = Request(rulebook, file, reading or [], on, sheet, lang)
    with working(request):
        job = load(request)
        cards = list(job.rules.score_table(job.table.json))
    text = _choose(cards, region, period, lang).explain(lang.value, format.value)
    put(text if text.endswith("\n") else text + "\n", output, lang)


@app.command()
def lint(
    rulebook: RulebookArg,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for a warning too. 有警告也算不通过。")] = False,
    format: Annotated[LintFormat, typer.Option("--format", help="Format. 格式。")] = LintFormat.table,
    lang: LangOpt = Lang.zh,
) -> None:
    """List what is wrong with a rulebook, or what a careful reader would ask about. 检查规则书。"""
    try:
        issues = bc.check(rulebook)
    except bc.RulebookError as error:
        stop_for(error.issues, lang)
    counts = [sum(issue.severity == severity for issue in issues) for severity in ("error", "warning", "note")]
    if format is LintFormat.json:
        keys = ("code", "severity", "where", "line", "column", "zh", "en")
        put(json.dumps([{key: getattr(issue, key) for key in keys} for issue in issues], ensure_ascii=False, indent=1) + "\n", None, lang)
    else:
        print_issues(issues, lang, sys.stdout)
        print(say(lang, "counts", *counts) if issues else say(lang, "no_issues"))
    if counts[0] or (strict and counts[1]):
        raise typer.Exit(1)


@app.command()
def test(
    rulebooks: Annotated[list[str], typer.Argument(metavar="RULEBOOK...", help="Ids or paths. 规则书标识符或文件路径。", show_default=False)],
    lang: LangOpt = Lang.zh,
) -> None:
    """Run the examples that rulebooks carry. 运行规则书自带的算例。"""
    failed = 0
    for book in load_books(rulebooks, lang):
        results = book.test()
        failures = [result for result in results if not result.passed]
        for result in failures:
            print(f"{book.id} {result.id}:")
            print_issues(result.issues, lang, sys.stdout)
        failed += len(failures)
        words = say(lang, "failed", book.id, len(failures), len(results)) if failures else say(lang, "passed", book.id, len(results))
        print(words)
    if failed:
        raise typer.Exit(1)


for command in (check, progress, figures, award, share, coverage, diff, deadline, draw, export, replay, next, due, whatif):
    app.command()(command)
app.command("eval")(evaluate)


@app.command()
def schema() -> None:
    """Print the JSON Schema of rulebooks. 打印规则书的 JSON Schema。"""
    text = bc.schema()
    put(text if text.endswith("\n") else text + "\n", None, Lang.zh)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"biaochi {bc.__version__}")
        raise typer.Exit


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version. 版本。")] = False) -> None:
    pass


def _answer(request: Request) -> tuple[Job, str]:
    with working(request):
        job = load(request)
        return job, job.rules.score_json(job.table.json)


def _cut(rows: list[Result], top: int | None, bottom: int | None) -> list[Result | None]:
    """The first and last rows, with None for what is left out between them."""
    if top is None and bottom is None:
        return list(rows)
    first, last = top or 0, bottom or 0
    if first + last >= len(rows):
        return list(rows)
    gap: list[Result | None] = [None] if top and bottom else []
    return [*rows[:first], *gap, *rows[len(rows) - last :]]


def _write(
    job: Job, document: Document, text: str, rows: Sequence[Result | None], format: TableFormat, output: Path | None, lang: Lang
) -> None:
    present = [row for row in rows if row is not None]
    if format is TableFormat.json:
        put(text, output, lang)
    elif format is TableFormat.csv:
        put(csv_text(document, present), output, lang, mark=output is not None)
    elif format is TableFormat.xlsx and output is not None:
        try:
            write_xlsx(document, present, output)
        except OSError as error:
            stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))
    else:
        _screen(job, document, list(rows), output, lang)


def _screen(job: Job, document: Document, rows: list[Result | None], output: Path | None, lang: Lang) -> None:
    import io

    from biaochi.cli._screen import print_results

    if output is None:
        print_results(document, rows, job.book, lang)
        return
    page = io.StringIO()
    print_results(document, rows, job.book, lang, page)
    put(page.getvalue(), output, lang)


def _choose(cards: list[bc.Scorecard], region: str, period: str | None, lang: Lang) -> bc.Scorecard:
    """The card of a region and period; ends the command where there is none, or more than one."""
    from biaochi._core import make_issue, nearest

    named = [card for card in cards if card.region == region]
    if not named:
        stop_for([make_issue("bad_value", "--region", [region, nearest(region, [card.region for card in cards])])], lang)
    chosen = [card for card in named if period is None or card.period == period]
    periods = ", ".join(card.period for card in named)
    if not chosen:
        stop_for([make_issue("bad_value", "--period", [period or "", periods])], lang)
    if len(chosen) > 1:
        stop(say(lang, "which_period", region, periods))
    return chosen[0]
