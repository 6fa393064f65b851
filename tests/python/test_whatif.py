"""What-ifs in Python and on the command line: shapes, samples, single draws, pictures, errors. What they come to is tested in C++ and by the oracle."""

from __future__ import annotations

import ctypes
import json
import math
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from fractions import Fraction
from pathlib import Path

import biaochi as bc
import pytest

from conftest import ROOT

BOOK = ROOT / "tests" / "rulebooks" / "good" / "bands.json"
RECORDS = [
    {"region": "warm", "facts": {"warmth": 15, "waste": 30}},
    {"region": "clean", "facts": {"warmth": 5, "waste": 10}},
    {"region": "twin", "facts": {"warmth": 15, "waste": 30}},
]
SPEC = {"draws": 500, "seed": 3, "weights": [{"parts_of": "total", "percent": 40}]}
COMMAND = Path(sysconfig.get_path("scripts")) / "biaochi"


@pytest.fixture(name="rules")
def compiled_rules():
    return bc.rulebook(BOOK).compile()


def test_counts_add_up_to_the_draws(rules):
    answer = rules.whatif(RECORDS, SPEC)
    assert answer.draws == 500
    assert [each["name"] for each in answer.variations] == ["weights.warmth", "weights.waste", "weights.waste_lower", "weights.waste_upper"]
    for each, result in zip(answer.acceptability, answer.results):
        assert sum(each["ranks"].values()) == 1
        assert sum(entry["draws"] for entry in result["varied"]["ranks"]) == 500
    # 15 degrees give 3, 30 % of waste 4, 1 and 5: 13 of 20; 5 degrees give 0, 10 % three times 5: 15. Twins tie whatever is drawn.
    assert [each["rank"] for each in answer.ranks] == [2, 1, 2]
    assert answer.ranks[0] == {**answer.ranks[2], "region": "warm"}
    assert answer.classes[0]["draws"] == {}


def test_the_same_json_for_any_number_of_threads_and_form_of_input(rules):
    answer = rules.whatif(RECORDS, SPEC)
    assert rules.whatif(json.dumps(RECORDS), json.dumps(SPEC), threads=3).json == answer.json
    assert rules.whatif({"records": RECORDS}, {**SPEC, "draws": 7, "seed": 9}, n=500, seed=3, threads=0).json == answer.json
    assert rules.whatif(RECORDS, SPEC, seed=4).json != answer.json


def test_a_draw_again_is_that_of_the_matrices(rules):
    numpy = pytest.importorskip("numpy")
    answer = rules.whatif(RECORDS, SPEC)
    scores, ranks = answer.matrix(), answer.matrix("ranks")
    assert scores.shape == ranks.shape == (500, 3)
    again = answer.replicate(499)
    assert [float(Fraction(result["score"]["low"])) for result in again["results"]] == pytest.approx(list(scores[499]))
    assert [int(result["rank"]["best"]) for result in again["results"]] == list(ranks[499])
    assert numpy.nanmin(scores[:, 0]) == pytest.approx(float(Fraction(answer.results[0]["varied"]["score"]["low"])))
    for outside in (500, -1, 10**30):
        with pytest.raises(IndexError, match="0 to 499"):
            answer.replicate(outside)
    with pytest.raises(TypeError, match="'x'"):
        answer.replicate("x")
    with pytest.raises(ValueError, match="scores or ranks"):
        answer.matrix("parts")


