"""Columns of NumPy: every type and layout, missing and bad values, and the same answers as record by record."""

from __future__ import annotations

import array
import math
import signal
import threading
import time

import pytest
from columns import NAMES, answer_for, answer_of, counties, records, shown_ends
from hypothesis import given, settings
from hypothesis import strategies as st

import biaochi as bc

np = pytest.importorskip("numpy")

TYPES = ["f8", "f4", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]


@pytest.fixture(scope="module")
def figures(rules, book):
    """The counties as arrays of doubles, NaN where nothing was reported, and the record's own columns as lists."""
    columns = counties(rules, book)
    arrays = {slot: np.array([math.nan if value is None else value for value in columns[slot]]) for slot in columns if slot not in NAMES}
    return {**{name: columns[name] for name in NAMES}, **arrays}


@pytest.fixture(scope="module")
def table(rules, book):
    return rules.score_table(records(counties(rules, book), rules))


def plain(value):
    """A cell as Python has it, None for NaN."""
    value = value.item() if hasattr(value, "item") else value
    return None if value != value else value


def rows_of(answer):
    names = list(answer)
    return [dict(zip(names, map(plain, row), strict=True)) for row in zip(*answer.values(), strict=True)]


def issues_of(rules, data, **options):
    with pytest.raises(bc.DataError) as caught:
        rules.score(data, **options)
    return [(issue.code, issue.where) for issue in caught.value.issues]


def test_counties_score_as_their_records_do(rules, figures, table):
    answer = rules.score(figures, ranges=True, parts=True)
    assert list(answer)[:8] == ["region", "period", "group", "label", "score", "class", "status", "issue"]
    assert answer["region"] is figures["region"]
    for row, card in zip(rows_of(answer), table, strict=True):
        expected = answer_of(card)
        assert {name: row[name] for name in expected} == expected
        for part, points in card.parts.items():
            low, high = shown_ends(points)
            assert (row[f"points.{part}.low"], row[f"points.{part}.high"]) == (low, high)
            assert row[f"points.{part}"] == (low if low == high else None)


def test_any_number_of_threads_gives_the_same_bytes(rules, figures):
    many = {name: np.tile(values, 40) for name, values in figures.items() if name in rules.slots}
    one, *others = [rules.score(many, ranges=True, parts=True, threads=threads) for threads in (1, 2, 3, 0)]
    for other in others:
        assert list(one) == list(other)
        for name, values in one.items():
            assert values.dtype == other[name].dtype
            same = values.tobytes() == other[name].tobytes() if values.dtype != object else list(values) == list(other[name])
            assert same, name


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_number_is_read_as_it_stands(rules, kind):
    counts = np.array([0, 1, 2, 3, 5, 9, 10, 100], kind)
    answer = rules.score({"hightech_firms": counts}, parts=["hightech_firms"])
    expected = [float(rules.score({"hightech_firms": int(count)})["hightech_firms"].shown) for count in counts]
    assert answer["points.hightech_firms"].tolist() == expected


def test_a_float32_means_its_own_shortest_decimal(rules):
    shares = np.array([0.1, 0.57, 1.9], "f4")
    answer = rules.score({"fiscal_st_share": shares}, parts=["fiscal_st_share"])
    assert answer["points.fiscal_st_share"].tolist() == [
        float(rules.score({"fiscal_st_share": text})["fiscal_st_share"].shown) for text in ("0.1", "0.57", "1.9")
    ]


def test_truth_values_are_options(rules):
    answer = rules.score({"st_department.plaque": np.array([True, False])}, parts=["st_department"], ranges=True)
    expected = [shown_ends(rules.score({"st_department.plaque": holds})["st_department"]) for holds in (True, False)]
    assert list(zip(answer["points.st_department.low"], answer["points.st_department.high"], strict=True)) == expected


@pytest.mark.parametrize("edge", [0.5, 1.0, 2.0])
def test_an_edge_and_its_neighbours_fall_as_they_do_alone(rules, edge):
    values = np.array([np.nextafter(edge, -np.inf), edge, np.nextafter(edge, np.inf)])
    answer = rules.score({"fiscal_st_share": values}, parts=["fiscal_st_share"], ranges=True)
    for i, value in enumerate(values.tolist()):
        assert answer["points.fiscal_st_share"][i] == shown_ends(rules.score({"fiscal_st_share": value})["fiscal_st_share"])[0]


