"""Parquet files with any number of rows: scored batch by batch, so that memory does not grow with them."""

from __future__ import annotations

import sys
from collections import Counter
from errno import EISDIR
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import biaochi as bc
from biaochi.cli._inputs import Request, default_date, load_book, readings_of, scoring
from biaochi.cli._issues import reason, stop, stop_for
from biaochi.cli._words import say
from biaochi.tables._parquet import is_parquet

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER = ("decided", "undetermined", "excluded", "refused", "bad_value")


def score_file(request: Request, output: Path | None, keep: list[str], threads: int) -> None:
    """Scores a Parquet file into another and tells how many rows became what; ends the command where anything is wrong."""
    lang = request.lang
    if find_spec("pyarrow") is None:
        stop(say(lang, "needs_pyarrow", request.file))
    if output is None or not is_parquet(output):
        stop(say(lang, "parquet_to_parquet"))
    if output.exists() and output.resolve() == request.file.resolve():
        stop(say(lang, "same_file", output))
    source = _opened(request)
    rules = _rules(request, source)
    try:
        counts = _write(rules, source, output, keep, threads)
    except bc.DataError as error:
        stop_for(error.issues, lang)
    except OSError as error:
        if error.errno is None:  # of a damaged page: the system knows nothing of it
            stop(say(lang, "no_file", request.file, str(error).partition(" Detail:")[0].partition("\n")[0].rstrip(".")))
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))
    each = ", ".join(f"{name} {counts[name]}" for name in _ORDER if counts[name])
    print(say(lang, "rows_scored", sum(counts.values()), each or "-"))


def _opened(request: Request) -> Any:
    parquet = import_module("pyarrow.parquet")
    try:
        return parquet.ParquetFile(request.file)
    except OSError as error:
        fault = IsADirectoryError(EISDIR, "") if request.file.is_dir() else error  # Arrow's own has no number
        stop(say(request.lang, "no_file", request.file, reason(fault, request.lang)))
    except import_module("pyarrow").ArrowException as error:
        stop(say(request.lang, "no_file", request.file, error))


def _rules(request: Request, source: Any) -> bc.Rules:
    book = load_book(request.rulebook, request.lang)
    periods: set[str] = set()
    if request.on is None and "period" in source.schema_arrow.names:
        for batch in source.iter_batches(columns=["period"]):
            periods.update(str(period) for period in batch.column(0).unique().to_pylist() if period is not None)
    try:
        on = request.on or default_date(book, sorted(periods))
        return scoring(book.compile(on=on, readings=readings_of(request.readings, request.lang)), request.lang)
    except bc.RulebookError as error:
        stop_for(error.issues, request.lang)


def _write(rules: bc.Rules, source: Any, output: Path, keep: list[str], threads: int) -> Counter[str]:
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    batches = pyarrow.RecordBatchReader.from_batches(source.schema_arrow, source.iter_batches())
    results = rules.score(batches, keep=keep, threads=threads)
    counts: Counter[str] = Counter()
    unfinished = output.with_name(output.name + ".part")
    try:
        with parquet.ParquetWriter(unfinished, results.schema) as writer:
            for batch in _with_bar(results, source.metadata.num_rows):
                writer.write_batch(batch)
                counts.update({row["values"]: row["counts"] for row in batch.column("status").value_counts().to_pylist()})
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)
    return counts


def _with_bar(batches: Any, rows: int) -> Iterator[Any]:
    """The batches, with a bar where a person is looking."""
    if not sys.stderr.isatty():
        yield from batches
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=rows)
        for batch in batches:
            yield batch
            bar.advance(task, batch.num_rows)
