"""What a column expression of another engine asks of Rules.score: every option that looks at one row alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Names of a record: no figures, and the engine that asks has them already.
RECORD = ("region", "period", "group", "label")


def expect(value: Any, kind: type, what: str) -> None:
    """TypeError where a value is not of a kind."""
    if not isinstance(value, kind):
        raise TypeError(f"expected {what}, found {type(value).__name__}")


def texts(names: Iterable[str]) -> list[str]:
    """A list of names; one name is a list of one."""
    return [names] if isinstance(names, str) else list(names)


def options(parts: bool | Iterable[str] | None, ranges: bool, key: bool, decimals: bool) -> dict[str, Any]:
    """The options as Rules.score takes them, read once, so that every batch is asked the same."""
    wanted = parts if parts is None or isinstance(parts, bool) else texts(parts)
    return {"parts": wanted, "ranges": ranges, "key": key, "decimals": decimals}


def figures(names: Iterable[str], keep: Iterable[str]) -> list[str]:
    """The fields that are figures."""
    others = {*RECORD, *keep}
    return [name for name in names if name not in others]
