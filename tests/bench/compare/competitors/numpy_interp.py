"""numpy.interp and a sum, in doubles; steps by numpy.searchsorted."""

from __future__ import annotations

import numpy as np
from job import Answers, Work, all_hundredths, cut_values, hundredths

VERSIONS = ("numpy",)


def round_half_up(values: np.ndarray) -> np.ndarray:
    """Two places, half up, as far as doubles go; numpy.round takes halves to even, which would be one more way to be wrong."""
    return np.floor(values * 100 + 0.5) / 100


def round_half_even(values: np.ndarray) -> np.ndarray:
    """What numpy.round does."""
    return np.round(values, 2)


def classes_of(totals: np.ndarray) -> np.ndarray:
    """The class of each total, 0 the best."""
    cuts = np.array(cut_values()[::-1])
    return (len(cuts) - np.searchsorted(cuts, totals, side="right")).astype(np.int16)


class NumpyJob:
    """Columns one after the other."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.round = round_half_even if work.extra.get("round") == "numpy" else round_half_up
        self.tables = [(np.array(each.edge_values), np.array(each.point_values)) for each in work.rules.indicators]

    def figures(self, i: int) -> np.ndarray:
        """The values of an indicator."""
        name = self.work.rules.indicators[i].id
        if self.work.rules.kind == "share":
            return self.work.columns[f"{name}_part"] / self.work.columns[f"{name}_whole"] * 100
        return self.work.columns[name]

    def points(self, i: int) -> np.ndarray:
        """The points of an indicator; of a missing figure NaN."""
        edges, points = self.tables[i]
        if self.work.rules.kind == "linear":
            return np.asarray(np.interp(self.figures(i), edges, points))
        return np.asarray(points[np.searchsorted(edges, self.figures(i), side="right") - 1])

    def run(self) -> tuple[np.ndarray, ...]:
        """Totals, shown totals, classes; then points, or the high ends."""
        count = len(self.tables)
        if self.work.ranges:
            return self.run_ranges()
        if self.work.parts:
            parts = [self.points(i) for i in range(count)]
            total = parts[0].copy()
            for points in parts[1:]:
                total += points
            return total, self.round(total), classes_of(total), *(self.round(points) for points in parts)
        total = self.points(0)
        for i in range(1, count):
            total += self.points(i)
        return total, self.round(total), classes_of(total)

    def run_ranges(self) -> tuple[np.ndarray, ...]:
        """A missing figure is worth nothing at least and the highest points at most."""
        low = np.zeros(self.work.rows)
        high = np.zeros(self.work.rows)
        for i, (_, most) in enumerate(self.tables):
            points = self.points(i)
            lacking = np.isnan(points)
            low += np.where(lacking, 0.0, points)
            high += np.where(lacking, most[-1], points)
        return low, self.round(low), classes_of(low), high, self.round(high), classes_of(high)

    def answers(self, result: tuple[np.ndarray, ...]) -> Answers:
        """Ranges one end after the other."""
        ends = [result[0:3], result[3:6]] if self.work.ranges else [result[0:3]]
        return Answers(
            np.concatenate([hundredths(end[1]) for end in ends]),
            np.concatenate([end[2] for end in ends]),
            np.concatenate([end[0] for end in ends]),
            all_hundredths(result[3:] if self.work.parts else ()),
        )

    def made(self, result: tuple[np.ndarray, ...]) -> int:
        """The bytes of the result."""
        return sum(array.nbytes for array in result)

    def bands(self) -> np.ndarray:
        """By numpy.searchsorted."""
        found = [np.searchsorted(edges, self.figures(i), side="right") - 1 for i, (edges, _) in enumerate(self.tables)]
        return np.stack(found, axis=1).astype(np.int16)


def prepare(work: Work) -> NumpyJob:
    """Makes the tables."""
    return NumpyJob(work)
