"""Frames of every kind give what their records give, and come back as the kind that they were."""

from __future__ import annotations

import decimal

import pytest
from columns import answer_of, counties, records

import biaochi as bc
import biaochi.polars

pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
duckdb = pytest.importorskip("duckdb")


class Capsules:
    """A frame of some other library: all that it has is the protocol."""

    def __init__(self, table):
        self._table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__(requested_schema)


class OneArray:
    """A frame that speaks the older half of the protocol only."""

    def __init__(self, batch):
        self._batch = batch

    def __arrow_c_array__(self, requested_schema=None):
        return self._batch.__arrow_c_array__(requested_schema)


def read(frame):
    """Any frame as a pyarrow.Table."""
    if isinstance(frame, pl.LazyFrame):
        return read(frame.collect())
    if isinstance(frame, pd.DataFrame):
        return pa.Table.from_pandas(frame, preserve_index=False)
    return frame if isinstance(frame, pa.Table) else pa.table(frame)


def rows_of(frame):
    rows = read(frame).to_pylist()
    return [{name: None if value != value else value for name, value in row.items()} for row in rows]


KINDS = {
    "polars": (lambda table: pl.DataFrame(table), pl.DataFrame),
    "polars lazy": (lambda table: pl.DataFrame(table).lazy(), pl.LazyFrame),
    "polars in chunks": (lambda table: pl.concat([pl.DataFrame(table)[:50], pl.DataFrame(table)[50:]], rechunk=False), pl.DataFrame),
    "pandas": (lambda table: table.to_pandas(), pd.DataFrame),
    "pandas with nulls": (lambda table: table.to_pandas().convert_dtypes(), pd.DataFrame),
    "pandas on Arrow": (lambda table: table.to_pandas(types_mapper=pd.ArrowDtype), pd.DataFrame),
    "pyarrow table": (lambda table: table, pa.Table),
    "pyarrow batch": (lambda table: table.combine_chunks().to_batches()[0], pa.RecordBatch),
    "pyarrow reader": (lambda table: table.to_reader(max_chunksize=50), pa.RecordBatchReader),
    "duckdb": (lambda table: duckdb.from_arrow(table), duckdb.DuckDBPyRelation),
    "any stream": (Capsules, bc.Frame),
    "any array": (lambda table: OneArray(table.combine_chunks().to_batches()[0]), bc.Frame),
}


@pytest.fixture(scope="module")
def columns(rules, book):
    return counties(rules, book)


@pytest.fixture(scope="module")
def table(rules, columns):
    return rules.score_table(records(columns, rules))


@pytest.fixture(params=KINDS)
def kind(request):
    return KINDS[request.param]


def test_a_frame_comes_back_as_its_kind_with_the_answers_of_its_records(rules, columns, table, kind):
    make, returned = kind
    answer = rules.score(make(pa.table(columns)), ranges=True, threads=2)
    assert isinstance(answer, returned)
    rows = rows_of(answer)
    assert list(rows[0])[:8] == ["region", "period", "group", "label", "score", "class", "status", "issue"]
    for i, (row, card) in enumerate(zip(rows, table, strict=True)):
        expected = answer_of(card)
        assert {name: row[name] for name in expected} == expected
        assert row["region"] == columns["region"][i]


def test_ranks_parts_and_keys_of_a_frame(rules, columns, table, kind):
    make, _ = kind
    rows = rows_of(rules.score(make(pa.table(columns)), ranks=True, key=True, parts=["input", "hightech_firms"]))
    for row, card in zip(rows, table, strict=True):
        assert (row["rank_best"], row["rank_worst"]) == (float(card.rank.low), float(card.rank.high))
        assert row["points.hightech_firms"] == float(card["hightech_firms"].shown)
        assert (row["key"] is None) == (not card.score.decided)
    keys = [(card.score.low, row["key"]) for row, card in zip(rows, table, strict=True) if card.score.decided]
    assert [key for _, key in sorted(keys)] == sorted(key for _, key in keys)


