"""The commands draw and export: a lifecycle as a picture, and for other tools."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

import biaochi as bc
from biaochi.cli._inputs import load_book
from biaochi.cli._issues import stop, stop_for
from biaochi.cli._options import LangOpt, OutOpt, RulebookArg
from biaochi.cli._output import put
from biaochi.cli._words import Lang, say


class DrawFormat(str, Enum):
    """In which words a diagram is written."""

    mermaid = "mermaid"
    dot = "dot"
    svg = "svg"


class Target(str, Enum):
    """The tools that a lifecycle can be written for."""

    xstate = "xstate"


def draw(
    rulebook: RulebookArg,
    format: Annotated[DrawFormat, typer.Option("--format", help="Format; svg is drawn by Graphviz. 格式；svg 由 Graphviz 绘制。")] = DrawFormat.mermaid,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
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
    rulebook: RulebookArg,
    to: Annotated[Target, typer.Option("--to", help="For which tool. 给哪种工具。")] = Target.xstate,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Write a rulebook's lifecycle for another tool, such as XState 5. 把状态机导出给其他工具。"""
    book = load_book(rulebook, lang)
    try:
        put(book.export(to.value), output, lang)
    except bc.RulebookError as error:
        stop_for(error.issues, lang)
