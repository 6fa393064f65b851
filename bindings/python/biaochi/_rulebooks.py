"""Finds rulebooks: shipped ones by id, others by path or as JSON text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from biaochi import _core
from biaochi._errors import RulebookError

if TYPE_CHECKING:
    from biaochi._core import Issue

Source = str | bytes | os.PathLike[str]

# Installed beside this file, which has a compiled neighbour and so is never inside an archive.
_FOLDER = Path(__file__).with_name("rulebooks")
_SCHEMA = _FOLDER / "schema" / "biaochi-1.schema.json"


def ids() -> list[str]:
    """Ids of the shipped rulebooks, sorted."""
    return sorted(file.stem for file in _FOLDER.glob("*.json"))


def schema() -> str:
    """The JSON Schema of the format `biaochi/1`."""
    return _SCHEMA.read_text("utf-8")


def unknown(name: str) -> Issue:
    """Says that there is no such rulebook, and which one was probably meant."""
    known = ids()
    meant = _core.nearest(name, known)
    if meant:
        return _core.make_issue("bad_value", "", [name, meant])
    zh = f"规则书的标识符（{'、'.join(known)}），或一个文件的路径"
    en = f"the id of a rulebook ({', '.join(known)}) or the path of a file"
    return _core.make_issue("bad_value", "", [name, zh], [name, en])


def _looks_like_json(text: str | bytes) -> bool:
    start = text.lstrip()[:1]
    return start in ("{", b"{")


def read(source: Source) -> str | bytes:
    """The text of a rulebook.

    `source` is the id of a shipped one, a path, or the text itself. A path object that cannot be read raises OSError; a str that is
    neither an id nor a file raises RulebookError, which names the nearest id.
    """
    if isinstance(source, os.PathLike):
        return Path(source).read_bytes()
    if isinstance(source, bytes) or _looks_like_json(source):
        return source
    if source in ids():
        return (_FOLDER / f"{source}.json").read_bytes()
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError):
        raise RulebookError([unknown(source)]) from None
