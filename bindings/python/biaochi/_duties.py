"""Duties of bodies as flat rows."""

from __future__ import annotations

from typing import Any

from biaochi._lifecycle import html, text_in

__all__ = ["html", "rows"]

Row = dict[str, str]


def rows(document: dict[str, Any], lang: str) -> list[Row]:
    """One row a report, or a duty without reports, or a body without duties; the keys are the same in every row."""
    return [row for unit in document["units"] for row in _of_unit(unit, lang)]


def _of_unit(unit: dict[str, Any], lang: str) -> list[Row]:
    start = {"unit": unit["unit"], "unit_name": text_in(unit.get("name"), lang), "presence": unit["presence"]}
    says = text_in(unit.get("says"), lang)
    if not unit["duties"]:
        return [start | _duty({}, lang) | _report({}, lang) | {"remarks": says}]
    return [row for duty in unit["duties"] for row in _of_duty(start, says, duty, lang)]


def _of_duty(start: Row, says: str, duty: dict[str, Any], lang: str) -> list[Row]:
    stop = "；" if lang == "zh" else "; "
    own = [says, *(text_in(each, lang) for each in duty.get("remarks", []))]
    return [
        start | _duty(duty, lang) | _report(report, lang) | {"remarks": stop.join(filter(None, [*own, *(text_in(each, lang) for each in report.get("remarks", []))]))}
        for report in duty["reports"] or [{}]
    ]


def _duty(duty: dict[str, Any], lang: str) -> Row:
    named = duty.get("named", [{}])[0]
    phase = duty.get("phase", {})
    return {
        "duty": duty.get("duty", ""),
        "duty_name": text_in(duty.get("name"), lang),
        "role": duty.get("role", ""),
        "named": text_in(named.get("name"), lang) or named.get("unit", ""),
        "sure": str(duty.get("sure", True)).lower() if duty else "",
        "phase": text_in(phase.get("name"), lang) or phase.get("phase", ""),
        "by": duty.get("by", ""),
        "clause": duty.get("cite", {}).get("clause", ""),
    }


def _report(report: dict[str, Any], lang: str) -> Row:
    to = report.get("to", [{}])[0]
    return {
        "report": report.get("report", ""),
        "report_name": text_in(report.get("name"), lang),
        "to": text_in(to.get("name"), lang) or to.get("unit", ""),
        "every": report.get("every", ""),
        "day": report.get("day", ""),
        "basis": report.get("basis", ""),
        "report_clause": report.get("cite", {}).get("clause", ""),
    }
