"""Compares what-ifs of the engine with the oracle on random rulebooks, records and specifications: every draw, and every count over all of them."""

from __future__ import annotations

import json
import math
import random
from fractions import Fraction as F
from typing import Any

import biaochi
import pytest

from .oracle import trees, whatif
from .oracle.trees import Tree

SEEDS = 150
DRAWS = 12
MOST = 100  # of every figure


class Maker:
    """Makes rulebooks, records and specifications of few and round figures, so that much ties and lies on edges."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.known = self.rng.random() < 0.7
        self.plain = self.rng.random() < 0.6  # with figures that are known: what the fast way takes
        self.facts: dict[str, Any] = {}
        self.count = 0

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def book(self) -> dict[str, Any]:
        rng = self.rng
        made = {
            "format": "biaochi/1",
            "id": "made",
            "version": "1",
            "effective": {"from": "2024-01-01"},
            "title": {"en": "Made"},
            "sources": {"made": {"title": {"en": "Made"}}},
            "facts": self.facts,
            "score": self.node(rng.choice([10, 12, 60, 100]), 0),
            "shown": {"places": rng.choice([0, 0, 1, 2]), "mode": rng.choice(list(trees.ROUND))},
            "ranking": {
                "ties": rng.choice(["competition", "dense", "average"] if self.known else ["competition", "average"]),
                "compare": rng.choice(["unrounded", "unrounded", "rounded"]),
                "within_group": self.chance(0.3),
            },
        }
        if self.chance(0.8):
            most = made["score"]["points"]
            high, low = F(most) * rng.choice([2, 3]) / 4, F(most) * rng.choice([1, F(3, 2)]) / 4
            cuts = [{"id": "A", "from": str(high)}, {"id": "B", "from": str(low), "to": str(high)}, {"id": "C", "to": str(low)}]
            made["classes"] = {"compare": rng.choice(["unrounded", "unrounded", "rounded"]), "cuts": cuts}
        return made

    def node(self, points: int | F, depth: int) -> dict[str, Any]:
        self.count += 1
        name = f"n{self.count}"
        if (depth > 0 and self.chance(0.55)) or depth > 2:
            return self.leaf(name, points)
        made: dict[str, Any] = {"id": name, "points": str(points)}
        how = self.rng.choice(["sum", "sum", "arithmetic", *(() if self.plain else ("harmonic", "geometric"))])
        parts = self.rng.randint(2 if depth == 0 else 1, 4)
        if how == "sum":
            cuts = sorted(self.rng.sample(range(1, 12), parts - 1))
            each = [F(points) * (b - a) / 12 for a, b in zip([0, *cuts], [*cuts, 12])]
            if not self.plain and self.chance(0.25):
                made["cap"] = True
                each = [value * self.rng.choice([1, 1, F(3, 2)]) for value in each]
        else:
            made["combine"] = how
            each = [F(points)] * parts
        if how == "geometric":
            made["precision"] = {"places": self.rng.choice([0, 3]), "mode": "half_up"}
        made["parts"] = [self.node(value, depth + 1) for value in each]
        for part in made["parts"]:
            if how != "sum" and self.chance(0.7):
                part["weight"] = self.rng.choice([1, 2, 3] if how == "geometric" else [1, 2, 3, "0.5", "1/3"])
        if not self.known and self.chance(0.4):
            made["coverage"] = self.rng.choice(["0.5", "2/3", 1])
        if not self.plain and self.chance(0.2):
            made["round"] = {"places": 0, "mode": self.rng.choice(list(trees.ROUND))}
        return made

    def leaf(self, name: str, points: int | F) -> dict[str, Any]:
        made: dict[str, Any] = {"id": name, "points": str(points), "fact": name}
        numbers = [fact for fact, about in self.facts.items() if about.get("kind") != "judged" and "formula" not in about]
        if numbers and self.chance(0.15):
            made["fact"] = self.rng.choice(numbers)
        elif len(numbers) > 1 and self.chance(0.1):
            self.facts[name] = {"name": {"en": name}, "min": -120, "max": 300, "formula": "{} + {} * 2".format(*self.rng.sample(numbers, 2))}
        elif self.chance(0.15):
            self.facts[name] = {"name": {"en": name}, "min": -40, "max": MOST}
        method = self.rng.choice(["bands", "bands", "bands", "higher", "lower", "goalposts", "judged"])
        if self.facts.get(made["fact"], {"min": 0})["min"] < 0 and method in ("higher", "lower", "judged"):
            method = "bands"
        if method == "judged":
            self.facts[name] = {"name": {"en": name}, "kind": "judged", "min": 0, "max": str(points)}
            return made | {"fact": name, "judged": {}}
        self.facts.setdefault(made["fact"], {"name": {"en": name}, "min": 0, "max": MOST})
        if method == "bands":
            made |= {"bands": self.bands(points)}
            if self.chance(0.2):
                made["inside"] = self.rng.choice(["lower", "upper"])
        elif method == "goalposts":
            made["goalposts"] = dict(zip(("from", "to"), self.rng.sample([10, 20, 40, 80], 2)))
        else:
            made["ratio"] = {"standard": self.rng.choice([10, 20, 50]), "better": method}
        if self.chance(0.15):
            made["round"] = {"places": self.rng.choice([0, 1]), "mode": self.rng.choice(list(trees.ROUND))}
        if not self.known:
            made["treat"] = {"missing": self.rng.choice(["unknown", "zero", "exclude", "exclude", "refuse" if self.chance(0.2) else "zero"])}
        return made

    def bands(self, points: int | F) -> list[dict[str, Any]]:
        edges = sorted(self.rng.sample([5, 10, 20, 30, 50, 80], self.rng.randint(1, 4)))
        rows = []
        for low, high in zip([-120 if self.chance(0.5) else None, *edges], [*edges, None]):
            row: dict[str, Any] = {} if low is None else {"from": low}
            row |= {} if high is None else {"to": high}
            worth = [str(F(points) * self.rng.randint(0, 6) / 6) for _ in range(2)]
            row["points"] = worth if "from" in row and "to" in row and self.chance(0.4) else worth[0]
            rows.append(row)
        self.rng.shuffle(rows)
        return rows

    def records(self) -> list[dict[str, Any]]:
        made = []
        for index in range(self.rng.randint(1, 9)):
            record = {"region": f"r{index // 2}", "period": str(2020 + index % 2), "group": self.rng.choice("xy"), "facts": {}}
            for fact, about in self.facts.items():
                if not self.known and self.chance(0.15):
                    continue
                most = F(about["max"])
                if "formula" in about:
                    continue
                if about["min"] and self.chance(0.3):
                    record["facts"][fact] = self.rng.choice([-40, -5])
                    continue
                record["facts"][fact] = str(self.rng.choice([F(0), F(1), F(5), F(10), F(20), F("20.5"), F(50), most]) if most == MOST else most * self.rng.randint(0, 4) / 4)
            if made and self.chance(0.2):
                record["facts"] = dict(made[0]["facts"])
            made.append(record)
        return made

    def spec(self, tree: Tree, records: list[dict[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {"quantiles": [0, "0.1", "1/3", "0.5", 1]}
        leaves = tree.leaves_of(tree.book["score"]["id"])
        groups = [name for name, node in tree.nodes.items() if "parts" in node]
        banded = [leaf for leaf in leaves if "bands" in tree.nodes[leaf]]
        kinds = self.rng.choice(["w", "w", "we", "wd", "e", "d", "ed", "wed"])
        if "w" in kinds:
            made["weights"] = [self.weight(tree, groups) for _ in range(self.rng.randint(1, 2))]
        if "e" in kinds and banded:
            made["edges"] = [self.edge(tree, self.rng.choice(banded)) for _ in range(self.rng.randint(1, 2))]
        if "d" in kinds:
            made["data"] = [self.datum(records) for _ in range(self.rng.randint(1, 2))]
        return made

    def ends(self, at: F) -> dict[str, Any]:
        reach = self.rng.choice([0, 1, 5, 10, 25, 60])
        if self.chance(0.5):
            return {"percent": reach}
        if self.chance(0.5):
            return {"by": str(at * reach / 100)}
        return {"low": str(at * (100 - reach) / 100), "high": str(at * (100 + self.rng.choice([0, reach])) / 100)}

    def weight(self, tree: Tree, groups: list[str]) -> dict[str, Any]:
        key = self.rng.choice(["node", "leaves_of", "parts_of"])
        name = self.rng.choice(list(tree.parent) if key == "node" else groups)
        entry = {key: name, **(self.ends(tree.written(name)) if key == "node" else {"percent": self.rng.choice([0, 5, 20, 90])})}
        return entry | ({"rescale": self.chance(0.5)} if self.chance(0.4) else {})

    def edge(self, tree: Tree, leaf: str) -> dict[str, Any]:
        bands = tree.nodes[leaf]["bands"]
        band = self.rng.randrange(len(bands))
        edge = self.rng.choice([key for key in ("from", "to") if key in bands[band]])
        return {"node": leaf, "band": band, "edge": edge, **self.ends(F(bands[band][edge]))}

    def datum(self, records: list[dict[str, Any]]) -> dict[str, Any]:
        entry: dict[str, Any] = {"fact": self.rng.choice(list(self.facts))}
        if self.chance(0.3):
            entry["together"] = True
        else:
            record = self.rng.choice(records)
            entry |= {key: record[key] for key in ("region", "period") if self.chance(0.3)}
        return entry | self.ends(F(self.rng.choice([10, 40])))


def figures_of(tree: Tree, records: list[dict[str, Any]]) -> list[trees.Figures]:
    reported = [{fact: ("reported", F(record["facts"][fact])) if fact in record["facts"] else ("missing", F(0)) for fact in tree.book["facts"]} for record in records]
    return [tree.derive(each) for each in reported]


def interval(found: dict[str, str] | None) -> tuple[F, F] | None:
    return None if found is None else (F(found.get("low", found.get("best"))), F(found.get("high", found.get("worst"))))


def check_counts(tree: Tree, varied: dict[str, Any], unvaried: list[str], of_draws: list[tuple[Any, Any, list[str]]], shares: list[F]) -> None:
    """One record's tally against its score, rank and classes in every draw."""
    scores = [(score, k) for k, (score, _, _) in enumerate(of_draws) if score is not None]
    ranks = [rank for _, rank, _ in of_draws if rank is not None]
    sure = [low for low, high in ranks if low == high]
    if not scores:
        assert varied["score"] is None
        assert varied["rank"] is None
    else:
        low, high = min(score[0] for score, _ in scores), max(score[1] for score, _ in scores)
        assert interval(varied["score"]) == (low, high)
        assert varied["score"]["low_draw"] == min(k for score, k in scores if score[0] == low)
        assert varied["score"]["high_draw"] == min(k for score, k in scores if score[1] == high)
        assert abs(F(varied["score"]["mean"]) - sum(sum(score) for score, _ in scores) / (2 * len(scores))) < F(1, 10**6)
        assert interval(varied["rank"]) == (min(rank[0] for rank in ranks), max(rank[1] for rank in ranks))
    assert {F(each["rank"]): each["draws"] for each in varied["ranks"]} == {rank: sure.count(rank) for rank in sure}
    assert (varied["undecided"], varied["unranked"]) == (len(ranks) - len(sure), len(of_draws) - len(ranks))
    for share, found in zip(shares, varied["quantiles"]):
        rank = sorted(sure)[max(math.ceil(share * len(sure)), 1) - 1] if len(sure) == len(of_draws) else None
        assert (F(found["at"]), None if found["rank"] is None else F(found["rank"])) == (share, rank)
    if "classes" not in tree.book:
        assert "classes" not in varied
        return
    classed = [possible[0] for _, _, possible in of_draws if len(possible) == 1]
    assert {each["class"]: each["draws"] for each in varied["classes"]} == {name: classed.count(name) for name in "ABC"}
    assert varied["unclassed"] == len(of_draws) - len(classed)
    flips = sum(name != unvaried[0] for name in classed) if len(unvaried) == 1 else None
    assert varied.get("flips") == flips
    assert varied.get("flip_share") == (None if flips is None else whatif_text(F(flips, len(of_draws))))


