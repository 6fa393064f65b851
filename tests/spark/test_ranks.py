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


def same_ranks(cluster, rules, table, **options):
    """Spark and one machine give the same rows, whatever their order."""
    found = score(cluster.session.createDataFrame(table), rules, ranks=True, **options).toArrow()
    alone = rules.score(table, ranks=True, **options)
    assert found.column_names == alone.column_names
    rows = [sorted(map(repr, zip(*(column.to_pylist() for column in each.columns)))) for each in (found, alone)]
    assert rows[0] == rows[1]


def test_a_period_by_another_name_tells_cohorts(cluster, few, rules):
    same_ranks(cluster, rules, few.rename_columns({"period": "year"}), keep=["id"], columns={"year": "period"})


def test_no_period_is_the_empty_one(cluster, few, rules):
    import pyarrow

    few = few.slice(0, 200)
    empty = pyarrow.array(["", None] * 100)
    same_ranks(cluster, rules, few.set_column(few.column_names.index("period"), "period", empty), keep=["id"])


def test_kept_columns_may_go_by_any_name(cluster, few, rules):
    few = few.slice(0, 200)
    names = ["ID", "Score", "Period", "score_low", "key", "biaochi at", "biaochi group", "0"]
    for name in names:
        few = few.append_column(name, few["id"])
    same_ranks(cluster, rules, few, keep=["id", *names])


def test_a_kept_column_named_as_a_rank_and_a_period_of_days_are_refused(cluster, few, rules):
    import datetime

    import pyarrow

    few = few.slice(0, 3).append_column("rank_best", pyarrow.array([1, 2, 3]))
    with pytest.raises(biaochi.DataError, match="repeated_column"):
        score(cluster.session.createDataFrame(few), rules, keep=["id", "rank_best"], ranks=True)
    days = few.set_column(few.column_names.index("period"), "period", pyarrow.array([datetime.date(2020, 1, 1)] * 3))
    with pytest.raises(biaochi.DataError, match="unsupported_type"):
        score(cluster.session.createDataFrame(days), rules, keep=["id"], columns={"rank_best": "label"}, ranks=True)


GROUPS = pathlib.Path(__file__).parents[1] / "rulebooks" / "good" / "peer_groups.json"


def test_the_groups_of_a_rulebook_are_those_of_ranks(cluster):
    """In 2024 丙县 is in the hills, with 戊县: 7 points are the first place there, and the fourth of all."""
    import pyarrow

    rules = biaochi.rulebook(GROUPS.read_text("utf-8")).compile(on="2024-06-01")
    regions = ["甲县", "乙县", "丁县", "戊县", "丙县"]
    table = pyarrow.table({"county": regions, "points": [10, 20, 30, 5, 7]})
    same_ranks(cluster, rules, table, columns={"county": "region"})
    frame = cluster.session.createDataFrame(table)
    with pytest.raises(biaochi.DataError, match="missing_column"):
        score(frame, rules, keep=["county"], ranks=True)
    with pytest.raises(Exception, match="unknown_member"):
        strange = pyarrow.table({"region": ["无名县"], "points": [1]})
        score(cluster.session.createDataFrame(strange), rules, ranks=True).collect()
