"""Compares what C, C++, Python, the command line and an oracle in fractions answer to the same years of many regions."""

from __future__ import annotations

import json
import pathlib
import random
import subprocess
from fractions import Fraction

import pytest

import biaochi

from .engine import COMMAND, ROOT

RULEBOOK = ROOT / "tests" / "rulebooks" / "good" / "targets.json"
DAY = "2023-12-31"
SEED = 20231231


def _records(regions: int) -> list[dict[str, object]]:
    """Regions from 2020 to 2023, every tenth figure missing, some estimated, values near the goals."""
    print("seed", SEED)
    chance = random.Random(SEED)
    records: list[dict[str, object]] = []
    for number in range(regions):
        for year in range(2020, 2024):
            figures = {
                "rd_share": f"{chance.randrange(80, 220)}e-2",
                "trained": chance.randrange(18000, 24000),
                "contracts": chance.randrange(15000, 26000),
                "output": f"{100 * 1.1 ** (year - 2020) + chance.choice([-1, 0, 1]):.4f}",
                "rd_spend": chance.randrange(10, 32),
                "herd": chance.choice([5, "5.1", "4.9"]),
                "place": chance.randrange(1, 20),
                "index": chance.randrange(40, 61),
                "grade": chance.choice(["a", "b", "c"]),
                "townships": 10,
                "stations": chance.randrange(8, 11),
                "firms": chance.randrange(16, 23),
                "bases": chance.randrange(1, 6),
            }
            facts: dict[str, object] = {}
            for fact, value in figures.items():
                lot = chance.random()
                if lot >= 0.1:
                    facts[fact] = {"value": value, "status": "estimated"} if lot > 0.95 and fact != "grade" else value
            records.append({"region": f"县{number}", "period": str(year), "group": chance.choice(["山区", "川区"]), "facts": facts})
    return records


RECORDS = _records(60)


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> pathlib.Path:
    file = tmp_path_factory.mktemp("progress") / "records.json"
    file.write_text(json.dumps(RECORDS, ensure_ascii=False), encoding="utf-8")
    return file


def _by_python(format: str) -> bytes:
    answer = biaochi.rulebook(RULEBOOK).compile().progress(RECORDS, DAY)
    return (answer.json if format == "json" else answer.text("zh")).encode()


@pytest.mark.parametrize("format", ["json", "text"])
def test_command_line_and_python(table, format):
    done = subprocess.run([COMMAND, "progress", RULEBOOK, table, "--on", DAY, "--format", format, "--lang", "zh"], capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()  # some are late
    python = _by_python(format)
    if format == "json":  # the command compiles the rules of the day asked about
        python = python.replace(b'"on": "2020-01-01"', f'"on": "{DAY}"'.encode())
    assert done.stdout == python


@pytest.mark.parametrize("format", ["json", "text"])
@pytest.mark.parametrize("language", ["c", "cpp"])
def test_programs_and_python(request, table, language, format):
    programs = request.config.getoption(f"--driver-{language}")
    if not programs:
        pytest.skip(f"no --driver-{language} given")
    for program in programs:
        driver = pathlib.Path(program).with_name(f"differential_progress_{language}")
        done = subprocess.run([driver, RULEBOOK, table, DAY, format], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout == _by_python(format)


class Oracle:
    """What a region's targets must come to on the last day of 2023, in fractions; it shares no code with the engine."""

    def __init__(self, region: str) -> None:
        self.region = region

    def __call__(self, fact: str, year: int) -> Fraction | None:
        for record in RECORDS:
            if record["region"] == self.region and record["period"] == str(year):
                value = record["facts"].get(fact)  # type: ignore[attr-defined]
                value = value["value"] if isinstance(value, dict) else value
                return None if value is None else Fraction(value)
        return None

    def newest(self, fact: str, until: int = 2023) -> tuple[int, Fraction] | None:
        known = [(year, self(fact, year)) for year in range(2020, until + 1)]
        known = [each for each in known if each[1] is not None]
        return known[-1] if known else None  # type: ignore[return-value]

    def output(self) -> str:
        base, now = self("output", 2020), self.newest("output")
        if base is None or now is None or now[0] == 2020:
            return "undetermined"
        goal = base * Fraction(11, 10) ** 3
        if now[1] >= goal:
            return "met"
        return "missed" if now[0] == 2023 else "undetermined"

    def training(self) -> str:
        years = [self("trained", year) for year in (2021, 2022, 2023)]
        if any(year is not None and year < 20000 for year in years):
            return "missed"
        return "undetermined" if None in years else "met"

    def contracts(self) -> str:
        """Due at the end of 2024: 8 亿元 in four years; unknown years are 0 or more."""
        newest = self.newest("contracts")
        last = newest[0] if newest and newest[0] > 2020 else 0
        years = [self("contracts", year) for year in range(2021, last + 1)]
        known = sum((year for year in years if year is not None), Fraction())
        if known >= 80000:
            return "met"
        if last == 0:
            return "undetermined"
        line = Fraction(80000) * (last - 2020) / 4
        if known >= line:
            return "on_track"
        return "undetermined" if None in years else "behind"

    def bases(self) -> str:
        now = self.newest("bases")
        if now is None:
            return "undetermined"
        return "met" if now[1] >= 2 else "missed" if now[0] == 2023 else "undetermined"

    def herd(self) -> str:
        years = [self("herd", year) for year in range(2020, 2024)]
        pairs = [(a, b) for a, b in zip(years, years[1:]) if a is not None and b is not None]
        if any(b < a for a, b in pairs):
            return "missed"
        return "undetermined" if None in years else "met"

    def rd_gain(self) -> str:
        base, now = self("rd_share", 2020), self.newest("rd_share")
        if base is None or now is None or now[0] == 2020:
            return "undetermined"
        if now[1] - base > Fraction(1, 2):
            return "met"
        return "missed" if now[0] == 2023 else "undetermined"


@pytest.mark.parametrize("target", ["output", "training", "contracts", "bases", "herd", "rd_gain"])
def test_the_oracle_agrees(target):
    answer = biaochi.rulebook(RULEBOOK).compile().progress(RECORDS, DAY, targets=[target])
    found = {entry["region"]: entry["status"] for entry in answer.progress}
    assert found == {region: getattr(Oracle(region), target)() for region in found}
    assert len(set(found.values())) >= 2
