"""Bad input on the command line: status 2, every issue with its cell, never a traceback."""

from __future__ import annotations

import random

import pytest

from conftest import ROOT

BOOK = "hebei_district_leap"
HEZUO = ROOT / "examples" / "hezuo" / "figures.csv"


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ("region,hightech_frms\n甲,3\n", ["B1: error unknown_column", "hightech_firms"]),
        ("region,hightech_firms\n甲,inf\n", ["B2: error infinite_value"]),
        ("region,hightech_firms\n甲,3\n甲,4\n", ["A3: error repeated_record"]),
        ("region,fiscal_st_share\n甲,1000000000000\n", ["B2: error above_max"]),
        ("region,fact,value,unit\n甲,hightech_firms,3,万元\n", ["D2: error wrong_unit"]),
        ("region,hightech_firms\n甲,3,4\n", ["A2: error ragged_row"]),
        ("region,hightech_firms\n甲,-1\n乙,1.5\n丙,x\n", ["B2: error below_min", "B3: error not_whole", "B4: error not_a_number", "3 errors"]),
        ("", ["table_unreadable"]),
    ],
)
def test_a_wrong_table(run, tmp_path, content, places):
    path = tmp_path / "table.csv"
    path.write_text(content, encoding="utf-8")
    for command in (["score", BOOK, path], ["rank", BOOK, path], ["explain", BOOK, path, "--region", "甲"]):
        ran = run(*command)
        assert ran.status == 2 and ran.out == b""
        assert all(place in ran.err for place in places), ran.err


@pytest.mark.parametrize("content", ["region,hightech_firms\n甲,NaN\n", "region,hightech_firms\n甲,\n", "region,fiscal_st_spend\n甲,1000000000000\n"])
def test_what_is_missing_or_large_is_no_error(run, tmp_path, content):
    path = tmp_path / "table.csv"
    path.write_text(content, encoding="utf-8")
    assert run("score", BOOK, path).status == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_encodings(run, tmp_path, encoding):
    path = tmp_path / "table.csv"
    path.write_text("region,hightech_firms\n合作市,3\n", encoding=encoding)
    ran = run("score", BOOK, path, "--format", "csv")
    assert ran.status == 0 and "合作市" in ran.text


@pytest.mark.parametrize("name", ["junk", "junk.csv", "junk.xlsx", "junk.json"])
@pytest.mark.parametrize("seed", range(3))
def test_junk(run, tmp_path, name, seed):
    path = tmp_path / name
    path.write_bytes(random.Random(seed).randbytes(4000))
    ran = run("score", BOOK, path)
    assert ran.status == 2 and ran.err
    assert run("lint", path).status == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["score", BOOK, "no/such.csv"], "no such file"),
        (["score", BOOK, ROOT], "folder"),
        (["score", "hebei_district", HEZUO], "hebei_district_leap"),
        (["score", "no/such.json", HEZUO], "undp_hdi"),
        (["score", "hebei_district", "no/such.csv"], "hebei_district_leap"),
        (["check", "ningxia_innovation_city", "no/such.json"], "ningxia_innovation_city_2023"),
        (["replay", "ningxia_innovation_city", "no/such.jsonl"], "ningxia_innovation_city_2023"),
        (["score", BOOK, HEZUO, "--reading", "hightech_gap=lineer"], "linear"),
        (["score", BOOK, HEZUO, "--reading", "hightech_gap"], "ID=READING"),
        (["score", BOOK, HEZUO, "--reading", "hightech=linear"], "hightech_gap"),
        (["score", BOOK, HEZUO, "--reading", "within_band=lower", "--reading", "within_band=upper"], "two readings"),
        (["score", BOOK, HEZUO, "--format", "xlsx"], "-o"),
        (["score", BOOK, HEZUO, "-o", "no/such/folder.csv"], "no such folder"),
        (["score", BOOK, HEZUO, "-o", "no/such/folder.xlsx"], "no such folder"),
        (["score", BOOK, HEZUO, "--format", "pdf"], "pdf"),
        (["score", BOOK], "FILE"),
        (["rank", BOOK, HEZUO, "--top", "0"], "0"),
        (["lint", "hebei_district"], "hebei_district_leap"),
        (["test", "hebei_district"], "hebei_district_leap"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_words(run, words, said):
    ran = run(*words)
    assert ran.status == 2 and said in ran.err, ran.err


def test_every_bad_rulebook_is_answered_by_lint_and_refused_by_score(run):
    files = sorted((ROOT / "tests" / "rulebooks" / "bad").glob("**/*.json"))
    if not files:
        pytest.skip("no bad rulebooks here")
    for path in random.Random(1).sample(files, min(6, len(files))):
        ran = run("lint", path, "--format", "json")
        assert ran.status in (0, 1) and ran.out.startswith(b"[")


def test_a_fault_of_our_own_is_one_sentence(monkeypatch, capsys):
    import biaochi.cli
    import biaochi.cli._app

    def fail() -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(biaochi.cli._app, "app", fail)
    with pytest.raises(SystemExit) as caught:
        biaochi.cli.main()
    said = capsys.readouterr().err
    assert caught.value.code == 70 and len(said.splitlines()) == 1 and "Traceback" not in said
