"""Memory at many rows, rows that the estimate does not settle, one record at a time."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import biaochi
from data import DATA_SETS, make_columns
from pool import Pool
from rules import make_rules
from settings import Settings
from worker import Spec


def memory(settings: Settings) -> list[dict[str, Any]]:
    """@return a line a competitor: bytes beyond input and output; one process at a time, since each holds the whole table"""
    base = Spec("biaochi_core", data="random", rows=settings.memory_rows)
    specs = {
        "biaochi": base,
        "biaochi, two threads": replace(base, threads=2),
        "biaochi from Python": replace(base, competitor="biaochi_python"),
        "NumPy": replace(base, competitor="numpy_interp"),
        "polars": replace(base, competitor="polars_expressions"),
    }
    lines = []
    for name, spec in specs.items():
        with Pool({name: spec}) as pool:
            beyond = pool.workers[name].ask("beyond")["bytes"]
        lines.append({"name": name, "rows": spec.rows, "columns": spec.columns, "bytes": beyond})
    return lines


def unsettled(settings: Settings) -> list[dict[str, Any]]:
    """@return a line a data set: rows, by_grid and exact of them, nanoseconds a cell"""
    lines = []
    for data, says in DATA_SETS.items():
        share = data == "shares"
        rows = settings.shares if share else settings.wrong
        spec = Spec("biaochi_core", data=data, kind="share" if share else "linear", rows=rows, ranges=data == "missing")
        with Pool({data: spec}) as pool:
            seconds = pool.race(3, settings.seconds)[data].best(spec.threads)
            counts = pool.workers[data].ask("counts")
        lines.append({"data": data, "says": says, **counts, "ns_per_cell": seconds / rows / spec.columns * 1e9})
    return lines


def one_record(settings: Settings) -> list[dict[str, Any]]:
    """@return a line a way in: nanoseconds for one record of 20 figures"""
    rules = make_rules()
    compiled = biaochi.rulebook(rules.rulebook()).compile()
    columns = make_columns(rules, "figures", 64)
    records = [{name: float(column[i]) for name, column in columns.items()} for i in range(64)]

    def one_by_one() -> None:
        for record in records:
            compiled.score(record)

    return [{"name": "Python: rules.score(a dict of figures)", "ns": _best(one_by_one, settings.rounds * 3) / len(records)}]


def programs(program: Path, settings: Settings) -> list[dict[str, Any]]:
    """What Google Benchmark measures of batches, of one record and of draws.

    @return a line a benchmark: name, nanoseconds of one turn (by the clock where its name says real_time, else of the processor), and where
        it counts them nanoseconds a cell and items a second
    """
    seconds = 0.05 if settings.rounds < 5 else 0.5
    command = [str(program), "--benchmark_filter=Batch|OneRecord|WhatIf|Draw", "--benchmark_format=json", f"--benchmark_min_time={seconds}"]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    units = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
    lines = []
    for each in found["benchmarks"]:
        if "error_message" in each:
            raise RuntimeError(f"{each['name']}: {each['error_message']}")
        taken = each["real_time" if each["name"].endswith("real_time") else "cpu_time"]
        line = {"name": each["name"], "ns": taken * units[each["time_unit"]]}
        line |= {"ns_per_cell": each["cell"] * 1e9} if "cell" in each else {}
        line |= {"items_per_second": each["items_per_second"]} if "items_per_second" in each else {}
        lines.append(line)
    return lines


def _best(work: Callable[[], None], rounds: int) -> float:
    """Nanoseconds of the best of so many turns."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter_ns()
        work()
        taken.append(time.perf_counter_ns() - begin)
    return float(min(taken))
