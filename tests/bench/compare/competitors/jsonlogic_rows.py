"""json-logic: datalogic-py, its implementation in Rust, rules compiled once, row by row. Rounding is left to Python: json-logic has none."""

from __future__ import annotations

from math import floor
from typing import Any

import datalogic_py
import numpy as np
from formulas import lines
from job import Answers, Work, cut_values, hundredths
from rules import Indicator

VERSIONS = ("datalogic-py",)


def branches(work: Work, each: Indicator) -> dict[str, Any]:
    """`if` from the lowest band up."""
    value = {"var": each.id}
    arms: list[Any] = []
    for i, line in enumerate(lines(work.rules, each)):
        points: Any = float(line.points)
        if line.slope[0] != "0":
            slope = (float(each.points[i + 1]) - points) / (float(each.edges[i + 1]) - float(line.edge))
            points = {"+": [points, {"*": [{"-": [value, float(line.edge)]}, slope]}]}
        arms += [{"<": [value, float(line.below)]}, points] if line.below else [points]
    return {"if": arms}


class JsonLogicJob:
    """Rows as dicts, made beforehand."""

    def __init__(self, work: Work) -> None:
        engine = datalogic_py.Engine()
        self.total = engine.compile({"+": [branches(work, each) for each in work.rules.indicators]})
        first, second = cut_values()
        total = {"var": "total"}
        self.class_of = engine.compile({"if": [{">=": [total, first]}, 0, {">=": [total, second]}, 1, 2]})
        names = list(work.columns)
        self.rows = [dict(zip(names, row)) for row in zip(*(column.tolist() for column in work.columns.values()))]

    def run(self) -> list[tuple[float, float, int]]:
        """Two rules a row: the total, and its class."""
        found = []
        for row in self.rows:
            total = self.total.evaluate(row)
            found.append((total, floor(total * 100 + 0.5) / 100, self.class_of.evaluate({"total": total})))
        return found

    def answers(self, result: list[tuple[float, float, int]]) -> Answers:
        """Columns of the rows."""
        total, shown, classes = (np.array(column) for column in zip(*result))
        return Answers(hundredths(shown), classes, total)


def prepare(work: Work) -> JsonLogicJob:
    """Compiles the rules and makes the rows."""
    return JsonLogicJob(work)
