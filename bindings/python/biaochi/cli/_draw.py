"""The commands draw and export: a lifecycle as a picture, and for other tools."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

import biaochi as bc
from biaochi.cli._inputs import load_book
from biaochi.cli._issues import stop, stop_for
from biaochi.cli._output import put
from biaochi.cli._words import Lang, say

_RULEBOOK_HELP = "Id of a shipped rulebook, or a path. 规则书标识符或文件路径。"


class DrawFormat(str, Enum):
    """In which words a diagram is written."""

    mermaid = "mermaid"
    dot = "dot"
    svg = "svg"


class Target(str, Enum):
    """The tools that a lifecycle can be written for."""

    xstate = "xstate"


def draw(
    rulebook: Annotated[str, typer.Argument(metavar="RULEBOOK", help=_RULEBOOK_HELP, show_default=False)],
    format: Annotated[DrawFormat, typer.Option("--format", help="Format; svg is drawn by Graphviz. 格式；svg 由 Graphviz 绘制。")] = DrawFormat.mermaid,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", metavar="FILE", help="Write to a file. 写入文件。")] = None,
    lang: Annotated[Lang, typer.Option("--lang", envvar="BIAOCHI_LANG", help="Language. 语言。")] = Lang.zh,
) -> None:
    """Draw a rulebook's lifecycle as a state diagram. 画出规则书的状态图。"""
    book = load_book(rulebook, lang)
    try:
        words = book.draw("mermaid" if format is DrawFormat.mermaid else "dot", lang.value)
    except bc.RulebookError as error:
        stop_for(error.issues, lang)
    if format is DrawFormat.svg:
        from biaochi._svg import NoGraphviz, svg

        try:
            words = svg(words)
        except NoGraphviz:
            stop(say(lang, "no_graphviz"))
    put(words, output, lang)


def export(
    rulebook: Annotated[str, typer.Argument(metavar="RULEBOOK", help=_RULEBOOK_HELP, show_default=False)],
    to: Annotated[Target, typer.Option("--to", help="For which tool. 给哪种工具。")] = Target.xstate,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", metavar="FILE", help="Write to a file. 写入文件。")] = None,
    lang: Annotated[Lang, typer.Option("--lang", envvar="BIAOCHI_LANG", help="Language. 语言。")] = Lang.zh,
) -> None:
    """Write a rulebook's lifecycle for another tool, such as XState 5. 把状态机导出给其他工具。"""
    book = load_book(rulebook, lang)
    try:
        put(book.export(to.value), output, lang)
    except bc.RulebookError as error:
        stop_for(error.issues, lang)
