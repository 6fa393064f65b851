"""Scores, ranks, classes and what-ifs of any small rulebook, from the definitions in docs/reference, in fractions. No code of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as F
from math import ceil, floor
from typing import Any

Interval = tuple[F, F]
Figures = dict[str, tuple[str, F]]  # status and value by fact
SCORED, EXCLUDED, REFUSED = "scored", "excluded", "refused"
VALUED = ("reported", "estimated")
ROUND = {"half_up": lambda x: floor(x + F(1, 2)), "half_even": round, "down": floor, "up": ceil, "floor": floor, "ceiling": ceil}  # of x from 0 up


def rounded(value: F, rule: dict[str, Any] | None) -> F:
    """A number from 0 up, rounded."""
    if rule is None:
        return value
    unit = F(10) ** -rule["places"]
    return ROUND[rule.get("mode", "half_up")](value / unit) * unit


@dataclass
class Draw:
    """What a draw changes: what parts count for, bands of leaves, figures of records."""

    measures: dict[str, F]
    bands: dict[str, list[dict[str, Any]]]
    figures: list[Figures]


class Tree:
    """A rulebook with a score tree."""

    def __init__(self, book: dict[str, Any]) -> None:
        self.book = book
        self.nodes: dict[str, dict[str, Any]] = {}
        self.parent: dict[str, dict[str, Any]] = {}
        self._add(book["score"])

    def _add(self, node: dict[str, Any]) -> None:
        self.nodes[node["id"]] = node
        for part in node.get("parts", []):
            self.parent[part["id"]] = node
            self._add(part)

    def written(self, part: str) -> F:
        """What a part counts for in its parent, as the rules say."""
        under_sum = self.parent[part].get("combine", "sum") == "sum"
        return F(self.nodes[part]["points"]) if under_sum else F(self.nodes[part].get("weight", 1))

    def leaves_of(self, node: str) -> list[str]:
        parts = self.nodes[node].get("parts")
        return [node] if parts is None else [leaf for part in parts for leaf in self.leaves_of(part["id"])]

    def fact_of(self, leaf: str) -> str:
        return self.nodes[leaf].get("fact", leaf)

    def derive(self, figures: Figures) -> Figures:
        """A record with its derived figures: one fact and twice another."""
        for fact, about in self.book["facts"].items():
            if "formula" in about:
                one, other = (figures[name] for name in about["formula"].replace(" * 2", "").split(" + "))
                known = one[0] in VALUED and other[0] in VALUED
                figures[fact] = ("reported", one[1] + 2 * other[1]) if known else ("missing", F(0))
        return figures

    # Scores ------------------------------------------------------------------------------------------------------------------

    def score(self, draw: Draw, figures: Figures) -> Interval | None:
        """The score of a record in a draw; None where there is none."""
        state, points = self._points(self.book["score"], draw, figures)
        return points if state == SCORED else None

    def _points(self, node: dict[str, Any], draw: Draw, figures: Figures) -> tuple[str, Interval]:
        state, points = self._group(node, draw, figures) if "parts" in node else self._leaf(node, draw, figures)
        return state, self._round(node, points)

    def _round(self, node: dict[str, Any], points: Interval) -> Interval:
        return rounded(points[0], node.get("round")), rounded(points[1], node.get("round"))

    def _group(self, node: dict[str, Any], draw: Draw, figures: Figures) -> tuple[str, Interval]:
        parts = [(part["id"], *self._points(part, draw, figures)) for part in node["parts"]]
        if any(state == REFUSED for _, state, _ in parts):
            return REFUSED, (F(0), F(0))
        here = [(part, points) for part, state, points in parts if state == SCORED]
        if not here:
            return EXCLUDED, (F(0), F(0))
        measure = {part: self._measure(part, draw) for part, _, _ in parts}
        share = sum(measure[part] for part, _ in here) / sum(measure.values())
        if len(here) < len(parts) and share < F(node.get("coverage", 0)):
            return SCORED, self._bounds(node, draw)
        ends = [self._combine(node, [(part, points[end]) for part, points in here], measure, share) for end in (0, 1)]
        return SCORED, (ends[0], ends[1])

    def _measure(self, part: str, draw: Draw) -> F:
        return draw.measures.get(part, self.written(part))

    def _combine(self, node: dict[str, Any], here: list[tuple[str, F]], measure: dict[str, F], share: F) -> F:
        how = node.get("combine", "sum")
        if how == "sum":
            total = sum(points * measure[part] / self.written(part) for part, points in here) / share
            return min(total, F(node["points"])) if node.get("cap") else total
        weights = sum(measure[part] for part, _ in here)
        if how == "geometric":
            return _root([(points, int(measure[part])) for part, points in here], node["precision"]["places"])
        if how == "arithmetic":
            return sum(points * measure[part] for part, points in here) / weights
        if any(points <= 0 for _, points in here):
            return F(0)
        return weights / sum(measure[part] / points for part, points in here)

    def _bounds(self, node: dict[str, Any], draw: Draw) -> Interval:
        """The least and most that a node can give."""
        if "parts" not in node:
            return self._round(node, self._leaf_bounds(node, draw))
        each = [(part["id"], self._bounds(part, draw)) for part in node["parts"]]
        if node.get("combine", "sum") != "sum":
            return self._round(node, (min(low for _, (low, _) in each), max(high for _, (_, high) in each)))
        factor = {part: self._measure(part, draw) / self.written(part) for part, _ in each}
        most = F(node["points"]) if node.get("cap") else None
        ends = [sum(bounds[end] * factor[part] for part, bounds in each) for end in (0, 1)]
        low, high = (end if most is None else min(end, most) for end in ends)
        return self._round(node, (low, high))

    def _leaf(self, node: dict[str, Any], draw: Draw, figures: Figures) -> tuple[str, Interval]:
        status, value = figures[self.fact_of(node["id"])]
        treat = node.get("treat", {}).get(status, "use" if status in VALUED else "unknown")
        if treat in ("exclude", "refuse"):
            return (EXCLUDED if treat == "exclude" else REFUSED), (F(0), F(0))
        if treat == "zero":
            return SCORED, (F(0), F(0))
        points = self._value(node, draw, value) if treat == "use" else None
        return SCORED, self._leaf_bounds(node, draw) if points is None else (points, points)

    def _value(self, node: dict[str, Any], draw: Draw, value: F) -> F | None:
        most = F(node["points"])
        if "bands" in node:
            return self._banded(node, draw.bands.get(node["id"], node["bands"]), value)
        if "judged" in node:
            return value
        if "ratio" in node:
            standard = F(node["ratio"]["standard"])
            if node["ratio"].get("better", "higher") == "lower":
                return most if value <= standard else most * standard / value
            return min(most, most * value / standard)
        start, end = F(node["goalposts"]["from"]), F(node["goalposts"]["to"])
        return max(F(0), min(most, most * (value - start) / (end - start)))

    def _banded(self, node: dict[str, Any], bands: list[dict[str, Any]], value: F) -> F | None:
        for band in bands:
            if ("from" in band and value < F(band["from"])) or ("to" in band and value >= F(band["to"])):
                continue
            return self._in_band(node, band, value)
        return None

    def _in_band(self, node: dict[str, Any], band: dict[str, Any], value: F) -> F:
        points = band["points"]
        if not isinstance(points, list):
            return F(points)
        first, last = F(points[0]), F(points[1])
        inside = node.get("inside", "linear")
        if inside != "linear":
            return min(first, last) if inside == "lower" else max(first, last)
        start, end = F(band["from"]), F(band["to"])
        return first + (last - first) * (value - start) / (end - start)

    def _leaf_bounds(self, node: dict[str, Any], draw: Draw) -> Interval:
        fact = self.book["facts"][self.fact_of(node["id"])]
        low, high = F(fact["min"]), F(fact["max"])
        if "bands" not in node:
            ends = [self._value(node, draw, value) for value in (low, high)]
            return min(ends), max(ends)
        found = []
        for band in draw.bands.get(node["id"], node["bands"]):
            if ("from" in band and F(band["from"]) > high) or ("to" in band and F(band["to"]) <= low):
                continue
            found.append(self._in_band(node, band, max(low, F(band.get("from", low)))))
            found.append(self._in_band(node, band, min(high, F(band.get("to", high)))))
        return min(found), max(found)

    # Ranks and classes -------------------------------------------------------------------------------------------------------

    def ranks(self, records: list[dict[str, Any]], scores: list[Interval | None]) -> list[Interval | None]:
        """Best and worst rank of each record; None without a score. Dense ranks: only where all scores are decided."""
        ranking = self.book.get("ranking", {})
        rule = self.book["shown"] if ranking.get("compare") == "rounded" else None
        found: list[Interval | None] = []
        for i, (record, score) in enumerate(zip(records, scores)):
            if score is None:
                found.append(None)
                continue
            others = [
                (rounded(other[0], rule), rounded(other[1], rule))
                for k, (each, other) in enumerate(zip(records, scores))
                if k != i and other is not None and cohort(each, ranking) == cohort(record, ranking)
            ]
            low, high = rounded(score[0], rule), rounded(score[1], rule)
            found.append((_rank([low for low, _ in others], high, ranking), _rank([high for _, high in others], low, ranking)))
        return found

    def classes(self, score: Interval | None) -> list[str]:
        """The classes that a score may be in."""
        rules = self.book.get("classes")
        if score is None or rules is None:
            return []
        low, high = (rounded(end, self.book["shown"] if rules.get("compare") == "rounded" else None) for end in score)
        return [cut["id"] for cut in rules["cuts"] if not (("from" in cut and high < F(cut["from"])) or ("to" in cut and low >= F(cut["to"])))]


def _root(factors: list[tuple[F, int]], places: int) -> F:
    """The weighted geometric mean, half up: twice as many units as fit below it, by whole roots, and one more, halved."""
    degree, product = sum(weight for _, weight in factors), F(1)
    for value, weight in factors:
        product *= max(value, F(0)) ** weight
    target = floor(product * (2 * 10**places) ** degree)
    low, high = 0, 1
    while high**degree <= target:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= target else (low, middle)
    return F((low + 1) // 2, 10**places)


def cohort(record: dict[str, Any], ranking: dict[str, Any]) -> tuple[str, str]:
    return record.get("period", ""), record.get("group", "") if ranking.get("within_group") else ""


def _rank(others: list[F], own: F, ranking: dict[str, Any]) -> F:
    above = [other for other in others if other > own]
    if ranking.get("ties") == "dense":
        return F(1 + len(set(above)))
    half = F(sum(other == own for other in others), 2) if ranking.get("ties") == "average" else F(0)
    return 1 + len(above) + half


# What-ifs --------------------------------------------------------------------------------------------------------------------


class Refused(Exception):
    """A specification that must not be taken."""


@dataclass
class Variation:
    """One thing that varies: its kind, whose, and between which ends."""

    kind: str  # weight, edge, figure
    of: Any  # node; leaf and the value of the edge; fact and the record's index, or None for all together
    low: F
    high: F
    move: str = "take"
    rescale: bool = True


def ends(entry: dict[str, Any], at: F) -> tuple[F, F]:
    """The ends of an entry about a value."""
    if "low" in entry:
        return F(entry["low"]), F(entry["high"])
    reach = abs(at) * F(entry["percent"]) / 100 if "percent" in entry else F(entry["by"])
    return at - reach, at + reach


def variations(tree: Tree, records: list[dict[str, Any]], figures: list[Figures], spec: dict[str, Any]) -> list[Variation]:
    """What varies, in order. Raises Refused where the reference says that it must not."""
    found: list[Variation] = []
    for entry in spec.get("weights", []):
        nodes = [entry["node"]] if "node" in entry else None
        if "leaves_of" in entry:
            nodes = tree.leaves_of(entry["leaves_of"])
        elif "parts_of" in entry:
            nodes = [part["id"] for part in tree.nodes[entry["parts_of"]].get("parts", [])]
        for node in nodes or []:
            if node not in tree.parent:
                raise Refused("root")
            found.append(Variation("weight", node, *ends(entry, tree.written(node)), rescale=entry.get("rescale", True)))
        if not nodes:
            raise Refused("no parts")
    for entry in spec.get("edges", []):
        band = tree.nodes[entry["node"]]["bands"][entry["band"]]
        if entry["edge"] not in band:
            raise Refused("no edge")
        at = F(band[entry["edge"]])
        found.append(Variation("edge", (entry["node"], at), *ends(entry, at)))
    for entry in spec.get("data", []):
        found += _of_data(entry, records, figures)
    _check(tree, figures, found)
    return found


def _of_data(entry: dict[str, Any], records: list[dict[str, Any]], figures: list[Figures]) -> list[Variation]:
    fact = entry["fact"]
    if entry.get("together"):
        move = "scale" if "percent" in entry else "add" if "by" in entry else "take"
        return [Variation("figure", (fact, None), *ends(entry, F(move == "scale")), move=move)]
    found = []
    for i, record in enumerate(records):
        if all(entry.get(key, record.get(key)) == record.get(key) for key in ("region", "period")) and figures[i][fact][0] in VALUED:
            found.append(Variation("figure", (fact, i), *ends(entry, figures[i][fact][1])))
    if not found:
        raise Refused("nothing to vary")
    return found


def moved(variation: Variation, value: F, figure: F) -> F:
    return {"take": value, "add": figure + value, "scale": figure * value}[variation.move]


def _check(tree: Tree, figures: list[Figures], found: list[Variation]) -> None:
    names = [(each.kind, each.of) for each in found]
    together = {each.of[0] for each in found if each.kind == "figure" and each.of[1] is None}
    twice = any(each.kind == "figure" and each.of[1] is not None and each.of[0] in together for each in found)
    if not found or len(set(names)) < len(names) or twice or any(each.high < each.low for each in found):
        raise Refused("twice, or ends the wrong way round")
    for node in {tree.parent[each.of]["id"] for each in found if each.kind == "weight"}:
        _check_weights(tree, node, {each.of: each for each in found if each.kind == "weight"})
    for leaf in {each.of[0] for each in found if each.kind == "edge"}:
        of_leaf = {each.of[1]: (each.low, each.high) for each in found if each.kind == "edge" and each.of[0] == leaf}
        edges = sorted({F(band[key]) for band in tree.nodes[leaf]["bands"] for key in ("from", "to") if key in band})
        for below, above in zip(edges, edges[1:]):
            if (below in of_leaf or above in of_leaf) and of_leaf.get(below, (below, below))[1] >= of_leaf.get(above, (above, above))[0]:
                raise Refused("edges meet")
    for each in found:
        if each.kind != "figure":
            continue
        fact = tree.book["facts"][each.of[0]]
        if "formula" in fact:
            raise Refused("it follows from others")
        for i, record in enumerate(figures):
            status, value = record[each.of[0]]
            if each.of[1] not in (None, i) or status not in VALUED:
                continue
            reached = [moved(each, end, value) for end in (each.low, each.high)]
            if min(reached) < F(fact["min"]) or max(reached) > F(fact["max"]):
                raise Refused("beyond the fact's bounds")


def _check_weights(tree: Tree, node: str, of_node: dict[str, Variation]) -> None:
    parts = [part["id"] for part in tree.nodes[node]["parts"]]
    varied = [of_node[part] for part in parts if part in of_node]
    if tree.nodes[node].get("combine") == "geometric":
        raise Refused("roots")
    if any(each.low <= 0 for each in varied) or len({each.rescale for each in varied}) > 1:
        raise Refused("weights of zero, or rescale here and not there")
    if not varied[0].rescale:
        return
    whole = sum(tree.written(part) for part in parts)
    if len(parts) == 1 or (len(varied) < len(parts) and sum(each.high for each in varied) >= whole):
        raise Refused("nobody to share with")


def draw(tree: Tree, figures: list[Figures], found: list[Variation], values: list[F]) -> Draw:
    """The rules and figures of a draw."""
    drawn = {each.of: value for each, value in zip(found, values) if each.kind == "weight"}
    rescaled = {each.of: each.rescale for each in found if each.kind == "weight"}
    measures: dict[str, F] = {}
    for node in {tree.parent[part]["id"] for part in drawn}:
        parts = [part["id"] for part in tree.nodes[node]["parts"]]
        taken = sum(drawn[part] for part in parts if part in drawn)
        left = sum(tree.written(part) for part in parts if part not in drawn)
        whole = sum(tree.written(part) for part in parts)
        rescale = next(rescaled[part] for part in parts if part in drawn)
        of_drawn, of_left = F(1), F(1)
        if rescale and left:
            of_left = (whole - taken) / left
        elif rescale:
            of_drawn = whole / taken
        measures |= {part: drawn[part] * of_drawn if part in drawn else tree.written(part) * of_left for part in parts}
    edges: dict[str, dict[F, F]] = {}
    changed = [dict(record) for record in figures]
    for each, value in zip(found, values):
        if each.kind == "edge":
            edges.setdefault(each.of[0], {})[each.of[1]] = value
        elif each.kind == "figure":
            for i, record in enumerate(changed):
                status, written = figures[i][each.of[0]]
                if each.of[1] in (None, i) and status in VALUED:
                    record[each.of[0]] = (status, moved(each, value, written))
    bands = {leaf: [_moved(band, to) for band in tree.nodes[leaf]["bands"]] for leaf, to in edges.items()}
    return Draw(measures, bands, [tree.derive(record) for record in changed])


def _moved(band: dict[str, Any], to: dict[F, F]) -> dict[str, Any]:
    return {key: to.get(F(value), F(value)) if key in ("from", "to") else value for key, value in band.items()}
