"""Makes counties.csv: figures of 167 counties that do not exist.

    python3 examples/counties/generate.py [FILE]

Class counts match those that Hebei published for 2021 (32 A, 66 B, 69 C); nothing else here is about a real county. The figures come
from a seeded stream and from this file's own table of bands, in exact fractions; the engine is not asked. Each county is given a
target score, its figures are read backwards off the bands and rounded to places that people print, and the draw is repeated until the
score of the rounded figures lies well inside the target's class.
"""

from __future__ import annotations

import csv
import random
import sys
from fractions import Fraction
from pathlib import Path

SEED = 20210630
PERIOD = "2020"
LABEL = "synthetic"
CLASSES = {"A": (32, Fraction(81), Fraction(94)), "B": (66, Fraction(61), Fraction(79)), "C": (69, Fraction(30), Fraction(59))}
MARGIN = Fraction(1, 4)  # a county's score stays this far from the edges of its class
GROUPS = ("平原", "丘陵", "山区")

# (value, points) along each banded indicator, and the places at which its figure is printed
BANDS: dict[str, tuple[list[tuple[str, str]], int]] = {
    "fiscal_st_spend": ([("0", "0"), ("1000", "3"), ("5000", "4"), ("10000", "5"), ("16000", "5")], 0),
    "fiscal_st_share": ([("0", "0"), ("0.5", "4"), ("1", "6"), ("2", "8"), ("3", "8")], 2),
    "industry_rd_share": ([("0", "0"), ("0.5", "4"), ("1", "6"), ("1.5", "7"), ("2.2", "7")], 2),
    "hightech_firms": ([("0", "0"), ("2", "2.5"), ("5", "3.5"), ("10", "4"), ("100", "10"), ("140", "10")], 0),
    "hightech_per_1000": ([("0", "0"), ("2", "2.5"), ("5", "3.5"), ("10", "4"), ("13", "4")], 2),
    "tech_smes": ([("0", "0"), ("100", "2.5"), ("500", "5"), ("1000", "7"), ("1500", "7")], 0),
    "tech_smes_per_1000": ([("0", "0"), ("30", "2.5"), ("100", "3.5"), ("300", "4"), ("350", "4")], 1),
    "industry_rd_org_share": ([("0", "0"), ("10", "3.5"), ("50", "4.5"), ("80", "5"), ("92", "5")], 1),
    "patents_per_10k": ([("0", "0"), ("2", "3.5"), ("4", "4.5"), ("12", "6"), ("16", "6")], 2),
    "hightech_va_share": ([("0", "0"), ("10", "2"), ("20", "5"), ("40", "6"), ("55", "6")], 1),
    "agri_industrialisation": ([("0", "0"), ("50", "2"), ("60", "2.5"), ("70", "3"), ("78", "3")], 1),
}
# points of one national and one provincial unit; None: the level is not counted
ITEMS: dict[str, tuple[int, dict[str, tuple[str | None, str]]]] = {
    "platforms": (8, {"key_lab": ("2", "1"), "tech_centre": ("2", "1"), "enterprise_centre": ("2", "1"), "clinical_centre": ("2", "1"), "industry_institute": (None, "1")}),
    "parks": (6, {"hightech_zone": ("3", "2"), "agri_park": ("2", "1"), "sustainable_zone": ("2", "1"), "industry_base": ("1", "0.5"), "innovative_county": ("3", "2"), "intl_base": ("2", "1"), "innovative_town": ("0.5", "0.3")}),
    "services": (6, {"incubator": ("2", "1"), "makerspace": ("1", "0.5"), "productivity_centre": (None, "1"), "alliance": (None, "1"), "transfer_org": (None, "1"), "tech_market": (None, "1"), "academician_station": (None, "0.5")}),
    "support_awards": (5, {"project": ("1", "0.5"), "prize": ("3", "2"), "commendation": ("3", "2")}),
}
MOST = {"enterprise_centre": 3, "tech_centre": 3, "key_lab": 2, "makerspace": 4, "incubator": 2, "innovative_town": 4, "project": 6, "industry_base": 2}
DEPARTMENT = {"independent": Fraction(4), "joint_office": Fraction(2), "plaque": Fraction(1), "none": Fraction(0)}

Row = dict[str, str]


