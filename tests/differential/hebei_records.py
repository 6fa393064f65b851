"""Makes records of the district table that hurt, and writes them as JSON, as a wide and as a long table."""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from .oracle import hebei

WHOLE = {"hightech_firms", "tech_smes"}  # 家: counted one by one
SHARES = {"fiscal_st_share", "industry_rd_share", "industry_rd_org_share", "hightech_va_share", "agri_industrialisation"}
PER_1000 = {"hightech_per_1000", "tech_smes_per_1000"}
OPTIONS = ("independent", "joint_office", "plaque", "leading_group")


@dataclass
class Record:
    region: str
    period: str
    texts: dict[str, str | None] = field(default_factory=dict)  # by slot, as written; None: missing

    def facts(self) -> hebei.Facts:
        return {slot: None if text is None else Fraction(text) for slot, text in self.texts.items()}


def largest(fact: str) -> Fraction | None:
    """The most that the figure can sensibly be: a share of 100 %, a thousand in a thousand."""
    return Fraction(100) if fact in SHARES else Fraction(1000) if fact in PER_1000 else None


def edges(fact: str) -> list[Fraction]:
    return sorted({Fraction(band[0]) for band in hebei.BANDS[fact]} | {Fraction(band[1]) for band in hebei.BANDS[fact] if band[1]})


def allowed(fact: str, value: Fraction) -> bool:
    most = largest(fact)
    return value >= 0 and (most is None or value <= most) and (fact not in WHOLE or value.denominator == 1)


@cache
def edge_values(fact: str) -> list[Fraction]:
    """Every edge, and one unit of the 1st to 6th and of the 30th place to both sides of it."""
    steps = [Fraction(0)] + [sign * Fraction(1, 10**places) for places in (0, 1, 2, 3, 4, 5, 6, 30) for sign in (1, -1)]
    values = {edge + step for edge in edges(fact) for step in steps}
    most = largest(fact)
    values |= {Fraction(10**12)} if most is None else {most}
    return sorted(value for value in values if allowed(fact, value))


def figure(rng: random.Random, fact: str) -> str | None:
    """One figure as text: mostly near an edge, else anywhere, else absurd."""
    while True:
        kind = rng.randrange(10)
        if kind == 0:
            return None
        if kind <= 3:
            value = rng.choice(edge_values(fact))
        elif kind == 4:
            value = Fraction(rng.choice([0, 10**12, 10**12 + 1]))
        elif kind == 5:
            value = Fraction(rng.randrange(10**40), 10**37)
        elif kind == 6:
            value = Fraction(rng.randrange(1, 4000), rng.randrange(1, 97))
        else:
            top = edges(fact)[-1]
            value = Fraction(rng.randrange(int(top * 1300)), 1000)
        if fact in WHOLE:
            value = Fraction(int(value))
        if allowed(fact, value):
            return hebei.exact(value)


def department(rng: random.Random, partial: bool) -> dict[str, str | None]:
    if rng.randrange(8) == 0:
        return {f"st_department.{name}": None for name in OPTIONS}
    one = rng.choice([*OPTIONS[:3], None])
    held = {name: "1" if name == one else "0" for name in OPTIONS[:3]} | {"leading_group": rng.choice("01")}
    texts: dict[str, str | None] = {f"st_department.{name}": text for name, text in held.items()}
    if partial and rng.randrange(3) == 0:
        for slot in texts:
            if rng.randrange(2):
                texts[slot] = None
    return texts


def record(rng: random.Random, region: str, period: str, partial_options: bool) -> Record:
    """A random record. One in three has no missing figure, one in three hits a class cut or just misses it where that can be."""
    made = Record(region, period)
    full = rng.randrange(3) > 0
    for slot in hebei.slots():
        fact = slot.split(".")[0]
        if fact in hebei.ITEMS:
            made.texts[slot] = rng.choice("0001123456"[: rng.randrange(3, 11)])
            if rng.randrange(12) == 0:
                made.texts[slot] = None
        elif fact in hebei.BANDS:
            made.texts[slot] = figure(rng, fact)
        elif slot in ("st_management", "support_awards_other"):
            made.texts[slot] = rng.choice(["0", "5", "2.5", "4.999999", "10/3", "0.000001", None])
    made.texts |= department(rng, partial_options)
    if full:
        fill(rng, made)
        if rng.randrange(2):
            aim_at_cut(rng, made)
    return made


