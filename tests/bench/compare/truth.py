"""What scores are, from the bands alone and with Python's fractions alone: shares no code with the engine, nor with what it is compared with."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from math import floor, isnan

import numpy as np
from data import Columns
from rules import CUTS, Rules


@dataclass
class Truth:
    """The answers of the first rows, in the rows' order."""

    scores: list[Fraction]  # exact
    shown: np.ndarray  # hundredths, half up
    classes: np.ndarray  # index into CUTS
    ranks: np.ndarray  # 1 is the best; equal scores share the best of their ranks
    bands: np.ndarray  # rows by indicators
    points: np.ndarray  # rows by indicators, in hundredths, half up


@dataclass(frozen=True)
class _Bands:
    edges: list[Fraction]
    points: list[Fraction]
    line: bool

    def at(self, value: Fraction) -> tuple[int, Fraction]:
        i = bisect_right(self.edges, value) - 1
        points = self.points[i]
        if self.line and i + 1 < len(self.edges):
            share = (value - self.edges[i]) / (self.edges[i + 1] - self.edges[i])
            points += share * (self.points[i + 1] - points)
        return i, points


def decimal_of(value: float) -> Fraction:
    """The shortest decimal that reads back as the double: what a person typed."""
    return Fraction(repr(float(value)))


def find_truth(rules: Rules, columns: Columns, rows: int) -> Truth:
    """Scores the first rows, none of which may have a figure missing."""
    tables = _tables(rules)
    scores: list[Fraction] = []
    bands = np.zeros((rows, len(tables)), dtype=np.int16)
    shown = np.zeros((rows, len(tables)), dtype=np.int64)
    lists = {name: column[:rows].tolist() for name, column in columns.items()}
    for row in range(rows):
        total = Fraction(0)
        for k, (each, table) in enumerate(zip(rules.indicators, tables)):
            bands[row, k], points = table.at(_figure(rules, lists, each.id, row))
            shown[row, k] = _shown(points)
            total += points
        scores.append(total)
    return Truth(scores, np.array([_shown(score) for score in scores]), np.array([_class(score) for score in scores]), _ranks(scores), bands, shown)


@dataclass
class Ranges:
    """The answers of rows in which figures are missing: the low ends, then the high ends."""

    shown: np.ndarray
    classes: np.ndarray


def find_ranges(rules: Rules, columns: Columns, rows: int) -> Ranges:
    """A missing figure is worth nothing at least and the highest points at most: first bands begin at 0 points, and points only rise."""
    tables = _tables(rules)
    ends: tuple[list[Fraction], list[Fraction]] = ([], [])
    lists = {name: column[:rows].tolist() for name, column in columns.items()}
    for row in range(rows):
        low = high = Fraction(0)
        for each, table in zip(rules.indicators, tables):
            value = lists[each.id][row]
            if isnan(value):
                high += table.points[-1]
            else:
                points = table.at(decimal_of(value))[1]
                low += points
                high += points
        ends[0].append(low)
        ends[1].append(high)
    scores = ends[0] + ends[1]
    return Ranges(np.array([_shown(score) for score in scores]), np.array([_class(score) for score in scores]))


def _tables(rules: Rules) -> list[_Bands]:
    return [_Bands([Fraction(e) for e in each.edges], [Fraction(p) for p in each.points], rules.kind == "linear") for each in rules.indicators]


def _figure(rules: Rules, lists: dict[str, list[float]], name: str, row: int) -> Fraction:
    if rules.kind == "share":
        return decimal_of(lists[f"{name}_part"][row]) / decimal_of(lists[f"{name}_whole"][row]) * 100
    assert not isnan(lists[name][row])
    return decimal_of(lists[name][row])


def _shown(score: Fraction) -> int:
    return floor(score * 100 + Fraction(1, 2))


def _class(score: Fraction) -> int:
    return next(i for i, (_, least) in enumerate(CUTS) if least is None or score >= least)


def _ranks(scores: list[Fraction]) -> np.ndarray:
    best: dict[Fraction, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        best.setdefault(score, place)
    return np.array([best[score] for score in scores])