def layouts():
    """The same eight figures, laid out differently."""
    plain_ones = np.array([0.0, 0.4, 0.5, 0.57, 1.0, 1.5, 2.0, 7.5])
    wide = np.zeros((8, 3))
    wide[:, 1] = plain_ones
    records_of = np.zeros(8, [("flag", "i1"), ("share", "f8")])
    records_of["share"] = plain_ones
    frozen = plain_ones.copy()
    frozen.flags.writeable = False
    return {
        "side by side": plain_ones,
        "a column of a matrix": wide[:, 1],
        "backwards": plain_ones[::-1].copy()[::-1],
        "every second": np.repeat(plain_ones, 2)[::2],
        "read-only": frozen,
        "a field of records": records_of["share"],
        "array.array": array.array("d", plain_ones.tolist()),
        "memoryview": memoryview(plain_ones),
        "Fortran": np.asfortranarray(wide)[:, 1],
    }


@pytest.mark.parametrize("name", layouts())
def test_every_layout_is_read_where_it_lies(rules, name):
    expected = rules.score({"fiscal_st_share": layouts()["side by side"]}, parts=True, ranges=True)
    answer = rules.score({"fiscal_st_share": layouts()[name]}, parts=True, ranges=True)
    assert rows_of(answer) == rows_of(expected)


def test_one_value_for_all_rows_is_that_value_in_each(rules):
    answer = rules.score({"hightech_firms": np.broadcast_to(3, 5)}, parts=["hightech_firms"])
    assert answer["points.hightech_firms"].tolist() == [2.83] * 5  # 17/6


def test_nan_and_masked_values_are_missing(rules):
    masked = np.ma.masked_array([1, 10**9, 3], mask=[False, True, False])  # the masked value would be above the most
    answer = rules.score({"fiscal_st_share": np.array([1.0, math.nan, 1.0]), "hightech_firms": masked}, ranges=True)
    facts = [{"fiscal_st_share": 1, "hightech_firms": 1}, {}, {"fiscal_st_share": 1, "hightech_firms": 3}]
    assert rows_of(answer) == [answer_for(rules, each) | {} for each in facts]


def test_statuses_say_why_a_figure_is_missing(rules):
    values = np.array([1.0, 1.0, 1.0, 1.0])
    words = np.array(["reported", "missing", "estimated", ""], dtype=object)
    answer = rules.score({"fiscal_st_share": values, "fiscal_st_share.status": words}, parts=["fiscal_st_share"])
    assert [plain(value) for value in answer["points.fiscal_st_share"]] == [6.0, None, 6.0, 6.0]


def test_an_unknown_status_makes_its_row_bad(rules):
    answer = rules.score({"fiscal_st_share": np.ones(2), "fiscal_st_share.status": np.array(["reported", "guessed"])})
    assert list(answer["status"]) == ["undetermined", "bad_value"]
    assert answer["issue"][1] == "unknown_status: fiscal_st_share"


def test_a_bad_value_marks_its_row_and_no_other(rules):
    values = np.array([1.0, 101.0, math.inf, -1.0, 1.0])
    answer = rules.score({"fiscal_st_share": values})
    assert list(answer["status"]) == ["undetermined", "bad_value", "bad_value", "bad_value", "undetermined"]
    assert list(answer["issue"]) == [
        None,
        "above_max: fiscal_st_share",
        "infinite_value: fiscal_st_share",
        "below_min: fiscal_st_share",
        None,
    ]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"fiscal_st_share": np.ones(2, ">f8")}, [("wrong_layout", "/columns/fiscal_st_share")]),
        ({"fiscal_st_share": np.ones((2, 2))}, [("wrong_layout", "/columns/fiscal_st_share")]),
        ({"fiscal_st_share": np.ones(2, object)}, [("unsupported_type", "/columns/fiscal_st_share")]),
        ({"fiscal_st_share": np.ones(2, complex)}, [("unsupported_type", "/columns/fiscal_st_share")]),
        ({"fiscal_st_share": np.ones(2, "f2")}, [("unsupported_type", "/columns/fiscal_st_share")]),
        ({"fiscal_st_share": np.zeros(2, "M8[D]")}, [("unsupported_type", "/columns/fiscal_st_share")]),
        ({"fiscal_st_share": np.array(["1", "2"])}, [("unsupported_type", "/columns/fiscal_st_share")]),
        ({"fiscal_st_share": np.ones(2), "hightech_firms": np.ones(3)}, [("wrong_length", "/columns/hightech_firms")]),
        ({"fiscal_st_share": np.ones(2), "region": ["a"]}, [("wrong_length", "/columns/region")]),
        ({"fiscal_st_shar": np.ones(2)}, [("unknown_column", "/columns/fiscal_st_shar")]),
        ({"fiscal_st_share": np.ones(2), "hightech_firms": 3}, [("unsupported_type", "/columns/hightech_firms")]),
        ({"a/b~c": np.ones(2), "fiscal_st_share": np.ones(2, ">i4")}, [("unknown_column", "/columns/a~1b~0c"), ("wrong_layout", "/columns/fiscal_st_share")]),
    ],
)
def test_wrong_columns_are_named_before_any_work(rules, columns, expected):
    assert issues_of(rules, columns) == expected


