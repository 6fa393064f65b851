"""Writes what was measured as Markdown, between two markers of a page, and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from goals import goals

WRONG = ("wrong_shown", "wrong_class", "wrong_points", "wrong_rank", "wrong_band")
INSIDE = {"linear": "lines", "step": "steps", "share": "steps"}
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def write(results: dict[str, Any], page: Path, data: Path) -> None:
    """Replaces what stands between the markers of the page, and the file of data."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    if not after:
        raise ValueError(f"{page} lacks the markers {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n\n{markdown(results)}\n{END}{after}", encoding="utf-8")
    data.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def markdown(results: dict[str, Any]) -> str:
    """All tables."""
    settings = results["settings"]
    columns = "20 indicators"
    pieces = [
        f"Measured on {results['made']} by `{results['command']}`.",
        "\n".join(f"- {key}: {value}" for key, value in results["machine"].items()),
        f"Processes that wanted a core on average at the beginning and the end: {', '.join(f'{load:.1f}' for load in results['busy'])} "
        f"of {results['machine']['cores']} cores. Above that number, times by the clock are too long.",
        "Packages: " + ", ".join(f"{name} {version}" for name, version in results["versions"].items()),
        "### Goals",
        table(["work", "goal", "measured", "met"], [[line[key] for key in ("work", "goal", "measured", "met")] for line in goals(results)]),
        f"### Totals and classes: {settings['rows']:,} rows, {columns}",
        race(results["score"]),
        f"### With the points of every indicator: {settings['rows']:,} rows, {columns}",
        race(results["parts"]),
        f"### One figure in ten missing: {settings['rows']:,} rows, {columns}, least and most",
        race(results["missing"]),
        f"### A card of steps: {settings['card']:,} rows, {columns}",
        race(results["card"]),
        "### Wrong answers of doubles",
        "In short, rows that are wrong:",
        wrong_in_short(results["wrong"], results["data_sets"]),
        wrong(results["wrong"], settings["sample"], results["data_sets"]),
        "### Rows that the estimate does not settle",
        unsettled(results["unsettled"]),
        "### Memory beyond input and output",
        memory(results["memory"]),
        "### One record, and other programs",
        singles(results),
        "### Cost against rows, indicators, threads",
        "\n\n".join(f"![Nanoseconds a cell against {name}](images/cost-{name}.svg)" for name in ("rows", "columns", "threads")),
    ]
    return "\n\n".join(pieces) + "\n"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table of Markdown, numbers to the right."""
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *rows])


def race(lines: list[dict[str, Any]]) -> str:
    """The best of several turns, and how many rows were wrong."""
    copies = "times_memcpy" in lines[0]
    rows = []
    for line in lines:
        wrong = [str(line[key]) if key in line else "" for key in ("wrong_shown", "wrong_class")]
        ratio = [number(line["times_memcpy"])] if copies else []
        costs = [number(line[key]) for key in ("ns_per_cell", "clock_ns_per_cell")]
        rows.append([line["name"], f"{line['rows']:,}", *costs, *ratio, *wrong])
    return table(["who", "rows", "ns a cell", "by the clock", *(["times memcpy"] if copies else []), "wrong score shown", "wrong class"], rows)


def number(value: float) -> str:
    """Three digits, more where there are more before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def wrong_in_short(lines: list[dict[str, Any]], data_sets: dict[str, str]) -> str:
    """NumPy and polars by data set: the share of rows whose class, rank or score shown is wrong."""
    keys = ("wrong_shown", "wrong_class", "wrong_rank")
    rows = []
    for line in lines:
        if line["name"] in ("NumPy", "polars"):
            shares = [f"{line[key] / line['rows']:.3%}" if line[key] else "0" for key in keys]
            rows.append([f"{data_sets[line['data']]}; {INSIDE[line['kind']]} inside bands", line["name"], *shares])
    return table(["figures", "who", "score shown", "class", "rank"], rows)


def wrong(lines: list[dict[str, Any]], sample: int, data_sets: dict[str, str]) -> str:
    """A table a data set."""
    pieces = []
    for data, says in data_sets.items():
        for kind, by in INSIDE.items():
            rows = [
                [
                    line["name"],
                    f"{line['rows']:,}",
                    *(f"{line[key]:,}" if line.get(key) is not None else "" for key in WRONG),
                ]
                for line in lines
                if (line["data"], line["kind"]) == (data, kind)
            ]
            if rows:
                head = ["who", "rows", "score shown", "class", "points of an indicator", "rank", f"band, of {sample:,}"]
                pieces.append(f"{says[0].upper()}{says[1:]}; {by} inside bands. Rows that are wrong:\n\n{table(head, rows)}")
    return "\n\n".join(pieces)


def unsettled(lines: list[dict[str, Any]]) -> str:
    """By data set."""
    head = ["figures", "rows", "settled as decimals", "the exact way", "ns a cell"]
    rows = [[line["says"], f"{line['rows']:,}", f"{line['by_grid']:,}", f"{line['exact']:,}", number(line["ns_per_cell"])] for line in lines]
    return table(head, rows)


def memory(lines: list[dict[str, Any]]) -> str:
    """By competitor."""
    rows = [[line["name"], f"{line['rows']:,}", str(line["columns"]), f"{line['bytes'] / 2**20:,.1f}"] for line in lines]
    return table(["who", "rows", "indicators", "MiB"], rows)


def singles(results: dict[str, Any]) -> str:
    """One record by each way in, then the programs of tests/bench."""
    rows = [[line["name"], number(line["ns"] / 1000), "", ""] for line in results["one_record"]]
    for line in results["programs"]:
        more = [number(line[key]) if key in line else "" for key in ("ns_per_cell", "items_per_second")]
        rows.append([f"`{line['name']}`", number(line["ns"] / 1000), *more])
    return table(["what", "µs", "ns a cell", "items a second"], rows)
