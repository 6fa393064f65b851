"""An oracle with plain datetime reads cn.json itself; every answer of the engine over the whole coverage must be the same."""

from __future__ import annotations

import datetime
import json
import random

import pytest

import biaochi as bc

from .engine import ROOT

DAY = datetime.timedelta(days=1)
TEXT = (ROOT / "rulebooks" / "calendars" / "cn.json").read_text("utf-8")
FILE = json.loads(TEXT)
FIRST = datetime.date.fromisoformat(FILE["coverage"]["from"])
UNTIL = datetime.date.fromisoformat(FILE["coverage"]["until"])
OFF = {datetime.date.fromisoformat(day["date"]) for day in FILE["days_off"]}
MAKE_UP = {datetime.date.fromisoformat(day["date"]) for day in FILE["make_up_days"]}
SEED = 20231010

# Spans of days off and days worked, as printed in the notices; written down by hand.
NOTICES = {
    "National Day 2023": ("2023-09-29", "2023-10-06", ["2023-10-07", "2023-10-08"]),
    "Spring Festival 2020, extended": ("2020-01-24", "2020-02-02", ["2020-01-19"]),
    "Spring Festival 2024": ("2024-02-10", "2024-02-17", ["2024-02-04", "2024-02-18"]),
    "Victory Day 2015": ("2015-09-03", "2015-09-05", ["2015-09-06"]),
    "Labour Day 2019, changed": ("2019-05-01", "2019-05-04", ["2019-04-28", "2019-05-05"]),
    "New Year 2006": ("2006-01-01", "2006-01-03", ["2005-12-31"]),
    "National Day 2004": ("2004-10-01", "2004-10-07", ["2004-10-09", "2004-10-10"]),
    "Spring Festival 2026": ("2026-02-15", "2026-02-23", ["2026-02-14", "2026-02-28"]),
}


def worked(day: datetime.date) -> bool:
    return day in MAKE_UP or (day.weekday() < 5 and day not in OFF)


def days():
    day = FIRST
    while day < UNTIL:
        yield day
        day += DAY


def end_of(day: datetime.date, n: int, start: str) -> datetime.date | None:
    """The n-th working day, or None where it is outside the coverage."""
    if n == 0:
        return day
    if start == "next_day":
        day += DAY
    while day < UNTIL:
        n -= worked(day)
        if n == 0:
            return day
        day += DAY
    return None


@pytest.fixture(scope="module")
def china():
    return bc.calendar(TEXT)


def test_every_day_is_worked_or_not_alike(china):
    assert china.coverage == (FIRST, UNTIL - DAY)
    assert [day for day in days() if china.is_working_day(day) != worked(day)] == []


def test_random_periods_end_alike(china):
    chance = random.Random(SEED)
    all_days = list(days())
    for _ in range(2000):
        day, n, start = chance.choice(all_days), chance.choice([0, 1, 2, 5, 10, 20, 60, 250]), chance.choice(["same_day", "next_day"])
        expected = end_of(day, n, start)
        if expected is None:
            with pytest.raises(bc.CalendarError) as caught:
                china.add_working_days(day, n, start)
            assert caught.value.issues[0].code == "day_not_in_calendar" and "2027-01-01" in str(caught.value), SEED
        else:
            assert china.add_working_days(day, n, start) == expected, (SEED, day, n, start)


def test_random_stretches_count_alike(china):
    chance = random.Random(SEED)
    all_days = list(days())
    for _ in range(300):
        low, high = sorted(chance.sample(range(len(all_days)), 2))
        expected = sum(map(worked, all_days[low:high]))
        assert china.working_days_between(all_days[low], all_days[high]) == expected, SEED
        assert china.working_days_between(all_days[high], all_days[low]) == -expected, SEED


@pytest.mark.parametrize("name", NOTICES)
def test_the_calendar_is_what_the_notice_prints(china, name):
    first, last, make_up = NOTICES[name]
    day = datetime.date.fromisoformat(first)
    while day <= datetime.date.fromisoformat(last):
        assert not china.is_working_day(day), day
        day += DAY
    assert all(china.is_working_day(day) for day in make_up)


def test_both_lists_are_in_order_apart_and_covered():
    for key in ("days_off", "make_up_days"):
        dates = [day["date"] for day in FILE[key]]
        assert dates == sorted(set(dates))
    assert not OFF & MAKE_UP
    assert all(day.weekday() >= 5 for day in MAKE_UP)
    assert all(FIRST <= day < UNTIL for day in OFF | MAKE_UP)


def test_a_day_comes_from_a_paper_of_its_year_or_of_the_next_for_december():
    for day in FILE["days_off"] + FILE["make_up_days"]:
        date, paper = datetime.date.fromisoformat(day["date"]), FILE["papers"][day["paper"]]
        assert paper["year"] == date.year + (date.month == 12), day
    assert {paper["year"] for paper in FILE["papers"].values()} == set(range(FIRST.year, UNTIL.year))


def test_months_end_alike():
    chance = random.Random(SEED)
    for _ in range(2000):
        day = datetime.date(2000, 1, 1) + chance.randrange(12000) * DAY
        months = chance.randrange(60)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        first = datetime.date(year, month + 1, 1)
        beyond = datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1)
        lacks = (beyond - first).days < day.day
        same = beyond - DAY if lacks else first + (day.day - 1) * DAY
        assert bc.end_of_months(day, months) == same, (SEED, day, months)
        assert bc.end_of_months(day, months, start="same_day") == (same if lacks else same - DAY), (SEED, day, months)
        later = beyond if lacks else same
        assert bc.end_of_months(day, months, rounding="next_month_first_day") == later, (SEED, day, months)
