"""Frames whose rows can be picked, whatever their kind."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from biaochi.frames import _arrays, _columns, _pandas
from biaochi.frames._answers import Coded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from biaochi.frames._options import Options

    _Back = Callable[[Any], Any]


class Rows(Protocol):
    """Rows of a frame, by number."""

    names: list[str]
    count: int

    def take(self, rows: Sequence[int]) -> Any:
        """A frame of these rows."""

    def words(self, place: int) -> list[str | None]:
        """The words of a column, None for missing ones."""

    def named(self) -> list[tuple[str, Any]]:
        """The columns as arrays, by name."""

    def arrow(self, plan: _columns.Plan) -> Any:
        """A frame that speaks the Arrow capsule protocol; None where the columns are arrays that the engine reads as they are."""

    def kept_with(self, kept: Sequence[int], answers: Mapping[str, Any]) -> Any:
        """A frame of some columns and of answers."""

    def back(self, frame: Any) -> Any:
        """A frame of the kind that came in."""


def rows_of(data: Any, options: Options) -> Rows:
    """The rows of columns of any kind; TypeError for what is none."""
    kinds = {(kind.__module__.partition(".")[0], kind.__name__) for kind in type(data).__mro__}
    if ("pandas", "DataFrame") in kinds:
        return _PandasRows(data, options)
    if ("polars", "LazyFrame") in kinds:
        return _PolarsRows(data.collect(), lambda frame: frame.lazy())
    if ("polars", "DataFrame") in kinds:
        return _PolarsRows(data, _as_it_is)
    if hasattr(data, "__arrow_c_stream__") or hasattr(data, "__arrow_c_array__"):
        return _ArrowRows(_table(data), _back(kinds))
    if hasattr(data, "__array__") or (hasattr(data, "items") and hasattr(data, "keys")):
        return _ArrayRows(data, options)
    raise TypeError(f"expected a frame, or arrays by name, found {type(data).__name__}")


def _as_it_is(frame: Any) -> Any:
    return frame


def _table(data: Any) -> Any:
    pyarrow = import_module("pyarrow")
    return data if isinstance(data, pyarrow.Table) else pyarrow.table(data)


def _back(kinds: set[tuple[str, str]]) -> _Back:
    if ("pyarrow", "RecordBatchReader") in kinds:
        return lambda table: table.to_reader()
    if ("pyarrow", "RecordBatch") in kinds:
        return lambda table: import_module("pyarrow").RecordBatch.from_struct_array(table.to_struct_array().combine_chunks())
    if {("duckdb", "DuckDBPyRelation"), ("_duckdb", "DuckDBPyRelation")} & kinds:
        return lambda table: import_module("duckdb").from_arrow(table)
    return _as_it_is


def _picked(values: Any, places: Any) -> Any:
    """Some of the values of a column, by their places in it."""
    import numpy as np

    if isinstance(values, (list, tuple)):  # an array would make texts of numbers that stand beside texts
        return [values[place] for place in places]
    if hasattr(values, "iloc"):  # a Series of pandas, which goes by its index otherwise
        return values.iloc[places]
    if hasattr(values, "take") and not hasattr(values, "dtype"):  # of pyarrow
        return values.take(places)
    return (values if hasattr(values, "__array__") else np.asarray(values))[places]


class _ArrayRows:
    """NumPy arrays: a mapping, a structured array, or one of two dimensions."""

    def __init__(self, data: Any, options: Options) -> None:
        self._data = data
        self._columns = _arrays.named_arrays(data, options)
        self.names = [name for name, _ in self._columns]
        self.count = _arrays.row_count(data, self._columns)

    def take(self, rows: Sequence[int]) -> Any:
        import numpy as np

        places = np.asarray(rows, np.intp)
        if not hasattr(self._data, "keys"):
            return self._data[places]
        return {name: _picked(values, places) for name, values in self._columns}

    def words(self, place: int) -> list[str | None]:
        return _columns.words_of(*self._columns[place])

    def named(self) -> list[tuple[str, Any]]:
        return self._columns

    def arrow(self, plan: _columns.Plan) -> Any:
        return None

    def kept_with(self, kept: Sequence[int], answers: Mapping[str, Any]) -> Any:
        made = {name: each.words_of_rows() if isinstance(each, Coded) else each for name, each in answers.items()}
        return {self._columns[place][0]: self._columns[place][1] for place in kept} | made

    def back(self, frame: Any) -> Any:
        return frame


class _PandasRows:
    """A DataFrame; its index stays."""

    def __init__(self, frame: Any, options: Options) -> None:
        self._frame, self._options = frame, options
        self.names = [str(name) for name in frame.columns]
        self.count = len(frame)

    def take(self, rows: Sequence[int]) -> Any:
        return self._frame.iloc[list(rows)]

    def words(self, place: int) -> list[str | None]:
        return _columns.words_of(self.names[place], self._frame.iloc[:, place])

    def named(self) -> list[tuple[str, Any]]:
        return [(name, self._frame.iloc[:, place]) for place, name in enumerate(self.names)]

    def arrow(self, plan: _columns.Plan) -> Any:
        if not _pandas.needs_arrow(self._frame, plan, self._options):
            return None
        return _pandas.figure_table(self._frame, self.names, plan, [])

    def kept_with(self, kept: Sequence[int], answers: Mapping[str, Any]) -> Any:
        pandas = import_module("pandas")
        made = {name: _pandas.column(name, each) for name, each in answers.items()}
        return pandas.concat([self._frame.iloc[:, list(kept)], pandas.DataFrame(made, index=self._frame.index, copy=False)], axis=1)

    def back(self, frame: Any) -> Any:
        return frame


class _PolarsRows:
    """A DataFrame of polars."""

    def __init__(self, frame: Any, back: _Back) -> None:
        self._frame, self.back = frame, back
        self.names = list(frame.columns)
        self.count = frame.height

    def take(self, rows: Sequence[int]) -> Any:
        return self._frame[list(rows)]

    def words(self, place: int) -> list[str | None]:
        return _columns.words_of(self.names[place], self._frame.to_series(place).to_list())

    def named(self) -> list[tuple[str, Any]]:
        return []

    def arrow(self, plan: _columns.Plan) -> Any:
        return self._frame

    def kept_with(self, kept: Sequence[int], answers: Mapping[str, Any]) -> Any:
        polars = import_module("polars")
        made = [
            polars.Series(name, list(each.words_of_rows()), dtype=polars.Categorical)
            if isinstance(each, Coded)
            else polars.Series(name, each, nan_to_null=True)
            for name, each in answers.items()
        ]
        return polars.DataFrame([self._frame.to_series(place) for place in kept] + made)


class _ArrowRows:
    """A pyarrow.Table, made of whatever speaks the Arrow capsule protocol."""

    def __init__(self, table: Any, back: _Back) -> None:
        self._table, self.back = table, back
        self.names = list(table.column_names)
        self.count = table.num_rows

    def take(self, rows: Sequence[int]) -> Any:
        return self._table.take(import_module("pyarrow").array(rows, "int64"))

    def words(self, place: int) -> list[str | None]:
        return _columns.words_of(self.names[place], self._table.column(place).to_pylist())

    def named(self) -> list[tuple[str, Any]]:
        return []

    def arrow(self, plan: _columns.Plan) -> Any:
        return self._table

    def kept_with(self, kept: Sequence[int], answers: Mapping[str, Any]) -> Any:
        pyarrow = import_module("pyarrow")
        columns = [self._table.column(place) for place in kept]
        for each in answers.values():
            if isinstance(each, Coded):
                codes = pyarrow.array(each.codes, mask=each.codes < 0)
                columns.append(pyarrow.DictionaryArray.from_arrays(codes, pyarrow.array(each.words, "string")))
            else:
                columns.append(pyarrow.array(each, from_pandas=True))
        return pyarrow.Table.from_arrays(columns, names=[*(self.names[place] for place in kept), *answers])
