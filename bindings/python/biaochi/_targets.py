"""Records as Rules.progress() takes them, its answers as flat rows, and printed figures as records."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

Row = dict[str, str]

_MARK = b"\xef\xbb\xbf"
_ENDS = ("value", "completion", "distance", "pace", "expected", "amount")


def read(value: Any) -> Any:
    """The text of a JSON file, where a path object is handed in; anything else as it is."""
    return Path(value).read_bytes().removeprefix(_MARK) if isinstance(value, os.PathLike) else value


def rows(document: dict[str, Any], lang: str) -> list[Row]:
    """One row a region and target; the keys are the same in every row."""
    return [_row(document, entry, lang) for entry in document["progress"]]


def _row(document: dict[str, Any], entry: dict[str, Any], lang: str) -> Row:
    row = {
        "region": entry["region"],
        "label": entry.get("label") or document.get("label", ""),
        "target": entry["target"],
        "name": _in(entry.get("name"), lang),
        "status": entry["status"],
        "goal": goal_text(entry),
        "due": entry.get("due", ""),
        "unit": entry.get("unit", ""),
    }
    for key in _ENDS:
        row |= {key: entry.get(key, {}).get("shown", ""), f"{key}_low": entry.get(key, {}).get("low", ""), f"{key}_high": entry.get(key, {}).get("high", "")}
    row |= {
        "class": entry.get("class") or "",
        "figures": "; ".join(_figure(figure) for figure in entry["figures"]),
        "estimated": "true" if entry.get("estimated") else "",
        "needs": "; ".join(_in(need["says"], lang) for need in entry["needs"]),
        "clause": str(entry.get("cite", {}).get("clause", "")),
        "rulebook": document["rulebook"],
        "on": document["as_of"],
        "readings": ";".join(f"{point}={reading or ''}" for point, reading in document["readings"].items()),
    }
    return row


_SIGNS = {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< ", "exactly": "= ", "about": "≈ "}


def goal_text(entry: dict[str, Any]) -> str:
    """`≥ 2 %`, `4–5 个`, the class that is enough; all readings of an open one; nothing for a question to a person."""
    if "by_reading" in entry:
        return " / ".join(dict.fromkeys(_goal(each.get("goal", {})) for each in entry["by_reading"]))
    return _goal(entry.get("goal", {}))


def _goal(goal: dict[str, Any]) -> str:
    if "best" in goal:
        return str(goal["best"])
    if "value" not in goal:
        return ""
    number = f"{goal['value']}–{goal['to']}" if "to" in goal else _SIGNS[goal["bound"]] + str(goal["value"])
    return " ".join(filter(None, (number, goal.get("unit", ""))))


def _figure(figure: dict[str, Any]) -> str:
    value = "—" if figure["value"] is None else " ".join(filter(None, (figure["value"], figure.get("unit", ""))))
    mark = "*" if figure.get("status") == "estimated" else ""
    return f"{figure['period']}: {value}{mark}"


def _in(text: dict[str, str] | None, lang: str) -> str:
    """A text in a language, or in the other one where it lacks."""
    text = text or {}
    return text.get(lang) or text.get("en" if lang == "zh" else "zh", "")
