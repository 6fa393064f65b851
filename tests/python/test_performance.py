"""The page on performance says what its data say, and the benchmarks' rules are those of the program that makes them."""

from __future__ import annotations

import json
import subprocess
import sys
from types import ModuleType

import pytest

from conftest import ROOT

COMPARE = ROOT / "tests" / "bench" / "compare"
PAGE = ROOT / "docs" / "performance.md"


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that writes the page."""
    monkeypatch.syspath_prepend(str(COMPARE))
    import report

    return report


def test_page_is_what_the_data_say(report: ModuleType) -> None:
    results = json.loads((ROOT / "docs" / "performance.json").read_text("utf-8"))
    shown = PAGE.read_text("utf-8").partition(report.BEGIN)[2].partition(report.END)[0]
    assert shown.strip() == report.markdown(results).strip()


def test_pictures_of_the_page_are_there() -> None:
    named = [line.split("](")[1].rstrip(")") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("![")]
    assert len(named) == 3
    assert all((PAGE.parent / name).is_file() for name in named)


def test_writing_refuses_a_page_without_markers(report: ModuleType) -> None:
    page = ROOT / "README.md"
    with pytest.raises(ValueError, match="lacks the markers"):
        report.write({}, page, page)


def test_rules_of_the_programs_are_those_of_the_comparison() -> None:
    printed = subprocess.run([sys.executable, str(COMPARE / "rules.py")], check=True, stdout=subprocess.PIPE, text=True).stdout
    assert printed == (ROOT / "tests" / "bench" / "twenty.json").read_text("utf-8")


def test_truth_is_what_the_hand_works_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """By lines 0 to 5.5 on [0, 1), to 8 on [1, 1.2): 0.5 gives 2.75; 1.1 gives 5.5 + 2.5 / 2 = 6.75; 0.001 gives 0.0055, shown as 0.01."""
    monkeypatch.syspath_prepend(str(COMPARE))
    import numpy as np
    from rules import Indicator, Rules
    from truth import find_ranges, find_truth

    rules = Rules("linear", (Indicator("x", ("0", "1", "1.2"), ("0", "5.5", "8")),))
    truth = find_truth(rules, {"x": np.array([0.5, 1.1, 1.2, 0.001, 1.1])}, 5)
    assert truth.shown.tolist() == [275, 675, 800, 1, 675]
    assert truth.bands[:, 0].tolist() == [0, 1, 2, 0, 1]
    assert truth.ranks.tolist() == [4, 2, 1, 5, 2]
    assert truth.classes.tolist() == [2] * 5
    ranges = find_ranges(rules, {"x": np.array([np.nan, 0.5])}, 2)
    assert ranges.shown.tolist() == [0, 275, 800, 275]
