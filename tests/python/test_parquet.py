"""Parquet files where a table is read: rank, explain and score give what they give for the same figures in CSV."""

from __future__ import annotations

import csv
import datetime
import decimal
import io
import json

import pytest
from columns import ROOT

from biaochi.tables import read_table

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

BOOK = "hebei_district_leap"
BOTH = ["--reading", "hightech_gap=linear", "--reading", "class_cuts=hebei_2019"]


def write(path, columns):
    parquet.write_table(pa.table(columns), path)
    return path


@pytest.fixture(scope="module")
def sheet():
    """The shipped counties as text."""
    return (ROOT / "examples" / "counties" / "counties.csv").read_text("utf-8")


@pytest.fixture(scope="module")
def file(sheet, book, tmp_path_factory):
    """The same with a column an option, and numbers where figures are."""
    rows = list(csv.DictReader(io.StringIO(sheet)))
    columns = {name: [row[name] for row in rows] for name in ("region", "period", "group", "label")}
    for slot in book.slots:
        fact, _, option = slot.partition(".")
        if book.facts[fact].kind == "options" and fact in rows[0]:
            columns[slot] = [option in row[fact].split(";") if row[fact] else None for row in rows]
        elif slot in rows[0]:
            columns[slot] = [float(row[slot]) if row[slot] else None for row in rows]
    return write(tmp_path_factory.mktemp("parquet") / "counties.parquet", columns)


def test_rank_gives_the_document_of_the_csv_file(run, file):
    same = [run("rank", BOOK, each, "--format", "json", *BOTH) for each in (file, "examples/counties/counties.csv")]
    assert [ran.status for ran in same] == [0, 0], same[0].err
    documents = [json.loads(ran.out) for ran in same]
    assert len(documents[0]["results"]) == 167 and documents[0]["results"] == documents[1]["results"]
    top = run("rank", BOOK, file, "--top", "2", *BOTH)
    assert "示例县066" in top.text and "示例县146" in top.text


@pytest.mark.parametrize("format", ["text", "json"])
def test_explain_gives_the_words_of_the_csv_file(run, file, format):
    words = ["--region", "示例县066", "--format", format, *BOTH]
    same = [run("explain", BOOK, each, *words).text for each in (file, "examples/counties/counties.csv")]
    assert "94.25" in same[0] and same[0] == same[1]


def test_score_writes_any_format_that_is_asked_for(run, file, tmp_path):
    expected = json.loads(run("score", BOOK, "examples/counties/counties.csv", "--format", "json", *BOTH).out)["results"]
    assert json.loads(run("score", BOOK, file, "--format", "json", *BOTH).out)["results"] == expected
    assert run("score", BOOK, file, "-o", tmp_path / "out.json", *BOTH).status == 0
    assert json.loads((tmp_path / "out.json").read_bytes())["results"] == expected
    assert run("score", BOOK, file, "--format", "csv", *BOTH).text.count("\n") == 168


def test_a_parquet_file_is_written_by_score_alone(run, file, tmp_path):
    output = tmp_path / "out.parquet"
    for words, said in (
        (["score", BOOK, file, "--format", "json", "-o", output], "--format json"),
        (["score", BOOK, file, "--format", "json", "--keep", "code"], "--keep"),
        (["score", BOOK, "examples/counties/counties.csv", "-o", output], "name of a Parquet file"),
        (["score", BOOK, "examples/counties/counties.csv", "--format", "xlsx", "-o", output], "name of a Parquet file"),
        (["rank", BOOK, file, "-o", output], "name of a Parquet file"),
        (["explain", BOOK, file, "--region", "示例县066", "-o", output], "name of a Parquet file"),
    ):
        for lang in ("en", "zh"):
            ran = run(*words, *BOTH, lang=lang)
            assert ran.status == 2 and not output.exists(), ran.err
            assert lang == "zh" or said in ran.err, ran.err


@pytest.fixture
def read(book, rules, tmp_path):
    def read(columns):
        table = read_table(write(tmp_path / "table.parquet", columns), book)
        issues = [f"{issue.where} {issue.code}" for issue in table.check(rules)]
        return json.loads(table.json)["records"], issues

    return read