def fill(rng: random.Random, made: Record) -> None:
    for slot, text in made.texts.items():
        while text is None:
            text = figure(rng, slot) if slot in hebei.BANDS else "0"
        made.texts[slot] = text


def aim_at_cut(rng: random.Random, made: Record) -> None:
    """Sets the judged points so that the total is a class cut, or a millionth beside it."""
    made.texts["st_management"] = "0"
    low, high = hebei.score(made.facts(), hebei.Readings(hightech_gap="linear")).total
    nudge = rng.choice([Fraction(0), Fraction(1, 10**6), Fraction(-1, 10**6), Fraction(1, 10**40), Fraction(-1, 10**40)])
    for cut in (80, 60):
        needed = cut + nudge - low
        if low == high and 0 <= needed <= 5:
            made.texts["st_management"] = hebei.exact(needed)


def table(seed: int, size: int, partial_options: bool = False) -> list[Record]:
    rng = random.Random(seed)
    rows = [record(rng, f"县{index}", str(2020 + rng.randrange(3)), partial_options) for index in range(size)]
    for index in range(1, size):
        if rng.randrange(15) == 0:  # ties
            rows[index].texts = dict(rows[index - 1].texts)
    return rows


def number(text: str, at: int) -> str:
    """A JSON number where the text is one, or the same as a JSON text."""
    return json.dumps(text) if "/" in text or at % 2 else text


def as_json(rows: list[Record]) -> str:
    """Items nested by item and level, or by slot; options as a list, or by slot; missing as null, or not there."""
    entries = []
    for at, row in enumerate(rows):
        pieces, done = [], set()
        for fact, most in hebei.ITEMS.items():
            mine = {slot: row.texts[f"{fact}.{slot}"] for slot in most}
            if at % 3 == 0 and None not in mine.values():
                done |= {f"{fact}.{slot}" for slot in most}
                nested: dict[str, dict[str, int]] = {}
                for slot, text in mine.items():
                    if text != "0":
                        item, level = slot.split(".")
                        nested.setdefault(item, {})[level] = int(text or 0)
                pieces.append(f'"{fact}":{json.dumps(nested)}')
        held = [row.texts[f"st_department.{name}"] for name in OPTIONS]
        if at % 3 and None not in held:
            done |= {f"st_department.{name}" for name in OPTIONS}
            pieces.append(f'"st_department":{json.dumps([name for name, text in zip(OPTIONS, held) if text == "1"])}')
        for slot, text in row.texts.items():
            if slot not in done and text is not None:
                pieces.append(f'"{slot}":{number(text, at)}')
            elif slot not in done and at % 2:
                pieces.append(f'"{slot}":null')
        entries.append(f'{{"region":{json.dumps(row.region)},"period":"{row.period}","facts":{{{",".join(pieces)}}}}}')
    return '{"records":[' + ",\n".join(entries) + "]}"


def as_wide(rows: list[Record], options_column: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    plain = [slot for slot in hebei.slots() if not (options_column and slot.startswith("st_department."))]
    writer.writerow(["region", "period", *(["st_department"] if options_column else []), *plain])
    for row in rows:
        cells = [row.region, row.period]
        if options_column:
            held = {name: row.texts[f"st_department.{name}"] for name in OPTIONS}
            chosen = ";".join(name for name, text in held.items() if text == "1")
            cells.append("" if None in held.values() else chosen or "none")
        writer.writerow(cells + [row.texts[slot] or "" for slot in plain])
    return out.getvalue()


def as_long(rows: list[Record]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["region", "period", "fact", "value"])
    for at, row in enumerate(rows):
        for slot, text in row.texts.items():
            if text is not None or at % 2:
                writer.writerow([row.region, row.period, slot, text or ""])
    return out.getvalue()