class Draw:
    """A stream of exact numbers: only random.Random.random(), which is the same in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def fraction(self) -> Fraction:
        """From 0 up to 1."""
        return Fraction(self._random.random())

    def between(self, low: Fraction, high: Fraction) -> Fraction:
        return low + (high - low) * self.fraction()

    def below(self, count: int) -> int:
        """A whole number from 0 to count - 1."""
        return int(self.fraction() * count)


def rounded(value: Fraction, places: int) -> Fraction:
    """Half up, for values that are not negative."""
    scale = 10**places
    return Fraction(int(value * scale + Fraction(1, 2)), scale)


def printed(value: Fraction, places: int) -> str:
    """As a decimal with exactly so many places."""
    digits = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def along(line: list[tuple[str, str]], at: int, to: int, given: Fraction) -> Fraction:
    """Reads column `to` where column `at` is `given`; the last stretch is level in points, so it is never entered backwards."""
    for here, there in zip(line, line[1:]):
        start, end = Fraction(here[at]), Fraction(there[at])
        if start <= given <= end and start < end:
            return Fraction(here[to]) + (given - start) * (Fraction(there[to]) - Fraction(here[to])) / (end - start)
    return Fraction(line[-1][to])


def banded(draw: Draw, row: Row, share: Fraction) -> Fraction:
    """Fills the banded indicators so that each earns about its share of points; returns the points of the rounded figures."""
    points = Fraction(0)
    for name, (line, places) in BANDS.items():
        most = Fraction(line[-1][1])
        wanted = (share + draw.between(Fraction(-18, 100), Fraction(18, 100))) * most
        value = along(line, 1, 0, max(wanted, Fraction(0))) if wanted < most else draw.between(Fraction(line[-2][0]), Fraction(line[-1][0]))
        value = rounded(value, places)
        row[name] = printed(value, places)
        points += along(line, 0, 1, value)
    return points


def counted(draw: Draw, row: Row, share: Fraction) -> Fraction:
    """Hands out units until each list has about its share of points; returns the points after the cap."""
    points = Fraction(0)
    for fact, (cap, lines) in ITEMS.items():
        wanted = (share + draw.between(Fraction(-15, 100), Fraction(15, 100))) * cap
        counts = {f"{fact}.{item}.{level}": 0 for item, by in lines.items() for level, each in zip(("national", "provincial"), by) if each}
        if fact == "support_awards":
            counts["support_awards.commendation.city"] = 0
        earned = Fraction(0)
        for _ in range(60):
            item = list(lines)[draw.below(len(lines))]
            national, provincial = lines[item]
            level, each = ("national", national) if national and draw.fraction() * 5 < 1 else ("provincial", provincial)
            slot = f"{fact}.{item}.{level}"
            if counts[slot] < MOST.get(item, 1) and earned + Fraction(each) <= max(wanted, Fraction(0)) + Fraction(1, 4):
                counts[slot] += 1
                earned += Fraction(each)
        row.update({slot: str(count) for slot, count in counts.items()})
        points += min(earned, Fraction(cap))
    return points


def managed(draw: Draw, row: Row, share: Fraction) -> Fraction:
    """Fills the department and the two judged figures."""
    luck = share + draw.between(Fraction(-25, 100), Fraction(25, 100))
    department = "independent" if luck > Fraction(6, 10) else "joint_office" if luck > Fraction(35, 100) else "plaque" if luck > Fraction(2, 10) else "none"
    group = draw.fraction() < Fraction(1, 4) + share / 2
    row["st_department"] = ";".join(["leading_group"] * group if department == "none" else [department] + ["leading_group"] * group) or "none"
    judged = rounded(min(max(share + draw.between(Fraction(-1, 10), Fraction(1, 10)), Fraction(0)), Fraction(1)) * 5, 1)
    row["st_management"] = printed(judged, 1)
    row["support_awards_other"] = "0"
    return DEPARTMENT[department] + group + judged


def county(draw: Draw, index: int, letter: str) -> Row:
    """Draws one county of a class."""
    _, low, high = CLASSES[letter]
    target = draw.between(low, high)
    group = GROUPS[draw.below(len(GROUPS))]
    while True:
        row: Row = {"region": f"示例县{index:03d}", "period": PERIOD, "group": group, "label": LABEL}
        share = target / 100
        score = banded(draw, row, share) + counted(draw, row, share) + managed(draw, row, share)
        if abs(score - target) < 2 and low - 1 + MARGIN <= score <= high + 1 - MARGIN:
            return row


def counties() -> list[Row]:
    """All of them, the classes shuffled."""
    draw = Draw(SEED)
    letters = [letter for letter, (count, _, _) in CLASSES.items() for _ in range(count)]
    for last in range(len(letters) - 1, 0, -1):
        other = draw.below(last + 1)
        letters[last], letters[other] = letters[other], letters[last]
    return [county(draw, index, letter) for index, letter in enumerate(letters, start=1)]


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("counties.csv")
    rows = counties()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
