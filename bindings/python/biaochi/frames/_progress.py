"""How far long work is: a bar, or the user's own function."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from biaochi.frames._options import Options


@contextmanager
def watching(options: Options, rows: int | None) -> Iterator[Callable[[int], object] | None]:
    """Gives what the engine is to call with the rows done; None where nobody looks."""
    progress = options.progress
    if progress is None or progress is False:
        yield None
    elif progress is True:
        with _bar(rows) as tell:
            yield tell
    else:
        yield lambda done: progress(done, rows)


@contextmanager
def _bar(rows: int | None) -> Iterator[Callable[[int], object]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=rows)

        def tell(done: int) -> None:
            bar.update(task, completed=done)

        yield tell
