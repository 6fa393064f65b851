"""Records made by a seeded generator: every figure known in 2019 and 2020, one in fifty missing in 2021, some wrong in 2022."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    import biaochi

PERIODS = ("2019", "2020", "2021", "2022")
SHARES = ("fiscal_st_share", "industry_rd_share", "industry_rd_org_share", "hightech_va_share", "patents_per_10k", "hightech_per_1000",
          "tech_smes_per_1000")


CHOICES = ("st_department", "monitoring_class")


def figures(slot: str, rows: int, random: np.random.Generator) -> np.ndarray:
    """Figures of one slot with few decimals, so that scores tie."""
    if slot in SHARES:
        return random.integers(0, 240, rows) / 8
    if slot in ("hightech_firms", "tech_smes"):
        return random.integers(0, 120, rows)
    if "." in slot:
        return (random.random(rows) < 0.3).astype(np.int64)
    return random.integers(1, 3, rows)


def choose_one(slots: list[str], columns: dict[str, pa.Array], rows: int, random: np.random.Generator) -> None:
    """Leaves at most one option of each choice."""
    for choice in CHOICES:
        options = [slot for slot in slots if slot.startswith(f"{choice}.")]
        chosen = random.integers(0, len(options) + 1, rows)
        columns.update({slot: pa.array((chosen == i).astype(np.int64)) for i, slot in enumerate(options)})


def make(rules: biaochi.Rules, rows: int, seed: int) -> pa.Table:
    """A table with id, region, period, group and a column a slot."""
    random = np.random.default_rng(seed)
    period = random.integers(0, len(PERIODS), rows)
    columns: dict[str, pa.Array] = {
        "id": pa.array(random.permutation(rows)),
        "region": pa.array([f"县{i}" for i in range(rows)]),
        "period": pa.array([PERIODS[i] for i in period]),
        "group": pa.array([("平原", "山区")[i] for i in random.integers(0, 2, rows)]),
    }
    for slot in rules.slots:
        missing = (period == 2) & (random.random(rows) < 0.02)
        values = figures(slot, rows, random)
        if slot == "hightech_firms":
            values = np.where((period == 3) & (random.random(rows) < 0.1), -1, values)
        columns[slot] = pa.array(values, mask=missing)
    choose_one(rules.slots, columns, rows, random)
    return pa.table(columns)


def write(table: pa.Table, folder: pathlib.Path, files: int) -> pathlib.Path:
    """Writes a table as Parquet files of about as many rows each."""
    step = -(-len(table) // files)
    for i in range(files):
        pq.write_table(table.slice(i * step, step), folder / f"{i:03}.parquet")
    return folder
