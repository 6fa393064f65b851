"""The city plan of 2023, Hezuo's plan and Ningxia's targets of 2022: every number as it is printed, every row of the ledger cited."""

from __future__ import annotations

import csv
import json
import re
from fractions import Fraction
from typing import Any

import pytest

import biaochi as bc
from conftest import ROOT

LEDGER = ROOT.parent / "shared" / "ledger.md"
BOOKS = ("city_plan_2023", "hezuo_plan_2022", "ningxia_targets_2022")
REVIEWS = ("ningxia_platform_review_2022", "ningxia_hightech_zone_review_2022")
BOUNDS = ("at_least", "more_than", "at_most", "less_than", "exactly", "about")


def document(name: str) -> Any:
    return json.loads((ROOT / "rulebooks" / f"{name}.json").read_text(encoding="utf-8"))


def cited(value: Any) -> set[str]:
    """All ledger ids that a part of a rulebook cites."""
    if isinstance(value, list):
        return set().union(*map(cited, value))
    if not isinstance(value, dict):
        return set()
    return set(value.get("ledger", [])).union(*(cited(part) for part in value.values()))


def goal_of(target: dict[str, Any]) -> str:
    """`form bound number`, as `level at_least 100`; of an interval `level 2-3`."""
    (form,) = {"level", "yearly", "cumulative", "growth", "relative", "coverage", "rank", "qualitative"} & set(target)
    goal = target[form]
    for bound in BOUNDS:
        if bound in goal:
            number = goal[bound]
            return f"{form} {bound} {number if not isinstance(number, dict) else '?'}"
    return f"{form} {goal['from']}-{goal['to']}" if "to" in goal else form


def test_every_row_of_the_ledger_is_cited():
    if not LEDGER.exists():
        pytest.skip("the ledger is not beside this repository")
    rows = set(re.findall(r"^\| (S(?:1B|2|3)-\d+a?) \|", LEDGER.read_text("utf-8"), re.MULTILINE))
    found = set().union(*(cited({**document(name), "examples": []}) for name in (*BOOKS, *REVIEWS)))
    assert len(rows) == 78
    assert rows <= found, sorted(rows - found)


# What the sources print, typed from them once more. By row of the ledger; the day by which stands for all targets of a row.
CITY = {
    "S1B-01": ("2026-12-31", "level about 20"),
    "S1B-02": ("2026-12-31", "level at_least 100"),
    "S1B-03": ("2026-12-31", "level at_least 400"),
    "S1B-04": ("2026-12-31", "qualitative"),
    "S1B-05": ("2026-12-31", "level at_least 100"),
    "S1B-06": ("2026-12-31", "level at_least 30"),
    "S1B-07": ("2026-12-31", "level at_least 0.8"),
    "S1B-08": ("2026-12-31", "level at_least 8.5"),
    "S1B-09": ("2026-12-31", "rank at_most ?"),
    "S1B-10": ("2026-12-31", "yearly about 100"),
    "S1B-11": ("2026-12-31", "level at_least 50", "level at_least 1.5"),
    "S1B-13": ("2026-12-31", "level at_least 300", "cumulative at_least 8"),
    "S1B-14": ("2026-12-31", "level at_least 10", "level at_least 50", "level at_least 50"),
    "S1B-15": ("2023-12-31", "level at_least 200", "level at_least 50", "level at_least 200", "level at_least 50"),
    "S1B-16": ("2023-12-31", "level 2-3", "level 2-3"),
}
HEZUO = {
    "S2-10": ("2023-12-31", *(f"level at_least {n}" for n in (1, 1, 6, 1, 6))),
    "S2-11": ("2023-12-31", "relative at_least 1"),
    "S2-12": ("2023-12-31", "level at_least 1.42"),
    "S2-13": ("2023-12-31", "level at_least 1.31"),
    "S2-14": ("2023-12-31", "coverage at_least 50", "level at_least 60"),
    "S2-15": ("2023-12-31", *(f"level at_least {n}" for n in (10, 1, 2, 2, 1, 1, 1))),
    "S2-16": ("2023-12-31", "level at_least 200", "level more_than 3.8"),
    "S2-17": ("2023-12-31", "relative at_least 1"),
    "S2-18": ("2023-12-31", "level at_least 6"),
    "S2-19": ("2023-12-31", *(f"growth at_least {n}" for n in (3, 3, 2, 2, 6, 8))),
    "S2-20": ("2023-12-31", *(f"level at_least {n}" for n in (5, 400, 2, 250, 2, 1, 300)), "level about 400"),
    "S2-21": ("2023-12-31", "level at_least 50"),
    "S2-23": ("2023-12-31", *(f"level at_least {n}" for n in (2, 3, 5, 6, 6))),
    "S2-24": ("2023-12-31", *["coverage at_least 100"] * 4),
    "S2-37": ("2023-12-31", "qualitative"),
    "S2-38": (None, "level at_least 4"),
}
NINGXIA = {
    "S3-02": ("2022-12-31", "growth at_least 8"),
    "S3-03": ("2022-12-31", "level about 37"),
    "S3-04": ("2022-12-31", "yearly more_than 30"),
    "S3-06": ("2022-12-31", "yearly at_least 250", "yearly at_least 50", "yearly at_least 20"),
    "S3-07": ("2022-12-31", "level 1-2"),
    "S3-08": ("2022-12-31", "yearly at_least 20", "level about 300"),
    "S3-11": ("2022-12-31", "yearly at_least 30"),
    "S3-13": ("2022-12-31", "coverage at_least 100"),
}


