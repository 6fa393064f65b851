"""Coverage both ways: the shipped rulebooks against the ledger, and the shape of the answer."""

from __future__ import annotations

import json

import pytest

import biaochi as bc
from conftest import ROOT

LEDGER = ROOT.parent / "shared" / "ledger.md"

# How many ids each source has in the ledger, counted by hand from its rows; C are conventions of reading, DEF defects.
IDS = {
    "C": 6,
    "S0": 36 + 25,  # 01 to 36, 25 indicators
    "S1A": 6 + 25 + 8,  # 01 to 06, 10 to 34, 40 to 47
    "S1B": 16 + 13,  # 01 to 16, 20 to 32
    "S1C": 6 + 25 + 21,  # 01 to 06, 10 to 34, 40 to 59 with 57a
    "S1D": 12 + 17 + 23,  # 01 to 10 with 06a and 06b, 17 indicators, 23 items
    "S2": 5 + 15 + 12,  # 01 to 05, 10 to 24, 30 to 40 with 32a
    "S3": 17,
    "S4": 7,
    "DEF": 24,
}

SMALL = "| id | clause |\n|---|---|\n| T-01 | labs |\n| T-02 | rooms |\n"


def book(**sections: object) -> str:
    head = {"format": "biaochi/1", "id": "small", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "Small"}}
    return json.dumps({**head, "sources": {"plan": {"title": {"en": "Plan"}}}, **sections})


def fact(*ids: str) -> dict:
    return {"name": {"en": "Labs"}, "cite": {"source": "plan", "clause": "1", "ledger": list(ids)}}


@pytest.fixture(scope="module")
def shipped():
    if not LEDGER.exists():
        pytest.skip("the ledger is not beside the repository")
    return bc.coverage([bc.rulebook(name) for name in bc.rulebooks()], LEDGER)


def test_every_id_of_the_sources_is_accounted_for(shipped):
    errors = [issue for issue in shipped.issues if issue["severity"] == "error"]
    for count in shipped.counts:
        print("{source}: {ids} ids, {rule} computable, {judged} judged, {out_of_reach} out of reach, {unaccounted} unaccounted".format(**count))
    assert [(issue["code"], issue["where"]) for issue in errors] == []
    assert shipped.accounted


def test_the_ledger_has_as_many_ids_as_were_counted_by_hand(shipped):
    assert {count["source"]: count["ids"] for count in shipped.counts} == IDS


def test_what_is_declared_says_why(shipped):
    declared = [each for each in shipped.ids if any(place["where"].startswith("/not_rules") for place in each["places"])]
    assert {"S0-04", "S0-05", "S0-06", "S0-27"} <= {each["id"] for each in declared}
    assert all(each["reason"]["zh"] for each in declared)


def test_what_a_person_answers_is_judged(shipped):
    """The seven indicators of management, what the guideline calls important, exemplary or ready, and the plan's indicator 17."""
    status = {each["id"]: each["status"] for each in shipped.ids}
    assert {status[f"S0-I{n:02d}"] for n in range(1, 19)} == {"rule"}
    assert {status[f"S0-I{n:02d}"] for n in range(19, 26)} == {"judged"}
    assert {status[id] for id in ("S0-07", "S0-10", "S0-11", "S0-12", "S0-15", "S1D-I17", "S1D-C23")} == {"judged"}
    assert {status[id] for id in ("S0-08", "S0-09", "S0-13", "S0-21", "S0-26", "S1D-02", "S1D-08", "S1D-I04")} == {"rule"}


def test_a_place_is_where_the_id_is_cited(shipped):
    for each in shipped.ids:
        for place in each["places"]:
            found = json.loads((ROOT / "rulebooks" / f"{place['rulebook']}.json").read_text("utf-8"))
            for step in place["where"].split("/")[1:]:
                key = step.replace("~1", "/").replace("~0", "~")
                found = found[int(key)] if isinstance(found, list) else found[key]
            assert each["id"] in found.get("cite", found).get("ledger", []), (each["id"], place)


