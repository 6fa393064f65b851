"""Exact rules for policy indicator systems: score, class, rank and explain, by a written regulation.

    import biaochi as bc

    rules = bc.rulebook("hebei_district_leap").compile(on="2020-12-31", readings={"hightech_gap": "linear"})
    card = rules.score({"hightech_firms": 3})
    card["hightech_firms"].low  # Fraction(17, 6)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from biaochi import _calendars, _coverage, _rulebooks
from biaochi._awards import share
from biaochi._core import (
    AwardAnswer,
    Calendar,
    Coverage,
    DutiesAnswer,
    ExampleResult,
    Fact,
    Frame,
    Issue,
    LogAnswer,
    Need,
    OpenPoint,
    PrintedFigure,
    ProgressAnswer,
    Range,
    Rulebook,
    Rules,
    Scorecard,
    Table,
    Text,
    WhatIfAnswer,
    add_months,
    check_rulebook,
    end_of_months,
    last_yearly,
    next_yearly,
    parse_calendar,
    parse_rulebook,
)
from biaochi._core import version as __version__
from biaochi._differences import Difference, diff
from biaochi._errors import CalendarError, DataError, Error, RulebookError, Stopped
from biaochi._expressions import evaluate

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AwardAnswer",
    "Calendar",
    "CalendarError",
    "Coverage",
    "DataError",
    "Difference",
    "DutiesAnswer",
    "Error",
    "ExampleResult",
    "Fact",
    "Frame",
    "Issue",
    "LogAnswer",
    "Need",
    "OpenPoint",
    "PrintedFigure",
    "ProgressAnswer",
    "Range",
    "Rulebook",
    "RulebookError",
    "Rules",
    "Scorecard",
    "Stopped",
    "Table",
    "Text",
    "WhatIfAnswer",
    "__version__",
    "add_months",
    "calendar",
    "calendars",
    "check",
    "diff",
    "coverage",
    "end_of_months",
    "evaluate",
    "last_yearly",
    "next_yearly",
    "rulebook",
    "rulebooks",
    "schema",
    "share",
]


def rulebook(source: _rulebooks.Source) -> Rulebook:
    """Reads a rulebook.

    `source` is the id of a shipped one, a path, or JSON text (str or bytes that start with "{"). Returns a valid Rulebook. Raises
    RulebookError with every issue of a wrong one, OSError for a path object that cannot be read.
    """
    return parse_rulebook(_rulebooks.read(source))


def rulebooks() -> list[str]:
    """Ids of the shipped rulebooks, sorted."""
    return _rulebooks.ids()


def check(source: _rulebooks.Source) -> list[Issue]:
    """Lists the issues of a rulebook that may be wrong, and what lint finds where nothing is.

    `source` as for rulebook(). Raises RulebookError only where there is no such rulebook at all.
    """
    return check_rulebook(_rulebooks.read(source))


def coverage(books: _coverage.Books, ledger: _coverage.LedgerSource = None, sources: Iterable[str] = ()) -> Coverage:
    """Holds what rulebooks cite against a ledger of ids.

    `books` is a Rulebook, what rulebook() takes, or several of them. `ledger` is a path, or text in Markdown; without it what is cited is
    listed, and nothing is asked for. `sources`, such as "S0", limits what is asked for. Raises DataError with every issue of a wrong
    ledger, RulebookError, OSError.
    """
    return _coverage.answer(books, ledger, sources)


def calendar(source: _rulebooks.Source) -> Calendar:
    """Reads a calendar of working days.

    `source` is the id of a shipped one ("cn"), a path, or JSON text. Raises CalendarError with every issue of a wrong one, OSError for a
    path object that cannot be read.
    """
    return parse_calendar(_calendars.read(source))


def calendars() -> list[str]:
    """Ids of the shipped calendars, sorted."""
    return _calendars.ids()


def schema() -> str:
    """The JSON Schema of the rulebook format `biaochi/1`, as text."""
    return _rulebooks.schema()


def __dir__() -> list[str]:
    return __all__
