"""Results as a table on the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from biaochi.cli._results import Document, Result, class_text, rank_text
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from typing import TextIO

    import biaochi as bc

_WIDE = 200  # where there is no terminal to fit


def print_results(document: Document, results: list[Result | None], book: bc.Rulebook, lang: Lang, file: TextIO | None = None) -> None:
    """Prints results with the rules that they rest on; None among them marks rows that were left out."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = file or sys.stdout
    console = Console(file=out, width=None if out.isatty() else _WIDE, highlight=False)
    present = [result for result in results if result is not None]
    columns = [key for key in ("period", "group", "label") if any(result.get(key) for result in present)]
    grid = Table()
    grid.add_column(say(lang, "rank"), justify="right")
    grid.add_column(say(lang, "region"))
    for key in columns:
        grid.add_column(say(lang, key))
    grid.add_column(say(lang, "score"), justify="right")
    grid.add_column(say(lang, "class"))
    for result in results:
        if result is None:
            grid.add_row("…", say(lang, "omitted", len(document["results"]) - len(present)))
        else:
            grid.add_row(*_cells(result, columns))
    undecided = sum(bool(result.get("needs")) for result in present)
    console.print(Text(book.title.text(lang.value), style="bold"), grid, Text(_footer(document, lang)))
    if undecided:
        console.print(Text(say(lang, "undecided", undecided)))


def _cells(result: Result, columns: list[str]) -> list[Any]:
    from rich.text import Text

    score = result.get("score") or {}
    texts = [rank_text(result), str(result["region"]), *(str(result.get(key, "")) for key in columns)]
    return [Text(text) for text in [*texts, str(score.get("shown", "—")), class_text(result)]]


def _footer(document: Document, lang: Lang) -> str:
    adopted = set(document.get("adopted", []))
    readings = []
    for point, reading in document.get("readings", {}).items():
        mark = f"（{say(lang, 'adopted')}）" if lang is Lang.zh else f" ({say(lang, 'adopted')})"
        readings.append(f"{point}={reading or say(lang, 'left_open')}{mark if point in adopted else ''}")
    parts = [document["rulebook"], say(lang, "version", document["version"]), say(lang, "on", document["on"])]
    if document.get("label"):
        parts.append(document["label"])
    if readings:
        parts.append(say(lang, "readings", ", ".join(readings)))
    return " · ".join(parts)
