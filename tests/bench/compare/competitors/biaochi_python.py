"""biaochi as people use it: rules.score() of a dict of arrays; the answers are new arrays each time."""

from __future__ import annotations

from typing import Any

import biaochi
import numpy as np
from job import Answers, Work, hundredths
from rules import CUTS

VERSIONS = ("biaochi",)


class PythonJob:
    """Compiled rules and the arrays."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.rules = biaochi.rulebook(work.rules.rulebook()).compile()

    def run(self) -> dict[str, Any]:
        """Scores all rows."""
        return dict(self.rules.score(self.work.columns, threads=self.work.threads))

    def answers(self, result: dict[str, Any]) -> Answers:
        """Classes come as ids."""
        order = {name: i for i, (name, _) in enumerate(CUTS)}
        ids, places = np.unique(np.asarray(result["class"], dtype=str), return_inverse=True)
        return Answers(hundredths(result["score"]), np.array([order[str(each)] for each in ids])[places], np.array([]))

    def made(self, result: dict[str, Any]) -> int:
        """The bytes of the result."""
        return sum(int(np.asarray(column).nbytes) for column in result.values())


def prepare(work: Work) -> PythonJob:
    """Compiles the rules."""
    return PythonJob(work)
