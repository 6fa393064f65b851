"""Every bad file gets the issues it deserves, in the words that were reviewed; the JSON Schema agrees as far as a schema can see."""

from __future__ import annotations

import json

import pytest
from bad_files import BOOKS, GOLDEN, ROOT, entries, every_entry, golden_text, issues_of, text_of

SCHEMA = ROOT / "rulebooks" / "schema" / "biaochi-1.schema.json"
BLIND = ROOT / "tests" / "cases" / "schema_blind.json"


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["file"])
def test_a_bad_file_gets_exactly_its_issues(entry):
    found = [{"code": issue.code, "where": issue.where} for issue in issues_of(entry)]
    assert found == entry["expect"]


def test_the_words_are_those_that_were_reviewed():
    assert golden_text() == GOLDEN.read_text("utf-8"), "if the change is meant: python tests/python/bad_files.py --update, and review"


def _rejected_by_schema(validator, text: bytes) -> bool:
    try:
        document = json.loads(text, parse_constant=lambda name: name)
    except (ValueError, RecursionError):
        return True  # not JSON at all: no schema is asked
    return not validator.is_valid(document)


def _validator():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schema_misses_only_what_a_schema_cannot_see():
    """Files that the validator refuses and the schema accepts, by code: a change in either must be looked at."""
    validator = _validator()
    blind: dict[str, list[str]] = {}
    for entry in entries():
        if entry["stage"] != "parse" or entry.get("generated") or _rejected_by_schema(validator, text_of(entry)):
            continue
        for code in dict.fromkeys(issue["code"] for issue in entry["expect"]):
            blind.setdefault(code, []).append(entry["file"])
    assert blind == json.loads(BLIND.read_text("utf-8"))["codes"]


def test_the_schema_accepts_what_the_validator_accepts():
    validator = _validator()
    accepted = [BOOKS / "bad" / entry["file"] for entry in entries() if entry["stage"] in ("lint", "test")]
    for path in [*accepted, *sorted((BOOKS / "good").glob("*.json")), *sorted((ROOT / "rulebooks").glob("*.json"))]:
        errors = [error.message for error in validator.iter_errors(json.loads(path.read_text("utf-8")))]
        assert not errors, f"{path.name}: {errors}"


def test_every_file_is_expected_to_do_something():
    on_disk = {path.name for path in (BOOKS / "bad").iterdir() if path.suffix in (".json", ".csv")}
    assert on_disk == {entry["file"] for entry in every_entry()}
