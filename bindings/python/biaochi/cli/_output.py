"""Where a command's answer goes: to the terminal, or to a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from biaochi.cli._issues import reason, stop
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    from pathlib import Path


def put(text: str, output: Path | None, lang: Lang, *, mark: bool = False) -> None:
    """Writes UTF-8 bytes as they are; `mark` puts a byte order mark before them, which spreadsheet programs want of a CSV file."""
    data = text.encode("utf-8-sig" if mark else "utf-8")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        stop(say(lang, "no_write", output, reason(error, lang, "no_folder")))
