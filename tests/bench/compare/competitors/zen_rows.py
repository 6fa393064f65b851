"""GoRules zen-engine: a decision of one expression node, row by row. It computes in decimals of 28 digits.

The engine that has loaded a decision answers several times faster than the object that create_decision() gives, so that is what is timed.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import zen
from formulas import formula, lines
from job import Answers, Work, cut_values, hundredths
from rules import Indicator

VERSIONS = ("zen-engine",)


def ternary(work: Work, each: Indicator) -> str:
    """`value < edge ? points : …` from the lowest band up."""
    text = ""
    for line in lines(work.rules, each):
        points = formula(line, each.id)
        text += f"{each.id} < {line.below} ? {points} : " if line.below else points
    return text


def node(name: str, kind: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
    """A node of a decision."""
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}} | ({"content": content} if content else {})


def expressions(total: str) -> dict[str, Any]:
    """The node that ends a decision: the total, as shown, its class."""
    first, second = cut_values()
    keys = {"total": total, "shown": "round($.total, 2)", "class": f"$.total >= {first} ? 0 : $.total >= {second} ? 1 : 2"}
    return node("score", "expressionNode", {"expressions": [{"id": key, "key": key, "value": value} for key, value in keys.items()]})


def decision(nodes: list[dict[str, Any]], edges: list[tuple[str, str]]) -> dict[str, Any]:
    """Nodes and what leads to what."""
    joined = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in edges]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": joined}


def one_expression(work: Work) -> dict[str, Any]:
    """Input, expressions, output."""
    total = " + ".join(f"({ternary(work, each)})" for each in work.rules.indicators)
    return decision([node("in", "inputNode"), expressions(total), node("out", "outputNode")], [("in", "score"), ("score", "out")])


class ZenJob:
    """Rows as dicts, made beforehand."""

    def __init__(self, work: Work, content: dict[str, Any]) -> None:
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": {"rules": content}}})
        names = list(work.columns)
        self.rows = [dict(zip(names, row)) for row in zip(*(column.tolist() for column in work.columns.values()))]

    def run(self) -> list[dict[str, Any]]:
        """One call a row."""
        evaluate = self.engine.evaluate
        return [evaluate("rules", row)["result"] for row in self.rows]

    def answers(self, result: list[dict[str, Any]]) -> Answers:
        """Numbers come back as doubles."""
        shown = hundredths(np.array([row["shown"] for row in result]))
        return Answers(shown, np.array([row["class"] for row in result]), np.array([float(row["total"]) for row in result]))


def prepare(work: Work) -> ZenJob:
    """Makes the decision and the rows."""
    return ZenJob(work, one_expression(work))
