"""The names of the module, and what they answer."""

from __future__ import annotations

import datetime
import json
import pathlib
import pickle
import threading
from fractions import Fraction

import pytest

import biaochi as bc

ROOT = pathlib.Path(__file__).resolve().parents[2]


def test_the_module_shows_its_public_names_and_no_others():
    assert dir(bc) == sorted(bc.__all__)
    assert all(getattr(bc, name).__doc__ for name in bc.__all__ if name != "__version__")


def test_shipped_rulebooks_are_found_by_id():
    assert {"hebei_district_leap", "undp_hdi", "efficacy_example"} <= set(bc.rulebooks())


def test_a_rulebook_is_the_same_by_id_path_text_and_bytes():
    path = ROOT / "rulebooks" / "undp_hdi.json"
    sources = ["undp_hdi", str(path), path, path.read_text("utf-8"), path.read_bytes()]
    assert {bc.rulebook(source).id for source in sources} == {"undp_hdi"}


def test_a_misspelt_rulebook_names_the_nearest():
    with pytest.raises(bc.RulebookError) as caught:
        bc.rulebook("hebi_district_leap")
    assert "hebei_district_leap" in caught.value.issues[0].zh
    assert isinstance(caught.value, ValueError) and isinstance(caught.value, bc.Error)


def test_a_path_object_that_is_not_there_is_an_os_error():
    with pytest.raises(FileNotFoundError):
        bc.rulebook(pathlib.Path("no/such/file.json"))


def test_a_wrong_rulebook_raises_all_its_issues_and_check_returns_them():
    text = '{"format": "biaochi/1", "id": "X", "nonsense": 1}'
    issues = bc.check(text)
    assert len(issues) > 3 and all(issue.severity == "error" for issue in issues)
    with pytest.raises(bc.RulebookError) as caught:
        bc.rulebook(text)
    assert caught.value.issues == issues
    assert str(issues[0]) in str(caught.value)


def test_check_of_a_right_rulebook_is_its_lint(book):
    assert bc.check("hebei_district_leap") == book.lint()
    assert {issue.severity for issue in book.lint()} <= {"warning", "note"}


def test_lone_surrogates_are_invalid_utf8_and_not_a_crash():
    assert "invalid_utf8" in [issue.code for issue in bc.check('{"format": "\ud800"}')]


def test_the_schema_is_json():
    assert json.loads(bc.schema())["$schema"].startswith("https://json-schema.org/")


def test_what_a_rulebook_tells_of_itself(book):
    assert book.id == "hebei_district_leap"
    assert book.effective_from == "2019-01-01" and book.effective_until is None
    assert book.title.text("zh") == book.title.zh
    fact = book.facts["fiscal_st_share"]
    assert (fact.kind, fact.unit, fact.min, fact.max, fact.whole) == ("number", "%", Fraction(0), Fraction(100), False)
    assert book.facts["hightech_firms"].whole
    assert "platforms.key_lab.national" in book.facts["platforms"].slots
    assert book.open_points["within_band"].adopted == "linear"
    assert book.open_points["hightech_gap"].adopted is None
    assert list(book.open_points["class_cuts"].readings) == ["hebei_2019"]


@pytest.mark.parametrize("name", bc.rulebooks())
def test_the_examples_of_every_shipped_rulebook_pass(name):
    results = bc.rulebook(name).test()
    scored = "score" in json.loads((ROOT / "rulebooks" / f"{name}.json").read_text(encoding="utf-8"))
    assert results or not scored, "a rulebook with a score has examples"
    assert all(result.passed for result in results), [(r.id, r.issues) for r in results if not r.passed]


def test_a_date_may_be_a_date(book):
    assert book.compile(on=datetime.date(2021, 5, 1)).on == "2021-05-01"
    assert book.compile().on == "2019-01-01"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"on": "2018-12-31"}, "not_in_force"),
        ({"on": "2020-02-30"}, "bad_date"),
        ({"on": ""}, "bad_date"),
        ({"readings": {"hightech_gap": "lineer"}}, "unknown_reading"),
        ({"readings": {"hightech": "linear"}}, "unknown_open_point"),
    ],
)
def test_compile_refuses(book, arguments, code):
    with pytest.raises(bc.RulebookError) as caught:
        book.compile(**arguments)
    assert [issue.code for issue in caught.value.issues] == [code]


def test_rules_say_what_they_rest_on(rules):
    assert rules.rulebook_id == "hebei_district_leap"
    assert rules.readings["within_band"] == "linear" and rules.readings["hightech_gap"] == "linear"


def test_errors_and_issues_travel_between_processes():
    issue = bc.check('{"a": 1}')[0]
    assert pickle.loads(pickle.dumps(issue)) == issue
    error = pickle.loads(pickle.dumps(bc.DataError([issue])))
    assert error.issues == [issue]


def test_rules_are_shared_by_threads(rules):
    text = json.dumps([{"region": f"r{i}", "facts": {"hightech_firms": i}} for i in range(50)])
    answers: list[str] = []
    threads = [threading.Thread(target=lambda: answers.append(rules.score_json(text))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4 and len(set(answers)) == 1
