"""Makes the rules that are scored: any number of indicators with bands, as plain tables and as a rulebook of biaochi."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

CUTS = (("A", 80), ("B", 60), ("C", None))
"""The classes, the best first, with the score that each begins at."""


@dataclass(frozen=True)
class Indicator:
    """One indicator: band i reaches from `edges[i]` (included) to `edges[i + 1]`, the last one up; all are decimal texts.

    On a line the points go from `points[i]` at the band's lower edge to `points[i + 1]` at its upper one; the last band gives the last points.
    By steps band i gives `points[i]`.
    """

    id: str
    edges: tuple[str, ...]
    points: tuple[str, ...]

    @property
    def edge_values(self) -> list[float]:
        """The edges as doubles."""
        return [float(edge) for edge in self.edges]

    @property
    def point_values(self) -> list[float]:
        """The points as doubles."""
        return [float(points) for points in self.points]


@dataclass(frozen=True)
class Rules:
    """Indicators whose points add up to 100.

    kind: `linear`, a straight line inside each band but the last; `step`, one number of points a band; `share`, steps over a share in
    percent, which follows from two figures, `ID_part` and `ID_whole`.
    """

    kind: str
    indicators: tuple[Indicator, ...]

    @property
    def slots(self) -> list[str]:
        """The ids of the figures, in the order of the rulebook's facts."""
        if self.kind != "share":
            return [indicator.id for indicator in self.indicators]
        return [f"{indicator.id}_{end}" for indicator in self.indicators for end in ("part", "whole")]

    def rulebook(self) -> str:
        """The rulebook, as JSON."""
        parts = [{"id": each.id, "points": each.points[-1], "bands": self._bands(each)} for each in self.indicators]
        return json.dumps(
            {
                "format": "biaochi/1",
                "id": f"bench_{self.kind}",
                "version": "1",
                "effective": {"from": "2020-01-01"},
                "title": {"en": f"{len(self.indicators)} indicators, {self.kind}"},
                "label": "synthetic",
                "sources": {"bench": {"title": {"en": "Made for the benchmarks"}}},
                "facts": self._facts(),
                "score": {"id": "total", "points": 100, "parts": parts},
                "classes": {"cuts": _cuts()},
            },
            indent=1,
        )

    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        for each in self.indicators:
            if self.kind == "share":
                for end in ("part", "whole"):
                    facts[f"{each.id}_{end}"] = {"name": {"en": f"{each.id}, {end}"}, "min": 0}
                facts[each.id] = {"name": {"en": each.id}, "min": 0, "formula": f"{each.id}_part / {each.id}_whole * 100"}
            else:
                facts[each.id] = {"name": {"en": each.id}, "min": 0}
        return facts

    def _bands(self, each: Indicator) -> list[dict[str, Any]]:
        bands: list[dict[str, Any]] = []
        last = len(each.edges) - 1
        for i, edge in enumerate(each.edges):
            line = self.kind == "linear" and i < last
            band: dict[str, Any] = {"from": edge, "points": [each.points[i], each.points[i + 1]] if line else each.points[i]}
            if i < last:
                band["to"] = each.edges[i + 1]
            bands.append(band)
        return bands


def _cuts() -> list[dict[str, Any]]:
    cuts: list[dict[str, Any]] = []
    above: int | None = None
    for name, least in CUTS:
        cut: dict[str, Any] = {"id": name, "name": {"en": f"Class {name}"}}
        if least is not None:
            cut["from"] = least
        if above is not None:
            cut["to"] = above
        cuts.append(cut)
        above = least
    return cuts


def make_rules(columns: int = 20, kind: str = "linear", seed: int = 20) -> Rules:
    """Draws so many indicators: 3 to 7 bands each, edges of 0 to 2 places, points of one place that add up to 100."""
    chance = random.Random(f"{seed} {columns}")
    full = _full_points(columns, chance)
    return Rules(kind, tuple(_indicator(f"x{i + 1:02}", i, full[i], chance) for i in range(columns)))


def _full_points(columns: int, chance: random.Random) -> list[Decimal]:
    """Points in halves about 100 / columns that add up to 100."""
    mean = 200 // columns
    halves = [max(2, mean + chance.randint(-mean // 2, mean // 2)) for _ in range(columns)]
    i = 0
    while sum(halves) != 200:
        step = 1 if sum(halves) < 200 else -1
        if halves[i % columns] + step >= 2:
            halves[i % columns] += step
        i += 1
    return [Decimal(half) / 2 for half in halves]


_SCALES = (("2", "0.05"), ("100", "5"), ("12", "0.5"), ("1000", "50"), ("40", "2.5"), ("6", "0.25"), ("30", "1.2"))
"""How far the edges of an indicator reach, and what they are multiples of; indicators take them in turn."""


def _indicator(name: str, i: int, full: Decimal, chance: random.Random) -> Indicator:
    """The first band gives the most, as regulations have it; points are halves or tenths in turn."""
    bands = 3 + i % 5
    top, unit = (Decimal(text) for text in _SCALES[i % len(_SCALES)])
    edges = [Decimal(0), *(unit * edge for edge in sorted(chance.sample(range(2, int(top / unit) + 1), bands - 1)))]
    step = Decimal("0.5") if i % 2 == 0 and full >= bands else Decimal("0.1")
    at = sorted(chance.sample(range(1, int(full / step)), bands - 2))
    gains = sorted((b - a for a, b in zip([0, *at], [*at, int(full / step)])), reverse=True)
    points = [step * sum(gains[:k]) for k in range(bands)]
    return Indicator(name, tuple(f"{edge.normalize():f}" for edge in edges), tuple(f"{each.normalize():f}" for each in points))


if __name__ == "__main__":
    print(make_rules().rulebook())