def test_an_unknown_column_names_the_nearest_slot(rules):
    with pytest.raises(bc.DataError, match="fiscal_st_share"):
        rules.score({"fiscal_st_shar": np.ones(2)})
    with pytest.raises(bc.DataError, match=r"st_department\.plaque"):
        rules.score({"st_department": np.ones(2)})


def test_two_columns_for_one_slot_are_refused(rules):
    columns = {"fiscal_st_share": np.ones(2), "share": np.ones(2)}
    assert issues_of(rules, columns, columns={"share": "fiscal_st_share"}) == [("repeated_column", "/columns/share")]
    assert issues_of(rules, {**columns, "score": [1, 2]}, keep=["share", "score"]) == [("repeated_column", "/columns/score")]


def test_what_is_to_be_kept_or_renamed_must_be_there(rules):
    columns = {"fiscal_st_share": np.ones(2)}
    assert issues_of(rules, columns, keep=["name"]) == [("missing_column", "/keep/0")]
    assert issues_of(rules, columns, columns={"share": "fiscal_st_share"}) == [("missing_column", "/columns/share")]
    assert issues_of(rules, columns, parts=["inptu"]) == [("unknown_node", "/parts/0")]


def test_columns_are_renamed_and_kept(rules):
    share, codes = np.array([1.0, 2.0]), np.array([7, 8])
    answer = rules.score({"code": codes, "share": share}, keep="code", columns={"share": "fiscal_st_share"}, parts=["fiscal_st_share"])
    assert list(answer) == ["code", "score", "class", "status", "issue", "points.fiscal_st_share"]
    assert answer["code"] is codes and answer["points.fiscal_st_share"].tolist() == [6.0, 8.0]


def test_a_matrix_and_an_array_of_records_are_columns_too(rules):
    matrix = np.array([[1.0, 3.0], [2.0, 5.0]])
    names = ["fiscal_st_share", "hightech_firms"]
    by_name = rows_of(rules.score({name: matrix[:, i] for i, name in enumerate(names)}, parts=True))
    assert rows_of(rules.score(matrix, columns=names, parts=True)) == by_name
    structured = np.array([tuple(row) for row in matrix], [(name, "f8") for name in names])
    assert rows_of(rules.score(structured, parts=True)) == by_name
    assert issues_of(rules, matrix, columns=names[:1]) == [("bad_value", "/columns")]
    assert issues_of(rules, matrix) == [("missing_key", "/columns")]
    assert issues_of(rules, np.ones((2, 2, 2))) == [("wrong_layout", "/columns")]


def test_no_rows_and_no_columns(rules):
    empty = rules.score({"fiscal_st_share": np.empty(0)}, ranges=True, parts=True)
    assert all(len(values) == 0 for values in empty.values())
    nothing = rules.score(np.empty((2, 0)), columns=[], ranges=True)
    assert rows_of(nothing) == [answer_for(rules, {})] * 2


@pytest.mark.parametrize("options", [{"threads": -1}, {"threads": 1.5}, {"threads": True}, {"decimals": True}])
def test_options_that_cannot_be_meant_are_refused(rules, options):
    with pytest.raises(ValueError):
        rules.score({"fiscal_st_share": np.ones(2)}, **options)


def test_what_is_no_columns_is_refused_with_words(rules):
    with pytest.raises(TypeError, match="frame"):
        rules.score(3, threads=2)
    with pytest.raises(TypeError):
        rules.score({"fiscal_st_share": np.ones(2)}, thread=2)
    with pytest.raises(TypeError, match="progress"):
        rules.score({"fiscal_st_share": np.ones(2)}, progress=3)


def test_rules_without_a_score_tree_say_so():
    rules = bc.rulebook("jiuquan_measures").compile()
    with pytest.raises(bc.Error, match="no score tree"):
        rules.score({"turnover": np.ones(2)})


class Boom(Exception):
    """What a progress function raises here."""


def long_work():
    """Rules and columns that take seconds: logarithms and a geometric mean go the exact way."""
    rules = bc.rulebook("undp_hdi").compile()
    return rules, {slot: np.full(2_000_000, 10.0) for slot in rules.slots}


