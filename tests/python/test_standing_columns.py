"""Standings of columns: the first few rows, changes from the year before, ranks; of every kind of columns, against arithmetic by hand."""

from __future__ import annotations

import json
import math

import pytest

import biaochi as bc

np = pytest.importorskip("numpy")
pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
duckdb = pytest.importorskip("duckdb")

# Ten points for a figure of 8; A from 5 points.
BOOK = {
    "format": "biaochi/1",
    "id": "one",
    "version": "1",
    "effective": {"from": "2020-01-01"},
    "title": {"en": "One"},
    "sources": {"rule": {"title": {"en": "The rule"}}},
    "facts": {"a": {"name": {"en": "A"}, "min": 0}},
    "score": {"id": "total", "points": 10, "parts": [{"id": "a", "points": 10, "ratio": {"standard": 8, "better": "higher"}}]},
    "shown": {"places": 1, "mode": "half_up"},
    "classes": {"cuts": [{"id": "A", "name": {"en": "A"}, "from": 5}, {"id": "B", "name": {"en": "B"}, "to": 5}]},
}
# Points: x 1.25 then 6.875; y 10 then 8.75; z has no figure, then 5; w 0 in 2021 alone; v bad.
COLUMNS = {
    "region": ["x", "y", "z", "x", "y", "z", "w", "v"],
    "period": ["2020", "2020", "2020", "2021", "2021", "2021", "2021", "2021"],
    "a": [1.0, 8.0, None, 5.5, 7.0, 4.0, 0.0, -1.0],
}
KINDS = ["arrays", "pandas", "pandas_arrow", "polars", "lazy", "table", "chunks", "batch", "reader", "duckdb"]


@pytest.fixture(scope="module")
def rules():
    return bc.rulebook(json.dumps(BOOK)).compile()


def frame_of(kind, columns=COLUMNS):
    table = pa.table(columns)
    half = len(columns["a"]) // 2
    return {
        "arrays": lambda: {**columns, "a": np.array([math.nan if value is None else value for value in columns["a"]])},
        "pandas": lambda: pd.DataFrame(columns, index=range(10, 10 + len(columns["a"]))),
        "pandas_arrow": lambda: pd.DataFrame(columns).astype({"a": pd.ArrowDtype(pa.float64())}),
        "polars": lambda: pl.DataFrame(columns),
        "lazy": lambda: pl.LazyFrame(columns),
        "table": lambda: table,
        "chunks": lambda: pa.concat_tables([table.slice(0, half), table.slice(half)]),
        "batch": lambda: table.combine_chunks().to_batches()[0],
        "reader": lambda: pa.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=3)),
        "duckdb": lambda: duckdb.from_arrow(table),
    }[kind]()


