"""Expressions on their own, as a user of the module and of the command meets them; and the rows of the DMN TCK through the command."""

from __future__ import annotations

import json
import pathlib
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction

import pytest

import biaochi as bc

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT.parent / "shared" / "data" / "feel" / "cases.jsonl"

# docs/reference/feel.md: what these rows expect rests on a type that is not in the expression.
TYPED = {
    "decision_001": "string",
    "decision_003": "list<number>",
    "decision_006_a": "date",
    "decision_007": "string",
    "literal_002": "number",
    "literal_006": "list<number>",
}


def same_number(found: object, printed: str) -> bool:
    if not isinstance(found, str):
        return False
    exact, wanted = Fraction(found), Decimal(printed)
    if Context(prec=34).divide(Decimal(exact.numerator), Decimal(exact.denominator)) == wanted:
        return True
    places = -int(wanted.as_tuple().exponent)  # the suite cuts off some of its inexact numbers
    return places > 7 and abs(exact - Fraction(wanted)) < Fraction(1, 10**places)


def same(found: object, expected: dict) -> bool:
    kind, wanted = expected["type"], expected["value"]
    if kind == "null":
        return found is None
    if kind == "boolean":
        return found is (wanted == "true")
    if kind == "decimal":
        return same_number(found, wanted)
    if kind == "list":
        return isinstance(found, list) and len(found) == len(wanted) and all(map(same, found, wanted))
    if kind == "context":
        return isinstance(found, dict) and found.keys() == wanted.keys() and all(same(found[key], wanted[key]) for key in wanted)
    if kind == "duration":
        return found is not None and bc.evaluate(f'duration("{found}") = duration("{wanted}")')["value"] is True
    return found == wanted


