"""Compares the engine with the oracle on the district table: random records, every band edge, and both sides of it."""

from __future__ import annotations

import json

import pytest

from . import hebei_records
from .engine import by_command, by_python
from .hebei_records import Record
from .oracle import hebei

RULEBOOK = "hebei_district_leap"
GROUPS = ("input", "entities", "conditions", "output", "management")  # 创新投入, 主体, 条件, 产出, 管理
READINGS = [
    {"hightech_gap": "linear", "class_cuts": "hebei_2019"},
    {"class_cuts": "hebei_2019"},
    {"hightech_gap": "linear", "other_awards": "none"},
    {},
]


def interval(low_high: hebei.Interval) -> dict[str, str]:
    low, high = low_high
    shown = hebei.half_up(low) if low == high else f"{hebei.half_up(low)}–{hebei.half_up(high)}"
    return {"low": hebei.exact(low), "high": hebei.exact(high), "shown": shown}


def readings_of(chosen: dict[str, str]) -> hebei.Readings:
    """`none` leaves open what the rulebook settles."""
    return hebei.Readings(**{name: None if reading == "none" else reading for name, reading in chosen.items()})


def expected(rows: list[Record], readings: dict[str, str]) -> list[dict]:
    """What the results must say of each record, `needs` and the citing of readings apart."""
    answers = [hebei.score(row.facts(), readings_of(readings)) for row in rows]
    ranks = hebei.ranks([answer.total for answer in answers], [row.period for row in rows])
    entries = []
    for row, answer, (best, worst) in zip(rows, answers, ranks):
        scheme = readings.get("class_cuts")
        classes = hebei.classes(answer.total, scheme) if scheme else []
        entries.append({
            "region": row.region,
            "period": row.period,
            "score": interval(answer.total),
            "class": classes[0] if len(classes) == 1 else None,
            "classes": classes,
            "rank": {"best": str(best), "worst": str(worst)},
            "parts": {fact: interval(points) for fact, points in answer.parts.items()},
            "groups": [interval(points) for points in answer.groups()],
        })
    return entries


def found(result: dict) -> dict:
    """The same of what the engine says."""
    parts = result["parts"]
    pick = ("low", "high", "shown")
    return {
        **{key: result.get(key) for key in ("region", "period", "score", "class", "classes", "rank")},
        "parts": {fact: {key: parts.get(fact, {}).get(key) for key in pick} for fact in hebei.MOST},
        "groups": [{key: parts.get(group, {}).get(key) for key in pick} for group in GROUPS],
    }


def disagreements(text: bytes, rows: list[Record], readings: dict[str, str]) -> list[str]:
    results = json.loads(text)["results"]
    if len(results) != len(rows):
        return [f"{len(results)} results for {len(rows)} records"]
    wrong = []
    for row, want, result in zip(rows, expected(rows, readings), results):
        got = found(result)
        for key in want:
            pairs = [(key, want[key], got[key])]
            if key == "parts":
                pairs = [(fact, want[key][fact], got[key][fact]) for fact in want[key]]
            wrong += [f"{row.region} {row.texts.get(name, '')} {name}: oracle {one}, engine {two}" for name, one, two in pairs if one != two]
        if (want["score"]["low"] == want["score"]["high"] and len(want["classes"]) == 1) != (result["needs"] == []):
            wrong.append(f"{row.region}: needs {result['needs']} for {want['score']} {want['classes']}")
    return wrong


def check(rows: list[Record], readings: dict[str, str], tmp_path, partial_options: bool) -> None:
    text = hebei_records.as_json(rows)
    python = by_python(RULEBOOK, text, readings)
    wrong = disagreements(python, rows, readings)
    assert not wrong, f"{len(wrong)} disagreements:\n" + "\n".join(wrong[:8])
    tables = {
        "records.json": text,
        "wide.csv": hebei_records.as_wide(rows, options_column=not partial_options),
        "long.csv": hebei_records.as_long(rows),
    }
    for name, content in tables.items():
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        assert by_command(RULEBOOK, path, readings) == python, f"{name}: the command line differs from Python"


def test_random_records(request, tmp_path):
    tables, size = (20, 1000) if request.config.getoption("--full") else (4, 125)
    for at in range(tables):
        seed, partial_options = 20190000 + at, at % 4 == 1
        print(f"seed {seed}, {size} records")
        check(hebei_records.table(seed, size, partial_options), READINGS[at % len(READINGS)], tmp_path, partial_options)


@pytest.mark.parametrize("readings", READINGS[:2], ids=["gap_read", "gap_open"])
def test_every_band_edge_and_one_unit_to_both_sides(readings, tmp_path):
    rows = []
    for rest in ("0", None):
        for fact in hebei.BANDS:
            for value in hebei_records.edge_values(fact):
                row = Record(f"{fact} {hebei.exact(value)} {rest}", "2021", dict.fromkeys(hebei.slots(), rest))
                row.texts[fact] = hebei.exact(value)
                rows.append(row)
    assert len(rows) > 2 * 11 * 4
    check(rows, readings, tmp_path, partial_options=False)


def test_a_class_is_decided_by_the_unrounded_total(tmp_path):
    """79.995 is shown as 80.00 and stays B."""
    full = dict.fromkeys(hebei.slots(), "0") | {
        "fiscal_st_spend": "10000", "fiscal_st_share": "2", "industry_rd_share": "1.5", "hightech_firms": "100",
        "hightech_per_1000": "10", "tech_smes": "1000", "tech_smes_per_1000": "300", "platforms.key_lab.national": "4",
        "parks.hightech_zone.national": "2", "services.incubator.national": "3", "industry_rd_org_share": "80",
        "patents_per_10k": "12",
    }  # 5 + 8 + 7 + 10 + 4 + 7 + 4 + 8 + 6 + 6 + 5 + 6 = 76
    rows = [Record(points, "2021", full | {"st_management": points}) for points in ("4", "3.995", "3.994", "4.0000001")]
    readings = READINGS[0]
    results = json.loads(by_python(RULEBOOK, hebei_records.as_json(rows), readings))["results"]
    assert [(one["score"]["shown"], one["class"]) for one in results] == [("80.00", "A"), ("80.00", "B"), ("79.99", "B"), ("80.00", "A")]
    check(rows, readings, tmp_path, partial_options=False)
