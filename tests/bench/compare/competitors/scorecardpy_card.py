"""scorecardpy: a card of steps, applied by scorecard_ply."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
import scorecardpy
from job import Answers, Work, hundredths

from competitors.numpy_interp import classes_of, round_half_up

VERSIONS = ("scorecardpy", "pandas")


def card_of(work: Work) -> pd.DataFrame:
    """The card as scorecardpy makes it: one line a bin, whose ends are written as Python writes doubles, and the base points."""
    lines = [{"variable": "basepoints", "bin": np.nan, "points": 0.0}]
    for each in work.rules.indicators:
        ends = [float("-inf"), *each.edge_values[1:], float("inf")]
        lines += [{"variable": each.id, "bin": f"[{a},{b})", "points": float(p)} for a, b, p in zip(ends, ends[1:], each.points)]
    return pd.DataFrame(lines)


class CardJob:
    """A frame of figures and a card."""

    def __init__(self, work: Work) -> None:
        assert work.rules.kind == "step"
        self.frame = pd.DataFrame(work.columns)
        self.card = card_of(work)

    def run(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The score, then rounded, then its class."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            score = scorecardpy.scorecard_ply(self.frame, self.card)["score"].to_numpy(dtype=np.float64)
        return score, round_half_up(score), classes_of(score)

    def answers(self, result: tuple[np.ndarray, np.ndarray, np.ndarray]) -> Answers:
        """As they are."""
        return Answers(hundredths(result[1]), result[2], result[0])


def prepare(work: Work) -> CardJob:
    """Makes the card."""
    return CardJob(work)
