"""Ledgers and rulebooks as they are handed in to coverage(), and its answer as flat rows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from biaochi import _core, _rulebooks
from biaochi._lifecycle import html, text_in

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Books", "LedgerSource", "answer", "html", "rows"]

Book = Union[_core.Rulebook, _rulebooks.Source]
Books = Union[Book, "Iterable[Book]"]
LedgerSource = Union[str, bytes, "os.PathLike[str]", None]


def answer(books: Books, ledger: LedgerSource, sources: Iterable[str]) -> _core.Coverage:
    """What coverage() gives."""
    several: Iterable[Any] = [books] if isinstance(books, (_core.Rulebook, str, bytes, os.PathLike)) else books
    read = [book if isinstance(book, _core.Rulebook) else _core.parse_rulebook(_rulebooks.read(book)) for book in several]
    return _core.cover(read, _text(ledger), [sources] if isinstance(sources, str) else list(sources))


def _text(ledger: LedgerSource) -> str | None:
    """A ledger's text; a str of one line is a path."""
    if ledger is None:
        return None
    if isinstance(ledger, os.PathLike) or (isinstance(ledger, str) and "\n" not in ledger and "|" not in ledger):
        ledger = Path(ledger).read_bytes()
    return ledger.decode("utf-8-sig") if isinstance(ledger, bytes) else ledger


def rows(document: dict[str, Any], lang: str) -> list[dict[str, str]]:
    """One row an id; the keys are the same in every row."""
    return [
        {
            "id": each["id"],
            "source": each["source"],
            "status": each["status"],
            "in_ledger": str(each["in_ledger"]).lower(),
            "places": "; ".join(place["rulebook"] + place["where"] for place in each["places"]),
            "reason": text_in(each.get("reason"), lang),
        }
        for each in document["ids"]
    ]
