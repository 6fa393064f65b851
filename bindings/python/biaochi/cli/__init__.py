"""The command `biaochi`."""

from __future__ import annotations

import sys

_FAULT = 70
_FAULT_WORDS = "biaochi 内部出错，请报告此问题。 A fault of biaochi itself; please report it."


def main() -> None:
    """Runs the command. Exit status: 0 ok, 1 the answer is no, 2 bad input, 70 a fault of biaochi itself. Never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        from biaochi.cli._app import app

        app()
    except Exception as fault:
        print(f"{_FAULT_WORDS} ({type(fault).__name__})", file=sys.stderr)
        sys.exit(_FAULT)
