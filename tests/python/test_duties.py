"""Duties through the package and the command: the sample of tests/rulebooks/good/duties.json, worked out in the notes of its examples."""

from __future__ import annotations

import datetime
import json

import pytest

import biaochi as bc
from conftest import ROOT

PATH = str(ROOT / "tests" / "rulebooks" / "good" / "duties.json")


@pytest.fixture(scope="module")
def rules():
    return bc.rulebook(PATH).compile(on="2018-01-01")


def test_the_examples_hold():
    results = bc.rulebook(PATH).test()
    assert [result.id for result in results if not result.passed] == []


@pytest.mark.parametrize("name", ["science", "市科技局", "Science bureau", "科技局"])
def test_a_body_is_asked_by_its_id_and_any_of_its_names(rules, name):
    (unit,) = rules.duties(name, "2019-05-01").units
    assert {duty["duty"]: duty["role"] for duty in unit["duties"]} == {"platforms": "lead", "firms": "cooperate"}


def test_a_name_that_leads_nowhere_is_refused_with_the_nearest(rules):
    with pytest.raises(bc.DataError) as refused:
        rules.duties("市科技所", "2019-05-01")
    (issue,) = refused.value.issues
    assert (issue.code, issue.where) == ("unknown_body", "/unit")
    assert "市科技局" in issue.en


def test_the_day_is_that_of_the_rules_unless_given(rules):
    assert json.loads(rules.duties("science").json)["as_of"] == "2018-01-01"
    assert json.loads(rules.duties("science", datetime.date(2019, 5, 1)).json)["as_of"] == "2019-05-01"
    with pytest.raises(bc.DataError):
        rules.duties("science", "2019-02-29")


def test_reports_have_the_next_day_and_say_what_it_rests_on(rules):
    (unit,) = rules.duties("science", "2019-05-01").units
    found = {report["report"]: (report["basis"], report.get("day")) for duty in unit["duties"] for report in duty["reports"]}
    assert found == {
        "quarterly": ("period_end", "2019-06-30"),  # the second quarter ends on 30 June
        "yearly": ("stated", "2020-03-31"),  # 31 March 2019 has passed
        "regular": ("unsaid", None),
        "final": ("stated", "2022-12-31"),
    }


def test_a_successor_is_told_whose_duty_it_was_and_who_shares_it(rules):
    (unit,) = rules.duties("市工信局", "2019-05-01").units
    firms = next(duty for duty in unit["duties"] if duty["duty"] == "firms")
    assert [body["unit"] for body in firms["named"]] == ["industry_commission"]
    assert firms["sure"] is True
    assert any("Big data bureau" in remark["en"] for remark in firms["remarks"])


def test_an_end_without_a_day_is_said_on_both_sides(rules):
    (land,) = rules.duties("市地税局", "2020-05-01").units
    (tax,) = rules.duties("市税务局", "2020-05-01").units
    assert (land["presence"], [duty["duty"] for duty in land["duties"]]) == ("unknown", ["platforms"])
    assert "not known" in land["says"]["en"]
    assert {duty["duty"]: duty.get("sure", True) for duty in tax["duties"]} == {"platforms": False, "firms": True}


def test_a_body_that_is_no_more_owes_nothing_and_says_where_its_tasks_went(rules):
    (unit,) = rules.duties("市工信委", "2018-11-01").units
    assert (unit["presence"], unit["duties"]) == ("no_more", [])
    assert "Industry bureau, Big data bureau" in unit["says"]["en"]


def test_who_owes_what_by_31_march_is_a_filter(rules):
    rows = rules.duties(on="2023-01-05").rows("en")
    assert len({tuple(row) for row in rows}) == 1  # the same keys in every row
    due = {(row["unit"], row["report"]) for row in rows if row["day"] and "2023-01-05" <= row["day"] <= "2023-03-31"}
    both = {"quarterly", "yearly"}  # of platforms: led by science, with the commission's successors, and the tax bureau's perhaps
    assert due == {(unit, report) for unit in ("science", "industry", "big_data", "land_tax", "tax") for report in both}


def test_a_day_outside_the_time_in_force_is_answered_and_said(rules):
    answer = rules.duties("science", "2024-01-01")
    assert json.loads(answer.json)["in_force"] is False
    assert answer.text("en").startswith("the rulebook is not in force on 2024-01-01")


def test_words_in_both_languages(rules):
    answer = rules.duties("science", "2019-05-01")
    assert "牵头：平台建设（六(四)）" in answer.text("zh")
    assert "leads: Build platforms (六(四))" in answer.text("en")
    assert "<table>" in answer._repr_html_()
    with pytest.raises(ValueError, match="zh"):
        answer.text("fr")


def test_a_rulebook_without_duties_is_refused():
    with pytest.raises(bc.DataError) as refused:
        bc.rulebook("undp_hdi").compile().duties("science")
    assert [(issue.code, issue.where) for issue in refused.value.issues] == [("missing_key", "/rulebook")]


# The command


def test_the_command_prints_one_line_a_report(run):
    ran = run("due", PATH, "--unit", "科技局", "--on", "2019-05-01", "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    lines = [line.split("\t") for line in ran.text.splitlines()]
    assert lines[0][:4] == ["unit", "duty", "role", "last day"]
    assert [line[4:7] for line in lines[1:]] == [
        ["Progress of the quarter", "quarter", "2019-06-30"],
        ["Summary of the year before", "year", "2020-03-31"],
        ["Regular report", "not said", "not said"],
        ["Final report", "once", "2022-12-31"],
    ]


@pytest.mark.parametrize("arguments", [[], ["--unit", "科技局", "--all-units"], ["log.jsonl", "--unit", "科技局"]])
def test_the_command_takes_a_log_or_a_body(run, arguments):
    ran = run("due", PATH, *arguments, "--on", "2019-05-01", "--lang", "en")
    assert (ran.status, ran.text) == (2, "")
    assert "--unit NAME" in ran.err


def test_the_command_refuses_options_of_logs_beside_a_body(run):
    ran = run("due", PATH, "--unit", "科技局", "--on", "2019-05-01", "--calendar", "cn", "--lang", "en")
    assert (ran.status, ran.text) == (2, "")
    assert "--calendar" in ran.err


def test_the_command_writes_every_format(run, tmp_path):
    from openpyxl import load_workbook

    ask = ("due", PATH, "--all-units", "--on", "2019-05-01")
    assert len(json.loads(run(*ask, "--format", "json").text)["units"]) == 7
    assert run(*ask, "--format", "csv").text.startswith("unit,unit_name,presence,duty,")
    assert "市科技局，2019-05-01" in run(*ask, "--format", "text", "--lang", "zh").text
    path = tmp_path / "duties.xlsx"
    assert run(*ask, "-o", str(path)).status == 0
    assert load_workbook(path).sheetnames == ["duties", "about"]
    late = run("due", PATH, "--unit", "科技局", "--on", "2024-06-01", "--lang", "en")
    assert "not in force" in late.err


def test_the_command_names_the_nearest_body(run):
    ran = run("due", PATH, "--unit", "工信委", "--on", "2019-05-01", "--lang", "en")
    assert ran.status == 2
    assert "unknown_body" in ran.err
    assert "市工信委" in ran.err
