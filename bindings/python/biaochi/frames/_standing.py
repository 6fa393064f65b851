"""What needs all rows of columns at once: the first few, and what changed from the year before."""

from __future__ import annotations

from numbers import Integral
from typing import TYPE_CHECKING, Any

from biaochi import _core
from biaochi._errors import DataError
from biaochi.frames import _arrays, _columns, _kinds, _rows
from biaochi.frames._answers import Coded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from biaochi._core import Rules
    from biaochi.frames._options import Options

_NAMES = ("region", "period", "group")
_CHANGES = {
    "score_change_low": "f8",
    "score_change_high": "f8",
    "rank_change_low": "f8",
    "rank_change_high": "f8",
    "class_before": "i2",
    "class_now": "i2",
}


def top(rules: Rules, data: Any, count: int, options: Options) -> Any:
    """Scores the rows whose best rank among all is at most `count`, the best first."""
    if not isinstance(count, Integral) or isinstance(count, bool) or count < 0:
        raise ValueError(f"count is a whole number, 0 or more, not {count!r}")
    frame = _rows.rows_of(data, options)
    plan = _columns.plan(frame.names, rules, options)
    best = _core.top_columns(rules, _figures(rules, frame, plan, options), frame.count, min(int(count), frame.count), options.threads)
    some = frame.take(best)
    return frame.back(_kinds.scorer_of(some)(rules, some, options))


def change(rules: Rules, data: Any, options: Options) -> Any:
    """Changes from the row of the same region a year earlier, beside the kept columns."""
    import numpy as np

    frame = _rows.rows_of(data, options)
    plan = _columns.plan(frame.names, rules, options)
    plan.issues += [_core.make_issue("missing_column", _columns.place_of(name), [name]) for name in _NAMES[:2] if name not in plan.names]
    out = {name: np.empty(frame.count, kind) for name, kind in _CHANGES.items()}
    answers = _answers(rules, out, ranges=options.ranges)
    _columns.check_results([frame.names[place] for place in plan.kept], list(answers), plan.issues)
    figures = _figures(rules, frame, plan, options)
    words = [frame.words(plan.names[name]) if name in plan.names else None for name in _NAMES]
    _core.change_columns(rules, figures, frame.count, (words[0], words[1], words[2]), out, options.threads)
    return frame.back(frame.kept_with(plan.kept, _answers(rules, out, ranges=options.ranges)))


def _figures(rules: Rules, frame: _rows.Rows, plan: _columns.Plan, options: Options) -> Any:
    """The figures as the engine takes them; DataError with every issue, also of the kept columns."""
    if arrays := frame.named():
        for place in plan.kept:
            _columns.check_kept(*arrays[place], frame.count, plan.issues)
    if plan.issues:
        raise DataError(plan.issues)
    table = frame.arrow(plan)
    if table is None:
        return _arrays.engine_columns(arrays, plan, frame.count)
    return _core.gather_frame(rules, table, keep=[name for name in options.keep if name in _names(table)], columns=options.columns)


def _names(table: Any) -> Sequence[str]:
    return getattr(table, "column_names", None) or list(getattr(table, "columns", ()))


def _answers(rules: Rules, out: dict[str, Any], *, ranges: bool) -> dict[str, Any]:
    """The columns of changes: a change that is an interval is NaN, unless its ends are asked for."""
    import numpy as np

    answers: dict[str, Any] = {}
    for name in ("score_change", "rank_change"):
        low, high = out[f"{name}_low"], out[f"{name}_high"]
        answers[name] = np.where(low == high, low, np.nan)
        if ranges:
            answers |= {f"{name}_low": low, f"{name}_high": high}
    return answers | {name: Coded(out[name], rules.classes) for name in ("class_before", "class_now")}
