"""Logs of events as they are handed in, and their answers as flat rows."""

from __future__ import annotations

import html as _html
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from biaochi import _calendars, _core

if TYPE_CHECKING:
    from collections.abc import Iterable

    from biaochi._core import Calendar

Row = dict[str, str]


def read(value: Any) -> Any:
    """The text of a file, where a path is handed in; anything else as it is.

    A str is text if it is empty or begins with "{" or "[", after white space; otherwise it is a path.
    """
    if isinstance(value, os.PathLike):
        return Path(value).read_bytes().removeprefix(b"\xef\xbb\xbf")
    if isinstance(value, str) and value.strip() and value.lstrip()[:1] not in "{[":
        return Path(value).read_bytes().removeprefix(b"\xef\xbb\xbf")
    return value


@lru_cache(maxsize=1)
def _shipped() -> list[Calendar]:
    return [_core.parse_calendar(_calendars.read(name)) for name in _calendars.ids()]


def calendars(value: Any) -> list[Calendar]:
    """Calendars from None (the shipped ones), one of them, or several: each a Calendar, an id, a path or JSON text."""
    if value is None:
        return _shipped()
    several: Iterable[Any] = [value] if isinstance(value, (str, bytes, os.PathLike, _core.Calendar)) else value
    return [each if isinstance(each, _core.Calendar) else _core.parse_calendar(_calendars.read(each)) for each in several]


def rows(document: dict[str, Any], lang: str) -> list[Row]:
    """One row a case, event or duty of a document; the keys are the same in every row."""
    if "duties" in document:
        return [_duty(document, each, lang) for each in document["duties"]]
    if "next" in document:
        return [_next(document, each, lang) for each in document["next"]]
    refused: dict[str, int] = {}
    for refusal in document["refusals"]:
        refused[refusal["event"]["case"]] = refused.get(refusal["event"]["case"], 0) + 1
    fields = dict.fromkeys(field for case in document["cases"] for field in case["fields"])
    return [_case(document, each, fields, refused.get(each["case"], 0), lang) for each in document["cases"]]


def refusal_rows(document: dict[str, Any], lang: str) -> list[Row]:
    """One row an event that was not accepted."""
    return [
        {
            "line": str(each.get("line", "")),
            "date": each["event"]["date"],
            "case": each["event"]["case"],
            "event": each["event"]["event"],
            "name": text_in(each.get("name"), lang),
            "state": _state(document, each["state"], lang),
            "kind": each["kind"],
            "says": text_in(each.get("says"), lang),
            "because": "; ".join(_because(each["tried"], lang)),
            "needs": _needs(each["tried"], lang),
            "first_day": _first_day(each["tried"]),
        }
        for each in document["refusals"]
    ]


def html(rows: list[Row]) -> str:
    """Rows as a table for a notebook."""
    if not rows:
        return "<table></table>"
    head = "".join(f"<th>{_html.escape(key)}</th>" for key in rows[0])
    body = ("".join(f"<td>{_html.escape(cell)}</td>" for cell in row.values()) for row in rows)
    return f"<table><tr>{head}</tr>" + "".join(f"<tr>{cells}</tr>" for cells in body) + "</table>"


def text_in(text: dict[str, str] | None, lang: str) -> str:
    """A text in a language, or in the other one where it lacks."""
    text = text or {}
    return text.get(lang) or text.get("en" if lang == "zh" else "zh", "")


def _state(document: dict[str, Any], state: str | None, lang: str) -> str:
    return "" if state is None else text_in(document["states"].get(state), lang) or state


def _clause(entry: dict[str, Any]) -> str:
    return str(entry.get("cite", {}).get("clause", ""))


def _needs(tried: list[dict[str, Any]], lang: str) -> str:
    """What would help to decide, each once: of guards, then of the days before which nothing may happen."""
    says = dict.fromkeys(text_in(need["says"], lang) for each in tried for need in each["needs"])
    days = [each["not_before"] for each in tried if each.get("not_before", {}).get("answer") == "undetermined"]
    says |= dict.fromkeys(filter(None, (lacking(day, lang) for day in days)))
    return "; ".join(says)


def lacking(entry: dict[str, Any], lang: str) -> str:
    """Why a duty or a first day has no day, or more than one: the issue, or the open points with their readings."""
    if "issue" in entry:
        return text_in(entry["issue"], lang)
    words = "选定读法：{}（{}）" if lang == "zh" else "a reading of {} ({})"
    comma = "、" if lang == "zh" else ", "
    return "; ".join(words.format(point["reading"], comma.join(point["choices"])) for point in entry.get("open", []))


def _because(tried: list[dict[str, Any]], lang: str) -> Iterable[str]:
    """The reasons that the rulebook gives, for the guard and for the day."""
    for each in tried:
        for part in (each, each.get("not_before", {})):
            if part.get("answer") != "met" and "else" in part:
                yield text_in(part["else"], lang)


def _first_day(tried: list[dict[str, Any]]) -> str:
    """The day, or both ends where readings differ; the last one looked at."""
    days = [each["not_before"] for each in tried if "earliest" in each.get("not_before", {})]
    if not days:
        return ""
    earliest, latest = str(days[-1]["earliest"]), str(days[-1]["latest"])
    return earliest if earliest == latest else f"{earliest}\u2013{latest}"


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _case(document: dict[str, Any], case: dict[str, Any], fields: Iterable[str], refused: int, lang: str) -> Row:
    row = _standing(document, case, lang) | {"since": case.get("since", ""), "events": str(len(case["history"])), "refused": str(refused)}
    row["version"] = case["version"]
    return row | {f"fields.{field}" if field in row else field: _plain(case["fields"].get(field)) for field in fields}


def _standing(document: dict[str, Any], entry: dict[str, Any], lang: str) -> Row:
    return {"case": entry["case"], "state": entry["state"] or "", "state_name": _state(document, entry["state"], lang)}


def _next(document: dict[str, Any], event: dict[str, Any], lang: str) -> Row:
    return _standing(document, event, lang) | {
        "event": event["event"],
        "name": text_in(event.get("name"), lang),
        "by": event.get("by", ""),
        "answer": event["answer"],
        "to": event.get("to", ""),
        "to_name": _state(document, event.get("to"), lang),
        "needs": _needs(event["tried"], lang),
        "first_day": _first_day(event["tried"]),
        "clause": _clause(event),
    }


def _duty(document: dict[str, Any], duty: dict[str, Any], lang: str) -> Row:
    return _standing(document, duty, lang) | {
        "deadline": duty["deadline"],
        "name": text_in(duty.get("name"), lang),
        "owner": duty.get("owner", ""),
        "status": duty["status"],
        "overdue": _plain(duty["overdue"]),
        "earliest": duty.get("earliest", ""),
        "latest": duty.get("latest", ""),
        "done_on": duty.get("done_on", ""),
        "late": text_in(duty.get("late"), lang),
        "clause": _clause(duty),
        "open": "; ".join(point["reading"] for point in duty.get("open", [])),
        "issue": text_in(duty.get("issue"), lang),
    }
