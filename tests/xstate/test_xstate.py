"""Lets XState 5 live through the same random histories as biaochi, and Mermaid and Graphviz read the diagrams.

Needs node, the packages of tests/xstate/package-lock.json (scripts/setup --deep) and xstate_driver; skipped, saying so, where one is not there.
"""

from __future__ import annotations

import copy
import json
import pathlib
import shutil
import subprocess

import pytest

import biaochi

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HOSTILE = '"甲" ]] }} --> [*] %% ;:: #quot; &lt; <b>\n\tend note \\n\\" ```~|* end'
CALENDAR = ROOT / "rulebooks" / "calendars" / "cn.json"
RULEBOOKS = [
    ROOT / "tests" / "rulebooks" / "good" / "lifecycle.json",
    ROOT / "tests" / "rulebooks" / "good" / "not_before.json",
    *(path for path in sorted((ROOT / "rulebooks").glob("*.json")) if "lifecycle" in json.loads(path.read_text(encoding="utf-8"))),
]


def document(path: pathlib.Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def node(request):
    program = shutil.which("node")
    missing = None if program else "node is not installed"
    if program and not (HERE / "node_modules").is_dir():
        missing = "the packages of tests/xstate are not installed (scripts/setup --deep)"
    if missing and request.config.getoption("--full"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)

    def run(script: str, *words: object) -> subprocess.CompletedProcess[str]:
        command = [program, str(HERE / script), *map(str, words)]
        return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")

    return run


@pytest.fixture(scope="module")
def histories(request, tmp_path_factory):
    drivers = request.config.getoption("--driver-xstate")
    if not drivers:
        pytest.skip("no --driver-xstate given")
    folder = tmp_path_factory.mktemp("histories")

    def write(rulebook: pathlib.Path, count: int, seed: int) -> pathlib.Path:
        path = folder / f"{rulebook.stem}-{count}-{seed}.jsonl"
        with path.open("wb") as out:
            done = subprocess.run([drivers[0], rulebook, CALENDAR, str(count), str(seed)], stdout=out, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 0, done.stderr.decode()[-4000:]
        return path

    return write


@pytest.mark.parametrize("rulebook", RULEBOOKS, ids=lambda path: path.stem)
def test_xstate_comes_to_the_same_states(request, node, histories, tmp_path, rulebook):
    count = 10_000 if request.config.getoption("--full") else 300
    machine = tmp_path / "machine.json"
    machine.write_text(biaochi.rulebook(rulebook).export("xstate"), encoding="utf-8")
    done = node("compare.mjs", machine, histories(rulebook, count, 20231010))
    assert done.returncode == 0, done.stderr[-2000:]
    seen = json.loads(done.stdout)
    assert seen["histories"] == count
    assert seen["accepted"] > count / 4
    if request.config.getoption("--full"):
        states = set(document(rulebook)["lifecycle"]["states"])
        assert len(states & set(seen["states"])) >= len(states) - 2
        assert seen["undecided"] > 0 or rulebook not in RULEBOOKS[:2]


def moved_target(machine: dict) -> None:
    machine["states"]["reviewed"]["on"]["post"][0]["target"] = "building"


def lost_undecided(machine: dict) -> None:
    del machine["states"]["applied"]["on"]["review"][1]


def turned_order(machine: dict) -> None:
    machine["states"]["titled"]["on"]["revoke"].insert(0, {"target": "rejected"})


def lost_effect(machine: dict) -> None:
    del machine["states"]["building"]["on"]["report"][0]["actions"]


def lost_guard(machine: dict) -> None:
    del machine["states"]["titled"]["on"]["revoke"][0]["guard"]


def leaves_open(path: pathlib.Path) -> pathlib.Path:
    """A rulebook in which a guard may hold while the one before it is not decided."""
    book = document(RULEBOOKS[0])
    book["lifecycle"]["states"]["applied"]["on"]["review"][0]["if"] = "event.points >= 60"
    path.write_text(json.dumps(book), encoding="utf-8")
    return path


@pytest.mark.parametrize("spoil", [moved_target, lost_undecided, turned_order, lost_effect, lost_guard])
def test_a_spoilt_machine_is_found_out(node, histories, tmp_path, spoil):
    rulebook = leaves_open(tmp_path / "leaves_open.json")
    told = histories(rulebook, 300, 20231010)
    machine = json.loads(biaochi.rulebook(rulebook).export("xstate"))
    path = tmp_path / "machine.json"
    path.write_text(json.dumps(machine), encoding="utf-8")
    assert node("compare.mjs", path, told).returncode == 0
    spoil(machine)
    path.write_text(json.dumps(machine), encoding="utf-8")
    done = node("compare.mjs", path, told)
    assert done.returncode != 0
    assert "in biaochi and" in done.stderr


def hostile(path: pathlib.Path) -> dict:
    """The rulebook with names that mean something to Mermaid and Graphviz."""
    book = copy.deepcopy(document(path))
    book["title"] = {"zh": HOSTILE}
    for part in ("events", "states"):
        for entry in book["lifecycle"][part].values():
            entry["name"] = {"zh": HOSTILE}
    for state in book["lifecycle"]["states"].values():
        for deadline in state.get("deadlines", {}).values():
            deadline["name"] = deadline["late"] = {"zh": HOSTILE}
    return book


def drawn(book: dict, lang: str) -> dict:
    """What a diagram must show, from the rulebook's own words."""
    rules = biaochi.parse_rulebook(json.dumps(book))
    lifecycle = book["lifecycle"]
    other = "en" if lang == "zh" else "zh"

    def name(entry: dict) -> str:
        return entry["name"].get(lang) or entry["name"][other]

    start = lifecycle["starts_with"]
    first = start if isinstance(start, str) else start["event"]
    arrows = [["", lifecycle["initial"], name(lifecycle["events"][first])]]
    for state, entry in lifecycle["states"].items():
        for event, transitions in entry.get("on", {}).items():
            arrows += [[state, each.get("to", state), name(lifecycle["events"][event])] for each in transitions]
    return {
        "mermaid": rules.draw("mermaid", lang),
        "dot": rules.draw("dot", lang),
        "names": {state: name(entry) for state, entry in lifecycle["states"].items()},
        "arrows": arrows,
    }


def test_mermaid_and_graphviz_read_the_diagrams(node, tmp_path):
    books = [*map(document, RULEBOOKS), *map(hostile, RULEBOOKS)]
    cases = tmp_path / "cases.json"
    cases.write_text(json.dumps([drawn(book, lang) for book in books for lang in ("zh", "en")]), encoding="utf-8")
    done = node("diagrams.mjs", cases)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == {"read": 2 * len(books)}