def test_a_missing_id_and_an_unknown_one_are_errors():
    found = bc.coverage(book(facts={"labs": fact("T-01", "T-3")}), SMALL)
    assert not found.accounted
    assert [(issue["code"], issue["where"]) for issue in found.issues] == [
        ("unknown_ledger_id", "/small/facts/labs/cite/ledger/1"),
        ("unaccounted_ledger_id", "/ledger/T-02"),
    ]
    assert found.issues[1]["line"] == 4


def test_without_a_ledger_what_is_cited_is_listed():
    found = bc.coverage([book(facts={"labs": fact("T-01")})])
    assert found.accounted
    assert found.counts == [{"source": "T", "ids": 1, "rule": 1, "judged": 0, "out_of_reach": 0, "unaccounted": 0}]
    assert found.rows("en") == [{"id": "T-01", "source": "T", "status": "rule", "in_ledger": "false", "places": "small/facts/labs", "reason": ""}]
    assert "T-01" in found._repr_html_()


def test_a_wrong_ledger_is_refused_with_its_line(tmp_path):
    path = tmp_path / "ledger.md"
    path.write_text("| id |\n|---|\n| items 1–30 |\n", encoding="utf-8")
    with pytest.raises(bc.DataError) as refused:
        bc.coverage(book(), path)
    assert [(issue.code, issue.line) for issue in refused.value.issues] == [("bad_value", 3)]


@pytest.fixture
def files(tmp_path):
    (tmp_path / "book.json").write_text(book(facts={"labs": fact("T-01")}), encoding="utf-8")
    (tmp_path / "ledger.md").write_text(SMALL, encoding="utf-8")
    return str(tmp_path / "book.json"), str(tmp_path / "ledger.md")


def test_the_command_prints_matrix_and_counts_and_its_status_is_1(run, files):
    ran = run("coverage", files[0], "--ledger", files[1], "--lang", "en")
    assert ran.status == 1
    assert "T-02\tunaccounted\n" in ran.text
    assert "T\t2\t1\t0\t0\t1\n" in ran.text
    assert "/ledger/T-02 (line 4): error unaccounted_ledger_id" in ran.err
    chinese = run("coverage", files[0], "--ledger", files[1], "--lang", "zh")
    assert "T-02\t无着落\n" in chinese.text


def test_the_command_writes_json_csv_and_a_workbook(run, files, tmp_path):
    from openpyxl import load_workbook

    ran = run("coverage", files[0], "--ledger", files[1], "--format", "json")
    assert json.loads(ran.text)["accounted"] is False
    ran = run("coverage", files[0], "--format", "csv")
    assert ran.status == 0
    assert ran.text.splitlines()[0] == "id,source,status,in_ledger,places,reason"
    path = tmp_path / "coverage.xlsx"
    assert run("coverage", files[0], "--ledger", files[1], "-o", str(path)).status == 1
    workbook = load_workbook(path)
    assert workbook.sheetnames == ["coverage", "counts", "issues", "about"]
    assert [cell.value for cell in workbook["coverage"][3]][:3] == ["T-02", "T", "unaccounted"]


def test_the_command_refuses_what_is_no_ledger(run, files, tmp_path):
    assert run("coverage", files[0], "--ledger", str(tmp_path / "none.md")).status == 2
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe")
    ran = run("coverage", files[0], "--ledger", str(tmp_path / "bytes.md"), "--lang", "en")
    assert (ran.status, "not UTF-8" in ran.err) == (2, True)


@pytest.mark.parametrize("ledger", [None, SMALL])
def test_a_source_that_there_is_none_of_is_refused(ledger):
    """Otherwise a misspelt source would ask for nothing, and all would seem well."""
    with pytest.raises(bc.DataError) as raised:
        bc.coverage(book(facts={"labs": fact("T-01")}), ledger, sources=["T", "t"])
    assert [(issue.code, issue.where) for issue in raised.value.issues] == [("bad_value", "/sources/1")]
