"""What the tests of columns share: the shipped counties as columns, and what the scalar path says of a row."""

from __future__ import annotations

import csv
from pathlib import Path

import biaochi

ROOT = Path(__file__).parents[2]
NAMES = ("region", "period", "group", "label")


def counties(rules: biaochi.Rules, book: biaochi.Rulebook) -> dict[str, list]:
    """The columns of examples/counties/counties.csv; an options fact becomes one column of 0 and 1 an option."""
    with (ROOT / "examples" / "counties" / "counties.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns: dict[str, list] = {name: [row[name] for row in rows] for name in NAMES}
    for slot in rules.slots:
        fact, _, option = slot.partition(".")
        if book.facts[fact].kind == "options" and fact in rows[0]:
            columns[slot] = [float(option in row[fact].split(";")) if row[fact] else None for row in rows]
        elif slot in rows[0]:
            columns[slot] = [float(row[slot]) if row[slot] else None for row in rows]
    return columns


def records(columns: dict[str, list], rules: biaochi.Rules) -> list[dict]:
    """The rows of columns as records; None and NaN are missing."""
    slots = [name for name in columns if name in rules.slots]
    return [
        {**{name: columns[name][i] for name in NAMES if name in columns}, "facts": {slot: columns[slot][i] for slot in slots}}
        for i in range(len(columns[slots[0]]))
    ]


def shown_ends(points: biaochi.Range | None) -> tuple[float | None, float | None]:
    """Both ends of points as they are shown, as doubles; none where there are no points."""
    if points is None:
        return None, None
    low, _, high = points.shown.partition("–")
    return float(low), float(high or low)


def answer_of(card: biaochi.Scorecard) -> dict:
    """What a row of columns must say of a record that has this card."""
    low, high = shown_ends(card.score)
    classes = card.classes
    decided = card.score is not None and card.score.decided and len(classes) < 2
    return {
        "score": low if low == high else None,
        "score_low": low,
        "score_high": high,
        "class": classes[0] if len(classes) == 1 else None,
        "class_low": classes[-1] if classes else None,
        "class_high": classes[0] if classes else None,
        "status": "decided" if decided else "undetermined",
        "issue": None,
    }


BAD = {"score": None, "score_low": None, "score_high": None, "class": None, "class_low": None, "class_high": None, "status": "bad_value"}


def answer_for(rules: biaochi.Rules, facts: dict) -> dict:
    """What the scalar path says of one row; of a bad one its first issue."""
    try:
        return answer_of(rules.score(facts))
    except biaochi.DataError as error:
        return {**BAD, "issue": f"{error.issues[0].code}: {error.issues[0].where.removeprefix('/')}"}
