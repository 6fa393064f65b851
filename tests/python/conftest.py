"""What the Python tests share: the command line as a user runs it, and the rulebook that most of them score by."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
from dataclasses import dataclass

import pytest

import biaochi

ROOT = pathlib.Path(__file__).resolve().parents[2]
BOTH = ["--reading", "hightech_gap=linear", "--reading", "class_cuts=hebei_2019"]


@dataclass
class Ran:
    """What a command left behind."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


@pytest.fixture(scope="session")
def run():
    def run(*words: object, lang: str = "en", **variables: str) -> Ran:
        environment = {**os.environ, "BIAOCHI_LANG": lang, "PYTHONIOENCODING": "", **variables}
        command = [sys.executable, "-m", "biaochi.cli", *map(str, words)]
        done = subprocess.run(command, capture_output=True, check=False, env=environment, cwd=ROOT)
        ran = Ran(done.returncode, done.stdout, done.stderr.decode())
        assert "Traceback" not in ran.err, ran.err
        assert ran.status in (0, 1, 2), ran.err
        return ran

    return run


@pytest.fixture(scope="session")
def book() -> biaochi.Rulebook:
    return biaochi.rulebook("hebei_district_leap")


@pytest.fixture(scope="session")
def rules(book) -> biaochi.Rules:
    return book.compile(on="2020-12-31", readings={"hightech_gap": "linear", "class_cuts": "hebei_2019"})
