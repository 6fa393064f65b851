"""Runs the engine as its users do: the command beside this interpreter, and the Python module."""

from __future__ import annotations

import pathlib
import subprocess
import sysconfig

import biaochi

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
COMMAND = pathlib.Path(sysconfig.get_path("scripts")) / "biaochi"


def by_command(rulebook: str, path: pathlib.Path, readings: dict[str, str]) -> bytes:
    chosen = [word for name, reading in readings.items() for word in ("--reading", f"{name}={reading}")]
    first_day = str(biaochi.rulebook(rulebook).effective_from)  # as C, C++ and Python take it where no day is given
    done = subprocess.run([COMMAND, "score", rulebook, path, *chosen, "--on", first_day, "--format", "json"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    return done.stdout


def by_python(rulebook: str, records: str, readings: dict[str, str]) -> bytes:
    return biaochi.rulebook(rulebook).compile(readings=readings).score_json(records).encode()