def test_a_bad_row_of_a_frame_is_marked_and_no_other(rules, kind):
    make, _ = kind
    rows = rows_of(rules.score(make(pa.table({"fiscal_st_share": [1.0, 101.0, None]}))))
    assert [row["status"] for row in rows] == ["undetermined", "bad_value", "undetermined"]
    assert [row["issue"] for row in rows] == [None, "above_max: fiscal_st_share", None]


def test_an_unknown_column_of_a_frame_names_the_nearest_slot(rules, kind):
    make, _ = kind
    with pytest.raises(bc.DataError, match="fiscal_st_share") as caught:
        rules.score(make(pa.table({"fiscal_st_shar": [1.0]})))
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("unknown_column", "/columns/fiscal_st_shar")]


def test_a_column_of_dates_is_refused(rules, kind):
    import datetime

    make, _ = kind
    with pytest.raises(bc.DataError) as caught:
        rules.score(make(pa.table({"fiscal_st_share": [datetime.date(2020, 1, 1)]})))
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("unsupported_type", "/columns/fiscal_st_share")]


def test_columns_are_kept_and_renamed(rules, kind):
    make, _ = kind
    frame = make(pa.table({"code": ["a", "b"], "share": [1.0, 2.0], "县": ["甲", "乙"]}))
    options = {"columns": {"share": "fiscal_st_share", "县": "region"}, "keep": ["code"], "parts": ["fiscal_st_share"]}
    rows = rows_of(rules.score(frame, **options))
    assert [(row["code"], row["县"], row["points.fiscal_st_share"]) for row in rows] == [("a", "甲", 6.0), ("b", "乙", 8.0)]
    with pytest.raises(bc.DataError) as caught:
        rules.score(make(pa.table({"fiscal_st_share": [1.0]})), keep=["name"])
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("missing_column", "/keep/0")]


def test_statuses_stand_beside_figures(rules, kind):
    make, _ = kind
    frame = make(pa.table({"fiscal_st_share": [1.0] * 4, "fiscal_st_share.status": ["missing", None, "", "guess"]}))
    rows = rows_of(rules.score(frame, parts=["fiscal_st_share"]))
    assert [row["points.fiscal_st_share"] for row in rows] == [None, 6.0, 6.0, None]
    assert [row["issue"] for row in rows] == [None, None, None, "unknown_status: fiscal_st_share"]


@pytest.mark.parametrize("name", [name for name in KINDS if name != "pyarrow batch"])
def test_no_rows(rules, name):
    make, returned = KINDS[name]
    if name == "any array":
        frame = OneArray(pa.RecordBatch.from_pydict({"fiscal_st_share": pa.array([], pa.float64())}))
    else:
        frame = make(pa.table({"fiscal_st_share": pa.array([], pa.float64())}))
    answer = rules.score(frame)
    assert isinstance(answer, returned) and rows_of(answer) == []


TYPES = [
    pa.float32(), pa.float64(), pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64(),
    pa.decimal128(9, 2), pa.decimal128(38, 0),
]


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_every_type_of_number_is_read_as_it_stands(rules, type_, kind):
    make, _ = kind
    counts = [0, 1, 2, None, 5, 10, 100]
    numbers = [None if count is None else decimal.Decimal(count) for count in counts] if pa.types.is_decimal(type_) else counts
    frame = pa.table({"hightech_firms": pa.array(numbers, type_)})
    rows = rows_of(rules.score(make(frame), parts=["hightech_firms"]))
    expected = [None if count is None else float(rules.score({"hightech_firms": count})["hightech_firms"].shown) for count in counts]
    assert [row["points.hightech_firms"] for row in rows] == expected


def test_points_come_as_decimals_where_they_are_wanted(rules, kind):
    make, _ = kind
    rows = rows_of(rules.score(make(pa.table({"hightech_firms": [3, None]})), parts=["hightech_firms"], decimals=True))
    assert [row["points.hightech_firms"] for row in rows] == [decimal.Decimal("2.83"), None]


def test_any_number_of_threads_gives_the_same_frame(rules, columns):
    frame = pa.concat_tables([pa.table(columns)] * 40).combine_chunks()
    one, *others = [rules.score(frame, parts=True, ranges=True, ranks=True, key=True, threads=threads) for threads in (1, 2, 3, 0)]
    assert all(one.equals(other) for other in others)


