"""Awards and shared budgets as a user of the module and of the command meets them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from bad_files import BOOKS
from hypothesis import given, settings
from hypothesis import strategies as st

import biaochi as bc

BOOK = BOOKS / "good" / "incentives.json"
FEN = Fraction(1, 100)


def contract(amount, **more):
    """An application for one contract."""
    return {"applicant": "甲公司", "claims": [{"id": "c", "claim": "contract", "fields": {"amount": amount, "partner": "乙"}}], **more}


@pytest.fixture(name="rules")
def _rules():
    return bc.rulebook(BOOK).compile()


def grants(answer):
    """Status and shown amount by incentive, of the first claim."""
    return {grant["incentive"]: (grant["status"], grant["amount"]["shown"]) for grant in answer.applications[0]["claims"][0]["grants"]}


def run(*arguments):
    """The command, with its status and what it says."""
    done = subprocess.run([sys.executable, "-m", "biaochi.cli", *map(str, arguments)], capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8-sig"), done.stderr.decode()


def test_the_cap_cuts_a_fen_above_and_not_a_fen_below(rules):
    below = rules.award(contract(Decimal("9999999.99"))).applications[0]["claims"][0]["grants"][0]
    assert (below["status"], below["amount"]["low"], below["amount"]["high"]) == ("awarded", "999999.999", "999999.999")
    assert "cap" not in below
    above = rules.award(contract("10000000.01")).applications[0]["claims"][0]["grants"][0]
    assert (above["amount"]["low"], above["before_caps"]["low"], above["cap"]["amount"]["low"]) == ("1000000", "1000000.001", "1000000")


def test_money_is_shown_in_the_unit_asked_for_and_stays_in_yuan(rules):
    answer = rules.award(contract(5_000_000), unit="万元")
    assert grants(answer)["match"] == ("awarded", "50 万元")
    assert answer.applications[0]["totals"]["money"] == {"low": "550000", "high": "550000", "shown": "55 万元"}
    with pytest.raises(bc.DataError) as wrong:
        rules.award(contract(1), unit="家")
    assert [(issue.code, issue.where) for issue in wrong.value.issues] == [("wrong_unit", "/unit")]


def test_a_grant_says_why_by_which_clause_who_pays_and_what_a_person_gets(rules):
    match = rules.award(contract(5_000_000)).applications[0]["claims"][0]["grants"][0]
    assert match["cite"] == {"source": "paper", "clause": "4"}
    assert match["payer"] == "city"
    assert match["says"]["en"] == "10% of 5000000 元"
    assert match["shares"][0]["amount"] == {"low": "0", "high": "200000", "shown": "0–200000 元"}


def test_a_refusal_says_what_did_not_hold(rules):
    fields = {"kind": "space", "level": "city", "newly": True, "grade": 10}
    answer = rules.award({"applicant": "A", "claims": [{"id": "c", "claim": "platform", "fields": fields}]})
    space = answer.applications[0]["claims"][0]["grants"][1]
    assert space["refusal"] == "condition"
    failed = [found for found in space["findings"] if found["answer"] == "not_met"]
    assert [(found["text"], found["left"]) for found in failed] == [("grade >= 60", "10")]


def test_what_lacks_is_named(rules):
    grant = rules.award({"applicant": "A", "claims": [{"id": "c", "claim": "contract"}]}).applications[0]["claims"][0]["grants"][0]
    assert grant["status"] == "undetermined"
    assert grant["needs"] == [{"field": "amount", "says": {"zh": "成交额", "en": "amount"}}]
    assert grant["amount"] == {"low": "0", "high": "1000000", "shown": "0–1000000 元"}


def test_text_and_rows_tell_the_same_in_both_languages(rules):
    answer = rules.award(contract(5_000_000))
    assert "成果转化补助：给予 500000 元" in answer.text()
    assert "subsidy of a contract: given, 500000 元" in answer.text("en")
    assert [(row["incentive"], row["status"], row["low"]) for row in answer.rows("en")] == [("match", "awarded", "500000"), ("broker", "awarded", "50000")]
    assert "<table>" in answer._repr_html_()
    with pytest.raises(ValueError, match="zh"):
        answer.text("fr")


def test_issues_are_those_of_the_data(rules):
    with pytest.raises(bc.DataError) as wrong:
        rules.award({"applicant": "A", "claims": [{"id": "c", "claim": "contarct"}]})
    assert [(issue.code, issue.where) for issue in wrong.value.issues] == [("unknown_claim", "/claims/0/claim")]


def test_the_command_gives_the_bytes_of_the_module(rules, tmp_path):
    file = tmp_path / "a.json"
    file.write_text(json.dumps(contract(5_000_000), ensure_ascii=False), "utf-8")
    assert run("award", BOOK, file, "--format", "json") == (0, rules.award(file).json, "")
    assert run("award", BOOK, file, "--format", "text", "--lang", "en") == (0, rules.award(file).text("en"), "")
    status, out, _ = run("award", BOOK, file, "--unit", "万元", "--lang", "en")
    assert status == 0
    assert out.splitlines()[1].split("\t")[:5] == ["甲公司", "c", "subsidy of a contract", "given", "50 万元"]
    assert out.splitlines()[-1].split("\t") == ["甲公司", "", "money in all", "", "55 万元"]
    rows = list(csv.DictReader(io.StringIO(run("award", BOOK, file, "--format", "csv")[1])))
    assert rows == rules.award(file).rows()
    assert run("award", BOOK, file, "-o", tmp_path / "a.xlsx")[0] == 0
    assert (tmp_path / "a.xlsx").stat().st_size > 0


def test_the_command_says_no_where_an_applicant_gets_nothing_for_certain(tmp_path):
    file = tmp_path / "a.json"
    file.write_text('{"applicant": "A", "claims": [{"id": "c", "claim": "village"}]}', "utf-8")
    assert run("award", BOOK, file)[0] == 1
    file.write_text('{"applicant": "A", "claims": [{"id": "c"}]}', "utf-8")
    status, out, err = run("award", BOOK, file, "--lang", "en")
    assert (status, out) == (2, "")
    assert err.startswith("/claims/0: error missing_key:")
    assert run("award", BOOK, tmp_path / "none.json")[0] == 2


def test_seven_equal_claims_share_a_million_to_the_last_fen():
    shared = bc.share("1000000", 7)
    assert [claim["paid"] for claim in shared["claims"]] == ["142857.15"] * 2 + ["142857.14"] * 5
    assert shared["rule"] == "largest_remainder"


def test_claims_of_a_budget_come_in_every_shape():
    in_ten_thousands = {"value": "0.00015", "unit": "万元"}
    for claims in ({"a": 1, "b": Fraction(3, 2)}, [("a", 1), ("b", "1.5")], [{"id": "a", "amount": 1}, {"id": "b", "amount": in_ten_thousands}]):
        shared = bc.share(Decimal(1), claims)
        assert {claim["id"]: claim["paid"] for claim in shared["claims"]} == {"a": "0.40", "b": "0.60"}
    assert [claim["paid"] for claim in bc.share({"value": 1, "unit": "万元"}, [1, 1], unit="万元")["claims"]] == ["5000.00", "5000.00"]


@pytest.mark.parametrize(
    ("budget", "claims", "code", "where"),
    [
        (-1, [1], "below_min", "/budget"),
        (1, [-1], "below_min", "/claims/0"),
        (1, [], "empty_list", "/claims"),
        (1, 0, "bad_value", "/equal"),
        ("1.005", [1], "not_whole", "/budget"),
        (1, ["0.001"], "not_whole", "/claims/0"),
        ("much", [1], "bad_number", "/budget"),
        ({"value": 1, "unit": "家"}, [1], "wrong_unit", "/budget/unit"),
        (1, [{"id": "a", "amuont": 1}], "unknown_key", "/claims/0/id"),
    ],
)
def test_a_wrong_budget_or_claim_is_told_at_its_place(budget, claims, code, where):
    with pytest.raises(bc.DataError) as wrong:
        bc.share(budget, claims)
    assert (wrong.value.issues[0].code, wrong.value.issues[0].where) == (code, where)


def test_the_command_shares(tmp_path):
    file = tmp_path / "claims.json"
    file.write_text('{"甲": "0.01", "乙": 2.5}', "utf-8")
    status, out, _ = run("share", "--budget", "1", "--claims", file, "--format", "csv")
    assert status == 0
    assert [(row["id"], row["paid"]) for row in csv.DictReader(io.StringIO(out))] == [("甲", "0.00"), ("乙", "1.00")]
    assert "142857.15" in run("share", "--budget", "100万元", "--equal", 7)[1]
    assert "largest parts cut off" in run("share", "--budget", "100万元", "--equal", 7, "--format", "text", "--lang", "en")[1]
    assert run("share", "--budget", "1")[0] == 2
    assert run("share", "--budget", "x", "--equal", 2)[0] == 2


def largest_remainder(budget, claims):
    """What each claim is paid, in fen, by the book: an oracle on fractions."""
    if sum(claims) <= budget:
        return list(claims)
    quotas = [Fraction(budget * claim, sum(claims)) for claim in claims]
    paid = [int(quota) for quota in quotas]
    for index in sorted(range(len(claims)), key=lambda i: (paid[i] - quotas[i], i))[: budget - sum(paid)]:
        paid[index] += 1
    return paid


@settings(max_examples=200, deadline=None)
@given(budget=st.integers(0, 10**12), claims=st.lists(st.integers(0, 10**11), min_size=1, max_size=30))
def test_no_fen_is_lost_or_made_and_none_gets_more_than_it_claims(budget, claims):
    shared = bc.share(budget * FEN, [claim * FEN for claim in claims])
    paid = [int(Fraction(claim["paid"]) / FEN) for claim in shared["claims"]]
    assert paid == largest_remainder(budget, claims)
    assert sum(paid) == min(budget, sum(claims))
    assert all(got <= claim for got, claim in zip(paid, claims))
    ordered = sorted(range(len(claims)), key=lambda i: claims[i])
    assert all(paid[a] <= paid[b] + (claims[a] == claims[b]) for a, b in zip(ordered, ordered[1:]))