@pytest.mark.parametrize(
    ("name", "row", "printed"), [(name, *item) for name, rows in zip(BOOKS, (CITY, HEZUO, NINGXIA)) for item in rows.items()], ids=lambda part: str(part)[:20]
)
def test_targets_are_as_printed(name, row, printed):
    targets = [target for target in document(name)["targets"].values() if row in target["cite"]["ledger"]]
    assert sorted(map(goal_of, targets)) == sorted(printed[1:])
    assert {target.get("due") for target in targets} == {printed[0]}


def test_the_two_years_and_the_missing_year_of_platforms():
    targets = document("city_plan_2023")["targets"]
    found = {(goal_of(target), target.get("due")) for target in targets.values() if "S1B-12" in target["cite"]["ledger"]}
    assert found == {("level at_least 50", "2023-12-31"), ("level 3-5", None)}


# What the city plan gives: numbers in 万元, percent or times, and the cap on each.
GIVEN = {
    "S1B-20": {("times", 4, None), ("times", 3, None), ("times", 2, None)},
    "S1B-21": {("rate", 100, None)},
    "S1B-23": {("rate", 10, 100)},
    "S1B-24": {("absent", "base", 100)},
    "S1B-25": {("absent", "base", 50)},
    "S1B-27": {("rate", 10, 20)},
    "S1B-28": {("fixed", 20, None)},
    "S1B-29": {("absent", "amount", 100)},
    "S1B-31": {("times", 1, None)},
}


@pytest.mark.parametrize("row", GIVEN)
def test_incentives_are_as_printed(row):
    found = set()
    for incentive in document("city_plan_2023")["incentives"].values():
        if row not in incentive["cite"]["ledger"]:
            continue
        (form,) = {"fixed", "rate", "times", "absent"} & set(incentive)
        number = incentive[form] if form != "absent" else ",".join(incentive[form])
        found.add((form, number, incentive["caps"][0]["amount"] if "caps" in incentive else None))
    assert found == GIVEN[row]


def test_hezuos_amounts_are_all_absent():
    assert all(incentive["absent"] == ["amount"] for incentive in document("hezuo_plan_2022")["incentives"].values())


def test_hezuos_table_holds_the_printed_figures():
    """Those with a year and no open bound; the same numbers in the same units."""
    plan = document("hezuo_plan_2022")
    printed = {
        (figure["period"], figure["fact"]): (Fraction(str(figure["value"])), figure.get("unit", plan["facts"][figure["fact"]].get("unit")))
        for figure in plan["figures"]
        if "period" in figure and figure.get("bound", "exactly") == "exactly"
    }
    with (ROOT / "examples" / "targets" / "hezuo.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {(row["period"], row["fact"]): (Fraction(row["value"]), row["unit"]) for row in rows} == printed
    assert all(row["evidence"] and row["label"] == "illustration" and row["status"] == "reported" for row in rows)


def test_hezuo_against_its_targets(run):
    ran = run("progress", "hezuo_plan_2022", "examples/targets/hezuo.csv", "--region", "合作市", "--on", "2022-12-31", "--format", "json")
    answers = {answer["target"]: answer for answer in json.loads(ran.out)["progress"]}
    decided = {target: answer["status"] for target, answer in answers.items() if answer["status"] != "undetermined"}
    assert decided == {"barley_area": "met", "rapeseed_area": "met"}
    assert all(answer["needs"] for target, answer in answers.items() if target not in decided)


def test_contracts_at_the_cap():
    """10 percent of 9,999,999.99 is 999,999.999; of 10,000,000.01 it is 1,000,000.001, cut off at 1,000,000."""
    rules = bc.rulebook("city_plan_2023").compile(on="2024-06-30")
    answer = rules.award((ROOT / "examples" / "incentives" / "city_contracts.json").read_text(encoding="utf-8"))
    totals = [application["totals"]["money"] for application in answer.applications]
    assert [(total["low"], total["high"]) for total in totals] == [("999999.999", "999999.999"), ("1000000", "1000000")]


def test_lint_doubts_the_half_of_the_citizens():
    """DEF-12: 50 percent are 50/6.3 = 500/63 times what another plan of the collection promises."""
    found = [issue for issue in bc.rulebook("city_plan_2023").lint() if issue.code == "implausible_target"]
    assert [issue.where for issue in found] == ["/targets/literacy"]
    assert "6.3 %" in found[0].en and "other_plan" in found[0].en
