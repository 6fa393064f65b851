"""Draws cost against rows, columns and threads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import pyplot

COLOURS = {
    "memcpy": "#9aa0a6",
    "biaochi": "#c0392b",
    "biaochi from Python": "#e58a7b",
    "NumPy": "#2c6fbb",
    "pandas": "#7b4fa3",
    "polars": "#1f9e89",
    "DuckDB": "#d9a400",
}
CURVES = {"rows": ("rows", "log"), "columns": ("indicators", "linear"), "threads": ("threads", "linear")}


def draw(results: dict[str, Any], folder: Path) -> None:
    """Writes cost-rows.svg, cost-columns.svg and cost-threads.svg."""
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "biaochi", "svg.fonttype": "none", "font.size": 10})
    folder.mkdir(parents=True, exist_ok=True)
    for name, (label, scale) in CURVES.items():
        _draw_one(results[f"{name}_curve"], label, scale, folder / f"cost-{name}.svg")


def _draw_one(curve: dict[str, Any], label: str, scale: str, path: Path) -> None:
    figure, axes = pyplot.subplots(figsize=(7, 4.2), layout="constrained")
    for name, costs in curve["ns_per_cell"].items():
        axes.plot(curve["at"], costs, marker="o", markersize=4, label=name, color=COLOURS[name], linewidth=2.4 if name == "biaochi" else 1.4)
    axes.set_xscale(scale)
    if label == "threads":
        axes.set_ylim(bottom=0, top=1.1 * max(max(costs) for costs in curve["ns_per_cell"].values()))
    else:
        axes.set_yscale("log")
    axes.set_xlabel(label)
    axes.set_ylabel("nanoseconds a cell" + (", by the clock" if label == "threads" else ""))
    if scale == "linear":
        axes.set_xticks(curve["at"])
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,g}")
    figure.legend(loc="outside upper center", frameon=False, ncols=4, fontsize=9)
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
    # matplotlib ends some lines with a blank.
    path.write_text("\n".join(line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()) + "\n", encoding="utf-8")
