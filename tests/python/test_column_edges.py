"""Columns that users hand in by mistake, and slices of long ones."""

import biaochi as bc
import pytest

np = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")

ROWS = (1 << 17) + 5  # more than a slice


@pytest.fixture(scope="module")
def rules():
    return bc.rulebook("hebei_district_leap").compile(on="2020-12-31", readings={"hightech_gap": "linear", "class_cuts": "hebei_2019"})


def codes(call):
    with pytest.raises(bc.DataError) as caught:
        call()
    return [(issue.code, issue.where) for issue in caught.value.issues]


def test_slices_are_scored_as_one(rules):
    share = np.round(np.random.default_rng(1).uniform(0, 101, ROWS), 2)
    share[-3] = np.nan
    data = {"fiscal_st_share": share, "hightech_firms": np.arange(ROWS)[::-1] % 40}
    plain = rules.score(data, parts=True)
    ends = rules.score(data, parts=True, ranges=True, threads=2)
    for name, values in plain.items():
        assert np.array_equal(values, ends[name]) or np.array_equal(values, ends[name], equal_nan=True), name
    tail = rules.score({name: values[-5:] for name, values in data.items()}, parts=True)
    for name, values in tail.items():
        both = values, plain[name][-5:]
        assert np.array_equal(*both) or np.array_equal(*both, equal_nan=True), name
    assert np.isnan(plain["points.fiscal_st_share"][-3])
    assert {*plain["issue"]} == {None, "above_max: fiscal_st_share"}


def test_statuses_of_another_length(rules):
    data = {"fiscal_st_share": np.ones(3), "fiscal_st_share.status": ["missing"]}
    assert codes(lambda: rules.score(data)) == [("wrong_length", "/columns/fiscal_st_share.status")]


def test_regions_of_another_length(rules):
    data = {"fiscal_st_share": np.ones(2), "region": ["a"], "period": ["2020", "2021"]}
    assert codes(lambda: rules.change(data)) == [("wrong_length", "/columns/region")]


def test_two_columns_as_one_name(rules):
    data = {"fiscal_st_share": np.ones(1), "county": ["a"], "region": ["b"]}
    assert codes(lambda: rules.score(data, columns={"county": "region"})) == [("repeated_column", "/columns/region")]


@pytest.mark.parametrize("decimals", [False, True])
def test_a_kept_column_with_the_name_of_an_answer(rules, decimals):
    pytest.importorskip("pyarrow")
    frame = pandas.DataFrame({"fiscal_st_share": pandas.Series([1.0], dtype=object), "score": [1]})
    assert codes(lambda: rules.score(frame, keep=["score"], decimals=decimals)) == [("repeated_column", "/columns/score")]


def test_whole_numbers_too_large_for_any_column(rules):
    frame = pandas.DataFrame({"hightech_firms": pandas.Series([10**30, 1], dtype=object)})
    assert codes(lambda: rules.score(frame)) == [("unsupported_type", "/columns/hightech_firms")]


def test_more_rows_wanted_than_any_machine_has(rules):
    frame = pandas.DataFrame({"fiscal_st_share": [1.0, 2.0]})
    assert len(rules.top(frame, 10**30)) == 2


@pytest.mark.parametrize("option", ["keep", "parts", "columns"])
def test_options_that_are_no_lists(rules, option):
    with pytest.raises(TypeError, match=f"{option} is a list of names, not 5"):
        rules.score({"fiscal_st_share": np.ones(1)}, **{option: 5})