def test_values_are_written_as_they_are_meant(read):
    tenth = 0.1  # as a float32 it is the shortest decimal of that float, not of the double next to it
    records, issues = read(
        {
            "region": pa.array(["a", "b", None]).dictionary_encode().cast(pa.dictionary(pa.int32(), pa.large_string())).fill_null("c"),
            "period": [datetime.date(2020, 12, 31)] * 3,
            "label": [datetime.datetime(2020, 12, 31), datetime.datetime(2020, 12, 31, 8), None],
            "fiscal_st_share": pa.array([tenth, None, float("nan")], pa.float32()),
            "hightech_firms": [3.0, 1e20, 0.5],
            "tech_smes": pa.array([decimal.Decimal("100.00"), decimal.Decimal("-0"), None], pa.decimal128(5, 2)),
            "platforms.key_lab.national": pa.array([2**63, 0, None], pa.uint64()),
            "st_department.plaque": [True, False, None],
        }
    )
    assert issues == ["hightech_firms[2] not_whole"]
    assert records[0] == {
        "region": "a",
        "period": "2020-12-31",
        "label": "2020-12-31",
        "facts": {
            "fiscal_st_share": "0.1",
            "hightech_firms": "3",
            "tech_smes": "100.00",
            "platforms.key_lab.national": "9223372036854775808",
            "st_department.plaque": "1",
        },
    }
    assert records[1]["label"] == "2020-12-31T08:00:00" and records[1]["facts"]["hightech_firms"] == "1e+20"
    assert "fiscal_st_share" not in records[2]["facts"]


def test_statuses_stand_beside_their_figures(read):
    records, issues = read(
        {
            "region": ["a", "b", "c"],
            "fiscal_st_share": [1.5, 2, None],
            "fiscal_st_share.status": ["estimated", None, "reported"],
            "hightech_firms.status": ["rejected", "missing", "guessed"],
        }
    )
    assert records[0]["facts"]["fiscal_st_share"] == {"value": "1.5", "status": "estimated"}
    assert records[0]["facts"]["hightech_firms"] == {"value": None, "status": "rejected"}
    assert records[1]["facts"]["fiscal_st_share"] == "2" and "fiscal_st_share" not in records[2]["facts"]
    assert issues == ["hightech_firms.status[2] unknown_status"]


def test_every_issue_has_its_place(read):
    assert read({"region": ["a", "a"], "fiscal_st_share": [101.0, 1.0]})[1] == ["region[1] repeated_record", "fiscal_st_share[0] above_max"]
    assert read({"region": ["a"], "fiscal_st_share": [b"1"]})[1] == ["fiscal_st_share unsupported_type"]
    assert read({"region": ["a"], "fiscal_st_shares": [1.0]})[1] == ["fiscal_st_shares unknown_column"]
    assert read({"hightech_firms": [1]})[1] == ["hightech_firms missing_column"]
    assert read({"region": ["a"], "hightech_firms.statuses": ["x"], "zzz.status": ["x"]})[1] == [
        "hightech_firms.statuses unknown_column",
        "zzz.status unknown_column",
    ]


def test_what_is_no_parquet_file_says_so(book, tmp_path, monkeypatch):
    path = tmp_path / "broken.parquet"
    path.write_bytes(b"PAR1 no such thing")
    (issue,) = read_table(path, book).issues
    assert issue.code == "table_unreadable" and "sound Parquet" in issue.en
    assert issue.en.endswith("Export it again.") and issue.zh.endswith("请重新导出后再试。")
    monkeypatch.setattr("biaochi.tables._parquet._MOST_ROWS", 2)
    (issue,) = read_table(write(tmp_path / "long.parquet", {"region": ["a", "b", "c"]}), book).issues
    assert "it has 3 rows; a table has at most 2. Score it by" in issue.en and "有 3 行，表格最多 2 行。请用" in issue.zh
    monkeypatch.setattr("biaochi.tables._parquet.find_spec", lambda name: None)
    (issue,) = read_table(path, book).issues
    assert "biaochi[frames]" in issue.en and "biaochi[frames]" in issue.zh
