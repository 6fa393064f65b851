"""The results document as rows: sorted, cut and written as CSV or XLSX."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Document = dict[str, Any]
Result = dict[str, Any]

_LABELS = ("region", "period", "group", "label")


def ranked(document: Document) -> list[Result]:
    """The results by period and rank; those without a rank last."""

    def key(result: Result) -> tuple[str, bool, Fraction, Fraction]:
        rank = result.get("rank") or {"best": "0", "worst": "0"}
        return result.get("period", ""), not result.get("rank"), Fraction(rank["best"]), Fraction(rank["worst"])

    return sorted(document["results"], key=key)


def dumps(document: Document) -> str:
    """The document as the engine writes it."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def rank_text(result: Result) -> str:
    """`3`, `3–7`, or nothing."""
    rank = result.get("rank")
    if not rank:
        return ""
    best, worst = str(rank["best"]), str(rank["worst"])
    return best if best == worst else f"{best}–{worst}"


def class_text(result: Result) -> str:
    """`A`, `A/B` while undetermined, or nothing."""
    return str(result.get("class") or "/".join(result.get("classes") or []))


def readings_text(document: Document) -> str:
    """`open point=reading` by semicolons; a point left open has nothing after the sign."""
    return ";".join(f"{point}={reading or ''}" for point, reading in document.get("readings", {}).items())


def flat_header(document: Document) -> list[str]:
    """The columns of a flat table."""
    fixed = [*_LABELS, "score_low", "score_high", "score_shown", "class", "classes", "rank_best", "rank_worst", "rulebook", "on", "readings"]
    return fixed + [f"{part}.{end}" for part in _part_ids(document) for end in ("shown", "low", "high")]


def _part_ids(document: Document) -> list[str]:
    return list(document["results"][0]["parts"]) if document["results"] else []


def flat_row(document: Document, result: Result) -> list[str]:
    """One row of a flat table; every value is text."""
    label = result.get("label") or document.get("label") or ""
    score = result.get("score") or {}
    rank = result.get("rank") or {}
    row = [result.get("region", ""), result.get("period", ""), result.get("group", ""), label]
    row += [score.get("low", ""), score.get("high", ""), score.get("shown", "")]
    row += [result.get("class") or "", "/".join(result.get("classes") or []), rank.get("best", ""), rank.get("worst", "")]
    row += [document["rulebook"], document["on"], readings_text(document)]
    for part in _part_ids(document):
        answer = result["parts"][part]
        shown = answer.get("shown") or ("excluded" if answer.get("excluded") else "refused")
        row += [shown, answer.get("low", ""), answer.get("high", "")]
    return [str(cell) for cell in row]


def csv_text(document: Document, results: list[Result]) -> str:
    """A CSV table, one row a result."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(flat_header(document))
    writer.writerows(flat_row(document, result) for result in results)
    return out.getvalue()


def write_xlsx(document: Document, results: list[Result], path: Path) -> None:
    """A workbook: the results, and a sheet that says by which rules."""
    about = [[key, str(document[key])] for key in ("rulebook", "version", "on", "label") if key in document]
    about += [[f"reading {point}", str(reading or "")] for point, reading in document.get("readings", {}).items()]
    about += [["adopted", ", ".join(document.get("adopted", []))]]
    write_sheets({"results": [flat_header(document), *(flat_row(document, result) for result in results)], "about": about}, path)


def write_sheets(sheets: dict[str, list[list[str]]], path: Path) -> None:
    """A workbook of text cells; the first row of the first sheet, and its first column, stay in sight."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet: Any = workbook.active
    for number, (title, rows) in enumerate(sheets.items()):
        sheet = workbook.create_sheet(title) if number else sheet
        sheet.title = title
        _append(sheet, rows)
    workbook.worksheets[0].freeze_panes = "B2"
    workbook.save(path)


def _append(sheet: Any, rows: list[list[str]]) -> None:
    """Every cell is text: a region that begins with `=` is no formula, `5/2` no date."""
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = text
            cell.data_type = "s"
