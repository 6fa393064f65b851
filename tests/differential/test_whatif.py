"""Compares what-ifs of the engine with the oracle on the district table, draw by draw: scores, ranks, classes, tallies."""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from fractions import Fraction as F

import biaochi
import pytest

from . import hebei_records
from .oracle import hebei, whatif
from .oracle.whatif import Edge, Figure, Weight

READINGS = {"hightech_gap": "linear", "class_cuts": "hebei_2019"}
DRAWS = 200
REGIONS = 23
SEED = 2**40 + 7


def rows_of(seed: int, known: bool) -> list[hebei_records.Record]:
    """Records of one period, some of them twins; with every figure, or with gaps."""
    rng = random.Random(seed)
    rows = []
    while len(rows) < REGIONS:
        made = hebei_records.record(rng, f"r{len(rows)}", "2020", False)
        if known:
            while any(text is None for text in made.texts.values()):
                more = hebei_records.record(rng, made.region, "2020", False)
                made.texts = {slot: text if text is not None else more.texts[slot] for slot, text in made.texts.items()}
                held = [name for name in hebei.DEPARTMENT if made.texts[f"st_department.{name}"] == "1"]
                for name in held[1:]:
                    made.texts[f"st_department.{name}"] = "0"
        rows.append(made)
    rows[5].texts = dict(rows[2].texts)
    return rows


def around(value: F, percent: int) -> tuple[F, F]:
    return value * (100 - percent) / 100, value * (100 + percent) / 100


def weights_only(rows: list[hebei_records.Record]) -> tuple[dict, list[whatif.Variation]]:
    groups = whatif.tree()
    parts = [{"parts_of": name, "percent": 30} for name in whatif.GROUP_NAMES]
    spec = {"weights": [*parts, {"node": "entities", "low": 20, "high": "30.5"}]}
    variations: list[whatif.Variation] = [Weight(fact, *around(points, 30)) for each in groups.values() for fact, points in each.items()]
    return spec, [*variations, Weight("entities", F(20), F("30.5"))]


def edges_too(rows: list[hebei_records.Record]) -> tuple[dict, list[whatif.Variation]]:
    spec = {
        "weights": [{"node": "patents_per_10k", "by": 2}],
        "edges": [{"node": "fiscal_st_spend", "band": 1, "edge": "to", "percent": 10}, {"node": "fiscal_st_spend", "band": 2, "edge": "from", "by": 500}],
    }
    return spec, [Weight("patents_per_10k", F(4), F(8)), Edge("fiscal_st_spend", F(10000), F(9000), F(11000)), Edge("fiscal_st_spend", F(1000), F(500), F(1500))]


def figures_too(rows: list[hebei_records.Record]) -> tuple[dict, list[whatif.Variation]]:
    spec = {"weights": [{"node": "output", "by": 5}], "data": [{"fact": "fiscal_st_spend", "percent": 20}]}
    drawn = [(index, row.texts["fiscal_st_spend"]) for index, row in enumerate(rows)]
    figures = [Figure(index, "fiscal_st_spend", *around(F(text), 20)) for index, text in drawn if text is not None]
    return spec, [Weight("output", F(10), F(20)), *figures]


@pytest.mark.parametrize("known", [True, False], ids=["known", "gaps"])
@pytest.mark.parametrize("make", [weights_only, edges_too, figures_too])
def test_draws_are_those_of_the_oracle(make, known):
    rows = rows_of(11, known)
    spec, variations = make(rows)
    rules = biaochi.rulebook("hebei_district_leap").compile(readings=READINGS)
    answer = rules.whatif(hebei_records.as_json(rows), spec, n=DRAWS, seed=SEED, threads=2)
    assert len(answer.variations) == len(variations)
    assert (json.loads(answer.json)["exact_draws"] == 0) == known
    facts = [row.facts() for row in rows]
    ranks: list[Counter] = [Counter() for _ in rows]
    classes: list[Counter] = [Counter() for _ in rows]
    matrix = answer.matrix("ranks")
    for draw in range(DRAWS):
        values = [each.low + (each.high - each.low) * whatif.uniform(SEED, draw, k) for k, each in enumerate(variations)]
        totals = whatif.totals(facts, variations, values, hebei.Readings(**READINGS))
        wanted = hebei.ranks(totals, ["2020"] * len(rows))
        again = answer.replicate(draw)
        assert list(again["values"].values()) == [hebei.exact(value) for value in values]
        for i, (total, (best, worst)) in enumerate(zip(totals, wanted)):
            found = again["results"][i]
            assert (F(found["score"]["low"]), F(found["score"]["high"])) == total
            assert found["rank"] == {"best": str(best), "worst": str(worst)}
            possible = hebei.classes(total, "hebei_2019")
            assert found["class"] == (possible[0] if len(possible) == 1 else None)
            cell = matrix[draw, i]
            assert cell == best if best == worst else math.isnan(cell)
            if best == worst:
                ranks[i][best] += 1
            if len(possible) == 1:
                classes[i][possible[0]] += 1
    for i, result in enumerate(answer.results):
        varied = result["varied"]
        assert {int(each["rank"]): each["draws"] for each in varied["ranks"]} == dict(ranks[i])
        assert {each["class"]: each["draws"] for each in varied["classes"] if each["draws"]} == dict(classes[i])
        assert varied["undecided"] == DRAWS - sum(ranks[i].values())
        assert varied["unclassed"] == DRAWS - sum(classes[i].values())


def test_the_generator_of_the_oracle_is_the_published_one():
    assert whatif.philox([0] * 4, [0] * 2) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]
