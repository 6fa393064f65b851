"""Calendars and deadlines as a user of the module and of the command meets them."""

from __future__ import annotations

import datetime
import json

import pytest
from bad_files import BOOKS, ROOT, entries

import biaochi as bc

SCHEMA = ROOT / "rulebooks" / "schema" / "biaochi-calendar-1.schema.json"
# What only the reader can see: order, days of the week, names that must lead somewhere.
BLIND = {
    "day_off_and_working",
    "day_outside_coverage",
    "make_up_on_weekday",
    "day_out_of_order",
    "year_without_paper",
    "bad_value",
    "period_reversed",
    "repeated_day",
}


def test_the_shipped_calendar_counts_a_notice():
    china = bc.calendar("cn")
    assert bc.calendars() == ["cn"]
    assert china.add_working_days("2023-09-27", 5) == datetime.date(2023, 10, 10)
    assert china.add_working_days(datetime.date(2023, 9, 27), 5, start="same_day") == datetime.date(2023, 10, 9)
    assert china.is_working_day("2023-10-07") and not china.is_working_day("2023-10-02")
    assert china.coverage == (datetime.date(2004, 1, 1), datetime.date(2026, 12, 31))
    assert china.id == "cn" and china.title.zh and repr(china).startswith("<Calendar cn")


def test_a_month_without_such_a_day_is_told_as_that():
    with pytest.raises(bc.CalendarError) as raised:
        bc.end_of_months("2024-01-31", 1, rounding="refuse")
    assert [issue.code for issue in raised.value.issues] == ["no_such_day"]


def test_months_are_added_and_days_come_every_year():
    assert bc.add_months("2024-01-31", 1) == datetime.date(2024, 2, 29)
    assert bc.add_months(datetime.date(2023, 3, 31), -1, rounding="next_month_first_day") == datetime.date(2023, 3, 1)
    assert bc.next_yearly("03-31", "2024-04-01") == datetime.date(2025, 3, 31)
    assert bc.last_yearly("03-31", "2024-03-30") == datetime.date(2023, 3, 31)
    assert bc.next_yearly("02-29", "2025-01-01", rounding="refuse") == datetime.date(2028, 2, 29)
    for call, code in (
        (lambda: bc.add_months("2023-01-31", 1, rounding="refuse"), "no_such_day"),
        (lambda: bc.next_yearly("03-31", "9999-04-01"), "no_such_day"),
        (lambda: bc.last_yearly("03-31", "0000-03-30"), "no_such_day"),
        (lambda: bc.last_yearly("02-30", "2024-04-01"), "bad_date"),
    ):
        with pytest.raises(bc.CalendarError) as raised:
            call()
        assert [issue.code for issue in raised.value.issues] == [code]


def test_what_needs_2027_is_refused_by_name():
    with pytest.raises(bc.CalendarError) as caught:
        bc.calendar("cn").add_working_days("2026-12-28", 5)
    assert [issue.code for issue in caught.value.issues] == ["day_not_in_calendar"]
    assert "2027-01-01" in caught.value.issues[0].zh and isinstance(caught.value, (bc.Error, ValueError))
    with pytest.raises(bc.CalendarError):
        bc.calendar("cn").is_working_day("2027-01-01")


def test_bad_arguments_are_named():
    china = bc.calendar("cn")
    for call in (lambda: china.is_working_day("2023-02-30"), lambda: bc.calendar("no_such"), lambda: bc.end_of_months("2024-01-31", 1, rounding="refuse")):
        with pytest.raises(bc.CalendarError):
            call()
    with pytest.raises(ValueError, match="next_day"):
        china.add_working_days("2023-09-27", 5, start="tomorrow")
    with pytest.raises(ValueError, match="refuse"):
        bc.end_of_months("2024-01-31", 1, rounding="nearest")
    with pytest.raises(ValueError, match="0 or more"):
        bc.end_of_months("2024-01-31", -1)
    with pytest.raises(bc.Error, match="0 or more"):
        china.add_working_days("2023-09-27", -1)


def test_a_calendar_is_read_from_a_path_or_text():
    path = BOOKS / "calendars" / "small.json"
    assert bc.calendar(path).id == bc.calendar(str(path)).id == bc.calendar(path.read_text("utf-8")).id == "small"


def test_the_command_prints_the_day(run):
    assert run("deadline", "--from", "2023-09-27", "--working-days", "5", "--start", "next_day", "--calendar", "cn").text == "2023-10-10\n"
    assert run("deadline", "--from", "2024-01-15", "--years", "2").text == "2026-01-15\n"
    assert run("deadline", "--from", "2024-01-31", "--months", "1", "--rounding", "next_month_first_day").text == "2024-03-01\n"
    answer = json.loads(run("deadline", "--from", "2023-09-27", "--working-days", "5", "--format", "json").text)
    assert (answer["ends_on"], answer["calendar"], answer["start"]) == ("2023-10-10", "cn", "next_day")


def test_the_command_refuses_with_status_2(run):
    for words in (
        ["--working-days", "5", "--from", "2026-12-28"],
        ["--from", "2023-09-27"],
        ["--from", "2023-09-27", "--months", "1", "--years", "1"],
        ["--from", "2023-09-31", "--months", "1"],
        ["--from", "2024-01-31", "--months", "1", "--rounding", "refuse"],
        ["--from", "2023-09-27", "--working-days", "5", "--calendar", "nowhere"],
    ):
        ran = run("deadline", *words)
        assert (ran.status, ran.out) == (2, b"") and ran.err, words


def _validator():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schema_accepts_what_the_reader_accepts():
    validator = _validator()
    for path in [*(ROOT / "rulebooks" / "calendars").glob("*.json"), *(BOOKS / "calendars").glob("*.json")]:
        assert [error.message for error in validator.iter_errors(json.loads(path.read_text("utf-8")))] == [], path.name


def test_the_schema_misses_only_what_a_schema_cannot_see():
    validator = _validator()
    for entry in entries():
        if entry["stage"] == "calendar" and validator.is_valid(json.loads((BOOKS / "bad" / entry["file"]).read_text("utf-8"))):
            assert {issue["code"] for issue in entry["expect"]} <= BLIND, entry["file"]
