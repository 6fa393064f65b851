"""Says what the district table is worth for a record, from the regulation's text alone and with Python's fractions alone.

Nothing here is shared with the engine: the table below was typed from the printed criteria (附件, 创新投入 to 创新管理), one line a
printed band. A figure is a Fraction, or None where it is not known; a result is a pair (least, most).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction as F

Interval = tuple[F, F]
Facts = dict[str, "F | None"]

# Printed as `A-B (p-q 分)`, written here as (from, to, points at from, points at to); `to` None: `≧from`.
BANDS: dict[str, list[tuple[str, str | None, str, str]]] = {
    "fiscal_st_spend": [("10000", None, "5", "5"), ("5000", "10000", "4", "5"), ("1000", "5000", "3", "4"), ("0", "1000", "0", "3")],
    "fiscal_st_share": [("2", None, "8", "8"), ("1", "2", "6", "8"), ("0.5", "1", "4", "6"), ("0", "0.5", "0", "4")],
    "industry_rd_share": [("1.5", None, "7", "7"), ("1", "1.5", "6", "7"), ("0.5", "1", "4", "6"), ("0", "0.5", "0", "4")],
    # 10 to 100 is not printed.
    "hightech_firms": [("100", None, "10", "10"), ("5", "10", "3.5", "4"), ("2", "5", "2.5", "3.5"), ("0", "2", "0", "2.5")],
    "hightech_per_1000": [("10", None, "4", "4"), ("5", "10", "3.5", "4"), ("2", "5", "2.5", "3.5"), ("0", "2", "0", "2.5")],
    "tech_smes": [("1000", None, "7", "7"), ("500", "1000", "5", "7"), ("100", "500", "2.5", "5"), ("0", "100", "0", "2.5")],
    "tech_smes_per_1000": [("300", None, "4", "4"), ("100", "300", "3.5", "4"), ("30", "100", "2.5", "3.5"), ("0", "30", "0", "2.5")],
    "industry_rd_org_share": [("80", None, "5", "5"), ("50", "80", "4.5", "5"), ("10", "50", "3.5", "4.5"), ("0", "10", "0", "3.5")],
    "patents_per_10k": [("12", None, "6", "6"), ("4", "12", "4.5", "6"), ("2", "4", "3.5", "4.5"), ("0", "2", "0", "3.5")],
    "hightech_va_share": [("40", None, "6", "6"), ("20", "40", "5", "6"), ("10", "20", "2", "5"), ("0", "10", "0", "2")],
    "agri_industrialisation": [("70", None, "3", "3"), ("60", "70", "2.5", "3"), ("50", "60", "2", "2.5"), ("0", "50", "0", "2")],
}

# Points for each one counted, by item and level.
ITEMS: dict[str, dict[str, str]] = {
    "platforms": {
        "key_lab.national": "2", "key_lab.provincial": "1",
        "tech_centre.national": "2", "tech_centre.provincial": "1",
        "enterprise_centre.national": "2", "enterprise_centre.provincial": "1",
        "clinical_centre.national": "2", "clinical_centre.provincial": "1",
        "industry_institute.provincial": "1",
    },
    "parks": {
        "hightech_zone.national": "3", "hightech_zone.provincial": "2",
        "agri_park.national": "2", "agri_park.provincial": "1",
        "sustainable_zone.national": "2", "sustainable_zone.provincial": "1",
        "industry_base.national": "1", "industry_base.provincial": "0.5",
        "innovative_county.national": "3", "innovative_county.provincial": "2",
        "intl_base.national": "2", "intl_base.provincial": "1",
        "innovative_town.national": "0.5", "innovative_town.provincial": "0.3",
    },
    "services": {
        "incubator.national": "2", "incubator.provincial": "1",
        "makerspace.national": "1", "makerspace.provincial": "0.5",
        "productivity_centre.provincial": "1",
        "alliance.provincial": "1",
        "transfer_org.provincial": "1",
        "tech_market.provincial": "1",
        "academician_station.provincial": "0.5",
    },
    "support_awards": {
        "project.national": "1", "project.provincial": "0.5",
        "prize.national": "3", "prize.provincial": "2",
        "commendation.national": "3", "commendation.provincial": "2", "commendation.city": "1",
    },
}

DEPARTMENT = {"independent": F(4), "joint_office": F(2), "plaque": F(1)}  # one of the three
LEADING_GROUP = F(1)

MOST: dict[str, F] = {
    "fiscal_st_spend": F(5), "fiscal_st_share": F(8), "industry_rd_share": F(7),
    "hightech_firms": F(10), "hightech_per_1000": F(4), "tech_smes": F(7), "tech_smes_per_1000": F(4),
    "platforms": F(8), "parks": F(6), "services": F(6), "industry_rd_org_share": F(5),
    "patents_per_10k": F(6), "hightech_va_share": F(6), "agri_industrialisation": F(3),
    "st_department": F(5), "support_awards": F(5), "st_management": F(5),
}

# 一级指标: how many of the 17, in the order printed, and the points printed beside it.
GROUPS = [(3, F(20)), (4, F(25)), (4, F(25)), (3, F(15)), (3, F(15))]

CUTS = {"hebei_2019": [("A", F(80)), ("B", F(60)), ("C", None)]}


@dataclass(frozen=True)
class Readings:
    """What was chosen for the open points; None: left open."""

    hightech_gap: str | None = None
    class_cuts: str | None = None
    other_awards: str | None = "none_unless_given"  # 酌情得分: no points where nobody says any were given


@dataclass(frozen=True)
class Answer:
    """One record's points, by indicator, in the order printed, and their sum."""

    parts: dict[str, Interval]
    total: Interval

    def groups(self) -> list[Interval]:
        """The five sums of 一级指标."""
        values, sums, at = list(self.parts.values()), [], 0
        for count, _ in GROUPS:
            sums.append(add(*values[at : at + count]))
            at += count
        return sums


