"""One competitor in a process of its own: reads what to do from standard input, a line of JSON each, and answers the same way."""

from __future__ import annotations

import importlib
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Spec:
    """Which competitor, on what."""

    competitor: str
    data: str = "figures"
    kind: str = "linear"
    columns: int = 20
    rows: int = 1_000_000
    first: int = 0  # only so many of the rows; 0: all
    threads: int = 1
    parts: bool = False
    ranges: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))

    @property
    def scored(self) -> int:
        """How many rows are scored."""
        return self.first or self.rows


def prepare(spec: Spec) -> Any:
    """Draws the figures and makes the competitor ready."""
    from data import make_columns
    from job import Work
    from rules import make_rules

    rules = make_rules(spec.columns, spec.kind)
    columns = make_columns(rules, spec.data, spec.rows)
    if spec.first:
        columns = {name: np.ascontiguousarray(column[: spec.first]) for name, column in columns.items()}
    work = Work(rules, columns, spec.threads, spec.parts, spec.ranges, spec.extra)
    return importlib.import_module(f"competitors.{spec.competitor}").prepare(work)


class Desk:
    """Answers one question after the other."""

    def __init__(self, spec: Spec) -> None:
        self.job = prepare(spec)

    def run(self, ask: dict[str, Any]) -> dict[str, Any]:
        """Runs once, or as often as is asked; the seconds of one, by the clock and of the processor."""
        times = ask.get("times", 1)
        begin, cpu = time.perf_counter(), time.process_time()
        for _ in range(times):
            result = self.job.run()
        taken, cpu = time.perf_counter() - begin, time.process_time() - cpu
        del result
        return {"clock": taken / times, "cpu": cpu / times}

    def answers(self, ask: dict[str, Any]) -> dict[str, Any]:
        """Runs once and saves what came out."""
        answers = self.job.answers(self.job.run())
        found = {"shown": answers.shown, "classes": answers.classes, "scores": answers.scores, "parts": answers.parts}
        if ask.get("bands") and hasattr(self.job, "bands"):
            found["bands"] = self.job.bands()
        np.savez(ask["to"], **found)
        return {}

    def ranks(self, ask: dict[str, Any]) -> dict[str, Any]:
        """Saves the exact ranks of the first rows."""
        np.save(ask["to"], self.job.ranks(ask["rows"]))
        return {}

    def counts(self, _: dict[str, Any]) -> dict[str, Any]:
        """What the competitor tells about its last run."""
        return dict(self.job.counts())

    def beyond(self, _: dict[str, Any]) -> dict[str, Any]:
        """Runs once; the most memory that this took beyond what was there before and what came out, in bytes (Linux)."""
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
        before = memory("VmRSS")
        result = self.job.run()
        return {"bytes": max(0, memory("VmHWM") - before - self.job.made(result))}


def memory(what: str) -> int:
    """A line of /proc/self/status, in bytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(what + ":"))


def main() -> int:
    """Works until standard input ends."""
    desk = Desk(Spec(**json.loads(sys.argv[1])))
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        ask = json.loads(line)
        print(json.dumps(getattr(desk, ask["do"])(ask)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
