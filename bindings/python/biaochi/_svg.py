"""From Graphviz's words to a picture: by the program `dot` where it is installed, otherwise by the package pygraphviz, which brings it along."""

from __future__ import annotations

import shutil
import subprocess


class NoGraphviz(Exception):
    """Neither the program nor the package is there."""


def svg(dot: str) -> str:
    """Lays out a digraph and draws it as SVG."""
    program = shutil.which("dot")
    if program:
        return subprocess.run([program, "-Tsvg"], input=dot, capture_output=True, check=True, encoding="utf-8").stdout
    try:
        import pygraphviz
    except ImportError as fault:
        raise NoGraphviz from fault
    drawn: bytes = pygraphviz.AGraph(string=dot).draw(format="svg", prog="dot")
    return drawn.decode("utf-8")
