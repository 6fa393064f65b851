"""Compares what C, C++, Python and the command line answer to the same records, byte for byte."""

from __future__ import annotations

import csv
import json
import pathlib
import subprocess

import openpyxl
import pytest

from . import hebei_records
from .engine import ROOT, by_command, by_python

RULEBOOK = "hebei_district_leap"
READINGS = [{"hightech_gap": "linear", "class_cuts": "hebei_2019"}, {}]


@pytest.fixture(scope="module")
def records(request, tmp_path_factory) -> pathlib.Path:
    size = 2000 if request.config.getoption("--full") else 200
    path = tmp_path_factory.mktemp("records") / "records.json"
    path.write_text(hebei_records.as_json(hebei_records.table(4711, size, partial_options=True)), encoding="utf-8")
    return path


def by_program(program: str, *words: str | pathlib.Path, readings: dict[str, str]) -> bytes:
    chosen = [f"{name}={reading}" for name, reading in readings.items()]
    done = subprocess.run([program, *words, *chosen], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    return done.stdout


def rulebook_file() -> pathlib.Path:
    return ROOT / "rulebooks" / f"{RULEBOOK}.json"


@pytest.mark.parametrize("readings", READINGS, ids=["read", "open"])
def test_command_line_and_python(records, readings):
    assert by_command(RULEBOOK, records, readings) == by_python(RULEBOOK, records.read_text(encoding="utf-8"), readings)


@pytest.mark.parametrize("readings", READINGS, ids=["read", "open"])
def test_c_and_python(request, records, readings):
    programs = request.config.getoption("--driver-c")
    if not programs:
        pytest.skip("no --driver-c given")
    python = by_python(RULEBOOK, records.read_text(encoding="utf-8"), readings)
    for program in programs:
        assert by_program(program, rulebook_file(), records, readings=readings) == python, program


@pytest.mark.parametrize("threads", ["1", "2"])
@pytest.mark.parametrize("readings", READINGS, ids=["read", "open"])
def test_cpp_and_python(request, records, readings, threads):
    programs = request.config.getoption("--driver-cpp")
    if not programs:
        pytest.skip("no --driver-cpp given")
    python = by_python(RULEBOOK, records.read_text(encoding="utf-8"), readings)
    for program in programs:
        assert by_program(program, threads, rulebook_file(), records, readings=readings) == python, program


def as_sheet(wide: str, path: pathlib.Path) -> None:
    """Writes a wide table as a workbook: numbers as numbers where they are not longer than a double holds, else as text."""
    book = openpyxl.Workbook()
    for line in csv.reader(wide.splitlines()):
        book.active.append([float(cell) if at > 1 and plain(cell) else cell or None for at, cell in enumerate(line)])
    book.save(path)


def plain(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit() and len(cell) <= 15


def test_one_table_in_every_file_format(tmp_path):
    rows = hebei_records.table(99, 60)
    wide = hebei_records.as_wide(rows, options_column=True)
    (tmp_path / "plain.csv").write_bytes(wide.encode())
    (tmp_path / "marked.csv").write_bytes(b"\xef\xbb\xbf" + wide.encode())
    (tmp_path / "chinese.csv").write_bytes(wide.encode("gb18030"))
    (tmp_path / "lines.csv").write_bytes(wide.replace("\n", "\r\n").encode())
    as_sheet(wide, tmp_path / "sheet.xlsx")
    expected = by_python(RULEBOOK, hebei_records.as_json(rows), READINGS[0])
    for path in sorted(tmp_path.iterdir()):
        assert by_command(RULEBOOK, path, READINGS[0]) == expected, path.name


def test_two_runs_are_the_same_bytes(records):
    text = records.read_text(encoding="utf-8")
    assert by_python(RULEBOOK, text, READINGS[0]) == by_python(RULEBOOK, text, READINGS[0])


def test_c_runs_the_cases_worked_out_by_hand(request, tmp_path):
    """tests/python/test_cases.py compares Python with the sums; here C answers the same bytes as Python."""
    programs = request.config.getoption("--driver-c")
    if not programs:
        pytest.skip("no --driver-c given")
    for file in sorted((ROOT / "tests" / "cases" / "score").glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            path = tmp_path / "records.json"
            path.write_text(json.dumps(case.get("records") or [{"region": "one", "facts": case["facts"]}]), encoding="utf-8")
            readings = case.get("readings", {})
            python = by_python(RULEBOOK, path.read_text(encoding="utf-8"), readings)
            for program in programs:
                assert by_program(program, rulebook_file(), path, readings=readings) == python, case["name"]
