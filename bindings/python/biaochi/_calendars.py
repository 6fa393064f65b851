"""Finds calendars of working days: shipped ones by id, others by path or as JSON text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from biaochi import _core
from biaochi._errors import CalendarError

if TYPE_CHECKING:
    from biaochi._core import Issue
    from biaochi._rulebooks import Source

_FOLDER = Path(__file__).with_name("rulebooks") / "calendars"


def ids() -> list[str]:
    """Ids of the shipped calendars, sorted."""
    return sorted(file.stem for file in _FOLDER.glob("*.json"))


def unknown(name: str) -> Issue:
    """Says that there is no such calendar, and which there are."""
    known = ids()
    zh = f"日历的标识符（{'、'.join(known)}），或一个文件的路径"
    en = f"the id of a calendar ({', '.join(known)}) or the path of a file"
    return _core.make_issue("bad_value", "", [name, zh], [name, en])


def read(source: Source) -> str | bytes:
    """The text of a calendar.

    `source` is the id of a shipped one, a path, or the text itself. A path object that cannot be read raises OSError; a str that is
    neither an id nor a file raises CalendarError.
    """
    if isinstance(source, os.PathLike):
        return Path(source).read_bytes()
    if isinstance(source, bytes) or source.lstrip()[:1] == "{":
        return source
    if source in ids():
        return (_FOLDER / f"{source}.json").read_bytes()
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError):
        raise CalendarError([unknown(source)]) from None
