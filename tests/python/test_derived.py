"""Derived facts as a user of the module and of the command meets them, against an oracle in fractions."""

from __future__ import annotations

import json
import random
from fractions import Fraction

import pytest
from bad_files import BOOKS

import biaochi as bc

BOOK = BOOKS / "good" / "derived.json"
SEED = 20231122


@pytest.fixture(name="rules")
def _rules():
    return bc.rulebook(BOOK).compile(on="2024-03-01")


def points_of_share(share: Fraction | None) -> Fraction | None:
    """The first leaf: 0 to 10 points up to 2 %, 10 above."""
    return None if share is None else min(share / 2, Fraction(1)) * 10


def points_of_growth(now: int, then: int | None) -> Fraction | None:
    """The second leaf: 10 points from 10 % on."""
    if not then:
        return None
    return Fraction(10 if (Fraction(now, then) - 1) * 100 >= 10 else 0)


def test_a_thousand_random_tables_agree_with_fractions(rules):
    dice = random.Random(SEED)
    rows = []
    for region in range(40):
        for period in range(2000, 2025):
            if dice.random() < 0.8:
                rows.append({"region": f"R{region}", "period": str(period), "facts": {"rd": dice.randint(0, 9), "gdp": dice.randint(0, 3)}})
    dice.shuffle(rows)
    rd = {(row["region"], int(row["period"])): row["facts"]["rd"] for row in rows}
    for row, card in zip(rows, rules.score_table(rows)):
        facts, key = row["facts"], (row["region"], int(row["period"]))
        share = Fraction(facts["rd"], facts["gdp"]) / 10_000 * 100 if facts["gdp"] else None
        for part, wanted in (
            ("rd_share", points_of_share(share)),
            ("rd_growth", points_of_growth(facts["rd"], rd.get((key[0], key[1] - 1)))),
        ):
            found = card[part]
            assert (found.low if found.decided else None) == wanted, (SEED, row, part)


def test_what_lacks_is_named_with_its_period(rules):
    card = rules.score({"region": "A", "period": "2021", "facts": {"rd": 3}})
    assert [(need.fact, need.period, need.cause) for need in card.needs] == [("gdp", None, None), ("rd", "2020", None)]
    card = rules.score({"region": "A", "period": "2021", "facts": {"rd": 3, "gdp": 0}})
    assert [(need.fact, need.cause) for need in card.needs][0] == ("rd_share", "division_by_zero")


def test_a_figure_that_is_handed_in_is_refused(rules):
    with pytest.raises(bc.DataError) as raised:
        rules.score({"rd": 3, "gdp": 1, "rd_share": 3})
    assert [(issue.code, issue.where) for issue in raised.value.issues] == [("derived_given", "/rd_share")]


def test_conditions_see_derived_facts(rules):
    assert rules.check({"region": "A", "facts": {"rd": 300, "gdp": 1}}, "enough")["answer"] == "met"
    verdict = rules.check({"region": "A", "facts": {"rd": 300}}, "enough")
    assert verdict["answer"] == "undetermined"
    assert [need["fact"] for need in verdict["needs"]] == ["gdp"]


def test_a_table_is_scored_and_explained(run, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("region,period,rd,gdp\nA,2020,100,1\nA,2021,111,1\n", "utf-8")
    answer = run("score", str(BOOK), str(table), "--format", "json")
    results = json.loads(answer.text)["results"]
    assert answer.status == 0
    assert [result["parts"]["rd_growth"]["low"] for result in results] == ["0", "10"]
    assert results[1]["parts"]["rd_share"]["low"] == "5.55"
    told = run("explain", str(BOOK), str(table), "--region", "A", "--period", "2021", lang="zh").text
    assert "按 rd / gdp / 100 推算" in told
    assert "100 万元" in told
    table.write_text("region,period,rd,gdp,rd_share\nA,2020,100,1,2\n", "utf-8")
    refused = run("score", str(BOOK), str(table))
    assert refused.status == 2
    assert "derived_given" in refused.err
    assert "E2" in refused.err
