"""The command whatif: where every row of a table stands over many draws of weights, band edges or figures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

import biaochi as bc
from biaochi.cli._inputs import Request, load, working
from biaochi.cli._issues import reason, stop, stop_for
from biaochi.cli._options import FileArg, LangOpt, OnOpt, OutOpt, ReadingsOpt, RulebookArg, SheetOpt, TableFormat, TableFormatOpt
from biaochi.cli._output import csv_of, format_of, put
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from biaochi.cli._inputs import Job

VaryArg = Annotated[Path, typer.Option("--vary", metavar="FILE", help="What varies, within which ends: JSON. 变动范围说明。", show_default=False)]
DrawsOpt = Annotated[Optional[int], typer.Option("-n", "--draws", metavar="N", help="How many draws; default: as the file says. 抽样次数。")]
SeedOpt = Annotated[Optional[int], typer.Option("--seed", metavar="N", help="Which draws; default: as the file says. 随机种子。")]
ThreadsOpt = Annotated[int, typer.Option("--threads", min=0, metavar="N", help="0: one a core; the answer is the same. 线程数。")]
PictureOpt = Annotated[Optional[Path], typer.Option("--draw", metavar="FILE", help="Also a picture of rank intervals, SVG. 另存位次区间图。")]
ReplicateOpt = Annotated[Optional[int], typer.Option("--replicate", metavar="K", help="Only draw K again, exactly, as JSON. 只复现第 K 次抽样。")]

_FEW_DRAWS = 20_000


def whatif(
    rulebook: RulebookArg,
    file: FileArg,
    vary: VaryArg,
    draws: DrawsOpt = None,
    seed: SeedOpt = None,
    threads: ThreadsOpt = 1,
    draw: PictureOpt = None,
    replicate: ReplicateOpt = None,
    reading: ReadingsOpt = None,
    on: OnOpt = None,
    sheet: SheetOpt = None,
    format: TableFormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Draw weights, band edges or figures within stated ends, and count ranks and classes. 不确定性分析：位次区间、类别变化。"""
    request = Request(rulebook, file, reading or [], on, sheet, lang)
    chosen = format_of(TableFormat, format, output, lang)
    spec = _spec(vary, lang)
    if draw is not None and draw.suffix.lower() != ".svg":
        stop(say(lang, "whatif_svg", draw))
    with working(request):
        job = load(request)
    answer = _ask(job, spec, draws, seed, threads, lang)
    if draw is not None:
        put(answer.svg(lang.value), draw, lang)
    if replicate is not None:
        return _put_replicate(answer, replicate, output, lang)
    _write(answer, chosen, output, lang)


def _spec(file: Path, lang: Lang) -> bytes:
    try:
        return file.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        stop(say(lang, "no_file", file, reason(error, lang)))


def _ask(job: Job, spec: bytes, draws: int | None, seed: int | None, threads: int, lang: Lang) -> bc.WhatIfAnswer:
    """Draws, with a bar where there is a screen and much to do."""
    long = sys.stderr.isatty() and (draws is None or draws > _FEW_DRAWS)
    try:
        return job.rules.whatif(job.table.json, spec, n=draws, seed=seed, threads=threads, progress=long)
    except bc.DataError as error:
        stop_for(error.issues, lang)


def _put_replicate(answer: bc.WhatIfAnswer, draw: int, output: Path | None, lang: Lang) -> None:
    import json

    if not 0 <= draw < answer.draws:
        stop(say(lang, "whatif_no_draw", draw, answer.draws - 1))
    put(json.dumps(answer.replicate(draw), ensure_ascii=False, indent=1) + "\n", output, lang)


def _write(answer: bc.WhatIfAnswer, format: TableFormat, output: Path | None, lang: Lang) -> None:
    if format is TableFormat.json:
        return put(answer.json, output, lang)
    rows = answer.rows(lang.value)
    if format is TableFormat.csv:
        put(csv_of(rows), output, lang, mark=output is not None)
    elif format is TableFormat.xlsx and output is not None:
        _workbook(rows, output, lang)
    else:
        put(_table(rows, lang), output, lang)


def _workbook(rows: list[dict[str, str]], output: Path, lang: Lang) -> None:
    from biaochi.cli._results import write_sheets

    cells = [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
    try:
        write_sheets({"whatif": cells}, output)
    except OSError as error:
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))


def _table(rows: list[dict[str, str]], lang: Lang) -> str:
    """One line a record in the order of the unvaried ranks, the cells parted by tabs; then how many draws there were."""
    shares = [key for key in (rows[0] if rows else {}) if key.startswith("rank_")]
    keys = ["region", "period", "score", "class", "rank", "best", *shares, "worst", "flip_share"]
    keys = [key for key in keys if not rows or any(row[key] for row in rows)]
    heads = {"best": "whatif_best", "worst": "whatif_worst", "flip_share": "whatif_flips"}
    lines = [[say(lang, "whatif_quantile", key[5:]) if key in shares else say(lang, heads.get(key, key)) for key in keys]]
    for row in sorted(rows, key=_order):
        lines.append([_percent(row[key]) if key == "flip_share" else row[key] for key in keys])
    text = "".join("\t".join(line).rstrip("\t") + "\n" for line in lines)
    return text + say(lang, "whatif_draws", rows[0]["draws"], rows[0]["seed"]) + "\n" if rows else text


def _order(row: dict[str, str]) -> tuple[bool, float]:
    first = row["rank"].split("–")[0]
    return (not first, float(first or 0))


def _percent(share: str) -> str:
    """A share as percent with two places, half up."""
    from fractions import Fraction

    if not share:
        return ""
    hundredths = int(Fraction(share) * 10_000 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02d} %"
