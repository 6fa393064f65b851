"""Ranks by windows are the standings of the rulebook, for each rule of ties, with and without groups, rounded or not."""

from __future__ import annotations

import json
import pathlib

import pytest

import biaochi
from biaochi.spark import score

from . import records
from .conftest import READINGS

ROWS = 1200
BOOK = pathlib.Path(__file__).parents[2] / "rulebooks" / "hebei_district_leap.json"
RANKINGS = [
    {"ties": "competition", "compare": "rounded", "within_group": True},
    {"ties": "average", "compare": "unrounded", "within_group": True},
    {"ties": "average", "compare": "rounded", "within_group": False},
    {"ties": "dense", "compare": "rounded", "within_group": False},
    {"ties": "dense", "compare": "unrounded", "within_group": True},
]


def ranked_by(ranking: dict) -> biaochi.Rules:
    """The district table with another section `ranking`; scores are shown in whole points, so that many are equal when rounded."""
    book = json.loads(BOOK.read_text("utf-8"))
    book["ranking"] = {**book["ranking"], **ranking}
    book["shown"] = {"places": 0, "mode": "half_up"}
    del book["examples"]
    return biaochi.rulebook(json.dumps(book, ensure_ascii=False)).compile(on="2020-12-31", readings=READINGS)


def standings(rules: biaochi.Rules, table) -> dict[int, tuple[float, float]]:
    """Best and worst rank by id, as the table of scorecards says; rows with wrong figures are left out."""
    rows = [row for row in table.to_pylist() if row["hightech_firms"] is None or row["hightech_firms"] >= 0]
    own = ("region", "period", "group")
    facts = [{**{name: row[name] for name in own}, "facts": {slot: row[slot] for slot in rules.slots}} for row in rows]
    cards = rules.score_table(facts)
    return {row["id"]: (float(card.rank.low), float(card.rank.high)) for row, card in zip(rows, cards)}


@pytest.fixture(scope="module")
def few(rules):
    return records.make(rules, rows=ROWS, seed=7)


@pytest.mark.parametrize("ranking", RANKINGS, ids=lambda ranking: "-".join(map(str, ranking.values())))
def test_ranks_are_the_standings(cluster, few, ranking):
    rules = ranked_by(ranking)
    assert rules.ranking == ranking
    frame = cluster.session.createDataFrame(few).repartition(3)
    found = score(frame, rules, keep=["id"], ranks=True).toArrow().to_pylist()
    expected = standings(rules, few)
    undecided = {row["period"] for row in found if row["status"] == "undetermined"} if ranking["ties"] == "dense" else set()
    assert len(found) == ROWS and len(expected) > ROWS * 9 // 10
    for row in found:
        best, worst = expected.get(row["id"], (None, None)) if row["period"] not in undecided else (None, None)
        assert (row["rank_best"], row["rank_worst"], row["rank"]) == (best, worst, best if best == worst else None), row


def test_without_a_period_all_are_ranked_together(cluster, few, rules):
    few = few.drop_columns(["period", "group", "region"])
    found = score(cluster.session.createDataFrame(few), rules, keep=["id"], ranks=True).toArrow().sort_by("id")
    alone = rules.score(few, keep=["id"], ranks=True).sort_by("id")
    assert found.column_names == alone.column_names
    for name in ("rank", "rank_best", "rank_worst"):
        assert found[name].to_pylist() == alone[name].to_pylist()
