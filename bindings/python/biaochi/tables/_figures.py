"""Cells as figures of a record."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from biaochi._core import Fact
    from biaochi.tables._columns import Names

Figure = str | bool | list[str] | None

_SEPARATOR = ";"


def figure(names: Names, name: str, cell: str) -> Figure:
    """The figure that a cell holds; None where it is missing."""
    if not cell or cell.lower() == "nan":
        return None
    slot = names.slots.get(name, name)
    fact = names.facts.get(slot)
    if fact is not None and fact.kind == "options":
        return [] if cell == "none" else _split(cell)
    if fact is not None and fact.kind == "judged" and _SEPARATOR in cell:
        return _split(cell)
    if cell.lower() in ("true", "false") and _is_option(names, slot):
        return cell.lower() == "true"
    return cell


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(_SEPARATOR) if part.strip()]


def _is_option(names: Names, slot: str) -> bool:
    fact = names.facts.get(slot.partition(".")[0])
    return fact is not None and fact.kind == "options"


def probably_meant(cell: str, fact: Fact | None) -> str:
    """What to write instead of full-width digits, thousands separators or a percent sign; empty where that cannot be told."""
    plain = unicodedata.normalize("NFKC", cell).replace(",", "").replace(" ", "").replace("\u3001", "").removeprefix("+")
    if plain.endswith("%") and fact is not None and fact.unit == "%":
        plain = plain[:-1]
    whole = plain.removeprefix("-")
    digits = whole.replace(".", "", 1)
    return plain if digits.isascii() and digits.isdigit() else ""
