"""Progress with targets as users of the module and of the command meet it; the same bytes from C++, C and Python."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import pytest
from bad_files import BOOKS

import biaochi as bc

BOOK = BOOKS / "good" / "targets.json"
RECORDS = [
    {"region": "甲市", "period": "2020", "facts": {"output": 100, "rd_spend": 10}},
    {"region": "甲市", "period": "2022", "facts": {"rd_share": "1.28", "output": 121, "rd_spend": 25, "firms": 19, "index": 50}},
    {"region": "乙市", "period": "2022", "facts": {"index": 60}},
    {"region": "丙市", "period": "2022", "facts": {"index": 48}},
]
LONG = "region,period,fact,value\n甲市,2021,trained,25000\n甲市,2022,trained,15000\n甲市,2022,rd_share,1.28\n"


@pytest.fixture(name="rules")
def _rules():
    return bc.rulebook(BOOK).compile()


def entry(answer, target, region="甲市"):
    return next(each for each in answer.progress if each["target"] == target and each["region"] == region)


def test_a_level_on_its_line_is_on_track_and_says_from_where(rules):
    """0.8 is printed for 2020; two of the five years to 2.0 are over: 0.8 + 2/5 × 1.2 = 1.28."""
    answer = rules.progress(RECORDS, "2022-12-31", "甲市")
    level = entry(answer, "rd_share")
    assert level["status"] == "on_track"
    assert level["expected"]["low"] == "1.28"
    assert Fraction(level["pace"]["low"]) == Fraction(72, 100) / 3
    assert [(figure["use"], figure["period"], figure.get("printed", False)) for figure in level["figures"]] == [
        ("now", "2022", False),
        ("base", "2020", True),
    ]


def test_the_rate_of_growth_is_told_rounded_and_decides_nothing(rules):
    growth = entry(rules.progress(RECORDS, "2022-12-31", "甲市"), "output")
    assert growth["rate"] == {"percent": "10", "rounded": "factor to 4 places, half_up"}
    assert growth["amount"]["low"] == "133.1"
    assert growth["status"] == "on_track"


def test_an_open_point_is_told_by_reading(rules):
    open_point = entry(rules.progress(RECORDS, "2022-12-31", "甲市"), "twofold")
    assert open_point["status"] == "undetermined"
    assert "value" not in open_point["goal"]
    assert {each["readings"]["twofold"]: each["status"] for each in open_point["by_reading"]} == {"threefold": "on_track", "twofold": "met"}
    assert [need["open"]["choices"] for need in open_point["needs"]] == [["threefold", "twofold"]]
    read = bc.rulebook(BOOK).compile(readings={"twofold": "twofold"})
    assert entry(read.progress(RECORDS, "2022-12-31", "甲市"), "twofold")["status"] == "met"


def test_peers_are_the_other_records_of_the_year(rules):
    relative = entry(rules.progress(RECORDS, "2022-12-31"), "index")
    assert relative["peers"] == 2
    assert relative["amount"]["low"] == "54"
    assert relative["value"]["low"] == "25/27"


def test_every_region_is_answered_where_none_is_named(rules):
    answer = rules.progress(RECORDS, targets=["index", "firms"])
    assert answer.as_of == "2022-12-31"
    assert [(each["region"], each["target"]) for each in answer.progress] == [
        (region, target) for region in ("甲市", "乙市", "丙市") for target in ("index", "firms")
    ]
    assert answer.late == 0


def test_records_may_be_a_document_a_text_or_a_file(rules, tmp_path):
    path = tmp_path / "records.json"
    path.write_text(json.dumps({"records": RECORDS}), "utf-8-sig")
    answers = {rules.progress(given).json for given in (RECORDS, {"records": RECORDS}, json.dumps(RECORDS), path)}
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("question", "code", "where"),
    [
        ({"region": "丁市"}, "unknown_region", "/region"),
        ({"targets": ["frims"]}, "unknown_target", "/targets/frims"),
        ({"on": "2022"}, "bad_date", "/on"),
    ],
)
def test_a_wrong_question_is_an_issue(rules, question, code, where):
    with pytest.raises(bc.DataError) as caught:
        rules.progress(RECORDS, **question)
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [(code, where)]


def test_a_record_without_a_period_is_an_issue(rules):
    with pytest.raises(bc.DataError) as caught:
        rules.progress({"records": [{"region": "甲市", "facts": {}}, {"region": "甲市", "period": "2022Q1", "facts": {}}]})
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [
        ("bad_value", "/records/0/period"),
        ("bad_value", "/records/1/period"),
    ]


def test_a_rulebook_without_targets_has_no_progress():
    rules = bc.rulebook("undp_hdi").compile()
    with pytest.raises(bc.DataError):
        rules.progress([])
    assert bc.rulebook("undp_hdi").targets == {}
    assert bc.rulebook("undp_hdi").figures == []


def test_later_records_are_left_out_and_counted(rules):
    document = json.loads(rules.progress(RECORDS, "2021-12-31").json)
    assert document["later_records"] == 3
    assert "3" in rules.progress(RECORDS, "2021-12-31").text("en").splitlines()[0]


def test_an_estimate_is_said(rules):
    records = [{"region": "甲市", "period": "2022", "facts": {"bases": {"value": 2, "status": "estimated"}}}]
    bases = entry(rules.progress(records), "bases")
    assert bases["status"] == "met"
    assert bases["estimated"] is True
    assert bases["figures"][0]["status"] == "estimated"


def test_words_and_rows_are_there_in_both_languages(rules):
    answer = rules.progress(RECORDS, "2022-12-31", "甲市")
    assert "进度正常" in answer.text("zh")
    assert "on track" in answer.text("en")
    rows = answer.rows("en")
    assert all(row.keys() == rows[0].keys() for row in rows)
    assert next(row for row in rows if row["target"] == "twofold")["goal"] == "≥ 3 / ≥ 2"
    assert "<table>" in answer._repr_html_()
    assert "targets" in repr(answer)


def test_the_command_gives_the_same_bytes_as_the_library(run, tmp_path):
    path = tmp_path / "records.json"
    path.write_text(json.dumps({"records": RECORDS}), "utf-8")
    from_command = run("progress", BOOK, path, "--on", "2022-12-31", "--format", "json")
    assert from_command.text == bc.rulebook(BOOK).compile(on="2022-12-31").progress(RECORDS, "2022-12-31").json


def test_the_command_reads_tables_and_says_no_with_its_status(run, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text(LONG, "utf-8")
    done = run("progress", BOOK, path, "--target", "training")
    assert done.status == 1
    assert done.text.splitlines()[1].split("\t")[:5] == ["甲市", "Training a year", "behind", "1.5 万人次", "≥ 2 万人次"]
    assert run("progress", BOOK, path, "--target", "rd_share", "--region", "甲市").status == 0


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_command_writes_files(run, tmp_path, ending):
    figures, out = tmp_path / "figures.csv", tmp_path / f"out.{ending}"
    figures.write_text(LONG, "utf-8")
    assert run("progress", BOOK, figures, "-o", out).status == 1
    if ending == "csv":
        rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
        assert rows[0]["target"] == "rd_share"
        assert rows[0]["value_low"] == "1.28"
    else:
        assert out.stat().st_size > 100


def test_a_wrong_period_stands_at_its_cell(run, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text("region,period,firms\n甲市,2021,1\n甲市,last year,2\n", "utf-8")
    done = run("progress", BOOK, path)
    assert done.status == 2
    assert done.err.startswith("B3: error bad_value")


def test_printed_figures_become_records_that_progress_reads(run, tmp_path):
    out = tmp_path / "figures.csv"
    done = run("figures", BOOK, "--region", "本市", "-o", out)
    assert done.status == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert [(row["region"], row["period"], row["fact"], row["value"], row["unit"]) for row in rows] == [
        ("本市", "2020", "rd_share", "0.8", "%"),
        ("本市", "2020", "place", "16", ""),
        ("甲市", "2020", "contracts", "1", "亿元"),
    ]
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["Left out", "Left out"]  # more than 200; no period
    answered = run("progress", BOOK, out, "--region", "本市", "--format", "json")
    assert json.loads(answered.text)["as_of"] == "2020-12-31"


def test_printed_figures_are_listed_whole_on_the_screen(run):
    lines = run("figures", BOOK).text.splitlines()
    assert len(lines) == 1 + 5
    assert "more than 200" in lines[4]


def test_printed_figures_as_json_are_records(run, tmp_path):
    text = run("figures", BOOK, "--format", "json").text
    records = json.loads(text)["records"]
    assert {record["region"] for record in records} == {"this region", "甲市"}
    assert bc.rulebook(BOOK).compile().progress(text, targets=["rd_share"]).progress


def test_a_figure_of_the_rulebook_is_exact():
    figure = bc.rulebook(BOOK).figures[0]
    assert (figure.fact, figure.value, figure.text, figure.bound, figure.period, figure.of) == ("rd_share", Fraction(4, 5), "0.8", "exactly", "2020", "")
    assert list(bc.rulebook(BOOK).targets)[0] == "rd_share"
