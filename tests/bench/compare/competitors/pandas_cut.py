"""pandas: cut for the band, lines for the points, a sum over the frame."""

from __future__ import annotations

import numpy as np
import pandas as pd
from job import Answers, Work, cut_values, hundredths

from competitors.numpy_interp import round_half_up

VERSIONS = ("pandas", "numpy")


class PandasJob:
    """A frame of figures; the answer is a frame."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.frame = pd.DataFrame(work.columns)

    def run(self) -> pd.DataFrame:
        """Points by column, then totals and classes."""
        points = pd.DataFrame({each.id: self.points(i) for i, each in enumerate(self.work.rules.indicators)})
        total = points.sum(axis=1)
        edges = [-np.inf, *cut_values()[::-1], np.inf]
        labels = list(range(len(edges) - 2, -1, -1))
        return pd.DataFrame({"total": total, "shown": round_half_up(total), "class": pd.cut(total, edges, right=False, labels=labels)})

    def points(self, i: int) -> np.ndarray:
        """The points of an indicator."""
        each = self.work.rules.indicators[i]
        edges, points = np.array(each.edge_values), np.array(each.point_values)
        value = self.frame[each.id]
        band = pd.cut(value, [*edges, np.inf], right=False, labels=False).to_numpy()
        if self.work.rules.kind != "linear":
            return np.asarray(points[band])
        slopes = np.append(np.diff(points) / np.diff(edges), 0.0)
        return np.asarray(points[band] + (value.to_numpy() - edges[band]) * slopes[band])

    def answers(self, result: pd.DataFrame) -> Answers:
        """As they are."""
        return Answers(hundredths(result["shown"].to_numpy()), result["class"].to_numpy().astype(np.int16), result["total"].to_numpy())


def prepare(work: Work) -> PandasJob:
    """Makes the frame."""
    return PandasJob(work)
