"""Other people's libraries, asked for only where one of theirs is handed over."""

from __future__ import annotations

import importlib
from typing import Any

from biaochi._errors import Error


class LibraryMissing(Error, ImportError):
    """A library that this needs is not installed."""


def library(module: str, extra: str) -> Any:
    """The module of that name. LibraryMissing, which says what to install, where it is not there."""
    try:
        return importlib.import_module(module)
    except ImportError as fault:
        name = module.partition(".")[0]
        en = f"{name} cannot be imported ({fault}); install it: pip install 'biaochi[{extra}]'"
        zh = f"无法导入 {name}，请安装：pip install 'biaochi[{extra}]'"
        raise LibraryMissing(f"{en} / {zh}") from fault
