"""From the arguments of a command to compiled rules and checked figures."""

from __future__ import annotations

import calendar
import datetime
import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import biaochi as bc
from biaochi.cli._issues import print_issues, reason, stop, stop_for
from biaochi.cli._words import Lang, say
from biaochi.tables import ReadTable, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_LONG_FILE = 1_000_000  # bytes


@dataclass
class Request:
    """What score, rank and explain are asked for."""

    rulebook: str
    file: Path
    readings: list[str]
    on: str | None
    sheet: str | None
    lang: Lang


@dataclass
class Job:
    """Rules, and figures that have passed every check."""

    book: bc.Rulebook
    rules: bc.Rules
    table: ReadTable


def load_book(source: str, lang: Lang) -> bc.Rulebook:
    """Reads a rulebook, or ends the command with all its issues."""
    try:
        return bc.rulebook(source)
    except bc.RulebookError as error:
        stop_for(error.issues, lang)


def load_books(sources: Sequence[str], lang: Lang) -> list[bc.Rulebook]:
    """Reads rulebooks, or ends the command with all issues of the first that is wrong; where there are several, with its name."""
    books = []
    for source in sources:
        try:
            books.append(bc.rulebook(source))
        except bc.RulebookError as error:
            several = len(sources) > 1
            stop_for([issue.at(f"{source}{issue.where}") for issue in error.issues] if several else error.issues, lang)
    return books


def last_day(period: str) -> datetime.date | None:
    """The last day of a period written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None for any other."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", period, re.ASCII)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    try:
        return datetime.date(year, month, int(found[3] or calendar.monthrange(year, month)[1]))
    except (ValueError, calendar.IllegalMonthError):
        return None


def default_date(book: bc.Rulebook, periods: list[str]) -> str:
    """The last day of the latest period, within the time in force; the first day in force where periods are no dates."""
    days = [day for day in map(last_day, periods) if day]
    if not days:
        return book.effective_from
    return within(book, max(days).isoformat())


def within(book: bc.Rulebook, day: str) -> str:
    """A day moved into the time in force."""
    if book.effective_until and day >= book.effective_until:
        until = datetime.date.fromisoformat(book.effective_until)
        day = (until - datetime.timedelta(days=1)).isoformat()
    return max(day, book.effective_from)


def readings_of(pairs: list[str], lang: Lang) -> dict[str, str]:
    """Readings by open point, from pairs ID=READING; ends the command for anything else."""
    readings: dict[str, str] = {}
    for pair in pairs:
        point, mark, reading = pair.partition("=")
        if not (point and mark and reading):
            stop(say(lang, "bad_reading", pair))
        if readings.setdefault(point.strip(), reading.strip()) != reading.strip():
            stop(say(lang, "two_readings", point.strip()))
    return readings


def _read(request: Request, book: bc.Rulebook) -> ReadTable:
    try:
        return read_table(request.file, book, request.sheet)
    except OSError as error:
        stop(say(request.lang, "no_file", request.file, reason(error, request.lang)))


def scoring(rules: bc.Rules, lang: Lang) -> bc.Rules:
    """The rules; ends the command where they have no score tree."""
    if not rules.parts:
        stop(say(lang, "no_score", rules.rulebook_id))
    return rules


def _compile(request: Request, book: bc.Rulebook, table: ReadTable) -> bc.Rules:
    on = request.on or default_date(book, table.periods)
    try:
        return scoring(book.compile(on=on, readings=readings_of(request.readings, request.lang)), request.lang)
    except bc.RulebookError as error:
        stop_for(error.issues, request.lang)


def load(request: Request) -> Job:
    """Does all that comes before scoring; ends the command with every issue where anything is wrong."""
    book = load_book(request.rulebook, request.lang)
    table = _read(request, book)
    rules = _compile(request, book, table)
    issues = table.check(rules)
    print_issues(issues, request.lang)
    errors = sum(issue.severity == "error" for issue in issues)
    if errors:
        stop(say(request.lang, "one_not_scored" if errors == 1 else "not_scored", errors))
    return Job(book, rules, table)


@contextmanager
def working(request: Request) -> Iterator[None]:
    """Shows a bar while a long file is worked on, if a person is looking."""
    if not sys.stderr.isatty() or not request.file.is_file() or request.file.stat().st_size < _LONG_FILE:
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task(say(request.lang, "working"), total=None)
        yield
