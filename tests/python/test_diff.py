"""Two versions of Hebei's rulebook: which clause changes whose class, from Python and from the command line."""

import copy
import json
from pathlib import Path

import pytest

import biaochi as bc
ROOT = Path(__file__).parents[2]
HEBEI = json.loads((ROOT / "rulebooks" / "hebei_district_leap.json").read_text("utf-8"))
READINGS = {"hightech_gap": "linear", "class_cuts": "hebei_2019"}


def moved(edge):
    """The rulebook with the full-score edge of patents (12 per 10,000 people) moved."""
    book = copy.deepcopy(HEBEI)
    output = next(part for part in book["score"]["parts"] if part["id"] == "output")
    bands = next(part for part in output["parts"] if part["id"] == "patents_per_10k")["bands"]
    for band in bands:
        for end in ("from", "to"):
            if band.get(end) == 12:
                band[end] = edge
    return book


FULL = {
    "fiscal_st_spend": 10000, "fiscal_st_share": 2, "industry_rd_share": "1.5", "hightech_firms": 100, "hightech_per_1000": 10,
    "tech_smes": 1000, "tech_smes_per_1000": 300, "industry_rd_org_share": 80, "hightech_va_share": 40, "agri_industrialisation": 70,
}


def record(region, patents, **more):
    """A district with full points for every other banded indicator, and so many patents."""
    return {"region": region, "period": "2020", "facts": {**FULL, "patents_per_10k": patents, **more}}


@pytest.fixture
def files(tmp_path):
    """Two versions and a table of three districts."""
    (tmp_path / "a.json").write_text(json.dumps(HEBEI), "utf-8")
    (tmp_path / "b.json").write_text(json.dumps(moved(8)), "utf-8")
    records = {"records": [record("Alpha", 8), record("Beta", "7.99"), record("Gamma", 12)]}
    (tmp_path / "data.json").write_text(json.dumps(records), "utf-8")
    return tmp_path


def test_names_the_clause_and_says_no_other_cause(files):
    difference = bc.diff(files / "a.json", files / "b.json", records=(files / "data.json").read_text("utf-8"), readings=READINGS)
    assert [change["id"] for change in difference.changes] == ["patents_per_10k"]
    points = {answer["subject"]: answer for answer in difference.answers if answer["question"] == "part/patents_per_10k"}
    # 8 lies halfway between 4 and 12: 4.5 + (6 - 4.5) / 2 = 5.25; with the edge at 8 it earns all 6.
    assert (points["Alpha 2020"]["before"], points["Alpha 2020"]["after"]) == ("5.25", "6")
    # 7.99: 4.5 + 1.5 * 3.99 / 8 = 5.248125, then 4.5 + 1.5 * 3.99 / 4 = 5.99625.
    assert (points["Beta 2020"]["before"], points["Beta 2020"]["after"]) == ("5.248125", "5.99625")
    assert "Gamma 2020" not in points
    assert all(answer["no_other_cause"] for answer in difference.answers if answer["question"].startswith("part/"))


def test_a_change_and_its_undoing_leave_nothing(files):
    there = bc.diff(files / "a.json", files / "b.json")
    assert (len(there.changes), there.answers, there.asked) == (1, [], 0)
    assert bc.diff(files / "a.json", json.dumps(HEBEI)).changes == []


def test_the_command_says_the_same(files, run):
    args = ["diff", files / "a.json", files / "b.json", "--data", files / "data.json"]
    args += [f"--reading={point}={reading}" for point, reading in READINGS.items()]
    words = run(*args)
    assert words.status == 0 and "no other cause" in words.text
    document = json.loads(run(*args, "--format", "json").out)
    difference = bc.diff(files / "a.json", files / "b.json", records=(files / "data.json").read_text("utf-8"), readings=READINGS)
    assert document == json.loads(difference.json)


def test_a_table_is_read_with_the_figures_of_both_versions(files, run):
    book = moved(12)
    book["facts"]["parks_new"] = {"name": {"en": "New parks"}, "min": 0}
    (files / "c.json").write_text(json.dumps(book), "utf-8")
    (files / "t.csv").write_text("region,period,patents_per_10k,parks_new\nAlpha,2020,8,1\n", "utf-8")
    args = ["diff", files / "a.json", files / "c.json", "--data", files / "t.csv"]
    ran = run(*args)
    assert ran.status == 0 and "parks_new" in ran.text
    (files / "t.csv").write_text("region,period,patentz\nAlpha,2020,8\n", "utf-8")
    ran = run(*args)
    assert ran.status == 2 and "unknown_column" in ran.err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["hebei_district_leep", "hebei_district_leap"], "bad_value"),
        (["hebei_district_leap", "hebei_district_leap", "--data", "nowhere.csv"], "nowhere.csv"),
        (["hebei_district_leap", "hebei_district_leap", "--reading", "nothing=x"], "unknown_open_point"),
        (["hebei_district_leap", "hebei_district_leap", "--on", "2018-01-01"], "not_in_force"),
        (["hebei_district_leap", "hebei_district_leap", "--on", "yesterday"], "bad_date"),
    ],
)
def test_bad_input_is_said(args, code, run):
    ran = run("diff", *args)
    assert ran.status == 2 and code in ran.err


def test_two_rulebooks_are_compared_with_a_warning(run):
    ran = run("diff", "hebei_district_leap", "undp_hdi")
    assert ran.status == 0 and "different_rulebooks" in ran.err
