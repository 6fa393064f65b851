"""What comes back of frames: types, names, options; and the example of the guide."""

from __future__ import annotations

import datetime
import decimal
import pathlib
import re
import runpy

import pytest

import biaochi
from biaochi.spark import score

ROOT = pathlib.Path(__file__).parents[2]
KEPT = {
    "day": ("date", datetime.date(2020, 12, 31)),
    "at": ("timestamp", datetime.datetime(2020, 12, 31, 23, 59, 59)),
    "money.spent": ("decimal(38,18)", decimal.Decimal("1.000000000000000001")),
    "words": ("array<string>", ["一", "二"]),
    "more": ("struct<a:int,b:string>", {"a": 1, "b": "乙"}),
    "bytes": ("binary", b"\x00\xff"),
}


def test_columns_are_renamed_and_kept_ones_stay_as_they_are(cluster, rules):
    schema = ", ".join(f"`{name}` {type}" for name, (type, _) in KEPT.items())
    values = [value for _, value in KEPT.values()]
    frame = cluster.session.createDataFrame([(decimal.Decimal(30), *values), (None, *values)], f"firms decimal(10,2), {schema}")
    scored = score(frame, rules, keep=list(KEPT), columns={"firms": "hightech_firms"}, parts="hightech_firms", decimals=True)
    assert [field for field in scored.schema if field.name in KEPT] == [field for field in frame.schema if field.name in KEPT]
    one, other = scored.collect()
    for row in (one, other):
        assert {name: row[name] if name != "more" else row[name].asDict() for name in KEPT} == {name: value for name, (_, value) in KEPT.items()}
    exact = rules.score({"hightech_firms": 30})["hightech_firms"]
    assert one["points.hightech_firms"] == decimal.Decimal(exact.shown) and other["points.hightech_firms"] is None


@pytest.mark.parametrize("options", [{}, {"ranges": True}, {"key": True}, {"ranks": True}, {"ranges": True, "ranks": True, "key": True, "parts": True}])
def test_columns_are_those_of_one_machine(cluster, rules, options):
    import pyarrow

    table = pyarrow.table({"id": [1], "region": ["甲县"], "hightech_firms": [30]})
    found = score(cluster.session.createDataFrame(table), rules, keep="id", **options)
    assert found.columns == rules.score(table, keep="id", **options).column_names


def test_an_empty_frame_has_an_empty_answer(cluster, rules):
    frame = cluster.session.createDataFrame([], "hightech_firms int")
    assert score(frame, rules, ranks=True).collect() == []


def test_repeated_columns_are_named(cluster, rules):
    frame = cluster.session.createDataFrame([(1, 2)], "hightech_firms int, firms int")
    with pytest.raises(biaochi.DataError) as caught:
        score(frame, rules, columns={"firms": "hightech_firms"})
    assert [issue.code for issue in caught.value.issues] == ["repeated_column"]


def test_the_example_runs_and_stands_in_the_guides(cluster, capsys):
    program = ROOT / "examples" / "spark" / "score.py"
    runpy.run_path(str(program))
    shown = capsys.readouterr().out
    rows = {row[0]: row[1:] for row in (re.findall(r"[^\s|]+", line) for line in shown.splitlines()) if row and row[0].endswith("县")}
    assert rows["丁县"][:2] == ["bad_value", "below_min:"] and rows["乙县"][0] == "undetermined"
    lines = [line.strip() for line in program.read_text("utf-8").splitlines()[5:] if line.strip()]
    for guide in ("spark.md", "spark.zh-CN.md"):
        text = (ROOT / "docs" / "guide" / guide).read_text("utf-8")
        assert [line for line in lines if line not in text] == []