def add(*intervals: Interval) -> Interval:
    return sum((low for low, _ in intervals), F(0)), sum((high for _, high in intervals), F(0))


def banded(fact: str, value: F | None, gap: str | None = None) -> Interval:
    """Points of a banded indicator: on a straight line inside each band, each band holding its lower edge and not its upper."""
    if value is None:
        return F(0), MOST[fact]
    if fact == "hightech_firms" and 10 <= value < 100:
        if gap is None:
            return F(0), F(10)
        if gap != "linear":
            raise ValueError(gap)
        points = F(4) + F(10 - 4) * (value - 10) / (100 - 10)
        return points, points
    for start, end, at_start, at_end in BANDS[fact]:
        low, p, q = F(start), F(at_start), F(at_end)
        if end is None and value >= low:
            return p, p
        if end is not None and low <= value < F(end):
            points = p + (q - p) * (value - low) / (F(end) - low)
            return points, points
    raise ValueError(f"{fact}: no band for {value}")


def counted(fact: str, facts: Facts) -> Interval:
    """Points of counted items without a figure beside them; one unknown count leaves the top open as far as the cap."""
    known, unknown = F(0), False
    for slot, each in ITEMS[fact].items():
        count = facts.get(f"{fact}.{slot}")
        if count is None:
            unknown = True
        else:
            known += F(each) * count
    most = MOST[fact]
    low = min(known, most)
    return low, most if unknown else low


def department(facts: Facts) -> Interval:
    """One of 4, 2 and 1, and 1 for a leading group. What is not known may hold or not."""
    held = [points for name, points in DEPARTMENT.items() if facts.get(f"st_department.{name}") == 1]
    if len(held) > 1:
        raise ValueError("two of the alternatives hold")
    possible = [points for name, points in DEPARTMENT.items() if facts.get(f"st_department.{name}") is None]
    low = held[0] if held else F(0)
    high = low if held else max([F(0), *possible])
    group = facts.get("st_department.leading_group")
    return low + (LEADING_GROUP if group == 1 else 0), high + (0 if group == 0 else LEADING_GROUP)


def awards(facts: Facts, other_awards: str | None = None) -> Interval:
    """Counted projects, prizes and commendations up to 5; discretionary points for others beside them; 5 in all."""
    low, high = counted("support_awards", facts)
    other = facts.get("support_awards_other")
    if other is None and other_awards == "none_unless_given":
        other = F(0)
    other_low, other_high = (F(0), F(5)) if other is None else (other, other)
    most = MOST["support_awards"]
    return min(low + other_low, most), min(high + other_high, most)


def management(facts: Facts) -> Interval:
    value = facts.get("st_management")
    return (F(0), MOST["st_management"]) if value is None else (value, value)


def score(facts: Facts, readings: Readings = Readings()) -> Answer:
    parts: dict[str, Interval] = {}
    for fact in MOST:
        if fact in BANDS:
            parts[fact] = banded(fact, facts.get(fact), readings.hightech_gap)
        elif fact == "st_department":
            parts[fact] = department(facts)
        elif fact == "support_awards":
            parts[fact] = awards(facts, readings.other_awards)
        elif fact == "st_management":
            parts[fact] = management(facts)
        else:
            parts[fact] = counted(fact, facts)
    return Answer(parts, add(*parts.values()))


def class_of(value: F, scheme: str) -> str:
    return next(name for name, start in CUTS[scheme] if start is None or value >= start)


def classes(total: Interval, scheme: str) -> list[str]:
    """Every class that a value between the two ends falls in, best first."""
    names = [name for name, _ in CUTS[scheme]]
    best, worst = names.index(class_of(total[1], scheme)), names.index(class_of(total[0], scheme))
    return names[best : worst + 1]


def ranks(totals: list[Interval], periods: list[str]) -> list[tuple[int, int]]:
    """Competition ranks within a period: as many as are surely above, or can be above, and one."""
    lows: dict[str, list[F]] = defaultdict(list)
    highs: dict[str, list[F]] = defaultdict(list)
    for (low, high), period in zip(totals, periods):
        lows[period].append(low)
        highs[period].append(high)
    for table in (lows, highs):
        for values in table.values():
            values.sort()
    answer = []
    for (low, high), period in zip(totals, periods):
        size = len(lows[period])
        surely_above = size - bisect_right(lows[period], high)
        can_be_above = size - bisect_right(highs[period], low) - (1 if high > low else 0)  # not itself
        answer.append((1 + surely_above, 1 + can_be_above))
    return answer


def half_up(value: F, places: int = 2) -> str:
    """Rounds half away from zero and writes all places."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 and whole else text


def exact(value: F) -> str:
    """A decimal where the value has one, else `p/q` in lowest terms."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text


def slots() -> list[str]:
    """Every place for a figure, in the order printed."""
    names: list[str] = []
    for fact in MOST:
        if fact in ITEMS:
            names += [f"{fact}.{slot}" for slot in ITEMS[fact]]
        elif fact == "st_department":
            names += [f"st_department.{name}" for name in (*DEPARTMENT, "leading_group")]
        else:
            names.append(fact)
        if fact == "support_awards":
            names.append("support_awards_other")
    return names
