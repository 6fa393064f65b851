"""Liaoning's opinion on counties: the bodies of each task against the source, and every rule of the ledger accounted for."""

from __future__ import annotations

import json
import re

import pytest

from conftest import ROOT

SHARED = ROOT.parent / "shared"
TASKS = ("industries", "small_firms", "talent", "platforms", "society", "poverty_relief", "popular_science", "policies")


@pytest.fixture(scope="module")
def book() -> dict:
    return json.loads((ROOT / "rulebooks" / "liaoning_county_2021.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def source() -> str:
    file = next(iter(sorted((SHARED / "sources").glob("004_*.txt"))), None)
    if file is None:
        pytest.skip("the opinion is not beside the repository")
    return file.read_text(encoding="utf-8")


def test_each_task_has_the_bodies_that_the_source_lists(book, source):
    lists = re.findall(r"\(责任单位:(.*?)\)", source)
    assert len(lists) == len(TASKS)
    for task, printed in zip(TASKS, lists):
        bodies = [book["bodies"][id]["name"]["zh"] for id in book["duties"][task]["together"]]
        assert bodies == re.split("[、,]", printed), task


def test_each_task_is_called_as_printed_and_none_has_a_lead(book, source):
    for task in TASKS:
        assert f"){book['duties'][task]['name']['zh']}。" in source, task
    assert not [id for id, duty in book["duties"].items() if "lead" in duty or "cooperate" in duty]


def test_bodies_that_became_others_are_told_to_have_ended(book):
    bodies = book["bodies"]
    for id, body in bodies.items():
        assert bool(body.get("became")) == bool(body.get("ended") or body.get("until")), id
        for other in body.get("became", []):
            assert bodies[other].get("from") == body.get("until"), (id, other)


def test_targets_have_the_days_that_the_source_prints(book, source):
    assert re.findall(r"到(20\d\d)年,", source) == ["2020", "2030"]
    dues = [target.get("due") for target in book["targets"].values()]
    assert {due: dues.count(due) for due in dues} == {"2020-12-31": 6, "2030-12-31": 3, None: 6}
    assert book["targets"]["platform_coverage"]["coverage"] == {"at_least": 100, "of_all": "counties"}
    assert "在我省县域全覆盖" in source


def test_every_ledger_id_is_a_rule_or_says_why_not(book):
    file = SHARED / "ledger.md"
    if not file.exists():
        pytest.skip("the ledger is not beside the repository")
    ids = set(re.findall(r"^\| (S4-\d+) \|", file.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(ids) == 7
    cited = set()
    for section in ("targets", "duties"):
        for rule in book[section].values():
            cited |= set(rule["cite"]["ledger"])
    declared = {id for entry in book["not_rules"] for id in entry["cite"]["ledger"]}
    assert ids - cited == declared == {"S4-07"}
