"""Lifecycles as a user of the module and of the command meets them: logs, saved cases, what may follow, what is due."""

from __future__ import annotations

import csv
import datetime
import json

import pytest
from bad_files import BOOKS

import biaochi as bc

BOOK = BOOKS / "good" / "lifecycle.json"
EVENTS = [
    {"date": "2023-09-01", "case": "甲", "event": "apply"},
    {"date": "2023-09-02", "case": "乙", "event": "apply"},
    {"date": "2023-09-15", "case": "甲", "event": "review", "data": {"result": "pass", "points": 72}},
    {"date": "2023-09-15", "case": "乙", "event": "review", "data": {"result": "pass", "points": "59.5"}, "evidence": "函1号"},
    {"date": "2023-09-27", "case": "甲", "event": "post"},
]
LATER = [
    {"date": "2023-10-11", "case": "甲", "event": "approve"},
    {"date": "2024-04-01", "case": "甲", "event": "report", "data": {"year": 2023}},
]


@pytest.fixture(name="rules")
def _rules():
    return bc.rulebook(BOOK).compile()


@pytest.fixture(name="log")
def _log(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text("".join(json.dumps(event, ensure_ascii=False) + "\n" for event in EVENTS), "utf-8")
    return path


def test_a_log_may_be_a_path_a_text_or_a_list(rules, log):
    answer = rules.replay(EVENTS)
    assert answer.json == rules.replay(log).json == rules.replay(str(log)).json
    assert answer.json == rules.replay(log.read_text("utf-8")).json == rules.replay(log.read_bytes()).json
    assert [(case["case"], case["state"]) for case in answer.cases] == [("甲", "posted"), ("乙", "applied")]
    assert rules.replay(None).cases == []


def test_a_refusal_has_its_reasons(rules):
    (refusal,) = rules.replay(EVENTS).refusals
    compared = refusal["tried"][0]["reason"]["findings"][1]
    assert (refusal["kind"], refusal["line"], refusal["event"]["evidence"]) == ("not_met", 4, "函1号")
    assert (compared["left"], compared["operator"], compared["right"]) == ("59.5", ">=", "60")
    assert refusal["tried"][1]["else"]["en"] == "a pass needs 60 points"


def test_cases_are_kept_and_go_on(rules):
    first = rules.replay(EVENTS)
    whole = rules.replay(EVENTS + LATER)
    for kept in (first, first.cases, first.json, json.dumps(first.cases)):
        assert rules.replay(LATER, cases=kept).cases == whole.cases


def test_another_version_goes_on_only_where_that_is_said(rules):
    saved = {**rules.replay(EVENTS).cases[0], "version": "0"}
    with pytest.raises(bc.DataError) as raised:
        rules.replay(LATER, cases=saved)
    assert [(issue.code, issue.where) for issue in raised.value.issues] == [("other_version", "/cases/version")]
    answer = rules.replay(LATER, cases=saved, as_version="1")
    assert json.loads(answer.json)["carried_over"] == [{"case": "甲", "from": "0", "to": "1"}]
    assert answer.cases[0]["earlier_versions"] == ["0"]
    with pytest.raises(bc.DataError):
        rules.replay(LATER, cases=saved, as_version="2")


def test_advance_gives_the_case_after_the_event_or_the_refusal(rules):
    begun = rules.advance(None, EVENTS[0])
    assert begun["refusal"] is None and begun["case"]["state"] == "applied"
    moved = rules.advance(begun["case"], EVENTS[2])
    assert moved["case"]["state"] == "reviewed"
    refused = rules.advance(begun["case"], {"date": "2023-09-15", "case": "甲", "event": "post"})
    assert refused["case"] == begun["case"] and refused["refusal"]["kind"] == "not_possible"
    with pytest.raises(ValueError, match="one case"):
        rules.advance(begun["case"], EVENTS[1])


def test_next_says_what_may_follow_and_what_lacks(rules):
    answer = rules.next(EVENTS, as_of=datetime.date(2023, 9, 20))
    assert json.loads(answer.json)["later_events"] == 1
    assert [(event["case"], event["event"], event["answer"]) for event in answer.next] == [("甲", "post", "met"), ("乙", "review", "undetermined")]
    assert answer.next[1]["needs_data"] == ["result", "points"]
    assert answer.rows("en")[1]["needs"] == "Review: result; Review: Points"


def test_due_counts_by_the_shipped_calendar_unless_others_are_given(rules):
    (duty,) = rules.due(EVENTS, "2023-10-11").duties
    assert (duty["latest"], duty["status"], duty["overdue"], duty["owner"]) == ("2023-10-10", "overdue", True, "科技厅")
    assert rules.due(EVENTS, "2023-10-11", calendars="cn").duties == [duty]
    assert rules.due(EVENTS, "2023-10-11", calendars=[bc.calendar("cn")]).duties == [duty]
    (without,) = rules.due(EVENTS, "2023-10-11", calendars=[]).duties
    assert without["issue"]["code"] == "calendar_not_given" and without["overdue"] is None


def test_a_cohort_is_a_table_of_who_must_do_what_by_when(rules):
    rows = rules.due(EVENTS + LATER, "2024-04-02").rows("en")
    assert [(row["case"], row["deadline"], row["latest"], row["status"], row["owner"], row["clause"]) for row in rows] == [
        ("甲", "period_ends", "2025-10-11", "due", "县（区）政府", "art. 4"),
        ("甲", "yearly_report", "2024-03-31", "done_late", "县（区）政府", "art. 5"),
        ("甲", "yearly_report", "2025-03-31", "due", "县（区）政府", "art. 5"),
    ]
    assert "<td>yearly_report</td>" in rules.due(EVENTS + LATER, "2024-04-02")._repr_html_()
    assert rules.replay(EVENTS).rows()[0]["state_name"] == "公示中"


def test_an_issue_of_a_list_has_the_place_of_the_event(rules):
    with pytest.raises(bc.DataError) as raised:
        rules.replay([EVENTS[0], {**EVENTS[2], "data": {"result": "passed", "points": 61}}])
    assert [(issue.code, issue.where, issue.line) for issue in raised.value.issues] == [("bad_value", "/events/1/data/result", 0)]
    with pytest.raises(bc.DataError) as raised:
        rules.replay(json.dumps(EVENTS[0]) + "\n" + json.dumps({**EVENTS[2], "event": "reveiw"}))
    assert [(issue.code, issue.where, issue.line) for issue in raised.value.issues] == [("unknown_event", "/events/event", 2)]
    with pytest.raises(bc.DataError) as raised:
        rules.due(EVENTS, "soon")
    assert raised.value.issues[0].where == "/as_of"
    with pytest.raises(OSError):
        rules.replay("no_such_file.jsonl")


def test_the_command_prints_the_same_and_exits_with_1_for_a_refusal(run, rules, log, tmp_path):
    answer = run("replay", BOOK, log, "--format", "json")
    assert (answer.status, answer.text) == (1, rules.replay(EVENTS).json)
    assert run("replay", BOOK, log, "--format", "text", "--lang", "zh").text == rules.replay(EVENTS).text("zh")
    day = bc.rulebook(BOOK).compile(on="2023-10-11")
    assert run("due", BOOK, log, "--on", "2023-10-11", "--format", "json").text == day.due(EVENTS, "2023-10-11").json
    assert run("next", BOOK, log, "--on", "2023-10-11", "--format", "json").text == day.next(EVENTS, "2023-10-11").json
    table = run("due", BOOK, log, "--on", "2023-10-11")
    assert table.text == (
        "case\tstate\tduty\tday\tstatus\towner\tclause\tstill needed\n甲\tPosted\tThe notice ends\t2023-10-10\toverdue\t科技厅\tart. 3\n"
    )
    assert "Review: no condition for it is met; a pass needs 60 points." in table.err
    log.write_text(json.dumps(EVENTS[0]) + "\n", "utf-8")
    assert run("replay", BOOK, log).status == 0
    assert run("replay", BOOK, log).text == "case\tstate\tsince\tevents\n甲\tApplied\t2023-09-01\t1\n"


def test_the_command_goes_on_with_what_it_wrote(run, rules, log, tmp_path):
    kept, more = tmp_path / "kept.json", tmp_path / "more.jsonl"
    assert run("replay", BOOK, log, "-o", kept).status == 1
    more.write_text("".join(json.dumps(event) + "\n" for event in LATER), "utf-8")
    answer = run("replay", BOOK, more, "--cases", kept, "--format", "json")
    assert json.loads(answer.text)["cases"] == rules.replay(EVENTS + LATER).cases
    kept.write_text(kept.read_text("utf-8").replace('"version": "1"', '"version": "0"'), "utf-8")
    assert run("replay", BOOK, more, "--cases", kept).status == 2
    answer = run("replay", BOOK, more, "--cases", kept, "--as", "1")
    assert answer.status == 0 and "under version 0 and goes on under version 1" in answer.err


def test_the_command_writes_tables_for_a_spreadsheet(run, rules, log, tmp_path):
    from openpyxl import load_workbook

    out = tmp_path / "due.csv"
    assert run("due", BOOK, log, "--on", "2023-10-11", "-o", out).status == 1
    assert list(csv.DictReader(out.read_text("utf-8-sig").splitlines())) == rules.due(EVENTS, "2023-10-11").rows("en")
    assert run("due", BOOK, log, "--on", "2023-10-11", "-o", tmp_path / "due.xlsx").status == 1
    book = load_workbook(tmp_path / "due.xlsx")
    assert book.sheetnames == ["answer", "refusals", "about"]
    assert book["refusals"]["C2"].value == "乙"


def test_the_command_refuses_bad_input(run, log, tmp_path):
    assert run("due", BOOK, log, "--on", "soon").status == 2
    assert run("due", BOOK, log).status == 2
    assert run("replay", BOOK, tmp_path / "none.jsonl").status == 2
    assert run("replay", "hebei_district_leap", log).status == 2
    assert run("due", BOOK, log, "--on", "2023-10-11", "--calendar", "no_such_calendar").status == 2
    log.write_text("{}\n", "utf-8")
    ran = run("replay", BOOK, log)
    assert ran.status == 2 and ran.err.startswith("/events (line 1): error missing_key")


def test_the_table_says_why_there_is_no_day(run, log):
    """December 2026 would need the calendar of 2027; two readings of the first day give two last days."""
    events = [{**EVENTS[0], "date": "2026-12-01"}, {**EVENTS[2], "case": "甲", "date": "2026-12-02", "data": {"result": "pass", "points": 61}}]
    log.write_text("".join(json.dumps(event) + "\n" for event in [*events, {"date": "2026-12-28", "case": "甲", "event": "post"}]), "utf-8")
    assert "whether 2027-01-01 is a working day is not known" in run("due", BOOK, log, "--on", "2026-12-29").text
    log.write_text("".join(json.dumps(event) + "\n" for event in [*events, {"date": "2026-12-09", "case": "甲", "event": "post"}]), "utf-8")
    row = run("due", BOOK, log, "--on", "2026-12-10", "--reading", "first_day=none").text.splitlines()[1].split("\t")
    assert row[3] == "2026-12-15–2026-12-16" and row[-1] == "a reading of first_day (next, same)"


def test_a_case_without_a_name_is_refused(rules):
    with pytest.raises(bc.DataError) as raised:
        rules.replay([{**EVENTS[0], "case": ""}])
    assert [(issue.code, issue.where) for issue in raised.value.issues] == [("bad_value", "/events/0/case")]


def test_a_case_of_another_rulebook_is_told_once(rules):
    case = rules.replay(EVENTS).cases[0]
    other = bc.rulebook("ningxia_innovative_county_2023").compile()
    with pytest.raises(bc.DataError) as raised:
        other.next(None, "2024-01-01", cases=case)
    assert [issue.code for issue in raised.value.issues] == ["other_rulebook"]
