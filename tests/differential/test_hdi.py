"""Compares rulebook undp_hdi with the published Human Development Index: values, ranks, classes, and 33 years of values."""

from __future__ import annotations

import csv
import json
from fractions import Fraction

import pytest

from .engine import DATA, by_python
from .oracle.hebei import half_up

FOLDER = DATA / "hdi"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="no ../shared/data/hdi beside this repository")
FIGURES = ("le", "eys", "mys", "gnipc")


def read(name: str) -> list[dict[str, str]]:
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score(rows: list[dict[str, str]]) -> list[dict]:
    records = [
        {"region": row["iso3"], "period": row.get("year", "2022"), "facts": {figure: row[figure] for figure in FIGURES}} for row in rows
    ]
    return json.loads(by_python("undp_hdi", json.dumps({"records": records}), {}))["results"]


def wrong_values(rows: list[dict[str, str]], results: list[dict]) -> list[tuple]:
    assert len(rows) == len(results)
    return [
        (row["iso3"], row.get("year"), row["published_hdi"], result["score"])
        for row, result in zip(rows, results)
        if result["score"]["low"] != result["score"]["high"]
        or len(result["score"]["shown"].split(".")[1]) != 3
        or Fraction(result["score"]["shown"]) != Fraction(row["published_hdi"])
    ]


def test_193_countries():
    rows = [row for row in read("hdi_2022.csv") if row["published_rank"]]
    assert len(rows) == 193
    results = score(rows)
    assert wrong_values(rows, results) == []
    ranks = [(row["iso3"], row["published_rank"], row["published_rank"]) for row in rows]
    assert [(one["region"], one["rank"]["best"], one["rank"]["worst"]) for one in results] == ranks


def test_every_published_class():
    rows = [row for row in read("hdi_2022.csv") if row["published_class"]]
    assert len(rows) == 192  # Korea's is not in this copy
    found = [(one["region"], one["class"].lower()) for one in score(rows)]
    assert found == [(row["iso3"], row["published_class"].replace(" ", "").lower()) for row in rows]


def test_world_regions():
    rows = [row for row in read("hdi_2022.csv") if not row["published_rank"]]
    assert len(rows) == 11
    assert wrong_values(rows, score(rows)) == []


def test_6171_country_years():
    rows = read("hdi_timeseries_1990_2022.csv")
    assert len(rows) == 6171
    assert wrong_values(rows, score(rows)) == []


def test_dimensions_and_unrounded_index_to_15_places():
    """The same sums were done elsewhere with 50 digits."""
    rows = read("hdi_2022.csv")
    for row, result in zip(rows, score(rows), strict=True):
        parts = {"hdi_unrounded": "hdi", "dim_health": "health", "dim_education": "education", "dim_income": "income"}
        for column, part in parts.items():
            assert half_up(Fraction(result["parts"][part]["low"]), 15) == row[column], (row["iso3"], column)
