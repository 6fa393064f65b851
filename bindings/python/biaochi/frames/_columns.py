"""What each column of a frame is: a figure, the status of one, a name of the record, or one to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi._errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from biaochi._core import Issue, Rules
    from biaochi.frames._options import Options

RECORD_COLUMNS = ("region", "period", "group", "label")
STATUSES = ("missing", "reported", "not_applicable", "estimated", "rejected")
_SUFFIX = ".status"
_NO_STATUS = 255  # marks a bad row


@dataclass
class Plan:
    """Columns by what they are, each as its place among all."""

    kept: list[int] = field(default_factory=list)
    figures: list[tuple[int, str]] = field(default_factory=list)  # place, slot
    statuses: dict[str, int] = field(default_factory=dict)  # place by slot
    names: dict[str, int] = field(default_factory=dict)  # place by "region", "period", "group", "label"
    issues: list[Issue] = field(default_factory=list)


def plan(names: Sequence[str], rules: Rules, options: Options) -> Plan:
    """Sorts columns out by their names; what goes by no known one is left to the engine, which says so."""
    _check_characters([*names, *options.keep, *options.columns, *options.columns.values()])
    sorted_out = Plan()
    repeated: list[Issue] = []
    for place, name in enumerate(names):
        means = options.columns.get(name, name)
        own = means in RECORD_COLUMNS
        if own or name in options.keep:
            sorted_out.kept.append(place)
        if own and means in sorted_out.names:
            first = names[sorted_out.names[means]]
            if first != name:  # the same name twice is found below
                repeated.append(_core.make_issue("repeated_column", place_of(name), [first, name]))
        elif own:
            sorted_out.names[means] = place
        else:
            _place_figure(sorted_out, place, means, name in options.keep, rules)
    sorted_out.issues = repeated + _issues(names, sorted_out, options)
    return sorted_out


def place_of(name: str) -> str:
    """The place of a column in issues."""
    return "/columns/" + name.replace("~", "~0").replace("/", "~1")


def length_of(values: Any) -> int:
    """How many rows a column has; -1 where it has none: one text, a set or a dict is no column."""
    if isinstance(values, (str, bytes, bytearray, Set, Mapping)):
        return -1
    try:
        return len(values)
    except TypeError:
        return -1


def check_kept(name: str, values: Any, rows: int, issues: list[Issue]) -> None:
    """Notes a kept column that is none, or one of another length."""
    length = length_of(values)
    if length < 0:
        issues.append(_core.make_issue("unsupported_type", place_of(name), [name, type(values).__name__, "array | list"]))
    elif length != rows:
        issues.append(_core.make_issue("wrong_length", place_of(name), [name, str(length), str(rows)]))


def check_results(kept: Sequence[str], results: Sequence[str], issues: list[Issue]) -> None:
    """Notes kept columns that answers have the names of."""
    issues += [_core.make_issue("repeated_column", place_of(name), [name, "", name]) for name in kept if name in results]


def status_codes(name: str, values: Any) -> Any:
    """Statuses as bytes; null and empty mean reported, any other word makes its row bad."""
    import numpy as np

    codes = {word: code for code, word in enumerate(STATUSES)} | {None: STATUSES.index("reported"), "": STATUSES.index("reported")}
    return np.array([codes.get(word, _NO_STATUS) for word in words_of(name, values)], np.uint8)


def words_of(name: str, values: Any) -> list[str | None]:
    """The words of a column, None for missing ones. DataError for bytes, which might be words in any encoding, and for no words."""
    each = values.astype(object).where(values.notna(), None) if hasattr(values, "notna") else _fine_times(values)
    words = each.tolist() if hasattr(each, "tolist") else list(each)
    if isinstance(values, (bytes, bytearray)) or any(isinstance(word, (bytes, bytearray)) for word in words):
        raise DataError([_core.make_issue("unsupported_type", place_of(name), [name, "bytes", "text"])])
    try:
        texts = _texts(words)
    except TypeError:  # pandas.NA does not say whether it equals itself
        texts = _texts([None if type(word).__name__ == "NAType" else word for word in words])
    try:
        "".join(text for text in texts if text).encode()
    except UnicodeEncodeError:  # half a character, which no other library would take either
        raise DataError([_core.make_issue("unsupported_type", place_of(name), [name, "text that UTF-8 lacks", "text"])]) from None
    return texts


def _check_characters(names: Sequence[str]) -> None:
    """DataError for names with half a character, which nothing that writes UTF-8 could hand on."""
    shown = [(name, name.encode(errors="replace").decode()) for name in names]
    wrong = [as_shown for name, as_shown in shown if as_shown != name]
    if wrong:
        raise DataError([_core.make_issue("unsupported_type", place_of(name), [name, "text that UTF-8 lacks", "text"]) for name in wrong])


def _fine_times(values: Any) -> Any:
    """NumPy's times as their words where they are finer than microseconds, since it lists them as bare numbers."""
    if str(getattr(values, "dtype", "")) not in ("datetime64[ns]", "datetime64[ps]", "datetime64[fs]", "datetime64[as]"):
        return values
    import numpy as np

    return np.where(np.isnat(values), None, values.astype(str))


def _texts(words: Iterable[Any]) -> list[str | None]:
    """Words as texts; None for NaN and the like, which do not equal themselves."""
    return [None if word is None or word != word else str(word) for word in words]


def _place_figure(sorted_out: Plan, place: int, means: str, kept: bool, rules: Rules) -> None:
    slot = _core.slot_of(rules, means)
    told = _core.slot_of(rules, means.removesuffix(_SUFFIX)) if slot is None and means.endswith(_SUFFIX) else None
    if told is not None and told not in sorted_out.statuses:
        sorted_out.statuses[told] = place
    elif slot is not None or not kept:
        sorted_out.figures.append((place, slot or told or means))


def _issues(names: Sequence[str], sorted_out: Plan, options: Options) -> list[Issue]:
    seen: set[str] = set()
    issues = []
    for name in (names[place] for place in sorted_out.kept):
        if name in seen:
            issues.append(_core.make_issue("repeated_column", place_of(name), [name, name]))
        seen.add(name)
    wanted = [(f"/keep/{i}", name) for i, name in enumerate(options.keep)] + [(place_of(name), name) for name in options.columns]
    return issues + [_core.make_issue("missing_column", where, [name]) for where, name in wanted if name not in names]
