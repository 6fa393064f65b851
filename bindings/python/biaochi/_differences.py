"""Two versions of a rulebook side by side."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from biaochi import _core, _rulebooks

if TYPE_CHECKING:
    import datetime

    from biaochi._core import Issue

Text = str | bytes


class Difference:
    """What differs between two versions of a rulebook, and whose answers change by which clause."""

    def __init__(self, core: _core.Difference) -> None:
        self._core = core
        self._document: dict[str, Any] = json.loads(core.json)

    @property
    def changes(self) -> list[dict[str, Any]]:
        """The clauses that differ: `id`, `kind`, `where`, `name`, `clause`, `values`, `declares`, `alone`; see docs/reference/diff.md."""
        return list(self._document["changes"])

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The answers that differ: `subject`, `question`, `before`, `after`, `causes`, `no_other_cause`."""
        return list(self._document["answers"])

    @property
    def asked(self) -> int:
        """How many answers were compared."""
        return int(self._document["asked"])

    @property
    def json(self) -> str:
        """All of it as JSON."""
        return self._core.json

    @property
    def issues(self) -> list[Issue]:
        """Warnings, such as that the two are not versions of one rulebook."""
        return self._core.issues

    def text(self, language: str = "zh") -> str:
        """All of it in words; `language` is zh or en."""
        return self._core.text(language)

    def __repr__(self) -> str:
        return f"Difference(changes={len(self.changes)}, asked={self.asked}, answers={len(self.answers)})"


def diff(
    first: _rulebooks.Source,
    second: _rulebooks.Source,
    *,
    records: Text | None = None,
    subjects: Text | None = None,
    applications: Text | None = None,
    on: datetime.date | str | None = None,
    readings: dict[str, str] | None = None,
) -> Difference:
    """Compares two versions of a rulebook, clause by clause; with data, also what they answer.

    `first` and `second` are as for rulebook(). `records`, `subjects` and `applications` are JSON texts as Rules takes them. `on` is the day
    of the rules (default: for each version its first day in force), `readings` the reading by open point. Each change is tried alone, so
    that an answer that differs names its causes. Raises RulebookError where a version is wrong, DataError where the data are.
    """
    for source in (first, second):
        if not isinstance(source, (str, bytes, os.PathLike)):
            raise TypeError(f"a rulebook's id, path or JSON text is expected, not {type(source).__name__}")
    day = None if on is None else str(on)
    core = _core.diff_texts(_rulebooks.read(first), _rulebooks.read(second), records, subjects, applications, day, readings or {})
    return Difference(core)
