"""Runs the files of tests/rulebooks/bad through the package, stage by stage; `python tests/python/bad_files.py --update` rewrites the golden words."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import biaochi
from biaochi import _core
from biaochi.tables import read_table

ROOT = Path(__file__).parents[2]
BOOKS = ROOT / "tests" / "rulebooks"
GOLDEN = ROOT / "tests" / "cases" / "messages.golden"


def entries():
    """What tests/cases/bad.json expects of each file that the package can read; expressions alone are compiled in C++ only."""
    return [entry for entry in every_entry() if entry["stage"] != "expression"]


def every_entry():
    """All entries of tests/cases/bad.json."""
    return json.loads((ROOT / "tests" / "cases" / "bad.json").read_text("utf-8"))


def text_of(entry) -> bytes:
    """The text of a file, or the text that it describes."""
    data = (BOOKS / "bad" / entry["file"]).read_bytes()
    if not entry.get("generated"):
        return data
    return "".join(piece["text"] * piece["times"] for piece in json.loads(data)["generate"]).encode()


def issues_of(entry):
    """Every issue that a file gets at its stage."""
    stage = entry["stage"]
    if stage == "table":
        book = biaochi.rulebook(BOOKS / entry["rulebook"])
        return read_table(BOOKS / "bad" / entry["file"], book).check(book.compile())
    text = text_of(entry)
    if stage in ("calendar", "deadline"):
        return issues_of_calendar(text) if stage == "calendar" else issues_of_deadline(json.loads(text))
    if stage == "diff":
        case = json.loads(text)
        return biaochi.diff(BOOKS / case["first"], BOOKS / case["second"]).issues
    if stage == "coverage":
        return issues_of_coverage(json.loads(text))
    if stage == "columns":
        return issues_of_columns(json.loads(text))
    if stage == "lifecycle":
        return issues_of_lifecycle(json.loads(text))
    if stage == "whatif":
        return issues_of_whatif(json.loads(text))
    if stage in ("parse", "lint"):
        return _core.check_rulebook(text)
    if stage == "test":
        return [issue for result in _core.parse_rulebook(text).test() for issue in result.issues]
    return issues_of_case(json.loads(text))


def issues_of_case(case):
    """Compiles what a case names, and checks its records or subjects where it has any."""
    try:
        rules = biaochi.rulebook(BOOKS / case["rulebook"]).compile(case["on"], case.get("readings"))
    except biaochi.RulebookError as error:
        return error.issues
    if "applications" in case:
        return issues_of_applications(rules, json.dumps({"applications": case["applications"]}))
    if "subjects" in case:
        return issues_of_subjects(rules, json.dumps({"subjects": case["subjects"]}))
    return rules.check_json(json.dumps({"records": case["records"]})) if "records" in case else []


def issues_of_applications(rules, text):
    """Reads applications; those that are right have no issues."""
    try:
        rules.award(text)
    except biaochi.DataError as error:
        return error.issues
    return []


def issues_of_subjects(rules, text):
    """Reads subjects; those that are right have no issues."""
    try:
        rules.check_table(text)
    except biaochi.DataError as error:
        return error.issues
    return []


def issues_of_lifecycle(case):
    """Reads saved cases, or a log; a log that is right may have duties without a day. Places are those in the text concerned."""
    rules = biaochi.rulebook(BOOKS / case["rulebook"]).compile(case["on"])
    log = "".join(json.dumps(event) + "\n" for event in case.get("log", []))
    try:
        if "as_of" not in case:
            rules.replay(log, cases=case.get("cases"))
            return []
        duties = rules.due(log, case["as_of"], calendars=[]).duties
    except biaochi.DataError as error:
        return [within_text(issue) for issue in error.issues]
    return [SimpleNamespace(severity="error", line=0, **duty["issue"]) for duty in duties if "issue" in duty]


def within_text(issue):
    """An issue of a log or of saved cases with its place in that text."""
    parts = {name: getattr(issue, name) for name in ("severity", "code", "line", "column", "en", "zh")}
    return SimpleNamespace(where=issue.where.removeprefix("/events").removeprefix("/cases"), **parts)


def issues_of_whatif(case):
    """Reads a specification, and a sample where there is one; those that are right have no issues."""
    rules = biaochi.rulebook(BOOKS / case["rulebook"]).compile(case["on"])
    try:
        rules.whatif(case["records"], case["spec"], samples=case.get("samples"))
    except biaochi.DataError as error:
        return error.issues
    return []


def issues_of_coverage(case):
    """Holds a rulebook against a ledger, line by line."""
    found = biaochi.coverage(biaochi.rulebook(json.dumps(case["rulebook"])), "\n".join(case["ledger"]) + "\n").issues
    return [SimpleNamespace(**({"line": 0, "column": 1} | issue)) for issue in found]


def issues_of_columns(case):
    """Scores columns of NumPy; or, where they are said to be released, an Arrow stream that was read before."""
    import numpy

    rules = biaochi.rulebook(BOOKS / case["rulebook"]).compile(case["on"])
    columns = {name: numpy.array(each["values"], each["type"]) for name, each in case["columns"].items()}
    try:
        if case.get("released"):
            columns = read_before(columns)
        rules.score(columns, columns=case.get("names"))
    except biaochi.DataError as error:
        return error.issues
    return []


def read_before(columns):
    """A frame whose stream somebody else has read."""
    import pyarrow

    stream = pyarrow.table(columns).__arrow_c_stream__()
    frame = type("Spent", (), {"__arrow_c_stream__": lambda self, requested_schema=None: stream})()
    pyarrow.RecordBatchReader.from_stream(frame).read_all()
    return frame


def issues_of_calendar(text):
    """Reads a calendar; one that is right has no issues."""
    try:
        biaochi.calendar(text)
    except biaochi.CalendarError as error:
        return error.issues
    return []


def issues_of_deadline(case):
    """Counts the working days that a case asks for."""
    try:
        biaochi.calendar(BOOKS / case["calendar"]).add_working_days(case["from"], case["working_days"], case["start"])
    except biaochi.CalendarError as error:
        return error.issues
    return []


def golden_text() -> str:
    """The exact words of every issue of every bad file, in both languages."""
    blocks = []
    for entry in entries():
        lines = [entry["file"]]
        for issue in issues_of(entry):
            place = f" {issue.line}:{issue.column}" if issue.line else ""
            lines += [f"  {issue.severity} {issue.code} {issue.where}{place}", f"    {issue.en}", f"    {issue.zh}"]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: bad_files.py --update")
    GOLDEN.write_text(golden_text(), "utf-8")
