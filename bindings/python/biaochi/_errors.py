"""The exceptions that biaochi raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from biaochi._core import Issue

_MOST_LINES = 20


class Error(Exception):
    """Anything that biaochi refuses to do."""


class Stopped(Error):
    """Long work that its progress function ended by returning False."""


class _IssuesError(Error):
    """An error that lists every issue of a text."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues: list[Issue] = list(issues)
        super().__init__(self.issues)

    def __str__(self) -> str:
        lines = [str(issue) for issue in self.issues[:_MOST_LINES]]
        if len(self.issues) > _MOST_LINES:
            lines.append(f"... and {len(self.issues) - _MOST_LINES} more, see .issues")
        return "\n".join(lines)


class RulebookError(_IssuesError, ValueError):
    """A rulebook that is wrong, or a date or reading that it does not know. `issues` lists all."""


class DataError(_IssuesError, ValueError):
    """Figures that cannot be scored as they stand. `issues` lists all."""


class CalendarError(_IssuesError, ValueError):
    """A calendar that is wrong, a day that it does not cover, or a date that does not exist. `issues` lists all."""
