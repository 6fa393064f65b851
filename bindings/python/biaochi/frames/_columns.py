"""What each column of a frame is: a figure, the status of one, a name of the record, or one to be kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from biaochi import _core

if TYPE_CHECKING:
    from collections.abc import Sequence

    from biaochi._core import Issue, Rules
    from biaochi.frames._options import Options

RECORD_COLUMNS = ("region", "period", "group", "label")
_STATUS = ".status"


@dataclass
class Plan:
    """Columns by what they are, each as its place among all."""

    kept: list[int] = field(default_factory=list)
    figures: list[tuple[int, str]] = field(default_factory=list)  # place, slot
    statuses: dict[str, int] = field(default_factory=dict)  # place by slot
    issues: list[Issue] = field(default_factory=list)


def plan(names: Sequence[str], rules: Rules, options: Options) -> Plan:
    """Sorts columns out by their names; what is left over becomes a figure, and the engine says if there is none of that name."""
    sorted_out = Plan()
    slots = set(rules.slots)
    for place, name in enumerate(names):
        slot = options.columns.get(name, name)
        if name in options.keep or (name in RECORD_COLUMNS and name not in options.columns):
            sorted_out.kept.append(place)
        elif slot.endswith(_STATUS) and slot not in slots:
            sorted_out.statuses.setdefault(slot.removesuffix(_STATUS), place)
        else:
            sorted_out.figures.append((place, slot))
    sorted_out.issues = _issues(names, sorted_out, options)
    return sorted_out


def place_of(name: str) -> str:
    """The place of a column in issues."""
    return "/columns/" + name.replace("~", "~0").replace("/", "~1")


def _issues(names: Sequence[str], sorted_out: Plan, options: Options) -> list[Issue]:
    seen: set[str] = set()
    issues = []
    for name in (names[place] for place in sorted_out.kept):
        if name in seen:
            issues.append(_core.make_issue("repeated_column", place_of(name), [name, name]))
        seen.add(name)
    asked = dict.fromkeys([*options.keep, *options.columns])
    issues += [_core.make_issue("missing_column", place_of(name), [name]) for name in asked if name not in names]
    slots = {slot for _, slot in sorted_out.figures}
    lonely = [slot for slot in sorted_out.statuses if slot not in slots]
    return issues + [_core.make_issue("missing_column", place_of(slot), [slot]) for slot in lonely]


def check_kept(name: str, length: int, rows: int, issues: list[Issue]) -> None:
    """Notes a kept column of another length."""
    if length != rows:
        issues.append(_core.make_issue("wrong_length", place_of(name), [name, str(length), str(rows)]))


def check_results(kept: Sequence[str], results: Sequence[str], issues: list[Issue]) -> None:
    """Notes kept columns that answers have the names of."""
    for name in kept:
        if name in results:
            issues.append(_core.make_issue("repeated_column", place_of(name), [name, name]))


def status_codes(name: str, values: Any, issues: list[Issue]) -> Any:
    """Statuses as bytes; null and empty mean reported. Notes a word that is no status."""
    import numpy as np

    words = np.asarray(values)
    codes = np.full(words.shape, 255, np.uint8)
    for code, word in enumerate(STATUSES):
        codes[words == word] = code
    codes[(words == "") | (words == None)] = STATUSES.index("reported")  # noqa: E711
    unknown = np.flatnonzero(codes == 255)
    if unknown.size:
        issues.append(_core.make_issue("bad_value", place_of(name), [str(words[unknown[0]]), ", ".join(STATUSES)]))
    return codes


STATUSES = ("missing", "reported", "not_applicable", "estimated", "rejected")