def test_without_numpy_a_matrix_is_a_memoryview(rules, monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    view = rules.whatif(RECORDS, SPEC).matrix("ranks")
    assert view.shape == (500, 3)
    assert view[0, 0] == view[0, 2]


def test_a_sample_takes_the_place_of_the_generator(rules):
    rows = [[0.5, 0.5, 0.5, 0.5], [0.0, 0.25, 0.5, 0.75]]
    answer = rules.whatif(RECORDS, SPEC, samples=rows)
    assert (answer.draws, json.loads(answer.json)["sample"]) == (2, True)
    assert answer.replicate(0)["values"] == {f"weights.{name}": "5" for name in ("warmth", "waste", "waste_lower", "waste_upper")}
    assert answer.replicate(1)["values"]["weights.waste"] == "4"
    numpy = pytest.importorskip("numpy")
    for made in (numpy.array(rows), numpy.asfortranarray(rows), numpy.array(rows, dtype="float32"), numpy.array(rows)[::1, :]):
        assert rules.whatif(RECORDS, SPEC, samples=made).json == answer.json


@pytest.mark.parametrize("samples", [[], [[]], [[0.5]], [[0.5] * 4, [0.5]], [["a"] * 4], [[math.nan] * 4], [[1.0] * 4], [0.5] * 4, 3, "abcd"])
def test_a_sample_that_cannot_be_used_is_an_issue(rules, samples):
    with pytest.raises(bc.DataError) as caught:
        rules.whatif(RECORDS, SPEC, samples=samples)
    assert [issue.code for issue in caught.value.issues] == ["bad_sample"]


def test_frames_are_records_and_samples(rules):
    pandas, polars, pyarrow = (pytest.importorskip(name) for name in ("pandas", "polars", "pyarrow"))
    rows = [{"region": each["region"], **each["facts"]} for each in RECORDS]
    answer = rules.whatif(RECORDS, SPEC)
    for frame in (pandas.DataFrame(rows), polars.DataFrame(rows), pyarrow.Table.from_pylist(rows)):
        assert rules.whatif(frame, SPEC).json == answer.json
    gap = pandas.DataFrame([{**rows[0], "waste": None}, rows[1], rows[2]])
    assert rules.whatif(gap, SPEC).results[0]["score"]["low"] != rules.whatif(gap, SPEC).results[0]["score"]["high"]
    with pytest.raises(bc.DataError) as caught:
        rules.whatif(pandas.DataFrame(rows).rename(columns={"waste": "wast"}), SPEC)
    assert {issue.code for issue in caught.value.issues} == {"unknown_fact"}
    # As many rows as columns: walked by columns it would pass, and be another sample.
    square = [[i / 16 + k / 4 for k in range(4)] for i in range(4)]
    drawn = rules.whatif(RECORDS, SPEC, samples=square).json
    names = list("abcd")
    assert rules.whatif(RECORDS, SPEC, samples=pandas.DataFrame(square, columns=names)).json == drawn
    assert rules.whatif(RECORDS, SPEC, samples=polars.DataFrame(square, schema=names, orient="row")).json == drawn


def test_a_masked_or_foreign_matrix_is_no_surprise(rules):
    numpy = pytest.importorskip("numpy")
    foreign = ((ctypes.c_double * 4) * 2)()
    assert rules.whatif(RECORDS, SPEC, samples=foreign).draws == 2
    masked = numpy.ma.masked_array(numpy.full((2, 4), 0.5), mask=[[0, 0, 0, 0], [0, 1, 0, 0]])
    for samples in (masked, [[10**400] * 4]):
        with pytest.raises(bc.DataError) as caught:
            rules.whatif(RECORDS, SPEC, samples=samples)
        assert [issue.code for issue in caught.value.issues] == ["bad_sample"]


def test_a_seed_beside_a_sample_is_an_issue(rules):
    with pytest.raises(bc.DataError) as caught:
        rules.whatif(RECORDS, SPEC, samples=[[0.5] * 4], seed=3)
    assert (caught.value.issues[0].code, caught.value.issues[0].where) == ("bad_value", "/seed")


@pytest.mark.parametrize("threads", [-1, 1025, 10**30, -(10**30), 1.5, True, "two", "\ud800", None])
def test_a_number_of_threads_that_is_none_as_in_score(rules, threads):
    numpy = pytest.importorskip("numpy")
    said = []
    for call in (lambda: rules.whatif(RECORDS, SPEC, threads=threads), lambda: rules.score({"hightech_firms": numpy.ones(2)}, threads=threads)):
        with pytest.raises(ValueError, match="0 .one a core. to 1024") as caught:
            call()
        said.append(str(caught.value))
    assert said[0] == said[1]


def test_progress_ends_once_with_all_draws(rules):
    for threads in (1, 2):
        told = []
        rules.whatif(RECORDS, SPEC, n=5000, threads=threads, progress=lambda done, draws: told.append(done))
        assert told[-1] == 5000
        assert told.count(5000) == 1


def test_a_sample_of_another_length_than_n_is_an_issue(rules):
    with pytest.raises(bc.DataError) as caught:
        rules.whatif(RECORDS, SPEC, samples=[[0.5] * 4], n=2)
    assert caught.value.issues[0].code == "bad_sample"


@pytest.mark.parametrize(
    ("spec", "code", "where"),
    [
        ({"weights": [{"node": "warm", "percent": 5}]}, "unknown_node", "/weights/0/node"),
        ({"weights": [{"node": "total", "percent": 5}]}, "cannot_vary", "/weights/0"),
        ("{", "json_syntax", ""),
        ({}, "empty_list", ""),
    ],
)
def test_a_wrong_specification_names_its_place(rules, spec, code, where):
    with pytest.raises(bc.DataError) as caught:
        rules.whatif(RECORDS, spec)
    assert (caught.value.issues[0].code, caught.value.issues[0].where) == (code, where)


@pytest.mark.parametrize(("key", "value"), [("n", 0), ("n", 2**40), ("n", "many"), ("seed", -1), ("seed", 2**64), ("seed", 0.5)])
def test_a_wrong_number_of_draws_or_seed_is_an_issue(rules, key, value):
    with pytest.raises(bc.DataError) as caught:
        rules.whatif(RECORDS, SPEC, **{key: value})
    assert (caught.value.issues[0].code, caught.value.issues[0].where) == ("bad_value", f"/{key}")


def test_progress_is_told_and_may_stop(rules):
    told = []
    rules.whatif(RECORDS, SPEC, n=5000, progress=lambda done, draws: told.append((done, draws)))
    assert told
    assert told[-1][1] == 5000

    def stop(done, draws):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rules.whatif(RECORDS, SPEC, n=10_000_000, progress=stop)
    with pytest.raises(TypeError):
        rules.whatif(RECORDS, SPEC, progress=3)
    rules.whatif(RECORDS, SPEC, progress=True)


def test_rows_and_pictures(rules):
    answer = rules.whatif(RECORDS, SPEC)
    rows = answer.rows()
    assert [list(row) for row in rows] == [list(rows[0])] * 3
    assert all(isinstance(cell, str) for row in rows for cell in row.values())
    assert "<td>clean</td>" in answer._repr_html_()
    for lang in ("zh", "en"):
        picture = ET.fromstring(answer.svg(lang))
        texts = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")]
        assert texts.index("clean") < texts.index("twin") < texts.index("warm")
    with pytest.raises(ValueError, match="not \"fr\""):
        answer.svg("fr")


def run(*words: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([COMMAND, "whatif", *map(str, words)], capture_output=True, check=False)


def test_the_command_writes_tables_json_csv_pictures_and_single_draws(tmp_path, rules):
    file, vary, picture = tmp_path / "r.json", tmp_path / "vary.json", tmp_path / "p.svg"
    file.write_text(json.dumps({"records": RECORDS}), "utf-8")
    vary.write_text(json.dumps(SPEC), "utf-8")
    common = (BOOK, file, "--vary", vary, "--lang", "en")
    table = run(*common, "--draw", picture)
    assert (table.returncode, table.stderr) == (0, b"")
    assert table.stdout.decode().splitlines()[1].startswith("clean\t15.00\t1\t1")
    assert table.stdout.decode().splitlines()[-1] == "500 draws, seed 3."
    assert picture.read_text("utf-8") == rules.whatif(RECORDS, SPEC).svg("en")
    assert run(*common, "--format", "json", "--threads", 2).stdout.decode() == rules.whatif(RECORDS, SPEC).json
    assert run(*common, "--format", "csv").stdout.decode().count("\n") == 4
    assert json.loads(run(*common, "--replicate", 7).stdout) == rules.whatif(RECORDS, SPEC).replicate(7)
    assert run(*common, "--replicate", 500).returncode == 2
    assert run(*common, "-n", 0).returncode == 2
    png = run(*common, "--draw", tmp_path / "w.png")
    assert (png.returncode, png.stderr.decode().count(".svg")) == (2, 1) and not (tmp_path / "w.png").exists()
    assert run(*common, "-o", tmp_path / "w.xlsx").returncode == 0
    assert run(BOOK, file, "--vary", tmp_path / "none.json").returncode == 2
    vary.write_text('{"weights": [{"node": "total", "percent": 5}]}', "utf-8")
    wrong = run(*common)
    assert wrong.returncode == 2
    assert b"cannot_vary" in wrong.stderr
