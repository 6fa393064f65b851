"""Conditions of subjects as a user of the module and of the command meets them."""

from __future__ import annotations

import json

import pytest
from bad_files import BOOKS

import biaochi as bc

BOOK = BOOKS / "good" / "city_conditions.json"


def city(*counties):
    """A city whose counties have these names, classes and statuses; None is left out."""
    members = [{"region": name, "fields": {"class": class_, "status": status}} for name, class_, status in counties]
    return {"region": "示例市", "on": "2024-03-01", "members": {"counties": members}}


EXAMPLE = city(
    ("甲县", "A", "designated"), ("乙县", "B", "designated"), ("丙县", "B", "none"), ("丁县", "C", "designated"), ("戊县", "A", "none")
)


@pytest.fixture(name="rules")
def _rules():
    return bc.rulebook(BOOK).compile(on="2024-03-01")


def test_a_verdict_names_the_county_that_fails_and_the_count_that_is_needed(rules):
    verdict = rules.check(EXAMPLE, "eligible")
    classes, share = verdict["reason"]["parts"]
    assert verdict["answer"] == "not_met"
    assert [found["member"] for found in classes["findings"] if found["answer"] == "not_met"] == ["丁县"]
    assert share["findings"][-1]["count"] == {"have": 3, "of": 5, "needed": 4, "undecided": 0}


def test_what_is_missing_leaves_it_undetermined_and_is_named(rules):
    verdict = rules.check(city(("甲县", None, "designated")), "eligible")
    assert verdict["answer"] == "undetermined"
    assert [need["fact"] for need in verdict["needs"]] == ["counties.甲县.class"]


def test_wrong_subjects_and_conditions_raise_with_every_issue(rules):
    with pytest.raises(bc.DataError) as raised:
        rules.check({**EXAMPLE, "feilds": {}}, "elegible")
    assert [(issue.code, issue.where) for issue in raised.value.issues] == [
        ("unknown_key", "/feilds"),
        ("unknown_condition", "/conditions/elegible"),
    ]
    with pytest.raises(ValueError, match="one subject"):
        rules.check([EXAMPLE, {"region": "B"}], "eligible")
    with pytest.raises(ValueError, match="lang"):
        rules.check_table(EXAMPLE, lang="fr")
    with pytest.raises(ValueError, match="format"):
        rules.check_table(EXAMPLE, format="csv")


def test_every_condition_is_asked_of_every_subject_where_none_is_named(rules):
    verdicts = json.loads(rules.check_table([EXAMPLE, {"region": "B"}]))["verdicts"]
    assert [verdict["condition"] for verdict in verdicts] == rules.conditions * 2


def test_the_command_prints_the_same_and_exits_with_1_for_no(run, rules, tmp_path):
    file = tmp_path / "city.json"
    file.write_text(json.dumps(EXAMPLE), "utf-8")
    arguments = ("check", str(BOOK), str(file), "--condition", "eligible", "--on", "2024-03-01")
    answer = run(*arguments, "--format", "json")
    assert (answer.status, answer.text) == (1, rules.check_table(EXAMPLE, ["eligible"]))
    answer = run(*arguments, "--format", "text", "--lang", "en")
    assert answer.text == rules.check_table(EXAMPLE, ["eligible"], "text", "en")
    assert run(*arguments).text == "subject\tcondition\tanswer\tclause\tstill needed\n示例市\tA city may apply\tnot met\t三(一)\n"
    assert run("check", str(BOOK), str(tmp_path / "none.json")).status == 2
    file.write_text('{"region": 1}', "utf-8")
    refused = run(*arguments)
    assert refused.status == 2 and refused.err.startswith(f"{file}: /region: error wrong_type: ")
    file.write_text(json.dumps(EXAMPLE), "utf-8")
    assert run("check", str(BOOK), str(file), "--condition", "eligble").err.startswith("/conditions/eligble: error unknown_condition: ")