def test_a_progress_function_is_told_and_may_stop(rules):
    told = []
    rules.score({"fiscal_st_share": np.ones(10)}, progress=lambda done, rows: told.append((done, rows)))
    assert told[-1] == (10, 10)
    slow, columns = long_work()
    started = time.monotonic()
    with pytest.raises(bc.Stopped):
        slow.score(columns, progress=lambda done, rows: False)
    assert time.monotonic() - started < 30


def test_what_a_progress_function_raises_comes_out():
    slow, columns = long_work()

    def fail(done, rows):
        raise Boom

    with pytest.raises(Boom):
        slow.score(columns, threads=2, progress=fail)


@pytest.fixture
def interruptible():
    """What is started in the background ignores the signal, and passes that on."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_long_call_is_interrupted_by_a_signal(interruptible):
    slow, columns = long_work()
    timer = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    timer.start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        slow.score(columns)
        time.sleep(5)  # where the work was quicker than the timer
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("work", [lambda rules, columns: rules.top(columns, 1), lambda rules, columns: rules.change(columns)])
def test_standings_are_interrupted_by_a_signal(interruptible, work):
    slow, columns = long_work()
    columns |= {"region": ["x"] * 2_000_000, "period": ["2020"] * 2_000_000}
    started = time.monotonic()
    work(slow, {name: values[:100_000] for name, values in columns.items()})
    whole = 20 * (time.monotonic() - started)
    threading.Timer(whole / 10, signal.raise_signal, [signal.SIGINT]).start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        work(slow, columns)
    assert time.monotonic() - started < 0.4 * whole


def test_ranks_and_keys_tell_how_far_they_are_and_may_be_stopped(rules):
    told = []
    columns = {"fiscal_st_share": np.ones(10)}
    rules.score(columns, ranks=True, key=True, progress=lambda done, rows: told.append((done, rows)))
    assert told[0] == (0, 10)
    assert told[-1] == (10, 10)
    for stop in (0, 10):
        with pytest.raises(bc.Stopped):
            rules.score(columns, ranks=True, key=True, progress=lambda done, rows, stop=stop: done != stop)


def test_other_threads_go_on_while_columns_are_scored():
    slow, columns = long_work()
    turns = []

    def count():
        while not turns or turns[-1] is not None:
            turns.append(time.monotonic())
            time.sleep(0.001)

    counter = threading.Thread(target=count, daemon=True)
    counter.start()
    before = len(turns)
    slow.score({name: values[:100_000] for name, values in columns.items()})
    turns.append(None)
    assert len(turns) - before > 3


def test_a_bar_is_shown_and_taken_away(rules, capfd):
    assert len(rules.score({"fiscal_st_share": np.ones(3)}, progress=True)["score"]) == 3


def test_ranks_are_those_of_the_table(rules, figures, table):
    answer = rules.score(figures, ranks=True)
    for row, card in zip(rows_of(answer), table, strict=True):
        low, high = (None, None) if card.rank is None else (float(card.rank.low), float(card.rank.high))
        assert (row["rank_best"], row["rank_worst"], row["rank"]) == (low, high, low if low == high else None)


def test_keys_sort_as_scores_do(rules, figures, table):
    keys = rules.score(figures, key=True)["key"]
    decided = [(card.score.low, key) for card, key in zip(table, keys, strict=True) if card.score.decided]
    assert decided == sorted(decided) or [key for _, key in sorted(decided)] == sorted(key for _, key in decided)
    assert all((key is None) == (not card.score.decided) for card, key in zip(table, keys, strict=True))


def edges(rules, book):
    """For each slot figures that matter: whole numbers, band edges and beyond, and none."""
    values = [0, 0.5, 1, 1.5, 2, 3, 5, 10, 15, 30, 99.995, 100, 101, -1, math.nan, math.nan]
    slots = [slot for slot in rules.slots if "." not in slot or slot.endswith((".national", ".plaque"))]
    return st.lists(st.dictionaries(st.sampled_from(slots), st.sampled_from(values)), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_rows_are_what_their_records_are(rules, book, data):
    facts = data.draw(edges(rules, book))
    slots = sorted({slot for row in facts for slot in row})
    columns = {slot: np.array([float(row.get(slot, math.nan)) for row in facts]) for slot in slots}
    if not columns:
        return
    expected = [answer_for(rules, {slot: row[slot] for slot in slots if slot in row}) for row in facts]
    found = rows_of(rules.score(columns, ranges=True))
    assert [{name: row[name] for name in expected[0] if name != "issue"} for row in found] == [
        {name: value for name, value in row.items() if name != "issue"} for row in expected
    ]
    assert [row["issue"] is None for row in found] == [row["issue"] is None for row in expected]
