"""What was wanted, beside what was measured; ratios within one run."""

from __future__ import annotations

from typing import Any

Lines = list[dict[str, Any]]


def goals(results: dict[str, Any]) -> list[dict[str, str]]:
    """@return a line a goal: work, goal, measured, met"""
    score, parts, missing = (results[name] for name in ("score", "parts", "missing"))
    ours = _cost(score, "biaochi")
    clock, two = _clock(score, "biaochi"), _clock(score, "biaochi, two threads")
    rows = [
        _at_most("totals and classes, one thread, against memcpy of the input", ours / _cost(score, "memcpy of the input"), 2.0),
        _at_least("the same against NumPy", _cost(score, "NumPy") / ours, 8),
        _at_least("the same against polars on all cores", _clock(score, "polars, all cores") / clock, 1),
        _at_least("the same against DuckDB on all cores", _clock(score, "DuckDB, all cores") / clock, 1),
        _at_most(
            "with the points of every indicator, against memcpy of input and output",
            _cost(parts, "biaochi") / _cost(parts, "memcpy of input and output"),
            3.0,
        ),
        _at_most("10% missing, against nothing missing", _cost(missing, "biaochi") / _cost(missing, "biaochi, nothing missing"), 1.5),
        _at_least("two threads against one", clock / two, 1.8),
        _at_least("against zen-engine's decision tables, row by row", _cost(score, "zen-engine, decision tables") / ours, 1000),
        _at_least("against zen-engine's expressions, row by row", _cost(score, "zen-engine, expressions") / ours, 1000),
    ]
    return rows + _singles(results)


def _singles(results: dict[str, Any]) -> list[dict[str, str]]:
    by_data = {line["data"]: line for line in results["unsettled"]}
    memory, python = (_find(results["memory"], name) for name in ("biaochi", "biaochi from Python"))
    rows = [
        _line(
            f"memory beyond input and output, {memory['rows']:,} rows",
            "at most 64 MiB",
            f"{memory['bytes'] / 2**20:.1f} MiB",
            memory["bytes"] <= 64 * 2**20,
        ),
        _line(
            "the same from Python",
            "at most 64 MiB",
            f"{python['bytes'] / 2**20:.1f} MiB",
            python["bytes"] <= 64 * 2**20,
        ),
        _line(
            "rows that go the exact way, figures as they are reported",
            "under 1 in 1,000",
            f"{by_data['figures']['exact']:,} of {by_data['figures']['rows']:,}",
            by_data["figures"]["exact"] * 1000 < by_data["figures"]["rows"],
        ),
        _time("all rows the exact way, a cell", _cost(results["score"], "biaochi, every row the exact way"), 1000),
    ]
    wanted = (
        ("programs", "OneRecordThroughC", "one record through C", 1500),
        ("one_record", "Python: ", "one record through Python", 10_000),
        ("programs", "DrawWeights", "Monte Carlo, 51 regions, 49 indicators, a draw with all its ranks", 3000),
    )
    for section, start, work, most in wanted:
        found = [line for line in results[section] if line["name"].startswith(start)]
        rows += [_time(work, 1e9 / found[0]["items_per_second"] if "items_per_second" in found[0] else found[0]["ns"], most)] if found else []
    return rows


def _find(lines: Lines, name: str) -> dict[str, Any]:
    return next(line for line in lines if line["name"] == name)


def _cost(lines: Lines, name: str) -> float:
    return float(_find(lines, name)["ns_per_cell"])


def _clock(lines: Lines, name: str) -> float:
    return float(_find(lines, name)["clock_ns_per_cell"])


def _line(work: str, goal: str, measured: str, met: bool) -> dict[str, str]:
    return {"work": work, "goal": goal, "measured": measured, "met": "yes" if met else "no"}


def _at_most(work: str, ratio: float, most: float) -> dict[str, str]:
    return _line(work, f"at most {most:g} times", f"{ratio:.2f} times", ratio <= most)


def _at_least(work: str, ratio: float, least: float) -> dict[str, str]:
    return _line(work, f"at least {least:,g} times as fast" if least != 1 else "faster", f"{_number(ratio)} times as fast", ratio >= least)


def _time(work: str, ns: float, most: float) -> dict[str, str]:
    return _line(work, f"at most {_readable(most)}", _readable(ns), ns <= most)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _readable(ns: float) -> str:
    return f"{ns / 1000:.3g} µs" if ns >= 1000 else f"{ns:.3g} ns"
