"""How the command tells what is wrong, and when it stops."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from biaochi import Issue

BAD_INPUT = 2


def line_of(issue: Issue, lang: Lang, source: Path | None = None) -> str:
    """One issue in one line: file if named, place, severity, code, message."""
    place = issue.where
    if issue.line:
        at = f"{issue.line}:{issue.column}" if issue.column else say(lang, "line", issue.line)
        place = f"{place} ({at})".strip()
    start = "".join(f"{part}: " for part in (source, place) if part)
    message = issue.zh if lang is Lang.zh else issue.en
    return f"{start}{say(lang, issue.severity)} {issue.code}: {message}"


def print_issues(issues: Iterable[Issue], lang: Lang, file: TextIO | None = None, source: Path | None = None) -> None:
    """One line an issue, on standard error unless told otherwise; `source` is the file that they are about, where there may be several."""
    for issue in issues:
        print(line_of(issue, lang, source), file=file or sys.stderr)


def stop(message: str) -> NoReturn:
    """Ends the command because of bad input."""
    print(message, file=sys.stderr)
    raise typer.Exit(BAD_INPUT)


def reason(error: OSError, lang: Lang, missing: str = "not_found") -> str:
    """Why a file cannot be used, in words; `missing` is the key for a path that leads nowhere."""
    kinds = ((FileNotFoundError, missing), (PermissionError, "not_allowed"), (IsADirectoryError, "is_folder"))
    for kind, key in kinds:
        if isinstance(error, kind):
            return say(lang, key)
    return error.strerror or type(error).__name__


def stop_for(issues: list[Issue], lang: Lang, source: Path | None = None) -> NoReturn:
    """Ends the command because of issues, of a file if one is named."""
    print_issues(issues, lang, source=source)
    raise typer.Exit(BAD_INPUT)