def columns_of(frame):
    """Any frame as lists by name, None for what is not there."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pd.DataFrame):
        frame = {str(name): frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in frame}
    elif not isinstance(frame, dict):
        if type(frame).__name__ == "DuckDBPyRelation":
            frame = frame.to_arrow_table() if hasattr(frame, "to_arrow_table") else frame.arrow()
        frame = pa.table(frame).to_pydict()
    return {name: [None if value is None or value != value else value for value in list(values)] for name, values in frame.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_first_rows_are_scored_and_in_order(rules, kind):
    frame = frame_of(kind)
    best = rules.top(frame, 3)
    assert type(best) is type(frame)
    # z of 2020 may have any points: its best rank is 1 among all, and it comes before y in the order of the best ranks only as a tie does.
    found = columns_of(best)
    assert found["region"] == ["y", "z", "y", "x"]
    assert found["period"] == ["2020", "2020", "2021", "2021"]
    assert found["score"] == [10.0, None, 8.8, 6.9]


@pytest.mark.parametrize("kind", KINDS)
def test_changes_are_exact_differences_from_the_year_before(rules, kind):
    frame = frame_of(kind)
    changes = rules.change(frame)
    assert type(changes) is type(frame)
    found = columns_of(changes)
    assert list(found) == ["region", "period", "score_change", "rank_change", "class_before", "class_now"]
    assert found["region"] == COLUMNS["region"]
    # x: 6.875 - 1.25 = 5.625, shown 5.6 (6.9 - 1.3 too); y: 8.75 - 10 = -1.25, shown -1.3 (8.8 - 10.0 would be -1.2).
    assert found["score_change"] == [None, None, None, 5.6, -1.3, None, None, None]
    # 2020: z may be first or last, which leaves y first and x 2 or 3. 2021: y 1, x 2, z 3, w 4.
    assert found["rank_change"] == [None, None, None, None, 0.0, None, None, None]
    assert found["class_before"] == [None, None, None, "B", "A", None, None, None]
    assert found["class_now"] == ["B", "A", None, "A", "A", "A", "B", None]


@pytest.mark.parametrize("kind", KINDS)
def test_changes_may_tell_their_ranges(rules, kind):
    found = columns_of(rules.change(frame_of(kind), ranges=True))
    # z: 5 less 0 to 10 is -5 to 5; its rank was 1 to 3 and is 3.
    assert [found["score_change_low"][5], found["score_change_high"][5]] == [-5.0, 5.0]
    assert [found["rank_change_low"][5], found["rank_change_high"][5]] == [-2.0, 0.0]
    # x was 2 to 3 and is 2.
    assert [found["rank_change_low"][3], found["rank_change_high"][3]] == [0.0, 1.0]


def test_rank_changes_are_places_won(rules):
    columns = {"region": ["x", "y", "x", "y"], "period": ["2020", "2020", "2021", "2021"], "a": np.array([1.0, 2.0, 5.0, 4.0])}
    assert columns_of(rules.change(columns))["rank_change"] == [None, None, 1.0, -1.0]


@pytest.mark.parametrize("kind", KINDS)
def test_ranks_are_those_of_the_scalar_path(rules, kind):
    columns = {name: values[:-1] for name, values in COLUMNS.items()}
    found = columns_of(rules.score(frame_of(kind, columns), ranks=True))
    records = [{"region": r, "period": p, "facts": {"a": a}} for r, p, a in zip(*columns.values(), strict=True)]
    ranks = [card.rank for card in rules.score_table(records)]
    assert found["rank_best"] == [float(rank.low) for rank in ranks]
    assert found["rank_worst"] == [float(rank.high) for rank in ranks]


def test_decimals_are_exact(rules):
    columns = {"region": ["x", "x"], "period": ["2020", "2021"], "a": pa.array(["0.1000000000", "1.3000000000"]).cast(pa.decimal128(20, 10))}
    assert columns_of(rules.change(pa.table(columns)))["score_change"] == [None, 1.5]


def test_count_of_first_rows_is_a_whole_number(rules):
    for wrong in (-1, 1.5, True, "3"):
        with pytest.raises(ValueError, match="count is a whole number"):
            rules.top(frame_of("arrays"), wrong)
    assert columns_of(rules.top(frame_of("arrays"), 0))["score"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_columns_that_are_wrong_are_named(rules, kind):
    frame = frame_of(kind, {**COLUMNS, "b": COLUMNS["a"]})
    with pytest.raises(bc.DataError) as caught:
        rules.top(frame, 1)
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("unknown_column", "/columns/b")]


def test_changes_need_regions_and_periods(rules):
    with pytest.raises(bc.DataError) as caught:
        rules.change({"a": np.array([1.0])})
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("missing_column", "/columns/region"), ("missing_column", "/columns/period")]


def test_what_is_no_columns_is_refused(rules):
    with pytest.raises(TypeError):
        rules.top([1, 2], 1)


@pytest.mark.parametrize("kind", KINDS)
def test_rows_that_do_not_say_their_region_have_no_year_before(rules, kind):
    columns = {"region": ["x", None, None, "", "", "x"], "period": ["2020", "2020", "2021", "2020", "2021", "2021"], "a": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]}
    found = columns_of(rules.change(frame_of(kind, columns)))
    # 7.5 less 1.25 is 6.25, shown 6.3; all others are nobody's.
    assert found["score_change"] == [None, None, None, None, None, 6.3]
    assert found["rank_change"] == [None, None, None, None, None, 2.0]
    assert found["class_before"] == [None, None, None, None, None, "B"]


@pytest.mark.parametrize("index", [[2, 0, 1], [10, 11, 12]])
def test_first_rows_of_series_go_by_their_places_and_not_by_their_index(rules, index):
    series = {"region": pd.Series(["x", "y", "z"], index=index), "a": pd.Series([1.0, 8.0, 4.0], index=index)}
    found = columns_of(rules.top(series, 2))
    assert found["region"] == ["y", "z"]
    assert found["score"] == [10.0, 5.0]


def test_first_rows_hand_words_back_as_they_are(rules):
    figures = {"a": np.array([1.0, 8.0])}
    for words in (["x", 7], ("x", None), ["x", math.nan], pa.array(["x", None]), pl.Series(["x", None])):
        (_, second), first = list(words), list(rules.top({**figures, "label": words}, 1)["label"])[0]
        assert first is second or first == second


@pytest.mark.parametrize("words", [["x"], ["x", "y", "z"]])
@pytest.mark.parametrize("name", ["region", "period", "label"])
@pytest.mark.parametrize("call", [lambda rules, columns: rules.top(columns, 1), lambda rules, columns: rules.change(columns)])
def test_words_of_another_length_are_refused(rules, call, name, words):
    columns = {"a": np.array([1.0, 8.0]), "region": ["x", "y"], "period": ["2020", "2021"]} | {name: words}
    with pytest.raises(bc.DataError) as caught:
        call(rules, columns)
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("wrong_length", f"/columns/{name}")]


@pytest.mark.parametrize("words", ["xy", {"x", "y"}, {"x": 1, "y": 2}, (word for word in "xy")])
@pytest.mark.parametrize("call", [lambda rules, columns: rules.top(columns, 1), lambda rules, columns: rules.change(columns)])
def test_words_that_are_no_column_are_refused(rules, call, words):
    with pytest.raises(bc.DataError) as caught:
        call(rules, {"a": np.array([1.0, 8.0]), "region": words, "period": ["2020", "2021"]})
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("unsupported_type", "/columns/region")]


@pytest.mark.parametrize("unit", ["Y", "M", "D", "s", "us", "ns"])
def test_periods_may_be_times_of_any_unit(rules, unit):
    periods = np.array(["2020", "2021", "NaT"]).astype(f"datetime64[{unit}]")
    found = columns_of(rules.change({"region": ["x", "x", "x"], "period": periods, "a": np.array([1.0, 5.5, 8.0])}))
    assert found["score_change"] == [None, 5.6, None]


def test_missing_words_of_pandas_are_missing(rules):
    columns = {"region": ["x", "x"], "period": np.array(["2020", pd.NA], object), "a": np.array([1.0, 5.5])}
    assert np.isnan(rules.change(columns)["score_change"]).all()
    assert list(rules.score(columns, ranks=True)["rank"]) == [1.0, 1.0]


def test_count_of_first_rows_may_be_a_whole_number_of_numpy(rules):
    assert columns_of(rules.top(frame_of("arrays"), np.int64(1)))["region"] == ["y", "z"]
