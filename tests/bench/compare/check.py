"""Compares answers: with the truth on a sample, and with biaochi's on all rows once the two agree."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from data import make_columns
from pool import Given
from rules import make_rules
from truth import Truth, find_ranges, find_truth
from worker import Spec


class Disagreement(Exception):
    """biaochi and the truth differ: nothing may be measured."""


@lru_cache(maxsize=16)
def truth_of(data: str, kind: str, columns: int, rows: int, sample: int) -> Truth:
    """The truth about the first rows."""
    rules = make_rules(columns, kind)
    return find_truth(rules, make_columns(rules, data, rows), min(sample, rows))


def ranks_of(scores: np.ndarray) -> np.ndarray:
    """1 is the best; equal doubles share the best of their ranks."""
    ordered = np.sort(scores)
    return len(scores) - np.searchsorted(ordered, scores, side="right") + 1


def check_ours(spec: Spec, ours: Given, sample: int) -> None:
    """Holds biaochi's answers against the truth.

    @raises Disagreement where any of them is not the truth
    """
    count = min(sample, spec.scored)
    if spec.ranges:
        rules = make_rules(spec.columns, spec.kind)
        ranges = find_ranges(rules, make_columns(rules, spec.data, spec.rows), count)
        rows = np.r_[0:count, spec.scored : spec.scored + count]
        right, classes = ranges.shown, ranges.classes
    else:
        truth = truth_of(spec.data, spec.kind, spec.columns, spec.rows, count)
        rows = np.arange(count)
        right, classes = truth.shown, truth.classes
    if not (np.array_equal(ours.shown[rows], right) and np.array_equal(ours.classes[rows], classes)):
        raise Disagreement(f"biaochi is wrong: {spec.text()}")
    if spec.parts and not np.array_equal(ours.parts[:, :count].T, truth.points):
        raise Disagreement(f"biaochi is wrong about the points of indicators: {spec.text()}")


def check_our_ranks(ranks: np.ndarray, truth: Truth) -> None:
    """Holds biaochi's ranks of the sample against the truth.

    @raises Disagreement where any of them is not the truth
    """
    if not np.array_equal(ranks, truth.ranks):
        raise Disagreement("biaochi's ranks are wrong")


def count_wrong(given: Given, spec: Spec, ours: Given, our_spec: Spec) -> dict[str, int]:
    """Counts the rows of a competitor that differ from biaochi's, over as many rows as the competitor has.

    @return wrong_shown, wrong_class and, where both have the points of indicators, wrong_points
    """

    def differ(theirs: np.ndarray, right: np.ndarray) -> int:
        # Ranges are two columns, the low and the high ends.
        ends, right_ends = theirs.reshape(-1, spec.scored), right.reshape(-1, our_spec.scored)
        return int((ends != right_ends[:, : spec.scored]).any(axis=0).sum())

    wrong = {"wrong_shown": differ(given.shown, ours.shown), "wrong_class": differ(given.classes, ours.classes)}
    if len(given.parts) > 0 and len(ours.parts) > 0:
        wrong["wrong_points"] = int((given.parts != ours.parts[:, : spec.scored]).any(axis=0).sum())
    return wrong
