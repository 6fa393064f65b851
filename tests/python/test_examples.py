"""The examples run, say what they promise, and rest on figures that they can make again."""

from __future__ import annotations

import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
from collections import Counter
from fractions import Fraction

import pytest

from conftest import BOTH, ROOT

EXAMPLES = ROOT / "examples"
RULEBOOK = ROOT / "rulebooks" / "hebei_district_leap.json"


@pytest.mark.parametrize("path", sorted((EXAMPLES / "python").glob("*.py")), ids=lambda path: path.name)
def test_python_examples_run(path):
    done = subprocess.run([sys.executable, path], capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout and not done.stderr


def test_the_first_example_gives_seventeen_sixths():
    done = subprocess.run([sys.executable, EXAMPLES / "python" / "first.py"], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[0] == "17/6"


def test_hezuo_by_the_ledger(run):
    document = json.loads(run("score", "hebei_district_leap", EXAMPLES / "hezuo" / "figures.csv", *BOTH, "--format", "json").out)
    (result,) = document["results"]
    parts = result["parts"]
    expected = {"hightech_firms": "17/6", "platforms": "8", "services": "2.5", "parks": "2"}
    assert {part: (parts[part]["low"], parts[part]["high"]) for part in expected} == {part: (text, text) for part, text in expected.items()}
    assert Fraction(result["score"]["low"]) == sum(Fraction(text) for text in expected.values())
    assert Fraction(result["score"]["high"]) == Fraction(result["score"]["low"]) + 100 - 10 - 8 - 6 - 6
    assert result["class"] is None and result["label"] == "illustration"
    lacking = {need["fact"] for need in result["needs"]}
    assert {"fiscal_st_spend", "tech_smes", "st_management"} <= lacking
    assert not any(fact.startswith(("hightech_firms", "platforms", "services", "parks")) for fact in lacking)


def test_every_figure_of_hezuo_has_its_evidence():
    rows = list(csv.DictReader((EXAMPLES / "hezuo" / "figures.csv").open(encoding="utf-8")))
    assert all(row["evidence"] and row["label"] == "illustration" for row in rows)
    assert Counter(row["status"] for row in rows) == {"reported": 6, "estimated": 27}


def test_the_counties_are_made_again_byte_for_byte(tmp_path):
    subprocess.run([sys.executable, EXAMPLES / "counties" / "generate.py", tmp_path / "made.csv"], check=True)
    assert (tmp_path / "made.csv").read_bytes() == (EXAMPLES / "counties" / "counties.csv").read_bytes()


def test_the_counties_have_hebeis_class_counts_and_are_labelled(run):
    ran = run("score", "hebei_district_leap", EXAMPLES / "counties" / "counties.csv", *BOTH, "--format", "json")
    results = json.loads(ran.out)["results"]
    assert Counter(result["class"] for result in results) == {"A": 32, "B": 66, "C": 69}
    assert all(result["label"] == "synthetic" and result["needs"] == [] for result in results)


def test_the_generators_own_scores_are_the_engines(run):
    """The generator knows the table by itself; its county scores and the engine's agree."""
    sys.path.insert(0, str(EXAMPLES / "counties"))
    try:
        import generate
    finally:
        sys.path.pop(0)
    draw = generate.Draw(7)
    row: dict[str, str] = {"region": "x"}
    share = Fraction(7, 10)
    parts = [fill(draw, row, share) for fill in (generate.banded, generate.counted, generate.managed)]
    import biaochi as bc

    facts = {name: text for name, text in row.items() if name not in ("region", "st_department")}
    facts["st_department"] = [] if row["st_department"] == "none" else row["st_department"].split(";")
    rules = bc.rulebook("hebei_district_leap").compile(readings={"hightech_gap": "linear"})
    assert rules.score(facts).score.low == sum(parts)


def test_the_demo_script(tmp_path):
    """Runs in a copy, with a command that is this interpreter's."""
    copy = tmp_path / "copy"
    shutil.copytree(EXAMPLES, copy / "examples")
    (copy / ".venv" / "bin").mkdir(parents=True)
    command = copy / ".venv" / "bin" / "biaochi"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m biaochi.cli "$@"\n')
    command.chmod(0o755)
    done = subprocess.run(["bash", copy / "examples" / "demo.sh"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    said = done.stdout.decode()
    assert all(words in said for words in ("合作市", "17/6", "示例县", "synthetic", "illustration", "build/demo/counties.csv"))
    assert {path.name for path in (copy / "build" / "demo").iterdir()} == {"counties.csv", "counties.xlsx", "counties.json"}


def library(name: str) -> pathlib.Path:
    found = [path for path in sorted((ROOT / "build").glob(f"*/{name}")) if not path.is_symlink() or path.exists()]
    if not found or shutil.which("cc") is None or shutil.which("c++") is None:
        pytest.skip(f"no build/*/{name}, or no compiler: build with cmake first")
    return max(found, key=lambda path: path.stat().st_mtime)


def test_the_c_example_answers_the_same_bytes(run, tmp_path):
    shared = library("libbiaochi_c.so")
    program = tmp_path / "score"
    compile_c = ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'include'}", EXAMPLES / "c" / "score.c", "-o", program]
    subprocess.run([*compile_c, f"-L{shared.parent}", "-lbiaochi_c", f"-Wl,-rpath,{shared.parent}"], check=True)
    answer = subprocess.run([program, RULEBOOK], capture_output=True, check=True).stdout
    records = tmp_path / "records.json"
    records.write_text('[{"region": "合作市", "period": "2020", "facts": {"hightech_firms": 3}}]', encoding="utf-8")
    assert answer == run("score", RULEBOOK, records, "--reading", "class_cuts=hebei_2019", "--format", "json").out
    assert subprocess.run([program], check=False, capture_output=True).returncode == 2


def test_the_cpp_example_gives_seventeen_sixths(tmp_path):
    static = library("libbiaochi.a")
    program = tmp_path / "score"
    flags = ["-std=c++20", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'include'}"]
    built = subprocess.run(["c++", *flags, EXAMPLES / "cpp" / "score.cpp", static, "-o", program], capture_output=True, text=True, check=False)
    if "sanitizer" in built.stderr or "__asan" in built.stderr:
        pytest.skip("the newest library is one with sanitizers")
    assert built.returncode == 0, built.stderr
    answer = subprocess.run([program, RULEBOOK], capture_output=True, check=True).stdout.decode()
    assert answer.splitlines()[0] == "17/6" and "合作市" in answer
