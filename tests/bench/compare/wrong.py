"""Counts the wrong answers of doubles: bands, shown digits, classes, ranks, by data set and competitor."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from check import check_our_ranks, check_ours, count_wrong, ranks_of, truth_of
from pool import Pool
from settings import Settings
from truth import Truth
from worker import Spec

OURS = "biaochi"
COMPETITORS = {
    "NumPy": ("numpy_interp", {}),
    "NumPy, rounded by numpy.round": ("numpy_interp", {"round": "numpy"}),
    "polars": ("polars_expressions", {}),
}
MORE = {"pandas": "pandas_cut", "DuckDB": "duckdb_case", "json-logic": "jsonlogic_rows", "zen-engine": "zen_rows"}
"""Those that are told values, not shares."""

CASES = (("linear", "random"), ("linear", "figures"), ("linear", "edges"), ("linear", "ties"), ("step", "edges"), ("share", "shares"))


def count(settings: Settings) -> list[dict[str, Any]]:
    """@return a line a case and competitor: rows, and how many of them have a wrong score shown, class, rank and, of figures, points;
    wrong_band counts rows of the sample
    """
    return [line for kind, data in CASES for line in _case(settings, kind, data)]


def _case(settings: Settings, kind: str, data: str) -> list[dict[str, Any]]:
    rows = settings.shares if kind == "share" else settings.wrong
    base = Spec("biaochi_core", data=data, kind=kind, rows=rows, parts=data == "figures")
    specs = {OURS: base} | {name: replace(base, competitor=module, extra=extra) for name, (module, extra) in COMPETITORS.items()}
    if kind != "share":
        first = min(rows, settings.sample)
        for name, module in MORE.items():
            specs[name] = replace(base, competitor=module, first=first if module.endswith("_rows") else 0, parts=False)
    truth = truth_of(data, kind, base.columns, rows, min(settings.sample, rows))
    lines = []
    with Pool(specs) as pool:
        engine = pool.workers[OURS]
        ours = engine.answers()
        check_ours(base, ours, settings.sample)
        check_our_ranks(engine.ranks(len(truth.shown)), truth)
        ranks = lru_cache(engine.ranks)
        for name, spec in specs.items():
            if name == OURS:
                continue
            given = pool.workers[name].answers(bands=True)
            line = {"data": data, "kind": kind, "name": name, "rows": spec.scored, **count_wrong(given, spec, ours, base)}
            line["wrong_rank"] = int((ranks_of(given.scores) != ranks(spec.scored)).sum())
            lines.append(line | {"wrong_band": None if given.bands is None else _wrong_bands(given.bands, truth)})
    return lines


def _wrong_bands(bands: np.ndarray, truth: Truth) -> int:
    """Rows of the sample with a figure in a wrong band."""
    count = len(truth.bands)
    return int((bands[:count] != truth.bands).any(axis=1).sum())