def whatif_text(share: F) -> str:
    """A share of draws as the engine writes it: a decimal where there is one."""
    rest = share.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return str(share) if rest > 1 else f"{float(share):.10f}".rstrip("0").rstrip(".")


def compare(seed: int, draws: int = DRAWS) -> str:
    """One rulebook with its records and specification: how the engine took it."""
    maker = Maker(seed)
    tree = Tree(maker.book())
    records = maker.records()
    figures = figures_of(tree, records)
    rules = biaochi.rulebook(json.dumps(tree.book)).compile()
    for _ in range(8):
        spec = maker.spec(tree, records)
        try:
            found = trees.variations(tree, records, figures, spec)
            break
        except trees.Refused:
            with pytest.raises(biaochi.DataError):
                rules.whatif({"records": records}, spec, n=draws)
    else:
        return "refused"
    by_sample = maker.chance(0.3)
    number = seed * 2**33 + 5
    shares = [[maker.rng.choice([0.0, 0.1, 0.5, maker.rng.random()]) for _ in found] for _ in range(draws)]
    answer = rules.whatif({"records": records}, spec, **({"samples": shares} if by_sample else {"n": draws, "seed": number}))
    document = json.loads(answer.json)
    assert [(F(each["low"]), F(each["high"])) for each in document["variations"]] == [(each.low, each.high) for each in found]
    wanted: list[list[tuple[Any, Any, list[str]]]] = [[] for _ in records]
    scores, ranks = answer.matrix("scores"), answer.matrix("ranks")
    for k in range(draws):
        u = [F(repr(share)) for share in shares[k]] if by_sample else [whatif.uniform(number, k, i) for i in range(len(found))]
        values = [each.low + (each.high - each.low) * share for each, share in zip(found, u)]
        drawn = trees.draw(tree, figures, found, values)
        exact = [tree.score(drawn, each) for each in drawn.figures]
        places = tree.ranks(records, exact)
        again = answer.replicate(k)
        assert [F(value) for value in again["values"].values()] == values
        for i, (score, rank) in enumerate(zip(exact, places)):
            result = again["results"][i]
            possible = tree.classes(score)
            assert (interval(result["score"]), interval(result["rank"])) == (score, rank)
            assert result.get("class") == (possible[0] if len(possible) == 1 else None)
            near = math.nan if score is None or score[0] != score[1] else float(score[0])
            assert math.isnan(scores[k, i]) == math.isnan(near)
            assert math.isnan(near) or abs(scores[k, i] - near) < 1e-9
            sure = rank is not None and rank[0] == rank[1]
            assert ranks[k, i] == float(rank[0]) if sure else math.isnan(ranks[k, i])
            wanted[i].append((score, rank, possible))
    still = [tree.score(trees.Draw({}, {}, figures), each) for each in figures]
    for i, result in enumerate(document["results"]):
        assert interval(result["score"]) == still[i]
        check_counts(tree, result["varied"], tree.classes(still[i]), wanted[i], [F(share) for share in spec["quantiles"]])
    return "exact" if document["exact_draws"] == draws else "mixed" if document["exact_draws"] else "fast"


@pytest.mark.parametrize("first", range(0, SEEDS, 50))
def test_random_rulebooks(first):
    taken = [compare(seed) for seed in range(first, first + 50)]
    assert {"exact", "fast"} <= set(taken), taken


@pytest.mark.parametrize(
    ("counter", "key", "words"),
    [
        ([0] * 4, [0] * 2, "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
        ([0xFFFFFFFF] * 4, [0xFFFFFFFF] * 2, "408f276d 41c83b0e a20bc7c6 6d5451fd"),
        ([0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344], [0xA4093822, 0x299F31D0], "d16cfe09 94fdcceb 5001e420 24126ea1"),
    ],
)
def test_the_generator_of_the_oracle_is_the_published_one(counter, key, words):
    assert whatif.philox(counter, key) == [int(word, 16) for word in words.split()]
