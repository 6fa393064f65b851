"""A copy of the same bytes: what memory alone costs."""

from __future__ import annotations

import ctypes

import numpy as np
from job import Answers, Work

VERSIONS = ()


class CopyJob:
    """memmove of each column into room that is there already; with parts, of as many columns again for the answers."""

    def __init__(self, work: Work) -> None:
        self.columns = list(work.columns.values())
        if work.parts:
            self.columns += [np.full(work.rows, 1.0) for _ in range(len(work.rules.indicators) + 1)]
        self.room = [np.ones_like(column) for column in self.columns]

    def run(self) -> None:
        """Copies."""
        for column, room in zip(self.columns, self.room):
            ctypes.memmove(room.ctypes.data, column.ctypes.data, column.nbytes)

    def answers(self, result: None) -> Answers:
        """There are none; the copies are looked at."""
        assert all(np.array_equal(column, room, equal_nan=True) for column, room in zip(self.columns, self.room))
        none = np.array([])
        return Answers(none, none, none)


def prepare(work: Work) -> CopyJob:
    """Makes the room."""
    return CopyJob(work)