def test_pandas_keeps_its_index_and_the_types_of_kept_columns(rules):
    index = pd.MultiIndex.from_tuples([("甲", 1), ("甲", 1)], names=["a", "b"])
    frame = pd.DataFrame({"region": pd.Categorical(["x", "y"]), "fiscal_st_share": [1.0, 2.0]}, index=index)
    for each in (frame, frame.astype({"fiscal_st_share": object})):
        answer = rules.score(each)
        assert answer.index.equals(index) and answer.index.names == ["a", "b"]
        assert answer["region"].dtype == frame["region"].dtype
        assert list(answer["class"].cat.categories) == rules.classes and answer["class"].cat.ordered


def test_pandas_may_have_a_column_twice_rows_without_columns_and_names_that_are_numbers(rules):
    twice = pd.DataFrame([[1.0, 2.0]], columns=["fiscal_st_share", "fiscal_st_share"])
    with pytest.raises(bc.DataError) as caught:
        rules.score(twice)
    assert [issue.code for issue in caught.value.issues] == ["repeated_column"]
    assert list(rules.score(pd.DataFrame(index=range(3)))["status"]) == ["undetermined"] * 3
    assert len(rules.score(pd.DataFrame({7: [1.0]}), columns={"7": "fiscal_st_share"})) == 1


def test_pandas_without_pyarrow_goes_through_numpy(rules, monkeypatch):
    from biaochi.frames import _pandas

    frame = pd.DataFrame({"fiscal_st_share": [1.0, None], "hightech_firms": pd.array([3, None], dtype="Int64")})
    expected = rules.score(frame, parts=True, ranges=True)
    monkeypatch.setattr(_pandas, "find_spec", lambda name: None)
    pd.testing.assert_frame_equal(rules.score(frame, parts=True, ranges=True), expected)
    with pytest.raises(bc.DataError) as caught:
        rules.score(frame.astype(object))
    assert {issue.code for issue in caught.value.issues} == {"unsupported_type"}


def test_a_frame_is_read_once(rules):
    frame = rules.score(Capsules(pa.table({"fiscal_st_share": [1.0]})))
    assert frame.columns == ["score", "class", "status", "issue"] and "score" in repr(frame)
    assert pa.table(frame).num_rows == 1
    with pytest.raises(bc.DataError) as caught:
        frame.__arrow_c_stream__()
    assert [issue.code for issue in caught.value.issues] == ["released_array"]


def test_a_stream_that_was_read_is_refused(rules):
    capsule = pa.table({"fiscal_st_share": [1.0]}).__arrow_c_stream__()

    class Spent:
        def __arrow_c_stream__(self, requested_schema=None):
            return capsule

    rules.score(Spent())
    with pytest.raises(bc.DataError) as caught:
        rules.score(Spent())
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("released_array", "/columns")]


@pytest.mark.parametrize("answer", [3, None, "capsule", (1, 2)])
def test_what_is_no_capsule_is_refused(rules, answer):
    class Wrong:
        def __arrow_c_stream__(self, requested_schema=None):
            return answer

    class WrongPair:
        def __arrow_c_array__(self, requested_schema=None):
            return answer

    for frame in (Wrong(), WrongPair()):
        with pytest.raises(TypeError, match="capsule"):
            rules.score(frame)


def test_a_plain_array_is_no_frame(rules):
    with pytest.raises(bc.DataError):
        rules.score(pa.array([1.0]))


def test_a_stream_that_fails_tells_why(rules):
    def batches():
        yield pa.record_batch({"fiscal_st_share": [1.0]})
        raise OSError("the disk is full")

    schema = pa.schema([("fiscal_st_share", pa.float64())])
    failing = pa.RecordBatchReader.from_batches(schema, batches())
    with pytest.raises(bc.Error, match="the disk is full"):
        rules.score(Capsules(failing))
    lazy = rules.score(pa.RecordBatchReader.from_batches(schema, batches()))
    with pytest.raises(OSError, match="the disk is full"):
        lazy.read_all()


