"""What every competitor has in common: how work is described, and what an answer looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from data import Columns
from rules import CUTS, Rules


@dataclass(frozen=True)
class Work:
    """What a competitor is asked for."""

    rules: Rules
    columns: Columns
    threads: int = 1
    parts: bool = False  # also the points of every indicator
    ranges: bool = False  # figures are missing: least and most instead of one score
    extra: dict[str, Any] = field(default_factory=dict)  # what only one competitor knows

    @property
    def rows(self) -> int:
        """The length of every column."""
        return len(next(iter(self.columns.values())))


@dataclass
class Answers:
    """What came out, in one shape for all: for ranges the low and the high ends one after the other."""

    shown: np.ndarray  # hundredths
    classes: np.ndarray  # index into CUTS
    scores: np.ndarray  # before rounding, for ranks; empty where they are not had
    parts: np.ndarray = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int64))  # indicators by rows, in hundredths, where asked for


class Job(Protocol):
    """Work made ready."""

    def run(self) -> Any:
        """Does the work once; this is what is timed."""

    def answers(self, result: Any) -> Answers:
        """Brings a result into the common shape."""

    def bands(self) -> np.ndarray:
        """The band of each figure, rows by indicators; competitors that have no such notion lack the method."""


def hundredths(shown: np.ndarray) -> np.ndarray:
    """A column of numbers with two places as whole numbers."""
    return np.rint(np.asarray(shown, dtype=np.float64) * 100).astype(np.int64)


def all_hundredths(parts: Sequence[np.ndarray]) -> np.ndarray:
    """Columns of points as indicators by rows."""
    return np.stack([hundredths(points) for points in parts]) if len(parts) > 0 else np.zeros((0, 0), dtype=np.int64)


def cut_values() -> list[float]:
    """Where the classes begin, the best first, without the last one."""
    return [float(least) for _, least in CUTS if least is not None]
