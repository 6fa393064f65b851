"""The function of DuckDB and the expression of polars give what Rules.score gives, whatever the query is made of."""

from __future__ import annotations

import random

import pytest

import biaochi
import biaochi.duckdb
import biaochi.polars
from biaochi import _libraries

duckdb = pytest.importorskip("duckdb")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

OPTIONS = {"parts": ["hightech_firms", "input"], "ranges": True, "key": True}
ANSWERS = ["score", "class", "status", "issue", "score_low", "score_high", "class_low", "class_high", "points.hightech_firms",
           "points.hightech_firms.low", "points.hightech_firms.high", "points.input", "points.input.low", "points.input.high", "key",
           "key_low", "key_high"]


@pytest.fixture(scope="module")
def rows(rules):
    """Figures with and without gaps, and wrong ones; ids in an order of their own."""
    made = random.Random(5)
    count = 5000
    columns = {"id": made.sample(range(count), count), "region": [f"县{i}" for i in range(count)]}
    for slot in rules.slots:
        choices = [None, 0, 1] if "." in slot else [None, 0, 1, 2.5, 7, -1] if slot == "hightech_firms" else [None, 1, 1.5, 2]
        if slot.startswith(("st_department", "monitoring_class")):
            choices = [0]
        columns[slot] = made.choices(choices, [1, *[20] * (len(choices) - 1)], k=count)
    return polars.DataFrame(columns, strict=False)


@pytest.fixture(scope="module")
def expected(rules, rows):
    """What Rules.score says, by id."""
    answer = rules.score(rows, keep=["id"], **OPTIONS)
    return biaochi.polars._plain(polars, answer).select("id", *ANSWERS).sort("id")


def test_there_are_rows_of_every_kind(expected):
    assert set(expected["status"]) >= {"decided", "undetermined", "bad_value"}


def in_duckdb(rules, rows, query: str, **options):
    with duckdb.connect() as connection:
        connection.register("counties", rows.to_arrow())
        biaochi.duckdb.register(connection, rules, **options)
        return polars.from_arrow(connection.sql(query).to_arrow_table())


def test_duckdb_scores_the_rows_of_a_table(rules, rows, expected):
    query = "select id, unnest(biaochi_score(counties)) from counties order by id"
    assert in_duckdb(rules, rows, query, keep=["id"], **OPTIONS).equals(expected)


def test_duckdb_scores_what_a_query_makes(rules, rows):
    few = "(select id, id % 3 as n from counties)"
    scored = f"(select id, biaochi_score({{'hightech_firms': 3, 'tech_smes': n}}) as s from {few})"
    found = in_duckdb(rules, rows, f"select id, s.score, s.status from {scored} order by id")
    for n in range(3):
        card = rules.score({"hightech_firms": 3, "tech_smes": n})
        assert not card.score.decided
        assert set(found.filter(polars.col("id") % 3 == n)["status"]) == {"undetermined"}
    assert found["score"].null_count() == len(found)


def test_a_decimal_reaches_the_rules_as_it_is(rules):
    """The nearest double to 1.99999999999999999999 is 2, where another band begins."""
    values = ["1.99999999999999999999", "2.00000000000000000000"]
    exact = [rules.score({"fiscal_st_share": value}).score.low for value in values]
    assert exact[0] < exact[1]
    query = "select biaochi_score({{'fiscal_st_share': {}::DECIMAL(38, 20)}}).key_low"
    with duckdb.connect() as connection:
        biaochi.duckdb.register(connection, rules, ranges=True, key=True)
        keys = [connection.sql(query.format(value)).fetchall()[0][0] for value in values]
    assert keys[0] < keys[1]


def test_a_null_struct_has_a_null_answer(rules):
    with duckdb.connect() as connection:
        biaochi.duckdb.register(connection, rules)
        query = "select biaochi_score(case when i > 0 then {'hightech_firms': i} end) is null from range(3) t(i) order by i"
        assert connection.sql(query).fetchall() == [(True,), (False,), (False,)]


def test_several_functions_stand_side_by_side(rules, book):
    other = book.compile(readings={"class_cuts": "hebei_2019"})
    with duckdb.connect() as connection:
        biaochi.duckdb.register(connection, rules, "one", ranges=True)
        biaochi.duckdb.register(connection, other, "other", ranges=True)
        ((one, two),) = connection.sql("select one(f).score_low, other(f).score_low from (select {'hightech_firms': 30} as f)").fetchall()
    assert one > two  # without a reading of the gap from 10 to 100 firms the least is what any reading gives
    assert (str(one), str(two)) == tuple(str(float(each.score({"hightech_firms": 30}).score.shown.split("–")[0])) for each in (rules, other))


@pytest.mark.parametrize("call", ["biaochi_score(3)", "biaochi_score()", "biaochi_score({'a': 1}, {'b': 2})"])
def test_duckdb_is_told_what_is_expected(rules, call):
    with duckdb.connect() as connection:
        biaochi.duckdb.register(connection, rules)
        with pytest.raises(duckdb.Error):
            connection.sql(f"select {call}").fetchall()