def rows_of_the_suite() -> list[dict]:
    if not CASES.exists():
        pytest.skip("no ../shared/data/feel/cases.jsonl beside the repository")
    return [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def answers(run, questions, tmp_path):
    file = tmp_path / "lines.jsonl"
    file.write_text("".join(json.dumps(question, ensure_ascii=False) + "\n" for question in questions), "utf-8")
    done = run("eval", "--lines", str(file))
    return done.status, [json.loads(line) for line in done.text.splitlines()]


def test_every_row_of_the_suite_but_six_holds_by_its_expression_alone(run, tmp_path):
    rows = rows_of_the_suite()
    status, found = answers(run, [{"id": row["id"], "expr": row["expr"]} for row in rows], tmp_path)
    assert (status, len(found)) == (0, 526)
    assert [answer["id"] for answer in found] == [row["id"] for row in rows]
    failed = [row for row, answer in zip(rows, found) if not same(answer["value"], row["expected"])]
    assert {row["suite"] for row in failed} == {"0082-feel-coercion"}
    assert sorted(row["id"].split("/")[1] for row in failed) == sorted(TYPED)


def test_five_rows_are_read_otherwise_where_each_has_the_type_of_its_expected_value(run, tmp_path):
    rows = rows_of_the_suite()
    types = {"string": "string", "decimal": "number", "boolean": "boolean", "date": "date"}
    questions = [{"id": row["id"], "expr": row["expr"]} for row in rows]
    for row, question in zip(rows, questions):
        if row["expected"]["type"] in types:
            question["type"] = types[row["expected"]["type"]]
    _, found = answers(run, questions, tmp_path)
    failed = [row["id"].split("/")[1] for row, answer in zip(rows, found) if not same(answer["value"], row["expected"])]
    assert sorted(failed) == sorted(TYPED.keys() - {"decision_007"})


def test_the_six_hold_with_a_type(run, tmp_path):
    rows = [row for row in rows_of_the_suite() if row["suite"] == "0082-feel-coercion" and row["id"].split("/")[1] in TYPED]
    status, found = answers(run, [{**row, "type": TYPED[row["id"].split("/")[1]]} for row in rows], tmp_path)
    assert (status, len(found)) == (0, 6)
    assert all(same(answer["value"], row["expected"]) for row, answer in zip(rows, found))


VALUES = [
    ("1/3", "1/3", "number"),
    ("0.1 + 0.2", "0.3", "number"),
    ('"a"', "a", "string"),
    ("1 < 2", True, "boolean"),
    ("null", None, "Null"),
    ('date("2024-01-31") + duration("P1M")', "2024-02-29", "date"),
    ('@"P1Y6M"', "P1Y6M", "years and months duration"),
    ('@"P1DT2H"', "P1DT2H", "days and time duration"),
    ('[1, "1"]', ["1", "1"], "list<Any>"),
    ('{a: 1, b: @"2024-01-31"}', {"a": "1", "b": "2024-01-31"}, "context<a: number, b: date>"),
    ("[1..3)", {"from": "1", "from_included": True, "to": "3", "to_included": False}, "range<number>"),
    ("(< 10)", {"from": None, "from_included": False, "to": "10", "to_included": False}, "range<number>"),
    ("(!= 1)", {"not": "1"}, "range<number>"),
]


@pytest.mark.parametrize(("expr", "value", "type_"), VALUES, ids=[row[0] for row in VALUES])
def test_every_kind_of_value_has_its_json(expr, value, type_):
    answer = bc.evaluate(expr)
    assert (answer["value"], answer["type"]) == (value, type_)


def test_facts_are_exact_and_typed():
    facts = {"half": 0.5, "third": Fraction(1, 3), "tenth": Decimal("0.10"), "day": date(2024, 1, 31), "list": [1, 2.5], "it": {"a": date(2024, 1, 1)}}
    assert bc.evaluate("half + third + tenth", facts)["value"] == "14/15"
    assert bc.evaluate('day + @"P1D"', facts)["value"] == "2024-02-01"
    assert bc.evaluate("sum(list)", facts)["value"] == "3.5"
    assert bc.evaluate("it.a.year", facts)["value"] == "2024"
    money = {"rd": {"value": 12, "unit": "万元"}, "gdp": {"value": 3, "unit": "亿元"}}
    answer = bc.evaluate("rd / gdp * 100", money, unit="%")
    assert (answer["value"], answer["unit"]) == ("0.04", "%")


def test_a_null_has_its_cause():
    assert bc.evaluate("1 / 0")["because"]["cause"] == "division_by_zero"
    missing = bc.evaluate("x > 1", {"x": None})["because"]
    assert (missing["cause"], missing["about"]) == ("missing_fact", "x")
    assert missing["steps"] == [{"expr": "x > 1", "left": None, "operator": ">", "right": "1", "holds": None}]
    assert bc.evaluate("abs(\"a\")")["because"]["cause"] == "type_error"


def test_what_does_not_compile_raises_with_its_place():
    with pytest.raises(bc.DataError) as raised:
        bc.evaluate("1 +\n sqrt(now())")
    assert [(issue.code, issue.line, issue.column) for issue in raised.value.issues] == [("not_in_profile", 2, 7)]
    with pytest.raises(bc.DataError):
        bc.evaluate("x + 1", {"x y": 1})
    with pytest.raises(bc.DataError):
        bc.evaluate("y + 1", {"x": 1}, strict=True)


def test_a_line_that_fails_stops_nothing(run, tmp_path):
    questions = [{"id": 1, "expr": "1 +"}, {"id": "b", "expr": "2 * 3", "suite": "other keys are passed over"}, {"id": 3, "expr": "1", "fact": {}}, {}]
    status, found = answers(run, questions, tmp_path)
    assert status == 1
    assert [answer.get("id") for answer in found] == [1, "b", 3, None]
    assert [answer["value"] for answer in found] == [None, "6", None, None]
    assert [answer["issue"]["code"] if "issue" in answer else "" for answer in found] == ["expression_syntax", "", "unknown_key", "missing_key"]
    assert (found[0]["issue"]["line"], found[0]["issue"]["column"]) == (1, 4)
    assert found[0]["issue"]["zh"] and found[0]["issue"]["en"]


def test_the_command_prints_value_type_and_why(run, tmp_path):
    facts = tmp_path / "facts.json"
    facts.write_text('{"x": 2.5, "y": null}', "utf-8")
    answer = run("eval", "if x > 2 then x else 0", "--facts", str(facts), "--lang", "en")
    assert (answer.status, answer.text.splitlines()[:2]) == (0, ["2.5", "type: number"])
    assert "2.5 > 2: holds" in answer.text
    assert "every x in [] satisfies x > 1: no member: holds" in run("eval", "every x in [] satisfies x > 1").text
    assert "missing_fact" in run("eval", "y + 1", "--facts", str(facts)).text
    assert json.loads(run("eval", "x", "--facts", str(facts), "--format", "json").text)["value"] == "2.5"
    assert run("eval", "1 +").status == 2
    assert run("eval").status == 2
    assert run("eval", "1", "--facts", str(tmp_path / "none.json")).status == 2
    facts.write_text('{"region": {"cities": [{"gdp": 1}, {"gdp": null}]}}', "utf-8")
    assert "The fact “region.cities[2].gdp” is missing" in run("eval", "region.cities[2].gdp > 1", "--facts", str(facts)).text
    facts.write_text("[1]", "utf-8")
    refused = run("eval", "1", "--facts", str(facts))
    assert refused.status == 2 and refused.err.startswith(f"{facts}: error wrong_type: ")
    facts.write_text('{"x": {"value": 1, "unit": "furlong"}}', "utf-8")
    assert run("eval", "1", "--facts", str(facts)).err.startswith(f"{facts}: /x/unit: error unknown_unit: ")
    assert run("eval", "--lines", str(tmp_path / "none.jsonl")).status == 2
