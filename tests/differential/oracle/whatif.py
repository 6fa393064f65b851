"""What-ifs of the district table, from the definitions: a generator of random words, draws, weights, edges, figures. No code of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as F

from . import hebei

GROUP_NAMES = ("input", "entities", "conditions", "output", "management")
WORD = 2**32


def philox(counter: list[int], key: list[int]) -> list[int]:
    """Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC 2011): ten rounds over four words."""
    c, k = list(counter), list(key)
    for _ in range(10):
        first, second = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [second // WORD ^ c[1] ^ k[0], second % WORD, first // WORD ^ c[3] ^ k[1], first % WORD]
        k = [(k[0] + 0x9E3779B9) % WORD, (k[1] + 0xBB67AE85) % WORD]
    return c


def uniform(seed: int, draw: int, variation: int) -> F:
    """The number from 0 to below 1 of a variation in a draw."""
    block = philox([draw, variation // 4, 0, 0], [seed % WORD, seed // WORD])
    return F(block[variation % 4], WORD)


@dataclass
class Weight:
    """Points of an indicator or of a 一级指标 from low to high."""

    node: str
    low: F
    high: F


@dataclass
class Edge:
    """A limit between two bands of an indicator."""

    fact: str
    at: F
    low: F
    high: F


@dataclass
class Figure:
    """A figure of one record."""

    record: int
    fact: str
    low: F
    high: F


Variation = Weight | Edge | Figure


def tree() -> dict[str, dict[str, F]]:
    """Each group's indicators with their points."""
    facts, at, groups = list(hebei.MOST.items()), 0, {}
    for name, (count, _) in zip(GROUP_NAMES, hebei.GROUPS):
        groups[name] = {fact: F(points) for fact, points in facts[at : at + count]}
        at += count
    return groups


def shares(points: dict[str, F], drawn: dict[str, F]) -> dict[str, F]:
    """What each part counts for: the drawn points, the others sharing what they leave; where all are drawn, all scaled to the whole."""
    whole, taken = sum(points.values()), sum((drawn[name] for name in points if name in drawn), F(0))
    left = sum((value for name, value in points.items() if name not in drawn), F(0))
    if not left:
        return {name: drawn[name] * whole / taken for name in points}
    return {name: drawn.get(name, value * (whole - taken) / left) for name, value in points.items()}


def factors(points: dict[str, F], drawn: dict[str, F]) -> dict[str, F]:
    """What the points of each part are multiplied by."""
    return {name: share / points[name] for name, share in shares(points, drawn).items()}


def totals(records: list[hebei.Facts], variations: list[Variation], values: list[F], readings: hebei.Readings) -> list[hebei.Interval]:
    """The scores of all records in a draw."""
    kept = {fact: list(bands) for fact, bands in hebei.BANDS.items()}
    facts = [dict(record) for record in records]
    drawn: dict[str, F] = {}
    for variation, value in zip(variations, values):
        if isinstance(variation, Weight):
            drawn[variation.node] = value
        elif isinstance(variation, Edge):
            hebei.BANDS[variation.fact] = [_moved(band, variation.at, value) for band in hebei.BANDS[variation.fact]]
        else:
            facts[variation.record][variation.fact] = value
    try:
        return [_total(hebei.score(each, readings).parts, drawn) for each in facts]
    finally:
        hebei.BANDS.update(kept)


def _moved(band: tuple, at: F, value: F) -> tuple:
    start, end, *points = band
    start = value if F(start) == at else start
    end = value if end is not None and F(end) == at else end
    return (start, end, *points)


def _total(parts: dict[str, hebei.Interval], drawn: dict[str, F]) -> hebei.Interval:
    groups = tree()
    whole = {name: sum(points.values()) for name, points in groups.items()}
    of_groups = factors(whole, drawn)
    low = high = F(0)
    for name, points in groups.items():
        for fact, factor in factors(points, drawn).items():
            low += parts[fact][0] * factor * of_groups[name]
            high += parts[fact][1] * factor * of_groups[name]
    return low, high
