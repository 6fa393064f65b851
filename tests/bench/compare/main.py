"""One run of everything: `main.py [--quick] [--only SECTION …] [--render]`; called by scripts/bench."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import machine
import plots
import report
import sections
import single
import wrong
from data import DATA_SETS
from rules import make_rules
from settings import FULL, QUICK, Settings

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = ROOT / "build" / "bench" / "tests" / "bench" / "biaochi_bench"

SECTIONS: dict[str, Callable[[Settings], Any]] = {
    "score": sections.score,
    "parts": sections.parts,
    "missing": sections.missing,
    "card": sections.card,
    "wrong": wrong.count,
    "unsettled": single.unsettled,
    "memory": single.memory,
    "one_record": single.one_record,
    "programs": lambda settings: single.programs(PROGRAM, settings),
    "rows_curve": sections.rows_curve,
    "columns_curve": sections.columns_curve,
    "threads_curve": sections.threads_curve,
}


def measure(settings: Settings, names: list[str]) -> dict[str, Any]:
    """Runs sections one after the other and says so."""
    found: dict[str, Any] = {}
    for name in names:
        begin = time.monotonic()
        found[name] = SECTIONS[name](settings)
        print(f"{name}: {time.monotonic() - begin:.0f} s", flush=True)
    return found


def write(results: dict[str, Any], folder: Path) -> None:
    """The page, the data and the pictures."""
    report.write(results, folder / "performance.md", folder / "performance.json")
    plots.draw(results, folder / "images")
    print(f"written: {(folder / 'performance.md').relative_to(ROOT)}, performance.json, images")


def main() -> int:
    """Measures and writes; with --only it prints what it measured instead."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measures biaochi beside others, in one run.")
    parser.add_argument("--quick", action="store_true", help="small sizes; writes to build/bench-quick")
    parser.add_argument("--only", action="append", choices=list(SECTIONS), help="print this section and write nothing")
    parser.add_argument("--render", action="store_true", help="measure nothing: write the page and the pictures from docs/performance.json")
    asked = parser.parse_args()
    if asked.render:
        write(json.loads((ROOT / "docs" / "performance.json").read_text(encoding="utf-8")), ROOT / "docs")
        return 0
    settings = QUICK if asked.quick else FULL
    if asked.only:
        print(json.dumps(measure(settings, asked.only), indent=1, ensure_ascii=False))
        return 0
    if (ROOT / "tests" / "bench" / "twenty.json").read_text(encoding="utf-8") != make_rules().rulebook() + "\n":
        raise SystemExit("tests/bench/twenty.json is not what tests/bench/compare/rules.py prints")
    results = {
        "made": datetime.date.today().isoformat(),
        "command": "scripts/bench --quick" if asked.quick else "scripts/bench",
        "machine": machine.machine(),
        "versions": machine.versions(),
        "settings": asdict(settings),
        "data_sets": DATA_SETS,
        "busy": [os.getloadavg()[0]],
    } | measure(settings, list(SECTIONS))
    results["busy"].append(os.getloadavg()[0])
    folder = ROOT / "docs"
    if asked.quick:
        folder = ROOT / "build" / "bench-quick"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / "performance.md", folder)
    write(results, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
