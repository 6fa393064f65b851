"""Compares the efficacy coefficient with published and hand-made cases, and shows the one published mistake to be one."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from .engine import DATA, ROOT, by_python
from .oracle.hebei import exact, half_up

FILE = DATA / "efficacy" / "efficacy_cases.json"
pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="no ../shared/data/efficacy beside this repository")
COEFFICIENTS = ("1", "0.8", "0.6", "0.4", "0.2")


def cases() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))


def rulebook(points: str, standards: list[tuple[str, str]]) -> str:
    """A rulebook of one efficacy leaf."""
    return json.dumps({
        "format": "biaochi/1",
        "id": "one_leaf",
        "version": "1",
        "effective": {"from": "2020-01-01"},
        "title": {"en": "One efficacy leaf"},
        "sources": {"rule": {"title": {"en": "Efficacy coefficient"}}},
        "facts": {"figure": {"name": {"en": "Figure"}}},
        "score": {
            "id": "figure",
            "points": points,
            "efficacy": {"standards": [{"at": at, "coefficient": each, "name": {"en": f"standard {at}"}} for at, each in standards]},
            "cite": {"source": "rule", "clause": "16"},
        },
    })


def score(points: str, standards: list[tuple[str, str]], actual: str) -> dict:
    records = json.dumps([{"region": "one", "facts": {"figure": actual}}])
    return json.loads(by_python(rulebook(points, standards), records, {}))["results"][0]["score"]


def standards_of(case: dict) -> list[tuple[str, str]]:
    return list(zip(case["std"], COEFFICIENTS))


def test_all_derived_cases_exactly():
    derived = cases()["derived_cases"]
    assert len(derived) == 47
    for case in derived:
        want = exact(Fraction(case["score_exact"]))
        assert score(case["weight"], standards_of(case), case["actual"]) == {
            "low": want,
            "high": want,
            "shown": case["score_2dp_half_up"],
        }, case


def leaves(node: dict) -> list[dict]:
    return [leaf for part in node["parts"] for leaf in leaves(part)] if "parts" in node else [node]


def test_shipped_rulebook_gives_all_derived_cases():
    shipped = json.loads((ROOT / "rulebooks" / "efficacy_example.json").read_text(encoding="utf-8"))
    by_key = {}
    for leaf in leaves(shipped["score"]):
        at = tuple(Fraction(str(one["at"])) for one in leaf["efficacy"]["standards"])
        by_key[Fraction(str(leaf["points"])), at] = (leaf["id"], leaf.get("fact", leaf["id"]))
    for case in cases()["derived_cases"]:
        leaf, fact = by_key[Fraction(case["weight"]), tuple(Fraction(at) for at in case["std"])]
        records = json.dumps([{"region": "one", "facts": {fact: case["actual"]}}])
        part = json.loads(by_python("efficacy_example", records, {}))["results"][0]["parts"][leaf]
        want = exact(Fraction(case["score_exact"]))
        assert (part["low"], part["high"]) == (want, want), case


def test_published_base_points():
    """The base is the points at the lower of the two neighbouring standards."""
    for case, standard in (("66tiku-658700", "6.4"), ("chati51-669a3619", "3.6")):
        published = next(one for one in cases()["published_cases"] if one["id"] == case)
        assert Fraction(standard) <= Fraction(published["actual"])
        base = score(published["weight"], standards_of(published), standard)
        assert base["low"] == base["high"] == published["published"]["base"]


def test_a_published_answer_is_a_mistake():
    """20 points, 8 between the standards 1.7 and 9.5: 12 + 6.3/7.8 x 4, not 12 + 6.3/7.8 x 6."""
    published = next(one for one in cases()["published_cases"] if one["id"] == "jikaoti-545oFFFM")
    ours = score(published["weight"], [("9.5", "0.8"), ("1.7", "0.6")], published["actual"])
    right = Fraction(12) + Fraction("6.3") / Fraction("7.8") * 4
    assert (ours["low"], ours["high"]) == (exact(right), exact(right)) == ("198/13", "198/13")
    assert half_up(right, 4) == "15.2308"
    assert published["published"]["score"] == "16.85" != ours["shown"] == "15.23"
    assert half_up(Fraction(12) + Fraction("6.3") / Fraction("7.8") * 6) == published["published"]["score"]
