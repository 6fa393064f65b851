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


def two_names():
    return {"fiscal_st_share": np.ones(1), "county": ["a"], "region": ["b"]}


def frame_of(kind, data):
    return data if kind == "arrays" else getattr(pytest.importorskip(kind), {"pyarrow": "table"}.get(kind, "DataFrame"))(data)


@pytest.mark.parametrize("kind", ["arrays", "pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("ranks", [False, True])
def test_two_columns_as_one_name(rules, kind, ranks):
    data = frame_of(kind, two_names())
    assert codes(lambda: rules.score(data, columns={"county": "region"}, ranks=ranks)) == [("repeated_column", "/columns/region")]
    assert codes(lambda: rules.top(data, 1, columns={"county": "region"})) == [("repeated_column", "/columns/region")]


@pytest.mark.parametrize("kind", ["arrays", "pandas", "polars", "pyarrow"])
def test_a_name_of_an_answer_is_told_as_such(rules, kind):
    data = frame_of(kind, {"fiscal_st_share": np.ones(1), "class": ["x"]})
    with pytest.raises(bc.DataError) as caught:
        rules.score(data, keep=["class"])
    (issue,) = caught.value.issues
    assert issue.en == "The column “class” has the name of the answers’ column “class”. Rename it."
    assert issue.zh == "列“class”与结果中的列“class”同名。请改名后再传入。"


@pytest.mark.parametrize("values", [b"12", bytearray(b"12"), np.array([b"1", b"2"]), np.array(["1", "2"], "c"), np.zeros(2, "V1")], ids=repr)
def test_bytes_are_no_figures(rules, values):
    assert codes(lambda: rules.score({"hightech_firms": np.ones(2), "fiscal_st_share": values})) == [("unsupported_type", "/columns/fiscal_st_share")]


def test_bytes_and_halves_of_characters_are_no_words(rules):
    for words in (np.array([b"2020", b"2021"]), [b"2020", "2021"], ["\ud800", "2020"], b"ab"):
        data = {"fiscal_st_share": np.ones(2), "period": words, "region": ["a", "a"]}
        assert codes(lambda: rules.score(data, ranks=True)) == [("unsupported_type", "/columns/period")]
        assert codes(lambda: rules.change(data)) == [("unsupported_type", "/columns/period")]
        data = {"fiscal_st_share": np.ones(2), "fiscal_st_share.status": words}
        assert codes(lambda: rules.score(data)) == [("unsupported_type", "/columns/fiscal_st_share.status")]


def test_halves_of_characters_are_no_names_of_columns(rules):
    data = {"fiscal_st_share": np.ones(2)}
    for options in ({"columns": {"\ud800": "hightech_firms"}}, {"columns": {"fiscal_st_share": "\ud800"}}, {"keep": ["\ud800"]}):
        assert codes(lambda: rules.score(data, **options)) == [("unsupported_type", "/columns/?")]
    frame = pandas.DataFrame([[1.0]], columns=pandas.Index(["a\udc00/"], dtype=object))
    for each in ({**data, "a\udc00/": np.ones(2)}, frame):
        assert codes(lambda: rules.score(each)) == [("unsupported_type", "/columns/a?~1")]


def test_a_list_of_records_is_told_how_they_are_handed_in(rules):
    for records in ([{"hightech_firms": 3}], ({"hightech_firms": 3},), []):
        with pytest.raises(bc.DataError) as caught:
            rules.score(records)
        (issue,) = caught.value.issues
        assert issue.code == "wrong_type" and "score_table()" in issue.en and "score_table()" in issue.zh
    with pytest.raises(bc.DataError) as caught:
        rules.score("[]")
    assert "score_table()" not in caught.value.issues[0].en


def test_lists_are_told_how_columns_are_handed_in(rules):
    for values in ([1, 2], (1, 2)):
        with pytest.raises(bc.DataError) as caught:
            rules.score({"fiscal_st_share": values, "hightech_firms": "three"})
        lists, words = caught.value.issues
        assert lists.code == "wrong_type" and "hand in arrays (numpy.array) or a frame" in lists.en and "数组（numpy.array）" in lists.zh
        assert "numpy" not in words.en
    polars = pytest.importorskip("polars")
    with pytest.raises(bc.DataError, match="has the type Series of Float64; expected NumPy: float64"):
        rules.score({"fiscal_st_share": polars.Series([1.0, 2.0])})


@pytest.mark.parametrize("decimals", [False, True])
def test_a_kept_column_with_the_name_of_an_answer(rules, decimals):
    pytest.importorskip("pyarrow")
    frame = pandas.DataFrame({"fiscal_st_share": pandas.Series([1.0], dtype=object), "score": [1]})
    assert codes(lambda: rules.score(frame, keep=["score"], decimals=decimals)) == [("repeated_column", "/columns/score")]


@pytest.mark.parametrize("names", ["甲县", {"甲县", "乙县"}, {"甲县": 0, "乙县": 1}, 2020, iter(["甲县", "乙县"])])
def test_names_that_are_no_column(rules, names):
    figures = {"hightech_firms": np.array([3, 4])}
    assert codes(lambda: rules.score({**figures, "region": names}, ranks=True)) == [("unsupported_type", "/columns/region")]


def test_a_fact_of_several_slots_is_told_by_them(rules):
    for data in ({"st_department": np.ones(2)}, pandas.DataFrame({"st_department": [1.0, 2.0]})):
        with pytest.raises(bc.DataError, match=r"st_department\.plaque"):
            rules.score(data)


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