def texts_that_point_nowhere():
    """Two words, the first of which ends before it begins."""
    return pa.Array.from_buffers(pa.string(), 2, [None, pa.py_buffer(b"\7\0\0\0\0\0\0\0\7\0\0\0"), pa.py_buffer(b"missing")])


@pytest.mark.parametrize("ranks", [False, True])
def test_an_array_that_is_wrong_is_told_as_data(rules, ranks):
    beyond = pa.DictionaryArray.from_arrays(pa.array([0, 9], pa.int8()), pa.array(["missing"]), safe=False)
    for statuses in (texts_that_point_nowhere(), beyond):
        table = pa.table({"fiscal_st_share": [1.0, 2.0], "fiscal_st_share.status": statuses})
        for frame in (table, Capsules(table)):
            with pytest.raises(bc.DataError) as caught:
                rules.score(frame, ranks=ranks)
            assert [(issue.code, issue.where) for issue in caught.value.issues] == [("wrong_layout", "/columns/fiscal_st_share.status")]


def test_a_batch_without_rows_is_a_batch_without_rows(rules):
    batch = pa.record_batch({"fiscal_st_share": pa.array([], pa.float64()), "region": pa.array([], pa.dictionary(pa.int8(), pa.string()))})
    answer = rules.score(batch, ranges=True, key=True)
    assert isinstance(answer, pa.RecordBatch) and answer.num_rows == 0
    assert answer.schema == rules.score(pa.Table.from_batches([batch]), ranges=True, key=True).schema


class OneStruct(OneArray):
    """A struct, which may have an offset and nulls of its own."""


@pytest.mark.parametrize("nulls", [False, True])
@pytest.mark.parametrize(("first", "rows"), [(0, 6), (2, 4), (1, 5), (6, 0)])
def test_kept_columns_of_any_type_come_back_as_they_are(rules, nulls, first, rows):
    words = ["a", "b", None, "d", "e", "a long text beyond twelve bytes"]
    columns = {
        "fiscal_st_share": pa.array(range(6), pa.float64()),
        "nothing": pa.nulls(6),
        "list": pa.array([[1], [2, 3], None, [4], [], [5]]),
        "struct": pa.array([{"a": 1}, {"a": 2}, None, {"a": 4}, {"a": None}, {"a": 6}]),
        "sized": pa.array([[1, 2]] * 6, pa.list_(pa.int32(), 2)),
        "view": pa.array([[1], [2, 3], None, [4], [], [5]], pa.list_view(pa.int64())),
        "text": pa.array(words, pa.string_view()),
        "word": pa.array(words).dictionary_encode(),
        "flag": pa.array([True, None, False, True, False, True]),
        "map": pa.array([[("a", 1)]] * 6, pa.map_(pa.string(), pa.int32())),
        "uuid": pa.ExtensionArray.from_storage(pa.uuid(), pa.array([bytes([i]) * 16 for i in range(6)], pa.binary(16))),
    }
    runs = {"runs": pa.RunEndEncodedArray.from_arrays(pa.array([2, 6], pa.int32()), pa.array([1.0, 2.0]))}
    columns |= {} if nulls else runs
    keep = list(columns)[1:]
    mask = pa.array([i == 4 and nulls for i in range(6)])
    frame = pa.StructArray.from_arrays(list(columns.values()), names=list(columns), mask=mask).slice(first, rows)
    answer = pa.table(rules.score(OneStruct(frame), keep=keep))
    answer.validate(full=True)
    for name in keep:
        assert answer[name].type == columns[name].type
        assert answer[name].to_pylist() == [None if row is None else row[name] for row in frame.to_pylist()], name
    if nulls:
        both = columns | runs
        frame = pa.StructArray.from_arrays(list(both.values()), names=list(both), mask=mask)
        with pytest.raises(bc.DataError, match="has the type run-end encoded; expected a type with nulls of its own"):
            rules.score(OneStruct(frame), keep=list(both)[1:])


def test_rows_without_figures(rules):
    for frame in (pd.DataFrame({"region": ["a", "b"]}), pd.DataFrame(index=range(2))):
        answer = rules.score(frame, decimals=True)
        assert list(answer["status"]) == ["undetermined"] * 2 and "label" not in answer
    answer = pl.DataFrame({"region": ["a", "b"]}).with_columns(biaochi.polars.score(rules).alias("answer")).unnest("answer")
    assert answer.columns == ["region", "score", "class", "status", "issue"] and answer.height == 2


