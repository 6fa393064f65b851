"""The arguments and options that commands have in common."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from biaochi.cli._words import Lang


class TableFormat(str, Enum):
    """How results are written."""

    table = "table"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"


class LogFormat(str, Enum):
    """How the answer to a log is written."""

    table = "table"
    text = "text"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"


RulebookArg = Annotated[str, typer.Argument(metavar="RULEBOOK", help="Id of a shipped rulebook, or a path. 规则书标识符或文件路径。", show_default=False)]
FileArg = Annotated[Path, typer.Argument(metavar="FILE", help="CSV, XLSX, Parquet or JSON. 数据文件。", show_default=False)]
ReadingsOpt = Annotated[Optional[list[str]], typer.Option("--reading", metavar="ID=READING", help="How to read an open point; may be repeated. 待定点的读法。")]
OnOpt = Annotated[Optional[str], typer.Option("--on", metavar="DATE", help="Rules of which day; default: the end of the latest period. 按哪一天的规则。")]
SheetOpt = Annotated[Optional[str], typer.Option("--sheet", metavar="NAME", help="Sheet of a workbook; default: the first. 工作表。")]
LangOpt = Annotated[Lang, typer.Option("--lang", envvar="BIAOCHI_LANG", help="Language. 语言。")]
TableFormatOpt = Annotated[Optional[TableFormat], typer.Option("--format", help="Default: by the ending of -o, or table. 格式。")]
OutOpt = Annotated[Optional[Path], typer.Option("-o", "--output", metavar="FILE", help="Write to a file. 写入文件。")]
