"""Counts the wrong answers of doubles: bands, shown digits, classes, ranks, by data set and competitor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from check import check_ours, compare_with_truth, count_wrong, truth_of
from pool import Pool
from settings import Settings
from worker import Spec

OURS = "biaochi"
COMPETITORS = {
    "NumPy": ("numpy_interp", {}),
    "NumPy, rounded by numpy.round": ("numpy_interp", {"round": "numpy"}),
    "polars": ("polars_expressions", {}),
}
MORE = {"pandas": "pandas_cut", "DuckDB": "duckdb_case", "json-logic": "jsonlogic_rows", "zen-engine": "zen_rows"}
"""Those that are told values, not shares."""

CASES = (("linear", "random"), ("linear", "figures"), ("linear", "edges"), ("linear", "ties"), ("step", "ties"), ("share", "shares"))


def count(settings: Settings) -> list[dict[str, Any]]:
    """@return a line a case and competitor: rows, wrong_shown, wrong_class and, of figures, wrong_points over all of
    them; sample, wrong_rank, wrong_band over the sample
    """
    return [line for kind, data in CASES for line in _case(settings, kind, data)]


def _case(settings: Settings, kind: str, data: str) -> list[dict[str, Any]]:
    rows = settings.shares if kind == "share" else settings.wrong
    base = Spec("biaochi_core", data=data, kind=kind, rows=rows, parts=data == "figures")
    specs = {OURS: base} | {name: replace(base, competitor=module, extra=extra) for name, (module, extra) in COMPETITORS.items()}
    if kind != "share":
        first = min(rows, settings.sample)
        specs |= {name: replace(base, competitor=module, first=first if module.endswith("_rows") else 0, parts=False) for name, module in MORE.items()}
    truth = truth_of(data, kind, base.columns, rows, min(settings.sample, rows))
    lines = []
    with Pool(specs) as pool:
        ours = pool.workers[OURS].answers()
        check_ours(base, ours, settings.sample)
        for name, spec in specs.items():
            if name == OURS:
                continue
            given = pool.workers[name].answers(bands=True)
            sample, ranks, bands = compare_with_truth(given, truth)
            line = {"data": data, "kind": kind, "name": name, "rows": spec.scored, **count_wrong(given, spec, ours, base)}
            lines.append(line | {"sample": sample, "wrong_rank": ranks, "wrong_band": bands})
    return lines