@pytest.mark.parametrize("name", ["polars", "pandas", "pyarrow table"])
def test_a_change_may_keep_what_only_scores_are_called(rules, name):
    make, _ = KINDS[name]
    frame = make(pa.table({"region": ["a", "a"], "period": ["2020", "2021"], "fiscal_st_share": [1.0, 2.0], "score": [7, 8]}))
    assert [row["score"] for row in rows_of(rules.change(frame, keep=["score"]))] == [7, 8]


def test_progress_of_a_frame(rules, kind):
    make, _ = kind
    told = []
    answer = rules.score(make(pa.table({"fiscal_st_share": [1.0] * 10})), progress=lambda done, rows: told.append((done, rows)))
    assert len(rows_of(answer)) == 10
    if not isinstance(answer, pa.RecordBatchReader | bc.Frame | duckdb.DuckDBPyRelation):
        assert told[-1] == (10, 10)


def test_a_frame_is_stopped_by_its_progress_function():
    slow = bc.rulebook("undp_hdi").compile()
    frame = pa.table({slot: [10.0] * 500_000 for slot in slow.slots})
    with pytest.raises(bc.Stopped):
        slow.score(frame, progress=lambda done, rows: False)
    with pytest.raises(bc.Stopped):
        slow.score(frame, ranks=True, progress=lambda done, rows: False)


@pytest.fixture
def parquet(columns, tmp_path):
    import pyarrow.parquet

    path = tmp_path / "counties.parquet"
    pyarrow.parquet.write_table(pa.table(columns), path, row_group_size=50)
    return path


BOTH = ["--reading", "hightech_gap=linear", "--reading", "class_cuts=hebei_2019"]


def test_the_command_scores_a_parquet_file_into_another(run, parquet, table, tmp_path):
    import pyarrow.parquet

    output = tmp_path / "scored.parquet"
    ran = run("score", "hebei_district_leap", parquet, "-o", output, "--threads", 2, *BOTH)
    assert (ran.status, ran.text) == (0, "167 rows: decided 167.\n")
    scored = pyarrow.parquet.read_table(output).to_pylist()
    assert [(row["score"], row["class"]) for row in scored] == [(answer_of(card)["score"], card.class_) for card in table]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["counties.parquet", "scored.parquet"]


def test_the_command_scores_no_rows(run, parquet, tmp_path):
    import pyarrow.parquet

    empty, output = tmp_path / "empty.parquet", tmp_path / "scored.parquet"
    pyarrow.parquet.write_table(pyarrow.parquet.read_table(parquet).slice(0, 0), empty)
    ran = run("score", "hebei_district_leap", empty, "-o", output, *BOTH)
    assert (ran.status, ran.text) == (0, "0 rows: -.\n")
    assert pyarrow.parquet.read_table(output).num_rows == 0


def test_the_command_refuses_what_it_cannot_do_with_parquet(run, parquet, tmp_path):
    (tmp_path / "broken.parquet").write_bytes(b"no such thing")
    (tmp_path / "sheet.csv").write_text("region,hightech_firms\nNorth,3\n", "utf-8")
    output = tmp_path / "out.parquet"
    for words, said in (
        ([parquet], "-o FILE.parquet"),
        ([parquet, "-o", parquet], "write to another"),
        ([parquet, "-o", tmp_path / "none" / "out.parquet"], "cannot be written"),
        ([tmp_path / "none.parquet", "-o", output], "no such file"),
        ([tmp_path / "broken.parquet", "-o", output], "cannot be read"),
        ([parquet, "-o", output, "--keep", "code"], "missing_column"),
        ([tmp_path / "sheet.csv", "--threads", "2"], "for Parquet files only"),
    ):
        ran = run("score", "hebei_district_leap", *words)
        assert ran.status == 2 and said in ran.err, ran.err
        assert not output.exists()
    ran = run("score", "city_plan_2023", parquet, "-o", output)
    assert ran.status == 2 and "has no score tree" in ran.err and not output.exists()
