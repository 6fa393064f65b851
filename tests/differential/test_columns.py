"""Compares columns with the oracle on the district table: doubles on band edges, next to them, and anywhere; missing ones; ranks."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

import biaochi

from . import hebei_records
from .oracle import hebei

np = pytest.importorskip("numpy")

READINGS = {"hightech_gap": "linear", "class_cuts": "hebei_2019"}


def edge_doubles(fact: str) -> list[float]:
    """The double of every edge, and the ones beside it."""
    values = set()
    for edge in hebei_records.edges(fact):
        at = float(edge)
        values |= {at, math.nextafter(at, -math.inf), math.nextafter(at, math.inf)}
    most = hebei_records.largest(fact)
    return sorted(value for value in values if value >= 0 and (most is None or Fraction(repr(value)) <= most))


def banded(rng, fact: str, rows: int):
    """A third on or beside an edge, a third decimals of two places, a third anywhere."""
    top = float(hebei_records.edges(fact)[-1]) * 1.2
    most = hebei_records.largest(fact)
    top = min(top, float(most)) if most is not None else top
    anywhere = rng.uniform(0, top, rows)
    kind = rng.integers(0, 3, rows)
    values = np.where(kind == 0, rng.choice(edge_doubles(fact), rows), np.where(kind == 1, np.floor(anywhere * 100) / 100, anywhere))
    return np.floor(values) if fact in hebei_records.WHOLE else values


def table(seed: int, rows: int, missing: float) -> dict:
    rng = np.random.default_rng(seed)
    columns = {}
    for slot in hebei.slots():
        if slot in hebei.BANDS:
            columns[slot] = banded(rng, slot, rows)
        elif slot.startswith("st_department."):
            columns[slot] = np.zeros(rows)
        elif slot in ("st_management", "support_awards_other"):
            columns[slot] = np.floor(rng.uniform(0, 500, rows)) / 100
        else:
            columns[slot] = rng.choice([0.0, 0.0, 0.0, 1.0, 2.0, 5.0], rows)
    held = rng.integers(0, 4, rows)
    for at, name in enumerate(("independent", "joint_office", "plaque")):
        columns[f"st_department.{name}"] = (held == at).astype(float)
    columns["st_department.leading_group"] = rng.integers(0, 2, rows).astype(float)
    for values in columns.values():
        values[rng.random(rows) < missing] = math.nan
    return columns


def facts_of(columns: dict, row: int) -> hebei.Facts:
    """What a person typed: the shortest decimal of each double."""
    facts = {}
    for slot, values in columns.items():
        value = float(values[row])
        facts[slot] = None if math.isnan(value) else Fraction(repr(value))
    return facts


@pytest.mark.parametrize(("seed", "missing"), [(20260101, 0.0), (20260102, 0.02)])
def test_columns_say_what_the_oracle_says(request, seed, missing):
    rows = 50_000 if request.config.getoption("--full") else 1_000
    columns = table(seed, rows, missing)
    rules = biaochi.rulebook("hebei_district_leap").compile(on="2021-12-31", readings=READINGS)
    got = rules.score(columns, ranges=True, ranks=True)
    answers = [hebei.score(facts_of(columns, row), hebei.Readings(other_awards="none_unless_given", **READINGS)) for row in range(rows)]
    ranks = hebei.ranks([answer.total for answer in answers], [""] * rows)
    wrong = []
    for row, answer in enumerate(answers):
        low, high = answer.total
        classes = hebei.classes(answer.total, READINGS["class_cuts"])
        want = {
            "score_low": float(hebei.half_up(low)),
            "score_high": float(hebei.half_up(high)),
            "class": classes[0] if len(classes) == 1 else None,
            "class_high": classes[0],
            "class_low": classes[-1],
            "status": "decided" if low == high and len(classes) == 1 else "undetermined",
            "rank_best": float(ranks[row][0]),
            "rank_worst": float(ranks[row][1]),
        }
        wrong += [f"row {row} {name}: oracle {value}, engine {got[name][row]}" for name, value in want.items() if got[name][row] != value]
    assert not wrong, f"{len(wrong)} disagreements:\n" + "\n".join(wrong[:8])
