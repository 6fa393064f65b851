"""Frames of pandas: through NumPy where every figure is stored so, otherwise through pyarrow; index and kept columns stay as they are."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from biaochi._errors import DataError
from biaochi.frames import _arrays, _arrow, _columns
from biaochi.frames._answers import Coded, Rooms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from biaochi._core import Issue, Rules
    from biaochi.frames._options import Options


def score(rules: Rules, frame: Any, options: Options) -> Any:
    """Scores a DataFrame into a DataFrame with the same index."""
    pandas = import_module("pandas")
    names = [str(name) for name in frame.columns]
    plan = _columns.plan(names, rules, options)
    answers = None
    if needs_arrow(frame, plan, options):
        _check_kept(rules, frame, names, plan, options)
        answers = _through_arrow(rules, frame, names, plan, options)
    if answers is None:
        named = [(name, frame.iloc[:, place]) for place, name in enumerate(names)]
        rooms = _arrays.fill(rules, named, len(frame), plan, options)
        answers = pandas.DataFrame({name: column(name, each) for name, each in rooms.answers()}, index=frame.index, copy=False)
    return pandas.concat([frame.iloc[:, plan.kept], answers], axis=1)


def _check_kept(rules: Rules, frame: Any, names: Sequence[str], plan: _columns.Plan, options: Options) -> None:
    """DataError where a kept column, which the table of figures lacks, has the name of an answer."""
    issues: list[Issue] = []
    _columns.check_results([names[place] for place in plan.kept], Rooms(rules, 0, options).names(), issues)
    if issues:
        raise DataError(issues)


def figures(series: Any) -> tuple[Any, Any]:
    """The values of a column, without a copy where NumPy stores them, and bits of validity where its own mask says what is missing."""
    dtype = series.dtype
    if not hasattr(dtype, "numpy_dtype") or hasattr(dtype, "pyarrow_dtype"):
        return series.to_numpy(), None
    missing = series.isna().to_numpy()
    return series.to_numpy(dtype=dtype.numpy_dtype, na_value=0), _arrays.validity(missing)


def needs_arrow(frame: Any, plan: _columns.Plan, options: Options) -> bool:
    """Tells whether there are decimals, or columns that only Arrow stores."""
    dtypes = [frame.dtypes.iloc[place] for place, _ in plan.figures]
    arrow = any(hasattr(dtype, "pyarrow_dtype") or getattr(dtype, "kind", "") == "O" for dtype in dtypes)
    return (options.decimals or arrow) and not plan.issues and find_spec("pyarrow") is not None


def column(name: str, answer: Any) -> Any:
    """An answer as a column of pandas."""
    if not isinstance(answer, Coded):
        return answer
    if name == "issue":
        return import_module("pandas").array(answer.words_of_rows(), dtype="string")
    return import_module("pandas").Categorical.from_codes(answer.codes, answer.words, ordered=name.startswith("class"))


def _through_arrow(rules: Rules, frame: Any, names: Sequence[str], plan: _columns.Plan, options: Options) -> Any:
    """The answers by way of an Arrow table of all but the kept columns; None where pyarrow cannot make one."""
    cohorts = list(plan.names.values()) if options.ranks else []
    table = figure_table(frame, names, plan, cohorts)
    if table is None:
        return None
    kept = {names[place] for place in cohorts}
    if not table.num_columns:  # then the table has no rows either
        pyarrow = import_module("pyarrow")
        table, kept = pyarrow.table({"label": pyarrow.nulls(len(frame))}), {"label"}
    answers = _arrow.table(rules, table, options.without_keep(kept)).drop_columns(sorted(kept))
    return answers.to_pandas().astype({"issue": "string"}).set_axis(frame.index)


def figure_table(frame: Any, names: Sequence[str], plan: _columns.Plan, more: Sequence[int]) -> Any:
    """The figures, their statuses and more columns as an Arrow table; None where pyarrow cannot make one."""
    pyarrow = import_module("pyarrow")
    places = sorted({*(place for place, _ in plan.figures), *plan.statuses.values(), *more})
    try:
        arrays = [pyarrow.array(frame.iloc[:, place], from_pandas=True) for place in places]
    except (pyarrow.ArrowException, OverflowError):
        return None
    return pyarrow.Table.from_arrays(arrays, names=[names[place] for place in places])
