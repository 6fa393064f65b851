"""Counts instructions with callgrind and holds them against baseline.json.

Usage: check.py PROGRAM [--update]     PROGRAM: biaochi_instructions, built as it is installed

Fails where a count is above the baseline by more than TOLERANCE. Where it is below by more it asks for an update, so that what was won is not
lost unseen. With another compiler, or vector code, than those of the baseline it prints the counts and passes.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

BASELINE = Path(__file__).parent / "baseline.json"
WORKS = ("record", "row", "batch", "expression", "replay")
TOLERANCE = 0.03
COLLECTED = re.compile(r"Collected : (\d+)")


def count(program: str, work: str) -> tuple[str, int]:
    """@return what built the program and which vector code it took, and the instructions of one turn"""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no", "--toggle-collect=biaochi_measured"]
    done = subprocess.run([*command, program, work], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    found = COLLECTED.search(done.stderr)
    if done.returncode != 0 or found is None or int(found[1]) == 0:
        raise SystemExit(f"{work}: not counted\n{done.stdout}{done.stderr}")
    return done.stdout.strip(), int(found[1])


def judge(counts: dict[str, int], expected: dict[str, int]) -> bool:
    """Prints a line a piece of work. @return whether none takes more than it may"""
    good = True
    for work, instructions in counts.items():
        before = expected.get(work)
        if before is None:
            print(f"{work}: {instructions:,} instructions; the baseline lacks it, see --update")
            good = False
            continue
        change = instructions / before - 1
        good = good and change <= TOLERANCE
        print(f"{work}: {instructions:,} instructions, {before:,} before, {change:+.1%}{advice(change)}")
    return good


def advice(change: float) -> str:
    """What to do about a count that is far off."""
    if abs(change) <= TOLERANCE:
        return ""
    return ": too many" if change > 0 else ": write them down with --update"


def main() -> int:
    """Counts, then compares or updates."""
    parser = argparse.ArgumentParser(description="Counts instructions and compares them with a baseline.")
    parser.add_argument("program")
    parser.add_argument("--update", action="store_true", help="write the counts into the baseline")
    asked = parser.parse_args()
    built, counts = "", {}
    for work in WORKS:
        built, counts[work] = count(asked.program, work)
    baselines: dict[str, dict[str, int]] = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    if asked.update:
        baselines[built] = counts
        BASELINE.write_text(json.dumps(baselines, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"written for {built}: {counts}")
        return 0
    if built not in baselines:
        print(f"note: the baseline knows {', '.join(sorted(baselines))}, not {built}; nothing is compared")
        for work, instructions in counts.items():
            print(f"{work}: {instructions:,} instructions")
        return 0
    return 0 if judge(counts, baselines[built]) else 1


if __name__ == "__main__":
    sys.exit(main())
