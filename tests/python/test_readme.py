"""The code and the commands of both READMEs and of the guides do what the text beside them shows.

A fenced block marked `python` is run, `c` and `cpp` are compared with the example that CTest builds and runs, `sh` and `console` are run by
bash in one folder a document; what `console` shows is compared, `…` alone on a line standing for lines left out and blanks not counted.
`<!-- file: NAME -->` before a block writes it there, `<!-- not run -->` before one has its words compared with what the repository holds.
"""

from __future__ import annotations

import os
import pathlib
import re
import subprocess
import sys
from dataclasses import dataclass

import pytest

from conftest import ROOT

READMES = ("README.md", "README.zh-CN.md")
TUTORIALS = ("docs/guide/tutorial.md", "docs/guide/tutorial.zh-CN.md")
COLUMNS = ("docs/guide/columns.md", "docs/guide/columns.zh-CN.md")
FENCED = re.compile(r"(?:^<!-- (?P<note>[^\n]*) -->\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = {"c": "examples/c/score.c", "cpp": "examples/cpp/score.cpp"}
RUN = ("python", "sh", "console")


@dataclass
class Block:
    """A fenced block; `note` is the remark before it, or empty."""

    kind: str
    note: str
    text: str


def blocks(document: str) -> list[Block]:
    text = (ROOT / document).read_text("utf-8")
    return [Block(found["kind"], found["note"] or "", found["text"]) for found in FENCED.finditer(text)]


def bash(command: str, folder: pathlib.Path) -> tuple[int, str]:
    """Runs a command with this interpreter's biaochi first on the path; returns its status and what it says, errors included."""
    path = f"{folder / '.bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**{key: value for key, value in os.environ.items() if key != "BIAOCHI_LANG"}, "PATH": path, "PYTHONUTF8": "1"}
    words = ["bash", "-c", f"set -euo pipefail\n{command}"]
    done = subprocess.run(words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode()


def matches(said: list[str], shown: list[str]) -> bool:
    """Whether what was said is what is shown, `…` standing for any number of lines."""
    if not shown:
        return not said
    if shown[0] == "…":
        return any(matches(said[start:], shown[1:]) for start in range(len(said) + 1))
    return bool(said) and said[0] == shown[0] and matches(said[1:], shown[1:])


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def run_console(text: str, folder: pathlib.Path) -> None:
    """Runs each command after `$ ` (a backslash at its end goes on below) and compares what follows it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, shown = re.match(r"((?:[^\n]*\\\n)*[^\n]*)\n?(.*)", part, re.DOTALL).groups()
        status, said = bash(command, folder)
        assert status in (0, 1, 2), said
        assert matches(lines(said), lines(shown)), f"$ {command}\n{said}"


def run(block: Block, folder: pathlib.Path) -> None:
    if block.note.startswith("file: "):
        (folder / block.note.removeprefix("file: ")).write_text(block.text, encoding="utf-8")
    elif block.note == "not run" or block.kind not in RUN:
        return
    elif block.kind == "console":
        run_console(block.text, folder)
    else:
        command = block.text
        if block.kind == "python":
            (folder / "block.py").write_text(block.text, encoding="utf-8")
            command = "python block.py"
        status, said = bash(command, folder)
        assert status == 0, f"{command}\n{said}"


@pytest.mark.parametrize("document", READMES + TUTORIALS + COLUMNS)
def test_what_is_written_works(document, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / ".bin").mkdir()
    for name, words in (("biaochi", "-m biaochi.cli "), ("python", "")):
        program = tmp_path / ".bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n')
        program.chmod(0o755)
    found = blocks(document)
    assert any(block.kind in RUN for block in found)
    for block in found:
        run(block, tmp_path)


def without_heading(code: str) -> str:
    """Code without the comments that it begins with."""
    return re.sub(r"\A(?:\s|/\*.*?\*/|//[^\n]*\n|\"\"\".*?\"\"\"\n)*", "", code, flags=re.DOTALL)


@pytest.mark.parametrize("document", READMES)
def test_the_programs_are_those_of_the_examples(document):
    shown = {block.kind: block.text for block in blocks(document)}
    for kind, path in {**EXAMPLES, "python": "examples/python/first.py"}.items():
        assert without_heading(shown[kind]) == without_heading((ROOT / path).read_text("utf-8")), path


@pytest.mark.parametrize("document", READMES)
def test_what_is_not_run_names_what_is_there(document):
    """Scripts, presets, packages and targets of the blocks that are only read."""
    text = "".join(block.text for block in blocks(document) if block.note == "not run")
    scripts = re.findall(r"\bscripts/\w+", text)
    assert set(scripts) >= {"scripts/demo", "scripts/test"}
    assert all(os.access(ROOT / script, os.X_OK) for script in scripts)
    assert "pip install ." in text and (ROOT / "pyproject.toml").exists()
    presets = (ROOT / "CMakePresets.json").read_text("utf-8")
    assert all(f'"name": "{preset}"' in presets for preset in re.findall(r"--preset (\w+)", text))
    packages = [word for line in re.findall(r"pkg-config ([^\n`)]*)", text) for word in line.split() if word.startswith("biaochi")]
    assert packages and all((ROOT / "cmake" / f"{package}.pc.in").exists() for package in packages)
    consumer = (ROOT / "tests" / "install" / "consumer" / "CMakeLists.txt").read_text("utf-8")
    version = (ROOT / "VERSION").read_text("utf-8").strip()
    assert re.findall(r"find_package\(biaochi (\S+)", text) == [version.rpartition(".")[0]]
    assert all(target in consumer for target in re.findall(r"biaochi::\w+", text))


@pytest.mark.parametrize("document", READMES + TUTORIALS + COLUMNS + ("docs/index.md", "CONTRIBUTING.md"))
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / document).read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / document).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("pair", [READMES, TUTORIALS, COLUMNS], ids=["README", "tutorial", "columns"])
def test_the_twins_have_the_same_blocks(pair):
    """Same kinds in the same order, same files and programs; only the language of commands and answers differs."""
    one, other = (blocks(document) for document in pair)
    assert [(block.kind, block.note) for block in one] == [(block.kind, block.note) for block in other]
