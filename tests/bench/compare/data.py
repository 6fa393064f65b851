"""Draws the figures that are scored: columns of doubles, by name of the data set."""

from __future__ import annotations

import numpy as np
from rules import Indicator, Rules

Columns = dict[str, np.ndarray]

DATA_SETS = {
    "random": "random doubles, spread evenly over the bands",
    "figures": "figures with two places, as they are reported, spread evenly over the bands",
    "missing": "the same figures, one in ten missing",
    "edges": "every figure on the edge of a band, or the double next to it",
    "ties": "every figure on the edge of a band, so that many scores are equal",
    "shares": "shares of two figures with two places, half of them on the edge of a band",
}
"""What each data set holds."""


def make_columns(rules: Rules, name: str, rows: int, seed: int = 1) -> Columns:
    """Draws a data set of DATA_SETS; the same arguments give the same figures."""
    chance = np.random.default_rng([seed, rows, len(rules.indicators), *name.encode()])
    if name == "shares":
        columns: Columns = {}
        for each in rules.indicators:
            columns |= _share(chance, each, rows)
        return columns
    draw = {"random": _random, "figures": _figures, "missing": _missing, "edges": _edges, "ties": _on_edges}[name]
    return {each.id: draw(chance, each, rows) for each in rules.indicators}


def _random(chance: np.random.Generator, each: Indicator, rows: int) -> np.ndarray:
    """Evenly over the bands, and inside each band; the last one is taken to reach 1.4 times as far as where it begins."""
    ends = np.array([*each.edge_values, each.edge_values[-1] * 1.4])
    band = chance.integers(0, len(each.edges), rows)
    return np.asarray(ends[band] + chance.random(rows) * np.diff(ends)[band])


def _figures(chance: np.random.Generator, each: Indicator, rows: int) -> np.ndarray:
    # A quotient of whole numbers is the double that the decimal reads as.
    return np.asarray(np.floor(_random(chance, each, rows) * 100) / 100.0)


def _missing(chance: np.random.Generator, each: Indicator, rows: int) -> np.ndarray:
    values = _figures(chance, each, rows)
    values[chance.random(rows) < 0.1] = np.nan
    return values


def _on_edges(chance: np.random.Generator, each: Indicator, rows: int) -> np.ndarray:
    return np.array(each.edge_values)[chance.integers(0, len(each.edges), rows)]


def _edges(chance: np.random.Generator, each: Indicator, rows: int) -> np.ndarray:
    values = _on_edges(chance, each, rows)
    side = chance.integers(-1, 2, rows)
    beside = np.nextafter(values, np.where(side < 0, 0.0, np.inf))
    return np.where((side == 0) | (values == 0), values, beside)


def _share(chance: np.random.Generator, each: Indicator, rows: int) -> Columns:
    """A part and a whole in hundredths; the whole is a multiple of 100, so that hundredths reach every edge of two places or fewer."""
    whole = chance.integers(1, 5_000, rows) * 10_000
    hundredths = np.array([round(edge * 100) for edge in each.edge_values])
    on_edge = whole // 10_000 * hundredths[chance.integers(0, len(hundredths), rows)]
    anywhere = (whole * (chance.random(rows) * each.edge_values[-1] * 1.4) / 100).astype(np.int64)
    part = np.where(chance.random(rows) < 0.5, on_edge, anywhere)
    return {f"{each.id}_part": part / 100.0, f"{each.id}_whole": whole / 100.0}
