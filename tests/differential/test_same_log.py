"""Compares what C, C++, Python and the command line answer to the same log of events, byte for byte."""

from __future__ import annotations

import json
import pathlib
import random
import subprocess

import pytest

import biaochi

from .engine import COMMAND, ROOT

RULEBOOK = ROOT / "tests" / "rulebooks" / "good" / "lifecycle.json"
CALENDAR = ROOT / "rulebooks" / "calendars" / "cn.json"
DAY = "2024-04-01"
QUESTIONS = ["replay", "next", "due"]
FORMATS = ["json", "text"]
SEED = 20231010


@pytest.fixture(scope="module")
def log(tmp_path_factory) -> pathlib.Path:
    """Sixty counties on their way, some of them with events that are refused; some events after the day."""
    print("seed", SEED)
    chance = random.Random(SEED)
    lines = []
    for number in range(60):
        case = f"县{number}"
        points = chance.choice(["59.9", "60", "181/3", 72])
        path = [
            {"date": "2023-09-01", "event": "apply"},
            {"date": "2023-09-15", "event": "review", "data": {"result": "pass", "points": points}},
            {"date": "2023-09-27", "event": "post", "evidence": "“公示”\\n"},
            {"date": "2023-10-11", "event": "approve"},
            {"date": "2024-03-20", "event": "report", "data": {"year": 2023}},
            {"date": "2025-03-20", "event": "report", "data": {"year": None}},
            {"date": "2025-10-08", "event": "accept", "data": {"passed": chance.random() < 0.5}},
        ]
        lines += [json.dumps({"case": case, **event}, ensure_ascii=False) for event in path[: chance.randrange(1, 8)]]
    file = tmp_path_factory.mktemp("log") / "events.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def by_python(question: str, log: pathlib.Path, form: str) -> bytes:
    rules = biaochi.rulebook(RULEBOOK).compile()
    day = {} if question == "replay" else {"as_of": DAY}
    answer = getattr(rules, question)(log, **day)
    return (answer.json if form == "json" else answer.text("zh")).encode()


def by_program(program: pathlib.Path, question: str, log: pathlib.Path, form: str) -> bytes:
    done = subprocess.run([program, question, RULEBOOK, log, DAY, CALENDAR, form], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    return done.stdout


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_c_and_cpp_and_python(request, log, question, form):
    given = request.config.getoption("--driver-c") + request.config.getoption("--driver-cpp")
    if not given:
        pytest.skip("no --driver-c or --driver-cpp given")
    python = by_python(question, log, form)
    for path in map(pathlib.Path, given):
        program = path.with_name(path.name.replace("differential_", "differential_log_"))
        assert by_program(program, question, log, form) == python, program


@pytest.mark.parametrize("form", FORMATS)
def test_command_line_and_python(log, form):
    first_day = str(biaochi.rulebook(RULEBOOK).effective_from)
    words = [COMMAND, "replay", RULEBOOK, log, "--on", first_day, "--format", form, "--lang", "zh"]
    done = subprocess.run(words, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()[-4000:]
    assert done.stdout == by_python("replay", log, form)


def test_a_log_in_pieces_and_a_log_as_a_whole(log):
    rules = biaochi.rulebook(RULEBOOK).compile()
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = rules.replay("".join(lines[:100]))
    rest = rules.replay("".join(lines[100:]), cases=kept)
    whole = rules.replay(log)
    assert rest.cases == whole.cases
    assert len(kept.refusals) + len(rest.refusals) == len(whole.refusals)
