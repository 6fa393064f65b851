"""The commands award and share: what applicants get, and how a budget that is too small is shared."""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

import biaochi as bc
from biaochi._core import share_json
from biaochi.cli._inputs import load_book, readings_of
from biaochi.cli._issues import reason, stop, stop_for
from biaochi.cli._options import LangOpt, LogFormat, OutOpt, ReadingsOpt, RulebookArg
from biaochi.cli._output import format_of, put
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable

FormatOpt = Annotated[Optional[LogFormat], typer.Option("--format", help="Default: by the ending of -o, or table. 格式。")]


def award(
    rulebook: RulebookArg,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON: applications. 申请文件。", show_default=False)],
    unit: Annotated[str, typer.Option("--unit", metavar="UNIT", help="That money is shown in. 金额单位。")] = "元",
    reading: ReadingsOpt = None,
    on: Annotated[Optional[str], typer.Option("--on", metavar="DATE", help="Rules of which day; default: the first in force. 按哪一天的规则。")] = None,
    format: FormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Say what applications are awarded: which grants, how much, by which clause, why not. 推算奖补金额。"""
    text = _read(file, lang)
    book = load_book(rulebook, lang)
    chosen = format_of(LogFormat, format, output, lang)
    try:
        rules = book.compile(on=on or book.effective_from, readings=readings_of(reading or [], lang))
        answer = rules.award(text, unit)
    except (bc.RulebookError, bc.DataError) as error:
        stop_for(error.issues, lang)
    _write(answer, chosen, output, lang)
    if not all(_given(application) for application in answer.applications):
        raise typer.Exit(1)


def share(
    budget: Annotated[str, typer.Option("--budget", metavar="N[UNIT]", help="To be shared, such as 100万元; in 元 where no unit is given. 可用资金。", show_default=False)],
    claims: Annotated[Optional[Path], typer.Option("--claims", metavar="FILE", help="JSON: amounts, or amounts by id. 各项申请金额。")] = None,
    equal: Annotated[Optional[int], typer.Option("--equal", min=1, metavar="N", help="So many equal claims. 等额份数。")] = None,
    unit: Annotated[str, typer.Option("--unit", metavar="UNIT", help="Of the claims where they name none. 申请金额的单位。")] = "元",
    format: FormatOpt = None,
    output: OutOpt = None,
    lang: LangOpt = Lang.zh,
) -> None:
    """Share a budget that is too small, in proportion, to the last fen. 按比例分配资金。"""
    if (claims is None) == (equal is None):
        stop(say(lang, "claims_or_equal"))
    chosen = format_of(LogFormat, format, output, lang)
    request = _request(budget, unit, claims, equal, lang)
    try:
        text = share_json(request, "text" if chosen is LogFormat.text else "json", lang.value)
    except bc.DataError as error:
        stop_for(error.issues, lang)
    if chosen in (LogFormat.text, LogFormat.json):
        put(text, output, lang)
        return
    rows = [{key: _plain(cell) for key, cell in claim.items()} for claim in json.loads(text)["claims"]]
    if chosen is LogFormat.table:
        table = [[say(lang, key) for key in ("claim", "claimed", "paid")], *([row["id"], row["claimed"], row["paid"]] for row in rows)]
        put(_lines(table), output, lang)
    else:
        _write_rows(rows, chosen, output, lang)


def _read(path: Path, lang: Lang) -> bytes:
    try:
        return path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        stop(say(lang, "no_file", path, reason(error, lang)))


def _request(budget: str, unit: str, claims: Path | None, equal: int | None, lang: Lang) -> str:
    """The question as JSON text. The file of claims goes into it as it is: its numbers are read from their digits."""
    found = re.fullmatch(r"\s*([0-9.eE+/-]+)\s*(\S*)\s*", budget)
    number, of = (found[1], found[2] or "元") if found else (budget, "元")
    head = json.dumps({"budget": {"value": number, "unit": of}, "unit": unit}, ensure_ascii=False)[:-1]
    if claims is None:
        return f'{head}, "equal": {equal}}}'
    return f'{head}, "claims": {_read(claims, lang).decode("utf-8", "surrogateescape")}}}'


def _given(application: dict[str, Any]) -> bool:
    """Whether something is certain: a grant that is given, or a total above zero whichever of several is given."""
    granted = any(grant["status"] == "awarded" for claim in application["claims"] for grant in claim["grants"])
    return granted or application["totals"]["money"]["low"] != "0"


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _write(answer: bc.AwardAnswer, format: LogFormat, output: Path | None, lang: Lang) -> None:
    if format is LogFormat.json:
        put(answer.json, output, lang)
    elif format is LogFormat.text:
        put(answer.text(lang.value), output, lang)
    elif format is LogFormat.table:
        put(_table(answer, lang), output, lang)
    else:
        _write_rows(answer.rows(lang.value), format, output, lang, json.loads(answer.json))


def _table(answer: bc.AwardAnswer, lang: Lang) -> str:
    """One line a grant, and one with the total of each applicant."""
    keys = ("applicant", "claim", "incentive", "grant_status", "amount", "payer", "clause", "why", "needs")
    table = [[say(lang, key) for key in keys]]
    rows = iter(answer.rows(lang.value))
    for application in answer.applications:
        for row in islice(rows, sum(len(claim["grants"]) for claim in application["claims"])):
            amount = "" if row["status"] == "refused" else row["shown"]
            if amount and row["worth"] != "money":
                amount += f" ({say(lang, row['worth'])})"
            status = say(lang, f"grant_{row['status']}")
            table.append([row["applicant"], row["claim"], row["name"] or row["incentive"], status, amount, row["payer_name"] or row["payer"], row["clause"], row["says"], row["needs"]])
        table.append([application["applicant"], "", say(lang, "in_all"), "", application["totals"]["money"]["shown"]])
    return _lines(table)


def _lines(table: Iterable[list[str]]) -> str:
    return "".join("\t".join(line).rstrip("\t") + "\n" for line in table)


def _write_rows(rows: list[dict[str, str]], format: LogFormat, output: Path | None, lang: Lang, document: dict[str, Any] | None = None) -> None:
    """CSV, or a workbook with a sheet that says by which rules."""
    if format is LogFormat.csv:
        import csv
        import io

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(rows[0] if rows else [])
        writer.writerows(row.values() for row in rows)
        put(out.getvalue(), output, lang, mark=output is not None)
    elif output is not None:
        from biaochi.cli._results import write_sheets

        about = [[key, str((document or {})[key])] for key in ("rulebook", "version", "on", "label") if key in (document or {})]
        about += [[f"reading {point}", str(chosen or "")] for point, chosen in (document or {}).get("readings", {}).items()]
        sheets = {"answer": [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []}
        try:
            write_sheets(sheets | ({"about": about} if about else {}), output)
        except OSError as error:
            stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))
