"""What a column expression of another engine asks of Rules.score: every option that looks at one row alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi._errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from biaochi._core import Rules
    from biaochi._errors import DataError

_MOST_LINES = 20

# Names of a record: no figures, and the engine that asks has them already.
RECORD = ("region", "period", "group", "label")


def expect(value: Any, kind: type, what: str) -> None:
    """TypeError where a value is not of a kind."""
    if not isinstance(value, kind):
        raise TypeError(f"expected {what}, found {type(value).__name__}")


def texts(option: str, names: Iterable[str]) -> list[str]:
    """A list of names; one name is a list of one. TypeError where an option is no list of names."""
    if isinstance(names, str):
        return [names]
    try:
        listed = list(names)
    except TypeError:
        raise TypeError(f"{option} is a list of names, not {names!r}") from None
    if not all(isinstance(name, str) for name in listed):
        raise TypeError(f"{option} is a list of names, not {listed!r}")
    return listed


def options(parts: bool | Iterable[str] | None, ranges: bool, key: bool, decimals: bool) -> dict[str, Any]:
    """The options as Rules.score takes them, read once, so that every batch is asked the same."""
    wanted = parts if parts is None or isinstance(parts, bool) else texts("parts", parts)
    return {"parts": wanted, "ranges": ranges, "key": key, "decimals": decimals}


def figures(rules: Rules, names: Iterable[str], keep: Iterable[str]) -> list[str]:
    """The fields that are figures: as in Rules.score, a slot that is kept is still one."""
    kept, slots = {*keep}, {*rules.slots}
    return [name for name in names if name not in RECORD and (name not in kept or name.removesuffix(".status") in slots)]


def both_languages(fault: DataError) -> Error:
    """An error for engines that carry words alone: every issue in English, then in Chinese."""
    return Error("\n".join([str(fault), *(issue.text("zh") for issue in fault.issues[:_MOST_LINES])]))
