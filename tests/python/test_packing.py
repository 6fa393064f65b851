"""Rulebooks and rules survive copy, pickle and another process with the same answers; another version says so."""

from __future__ import annotations

import copy
import json
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest

import biaochi
from biaochi import _packing
from conftest import ROOT

CHOSEN = {"hightech_gap": "linear", "class_cuts": "hebei_2019"}
RECORDS = (ROOT / "examples" / "counties" / "counties.csv")


@pytest.fixture(scope="module")
def records(book) -> str:
    from biaochi.tables import read_table

    return read_table(RECORDS, book).json


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_rules_give_the_same_answers(rules, records, protocol):
    again = pickle.loads(pickle.dumps(rules, protocol))
    assert (again.rulebook_id, again.on, again.readings) == (rules.rulebook_id, rules.on, rules.readings)
    assert again.score_json(records) == rules.score_json(records)


def test_readings_stay_chosen_by_whom_they_were_chosen(book):
    """Chosen by the user, adopted by the rulebook, or left open by "none": the explanation says which."""
    figures = {"hightech_firms": 30}
    for readings in (None, {"within_band": "linear"}, {"within_band": "none"}, CHOSEN):
        rules = book.compile(readings=readings)
        assert pickle.loads(pickle.dumps(rules)).score(figures).explain("en") == rules.score(figures).explain("en")


@pytest.mark.parametrize("name", biaochi.rulebooks())
def test_every_shipped_rulebook_can_be_pickled(name):
    book = biaochi.rulebook(name)
    again = pickle.loads(pickle.dumps(book))
    assert (again.id, again.version, again.slots) == (book.id, book.version, book.slots)
    assert [result.passed for result in again.test()] == [result.passed for result in book.test()]
    assert pickle.dumps(again) == pickle.dumps(book)


def test_a_text_of_a_str_and_one_of_bytes_are_packed_alike(book):
    text = (ROOT / "rulebooks" / "hebei_district_leap.json").read_bytes()
    assert pickle.dumps(biaochi.rulebook(text.decode())) == pickle.dumps(biaochi.rulebook(text)) == pickle.dumps(book)


def test_a_copy_of_what_cannot_change_is_the_thing_itself(book, rules):
    for thing in (book, rules):
        assert copy.copy(thing) is thing
        assert copy.deepcopy(thing) is thing
    assert copy.deepcopy({"rules": [rules]})["rules"][0] is rules


def processes(count: int) -> ProcessPoolExecutor:
    """Started afresh; one that dies ends the test, where a plain pool would wait for ever."""
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))


def test_a_process_started_afresh_gives_the_same_answers(rules, records):
    with processes(2) as pool:
        assert list(pool.map(rules.score_json, [records] * 3)) == [rules.score_json(records)] * 3


def test_an_error_comes_back_from_a_process_with_its_issues(rules):
    with processes(1) as pool, pytest.raises(biaochi.DataError) as caught:
        list(pool.map(rules.score_json, ['[{"region": "甲", "facts": {"hightech_firm": 3}}]']))
    assert [issue.code for issue in caught.value.issues] == ["unknown_fact"]


def test_another_version_is_an_error_that_names_both(rules):
    function, (version, *rest) = rules.__reduce__()
    assert (function, version) == (_packing.rules, biaochi.__version__)
    with pytest.raises(biaochi.RulebookError) as caught:
        function("0.0.1", *rest)
    (issue,) = caught.value.issues
    assert (issue.code, issue.where) == ("bad_value", "/version")
    for message in (issue.en, issue.zh):
        assert "biaochi 0.0.1" in message and f"biaochi {biaochi.__version__}" in message
    assert "install the same version" in issue.en and "同一版本" in issue.zh


def test_what_was_tampered_with_is_an_error_and_no_crash(rules):
    function, (version, text, on, readings) = rules.__reduce__()
    for wrong in (b"", b"{", text[:-2], json.dumps({"format": "biaochi/1"}).encode()):
        with pytest.raises(biaochi.RulebookError):
            function(version, wrong, on, readings)
    with pytest.raises(biaochi.RulebookError):
        function(version, text, "1900-01-01", readings)
    with pytest.raises(biaochi.RulebookError):
        function(version, text, on, {"no_such_point": "linear"})


def test_ranking_says_how_ranks_are_made(rules):
    assert rules.ranking == {"ties": "competition", "compare": "unrounded", "within_group": False}
    assert biaochi.rulebook("undp_hdi").compile().ranking["compare"] == "rounded"
