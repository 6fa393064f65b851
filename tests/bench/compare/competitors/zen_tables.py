"""GoRules zen-engine: a decision table an indicator, as people draw them, and their sum; row by row."""

from __future__ import annotations

from typing import Any

from formulas import formula, lines
from job import Work
from rules import Indicator

from competitors.zen_rows import ZenJob, decision, expressions, node

VERSIONS = ("zen-engine",)


def table(work: Work, each: Indicator) -> dict[str, Any]:
    """A line a band, the first that fits counts."""
    rows = [
        {"_id": str(i), "value": f"< {line.below}" if line.below else "", "points": formula(line, each.id)}
        for i, line in enumerate(lines(work.rules, each))
    ]
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": "value", "name": each.id, "field": each.id}],
        "outputs": [{"id": "points", "name": "points", "field": f"points_{each.id}"}],
        "rules": rows,
    }
    return node(f"table_{each.id}", "decisionTableNode", content)


def tables(work: Work) -> dict[str, Any]:
    """Input, all tables side by side, the sum, output."""
    found = [table(work, each) for each in work.rules.indicators]
    ends = [("in", each["id"]) for each in found] + [(each["id"], "score") for each in found] + [("score", "out")]
    total = " + ".join(f"points_{each.id}" for each in work.rules.indicators)
    return decision([node("in", "inputNode"), *found, expressions(total), node("out", "outputNode")], ends)


def prepare(work: Work) -> ZenJob:
    """Makes the decision and the rows."""
    return ZenJob(work, tables(work))
