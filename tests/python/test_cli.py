"""The commands: what they write, and the status they leave."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

import biaochi as bc

from conftest import BOTH, ROOT

HEZUO = ROOT / "examples" / "hezuo" / "figures.csv"
COUNTIES = ROOT / "examples" / "counties" / "counties.csv"
BOOK = "hebei_district_leap"


def test_json_is_what_the_module_answers_byte_for_byte(run, rules, book):
    from biaochi.tables import read_table

    ran = run("score", BOOK, COUNTIES, *BOTH, "--format", "json")
    assert ran.status == 0 and ran.err == ""
    assert ran.out == rules.score_json(read_table(COUNTIES, book).json).encode()


def test_the_language_does_not_touch_json(run):
    both = [run("score", BOOK, HEZUO, "--format", "json", "--lang", lang).out for lang in ("zh", "en")]
    assert both[0] == both[1]


def test_a_table_states_date_readings_and_label(run):
    text = run("score", BOOK, HEZUO, *BOTH, "--lang", "zh").text
    for words in ("合作市", "15.33–85.33", "2020-12-31", "hightech_gap=linear", "illustration", "A/B/C"):
        assert words in text


def test_csv_has_one_row_a_region_and_text_of_every_part(run, tmp_path):
    rows = list(csv.DictReader(io.StringIO(run("score", BOOK, HEZUO, *BOTH, "--format", "csv").text)))
    assert len(rows) == 1
    row = rows[0]
    assert (row["region"], row["score_low"], row["label"], row["on"]) == ("合作市", "46/3", "illustration", "2020-12-31")
    assert (row["class"], row["classes"], row["rank_best"], row["rank_worst"]) == ("", "A/B/C", "1", "1")
    assert (row["hightech_firms.low"], row["services.low"], row["platforms.low"], row["parks.low"]) == ("17/6", "2.5", "8", "2")
    assert row["fiscal_st_share.shown"] == "0.00–8.00"


def test_files_are_written_by_their_ending(run, tmp_path):
    for ending in ("csv", "xlsx", "json"):
        path = tmp_path / f"out.{ending}"
        ran = run("score", BOOK, HEZUO, *BOTH, "-o", path)
        assert (ran.status, ran.out) == (0, b"")
        assert path.stat().st_size > 500
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["rulebook"] == BOOK
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    header, row = book["results"].iter_rows(values_only=True)
    assert dict(zip(header, row))["hightech_firms.low"] == "17/6"
    assert ["on", "2020-12-31"] in [list(line) for line in book["about"].iter_rows(values_only=True)]


def test_a_region_that_looks_like_a_formula_stays_text_in_a_workbook(run, tmp_path):
    (tmp_path / "in.csv").write_text("region,hightech_firms\n=1+1,3\n", encoding="utf-8")
    run("score", BOOK, tmp_path / "in.csv", "-o", tmp_path / "out.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx")["results"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_what_is_written_can_be_read_again(run, tmp_path):
    """A results table is no table of figures: its columns are refused by name and not misread."""
    run("score", BOOK, HEZUO, "-o", tmp_path / "out.csv")
    assert "unknown_column" in run("score", BOOK, tmp_path / "out.csv").err


def test_rank_sorts_and_cuts(run):
    document = json.loads(run("rank", BOOK, COUNTIES, *BOTH, "--format", "json").out)
    ranks = [int(result["rank"]["best"]) for result in document["results"]]
    assert ranks == sorted(ranks) and len(ranks) == 167
    top = json.loads(run("rank", BOOK, COUNTIES, *BOTH, "--top", "3", "--format", "json").out)
    assert top["results"] == document["results"][:3]
    rows = run("rank", BOOK, COUNTIES, *BOTH, "--top", "2", "--bottom", "1", "--format", "csv").text.splitlines()
    assert len(rows) == 4 and ",synthetic," in rows[1]
    assert "164" in run("rank", BOOK, COUNTIES, *BOTH, "--top", "2", "--bottom", "1").text


@pytest.mark.parametrize(("lang", "words"), [("zh", "2.5 + (3 − 2)"), ("en", "17/6")])
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_explain_writes_the_interpolation_out(run, lang, words, format):
    ran = run("explain", BOOK, HEZUO, "--region", "合作市", *BOTH, "--lang", lang, "--format", format)
    assert ran.status == 0 and words in ran.text and "2020-12-31" in ran.text and "illustration" in ran.text


def test_explain_as_json(run):
    ran = run("explain", BOOK, HEZUO, "--region", "合作市", "--period", "2020", *BOTH, "--format", "json")
    assert json.loads(ran.out)


def test_explain_needs_a_period_where_there_are_several(run, tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("region,period,hightech_firms\na,2019,3\na,2020,4\n", encoding="utf-8")
    ran = run("explain", BOOK, path, "--region", "a")
    assert ran.status == 2 and "2019, 2020" in ran.err
    assert run("explain", BOOK, path, "--region", "a", "--period", "2020").status == 0
    assert run("explain", BOOK, path, "--region", "a", "--period", "2021").status == 2


def test_explain_of_a_misspelt_region_names_the_nearest(run):
    ran = run("explain", BOOK, COUNTIES, "--region", "示例县0001")
    assert ran.status == 2 and "示例县001" in ran.err


@pytest.mark.parametrize(("lang", "words"), [("zh", "规则书“city_plan_2023”没有评分表，不能计分。"), ("en", "The rulebook “city_plan_2023” has no score tree")])
@pytest.mark.parametrize("command", [("score",), ("rank",), ("explain", "--region", "a"), ("whatif", "--vary", "examples/counties/whatif.json")])
def test_a_rulebook_without_a_score_tree_is_refused_by_name(run, tmp_path, command, lang, words):
    path = tmp_path / "regions.csv"
    path.write_text("region\na\n", "utf-8")
    ran = run(command[0], "city_plan_2023", path, *command[1:], lang=lang)
    assert ran.status == 2 and ran.out == b"" and ran.err.startswith(words), ran.err


@pytest.mark.parametrize(
    ("periods", "on"),
    [
        (["2020", "2019"], "2020-12-31"),
        (["2020-02"], "2020-02-29"),
        (["2020-12"], "2020-12-31"),
        (["2020-03-04"], "2020-03-04"),
        (["2015"], "2019-01-01"),
        (["spring"], "2019-01-01"),
        (["2020-13"], "2019-01-01"),
        (["0000"], "2019-01-01"),
        (["9999"], "9999-12-31"),
    ],
)
def test_the_date_of_the_rules_follows_the_periods(book, periods, on):
    from biaochi.cli._inputs import default_date

    assert default_date(book, periods) == on


def test_a_date_that_is_given_is_taken(run):
    assert json.loads(run("score", BOOK, HEZUO, "--on", "2021-06-30", "--format", "json").out)["on"] == "2021-06-30"
    assert run("score", BOOK, HEZUO, "--on", "2018-06-30").status == 2
    assert "bad_date" in run("score", BOOK, HEZUO, "--on", "yesterday").err


def test_lint_reports_the_gap_and_the_jump_and_strict_exits_with_one(run):
    ran = run("lint", BOOK)
    assert ran.status == 0 and "open_gap" in ran.text and "band_jump" in ran.text
    assert run("lint", BOOK, "--strict").status == 1
    issues = json.loads(run("lint", BOOK, "--format", "json").out)
    assert [issue["code"] for issue in issues] == [issue.code for issue in bc.check(BOOK)]


def test_lint_of_a_wrong_rulebook_lists_all_its_issues(run, tmp_path):
    path = tmp_path / "wrong.json"
    path.write_text('{"format": "biaochi/1", "id": "X", "nonsense": 1}', encoding="utf-8")
    ran = run("lint", path)
    assert ran.status == 1 and "unknown_key" in ran.text and "missing_key" in ran.text and "bad_id" in ran.text
    assert run("score", path, HEZUO).status == 2


def test_test_runs_the_examples_of_rulebooks(run, tmp_path):
    ran = run("test", *bc.rulebooks())
    assert ran.status == 0 and len(ran.text.splitlines()) == len(bc.rulebooks())
    wrong = json.loads((ROOT / "rulebooks" / "efficacy_example.json").read_text("utf-8"))
    wrong["examples"][0]["expect"] = {"score": "1.25"}
    (tmp_path / "wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
    ran = run("test", tmp_path / "wrong.json")
    assert ran.status == 1 and "example_differs" in ran.text


def test_schema_and_version(run):
    assert run("schema").text == bc.schema()
    assert run("--version").text == f"biaochi {bc.__version__}\n"


def test_the_language_comes_from_the_option_then_the_environment_then_is_chinese(run):
    assert "没有名为" in run("score", BOOK, HEZUO, "--reading", "x=y", lang="en", BIAOCHI_LANG="zh").err
    assert "There is no" in run("score", BOOK, HEZUO, "--reading", "x=y", "--lang", "en", BIAOCHI_LANG="zh").err
    assert run("score", BOOK, HEZUO, "--lang", "fr").status == 2
