"""The bands of an indicator as lines, for competitors that are told formulas: points = points at the edge + (value - edge) * slope."""

from __future__ import annotations

from dataclasses import dataclass

from rules import Indicator, Rules


@dataclass(frozen=True)
class Line:
    """One band: up to an edge (None: the last band), a straight line."""

    below: str | None
    edge: str
    points: str
    slope: tuple[str, str]  # a rise over a run, as decimal texts; "0": a step


def lines(rules: Rules, each: Indicator) -> list[Line]:
    """The bands from the lowest up."""
    found: list[Line] = []
    last = len(each.edges) - 1
    for i, (edge, points) in enumerate(zip(each.edges, each.points)):
        slope = ("0", "1")
        if rules.kind == "linear" and i < last:
            slope = (f"({each.points[i + 1]} - {points})", f"({each.edges[i + 1]} - {edge})")
        found.append(Line(each.edges[i + 1] if i < last else None, edge, points, slope))
    return found


def formula(line: Line, value: str) -> str:
    """The points in a band, as most languages write it."""
    if line.slope[0] == "0":
        return line.points
    rise, run = line.slope
    return f"{line.points} + ({value} - {line.edge}) * {rise} / {run}"
