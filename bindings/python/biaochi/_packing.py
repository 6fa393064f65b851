"""Rulebooks and rules as pickle puts them together again: in another process, on another machine, in the same version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from biaochi import _core
from biaochi._errors import RulebookError

if TYPE_CHECKING:
    from collections.abc import Mapping


def _expect(version: str) -> None:
    """Raises RulebookError where rules were packed by another version: its answers might be others."""
    if version == _core.version:
        return
    zh = f"biaochi {_core.version}；各台机器须安装同一版本的 biaochi，要保存规则请保存规则书的文件"
    en = f"biaochi {_core.version}; install the same version of biaochi on every machine, and keep rules as the file of their rulebook"
    raise RulebookError([_core.make_issue("bad_value", "/version", [f"biaochi {version}", zh], [f"biaochi {version}", en])])


def rulebook(version: str, text: bytes) -> _core.Rulebook:
    """The rulebook of that text. RulebookError where another version packed it."""
    _expect(version)
    return _core.parse_rulebook(text)


def rules(version: str, text: bytes, on: str, readings: Mapping[str, str]) -> _core.Rules:
    """The rules of that text on a day with those readings. RulebookError where another version packed them."""
    return rulebook(version, text).compile(on=on, readings=readings)
