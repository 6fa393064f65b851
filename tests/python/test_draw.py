"""Lifecycles drawn and exported, through the module and the command."""

from __future__ import annotations

import json
import os
import pathlib
import sys

import pytest

import biaochi as bc

from conftest import ROOT

BOOK = ROOT / "tests" / "rulebooks" / "good" / "lifecycle.json"


@pytest.mark.parametrize("format", ["mermaid", "dot"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_writes_what_the_module_draws(run, format, lang):
    ran = run("draw", BOOK, "--format", format, lang=lang)
    assert (ran.status, ran.err) == (0, "")
    assert ran.text == bc.rulebook(BOOK).draw(format, lang)
    assert ("已申请" if lang == "zh" else "Applied") in ran.text


def test_the_command_exports_what_the_module_exports(run, tmp_path):
    machine = bc.rulebook(BOOK).export("xstate")
    assert run("export", BOOK, "--to", "xstate").text == machine
    assert run("export", BOOK, "-o", tmp_path / "machine.json").text == ""
    assert (tmp_path / "machine.json").read_text(encoding="utf-8") == machine
    assert json.loads(machine)["states"]["applied"]["on"]["review"][0]["target"] == "reviewed"


def test_a_rulebook_without_a_lifecycle_is_refused(run):
    book = bc.rulebook("hebei_district_leap")
    for ask in (lambda: book.draw("dot"), lambda: book.export("xstate")):
        with pytest.raises(bc.RulebookError) as caught:
            ask()
        assert [issue.code for issue in caught.value.issues] == ["missing_key"]
    for verb in ("draw", "export"):
        ran = run(verb, "hebei_district_leap")
        assert ran.status == 2 and "missing_key" in ran.err and "lifecycle" in ran.err


def test_other_words_are_refused():
    book = bc.rulebook(BOOK)
    for ask in (lambda: book.draw("svg"), lambda: book.draw("dot", "fr"), lambda: book.export("scxml")):
        with pytest.raises(ValueError):
            ask()


def graphviz(folder: pathlib.Path) -> dict[str, str]:
    """An environment whose `dot` says that it drew what it was given."""
    program = folder / "dot"
    program.write_text(f"#!{sys.executable}\nimport sys\nprint(sys.argv[1:], '<svg>', sys.stdin.buffer.read().decode())\n", encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONIOENCODING": "utf-8"}


def test_svg_is_drawn_by_the_program_where_it_is_there(run, tmp_path):
    ran = run("draw", BOOK, "--format", "svg", "-o", tmp_path / "out.svg", **graphviz(tmp_path))
    assert (ran.status, ran.err) == (0, "")
    drawn = (tmp_path / "out.svg").read_text(encoding="utf-8")
    assert drawn.startswith("['-Tsvg'] <svg>")
    assert bc.rulebook(BOOK).draw("dot", "en") in drawn


def test_svg_without_graphviz_says_what_to_do(run, tmp_path):
    (tmp_path / "pygraphviz.py").write_text("raise ImportError", encoding="utf-8")
    ran = run("draw", BOOK, "--format", "svg", PATH="", PYTHONPATH=str(tmp_path))
    assert ran.status == 2
    assert 'pip install "biaochi[draw]"' in ran.err


def test_svg_is_drawn_by_the_package_where_there_is_no_program(run):
    pytest.importorskip("pygraphviz")
    ran = run("draw", BOOK, "--format", "svg", lang="zh", PATH="")
    assert ran.status == 0
    assert "<svg" in ran.text and "已申请" in ran.text
