"""Runs the tables under tests/cases/score through Python."""

from __future__ import annotations

import json
import pathlib

import pytest

import biaochi

FILES = sorted((pathlib.Path(__file__).resolve().parents[1] / "cases" / "score").glob("*.json"))


def cases() -> list:
    found = []
    for file in FILES:
        table = json.loads(file.read_text(encoding="utf-8"))
        found += [pytest.param(table["rulebook"], case, id=f"{file.stem}: {case['name']}") for case in table["cases"]]
    return found


def points(value: dict) -> str | dict[str, str]:
    return value["low"] if value["low"] == value["high"] else {"low": value["low"], "high": value["high"]}


def looked_at(result: dict, expect: dict) -> dict:
    """What a result says where the case expects something."""
    found = {key: result[key] for key in expect if key in ("class", "classes", "rank", "needs")}
    if "score" in expect:
        found["score"] = points(result["score"])
    if "shown" in expect:
        found["shown"] = result["score"]["shown"]
    if "parts" in expect:
        found["parts"] = {part: points(result["parts"][part]) for part in expect["parts"]}
    return found


@pytest.mark.parametrize(("rulebook", "case"), cases())
def test_case(rulebook, case):
    rules = biaochi.rulebook(rulebook).compile(readings=case.get("readings", {}))
    records = case.get("records") or [{"region": "one", "facts": case["facts"]}]
    expects = case["expect"] if "records" in case else [case["expect"]]
    results = json.loads(rules.score_json(json.dumps({"records": records})))["results"]
    assert [looked_at(result, expect) for result, expect in zip(results, expects, strict=True)] == expects, case["why"]