def test_a_field_that_is_no_slot_is_named_with_the_nearest(rules, rows):
    with pytest.raises(duckdb.Error, match="unknown_column.*hightech_firms"):
        in_duckdb(rules, rows, "select biaochi_score({'hightech_firm': 3})")
    with pytest.raises(polars.exceptions.ComputeError, match="unknown_column"):
        rows.select(biaochi.polars.score(rules, polars.lit(3).alias("hightech_firm")))


def test_polars_scores_eagerly_lazily_and_streaming(rules, rows, expected):
    answer = biaochi.polars.score(rules, keep=["id"], **OPTIONS)
    assert rows.select("id", answer).unnest("biaochi_score").sort("id").equals(expected)
    lazy = rows.lazy().select("id", answer)
    assert lazy.collect_schema() == polars.Schema({"id": rows["id"].dtype, "biaochi_score": polars.Struct(expected.drop("id").schema)})
    assert lazy.unnest("biaochi_score").sort("id").collect().equals(expected)
    assert lazy.unnest("biaochi_score").sort("id").collect(engine="streaming").equals(expected)


def test_polars_scores_named_columns_and_expressions(rules, rows):
    figures, few = ["hightech_firms", polars.col("tech_smes").fill_null(0)], polars.col("id") < 50
    answer = biaochi.polars.score(rules, *figures, parts=["hightech_firms"])
    found = rows.lazy().filter(few).with_columns(answer.alias("a")).select("hightech_firms", "a").collect()
    direct = rules.score(rows.filter(few).select(figures), parts=["hightech_firms"])
    assert found["a"].struct.field("points.hightech_firms").equals(direct["points.hightech_firms"])


def test_polars_scores_inside_groups_and_of_no_rows(rules, rows):
    answer = biaochi.polars.score(rules, "hightech_firms", ranges=True)
    top = rows.group_by(polars.col("id") % 2, maintain_order=True).agg(answer.struct.field("score_high").max())
    assert len(top) == 2 and top["score_high"].null_count() == 0
    assert rows.clear().select(answer).schema == rows.select(answer).schema


def test_rows_without_figures_are_not_lost(rules, rows):
    few = rows.head(3).select("id")
    assert few.select(biaochi.polars.score(rules, keep=["id"]))["biaochi_score"].struct.field("status").to_list() == ["undetermined"] * 3
    assert in_duckdb(rules, few, "select biaochi_score(counties).status as s from counties", keep=["id"])["s"].to_list() == ["undetermined"] * 3


def test_what_is_no_connection_and_no_rules_is_a_type_error(rules):
    with pytest.raises(TypeError, match="expected a connection of DuckDB, found int"):
        biaochi.duckdb.register(3, rules)
    with duckdb.connect() as connection, pytest.raises(TypeError, match="expected rules, found str"):
        biaochi.duckdb.register(connection, "hebei_district_leap")
    with pytest.raises(TypeError, match="expected rules, found int"):
        biaochi.polars.score(3)


def test_what_a_part_is_called_is_checked_at_once(rules):
    with duckdb.connect() as connection, pytest.raises(biaochi.DataError) as caught:
        biaochi.duckdb.register(connection, rules, parts=["no_such_part"])
    assert caught.value.issues[0].code == "unknown_node"
    with pytest.raises(biaochi.DataError):
        biaochi.polars.score(rules, parts=["no_such_part"])


def test_a_library_that_is_not_there_is_named_with_what_to_install():
    with pytest.raises(ImportError) as caught:
        _libraries.library("no_such_library.at_all", "frames")
    assert isinstance(caught.value, biaochi.Error)
    for words in ("no_such_library cannot be imported", "无法导入 no_such_library", "pip install 'biaochi[frames]'"):
        assert words in str(caught.value)


def test_a_slot_that_is_kept_is_still_a_figure(rules):
    few = polars.DataFrame({"hightech_firms": [3, 30]})
    low = rules.score(few, keep=["hightech_firms"], ranges=True)["score_low"].to_list()
    assert low[0] > 0
    answer = biaochi.polars.score(rules, keep=["hightech_firms"], ranges=True).struct.field("score_low")
    assert few.select(answer).to_series().to_list() == low
    query = "select biaochi_score(counties).score_low as s from counties"
    assert in_duckdb(rules, few, query, keep=["hightech_firms"], ranges=True)["s"].to_list() == low


def test_what_is_wrong_is_told_in_both_languages(rules, rows):
    wrong = polars.lit(3).alias("hightech_firm")
    with pytest.raises(polars.exceptions.ComputeError, match="(?s)unknown_column.*列"):
        rows.select(biaochi.polars.score(rules, wrong))
    with pytest.raises(duckdb.Error, match="(?s)unknown_column.*列"):
        in_duckdb(rules, rows, "select biaochi_score({'hightech_firm': 3})")


@pytest.mark.parametrize("option", ["keep", "parts"])
@pytest.mark.parametrize("wrong", [3, [3]])
def test_what_is_no_list_of_names_is_a_type_error(rules, option, wrong):
    with pytest.raises(TypeError, match=f"{option} is a list of names, not"):
        biaochi.polars.score(rules, **{option: wrong})
    with duckdb.connect() as connection, pytest.raises(TypeError, match=f"{option} is a list of names, not"):
        biaochi.duckdb.register(connection, rules, **{option: wrong})
