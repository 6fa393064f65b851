"""docs/reference/errors.md has a line for every issue code, with the words that the engine uses; every code has a bad file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COLUMNS = ("code", "severity", "raised when", "message", "信息", "example", "what to do")


def _codes() -> list[str]:
    header = (ROOT / "include" / "biaochi" / "core" / "issue.hpp").read_text("utf-8")
    body = re.search(r"enum class IssueCode[^{]*\{(.*?)\};", header, re.DOTALL)
    assert body is not None
    return re.findall(r"^\s*(\w+),", body[1], re.MULTILINE)


def _rows() -> dict[str, dict[str, str]]:
    rows = {}
    for line in (ROOT / "docs" / "reference" / "errors.md").read_text("utf-8").splitlines():
        if line.startswith("| `"):
            cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
            rows[cells[0].strip("`")] = dict(zip(COLUMNS, cells, strict=True))
    return rows


def _entry_of_table(code: str) -> tuple[str, str, str]:
    """Severity, Chinese and English pattern, as written in the one place where they are written."""
    source = (ROOT / "src" / "core" / "issue_table.cpp").read_text("utf-8")
    text = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
    found = re.search(rf'\{{{code}, "{code}", (\w+),\s*{text},\s*{text}\}}', source)
    assert found is not None, code

    def joined(literals: str) -> str:
        return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals)).replace('\\"', '"')

    return found[1], joined(found[2]), joined(found[3])


def test_every_code_has_a_line_in_the_order_of_the_header():
    assert list(_rows()) == _codes()


@pytest.mark.parametrize("code", _codes())
def test_the_line_says_what_the_engine_says(code):
    row = _rows()[code]
    assert (row["severity"], row["信息"], row["message"]) == _entry_of_table(code)
    assert all(row.values())


@pytest.mark.parametrize("code", _codes())
def test_every_code_has_a_bad_file(code):
    folder = ROOT / "tests" / "rulebooks" / "bad"
    files = [folder / f"{code}.json", folder / f"{code}.csv"]
    assert any(file.exists() for file in files)
    assert any(f"tests/rulebooks/bad/{file.name}" in _rows()[code]["example"] for file in files if file.exists())
