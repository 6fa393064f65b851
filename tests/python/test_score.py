"""Figures of every Python type, the scorecard, and tables of them."""

from __future__ import annotations

import itertools
import json
import types
from decimal import Decimal
from fractions import Fraction

import pytest

import biaochi as bc


def points(rules, fact, figure):
    part = rules.score({fact: figure})[fact]
    return (part.low, part.high)


@pytest.mark.parametrize(
    ("figure", "share"),
    [
        (1, Fraction(6)),
        (1.5, Fraction(7)),
        (0.1, Fraction(8, 10)),  # the shortest decimal that reads back as this double, not the double's own value
        ("0.1", Fraction(8, 10)),
        ("1/3", Fraction(8, 3)),
        ("1e-1", Fraction(8, 10)),
        (Decimal("0.10"), Fraction(8, 10)),
        (Decimal("1E+1"), Fraction(8)),
        (Fraction(1, 3), Fraction(8, 3)),
    ],
)
def test_a_figure_of_any_number_type_is_read_exactly(rules, figure, share):
    assert points(rules, "fiscal_st_share", figure) == (share, share)
    assert points(rules, "fiscal_st_share", {"value": figure}) == (share, share)


@pytest.mark.parametrize("figure", [None, float("nan"), Decimal("NaN"), {"value": None}])
def test_a_missing_figure_is_an_interval(rules, figure):
    part = rules.score({"fiscal_st_share": figure})["fiscal_st_share"]
    assert (part.low, part.high, part.decided, part.shown) == (Fraction(0), Fraction(8), False, "0.00–8.00")


class Strange:
    pass


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (float("inf"), "infinite_value"),
        (Decimal("-Infinity"), "infinite_value"),
        pytest.param(10**5000, "number_too_long", id="long"),
        pytest.param(Fraction(1, 10**5000), "number_too_long", id="long fraction"),
        pytest.param("9" * 500, "number_too_long", id="long text"),
        ("three", "not_a_number"),
        (True, "wrong_type"),
        (Strange(), "wrong_type"),
        (b"3", "wrong_type"),
        (-1, "below_min"),
        (100.5, "above_max"),
        (10**12, "above_max"),
        ({"value": 1, "unit": "万元"}, "wrong_unit"),
        ({"value": 1, "status": "maybe"}, "unknown_status"),
    ],
)
def test_a_figure_that_is_none_is_refused_with_its_place(rules, figure, code):
    with pytest.raises(bc.DataError) as caught:
        rules.score({"fiscal_st_share": figure})
    assert [issue.code for issue in caught.value.issues] == [code]
    assert caught.value.issues[0].where.startswith("/fiscal_st_share")


def test_all_issues_are_raised_and_not_the_first(rules):
    record = {"region": "a", "facts": {"fiscal_st_share": -1, "hightech_firms": 1.5, "nonsense": 1, "tech_smes": float("inf")}}
    with pytest.raises(bc.DataError) as caught:
        rules.score(record)
    found = {(issue.code, issue.where) for issue in caught.value.issues}
    assert found == {
        ("below_min", "/facts/fiscal_st_share"),
        ("not_whole", "/facts/hightech_firms"),
        ("unknown_fact", "/facts/nonsense"),
        ("infinite_value", "/facts/tech_smes"),
    }


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("record", [3, "x", [1], {"facts": 3}, {1: 2}, {"fiscal_st_share": nested(10_000)}, {"region": 3, "facts": {}}])
def test_what_is_no_record_is_refused(rules, record):
    with pytest.raises(bc.DataError):
        rules.score(record)


def test_a_dict_that_holds_itself_is_refused(rules):
    facts: dict[str, object] = {}
    facts["fiscal_st_share"] = facts
    with pytest.raises(bc.DataError):
        rules.score(facts)


def test_the_quick_way_and_the_thorough_way_agree(rules):
    flat = {"hightech_firms": 3, "st_department.independent": True, "st_department.leading_group": 1, "st_management": "4.5"}
    apart = ("st_department", "county_rank", "monitoring_class")
    flat |= {slot: 0 for slot in rules.slots if slot not in flat and not slot.startswith(apart)}
    flat |= {"st_department.joint_office": False, "st_department.plaque": 0}
    plain = rules.score({"region": "a", "period": 2020, "label": "x", "facts": flat})
    wrapped = rules.score({"region": "a", "period": "2020", "label": "x", "facts": {slot: {"value": value} for slot, value in flat.items()}})
    assert plain.explain(format="json") == wrapped.explain(format="json")
    assert plain.parts == wrapped.parts
    assert plain["st_department"].low == 5


class Listed(list):
    """A list of another kind."""


class Word(str):
    """A text of another kind, like numpy.str_."""


class Real(float):
    """A float of another kind, like numpy.float64."""


class NoWhole:
    """What offers to be a whole number and then refuses, like an array of numpy."""

    def __index__(self):
        raise TypeError("only integer scalar arrays can be converted")


class Whole:
    """A whole number of another package, like numpy.int64."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


GOOD = {
    "options": {"st_department": ["independent", "leading_group"]},
    "options in a tuple": {"st_department": ("leading_group", "plaque")},
    "one option alone": {"st_department": "plaque"},
    "no option": {"st_department": []},
    "options not known": {"st_department": None},
    "options and a slot not known": {"st_department": ["plaque"], "st_department.joint_office": None},
    "text of another kind": {"st_department": [Word("plaque")]},
    "options in a list of another kind": {"st_department": Listed(["plaque"])},
    "options with a status": {"st_department": {"value": ["plaque"], "status": "estimated", "evidence": "letter 3"}},
    "inventory": {"services": {"makerspace": {"national": 2, "provincial": "1"}}},
    "empty inventory": {"services": {}},
    "inventory with an empty item": {"services": {"makerspace": {}}},
    "inventory not known": {"services": None},
    "item not known": {"services": {"makerspace": None}},
    "count not known": {"services": {"makerspace": {"national": None, "provincial": 1}}},
    "count that is NaN": {"services": {"makerspace": {"national": float("nan"), "provincial": 1}}},
    "counts of another kind": {"services": {"makerspace": {"national": Whole(2), "provincial": Real(1)}}},
    "count with a status": {"services": {"makerspace": {"national": {"value": 2, "status": "estimated"}}}},
    "inventory beside a slot not known": {"services.makerspace.national": None, "services": {"makerspace": {"provincial": 1}}},
}
BAD = {
    "unknown option": ({"st_department": ["plaques"]}, ["unknown_option"]),
    "option of another fact": ({"st_department": ["makerspace"]}, ["unknown_option"]),
    "repeated option": ({"st_department": ["plaque", "plaque"]}, ["repeated_id"]),
    "two options of which one may hold": ({"st_department": ["plaque", "independent"]}, ["two_options_chosen"]),
    "option that is a number": ({"st_department": [3]}, ["wrong_type"]),
    "option that is nothing": ({"st_department": ["plaque", None]}, ["wrong_type"]),
    "option that is a number of another kind": ({"st_department": [Whole(3)]}, ["wrong_type"]),
    "list in a list": ({"st_department": [["plaque"]]}, ["wrong_type"]),
    "options as a set": ({"st_department": {"plaque"}}, ["wrong_type"]),
    "options as an array": ({"st_department": NoWhole()}, ["wrong_type"]),
    "options as bytes": ({"st_department": b"plaque"}, ["wrong_type"]),
    "options as a number": ({"st_department": 1}, ["wrong_type"]),
    "options as truth": ({"st_department": True}, ["wrong_type"]),
    "options by id": ({"st_department": {"plaque": 1}}, ["unknown_key"]),
    "options and a slot": ({"st_department": ["plaque"], "st_department.leading_group": 1}, ["repeated_key"]),
    "a slot and options": ({"st_department.leading_group": 1, "st_department": ["plaque"]}, ["repeated_key"]),
    "text that is no unicode": ({"st_department": ["\ud800"]}, ["invalid_utf8"]),
    "unknown item": ({"services": {"makerspaces": {"national": 1}}}, ["unknown_item"]),
    "item and level in one": ({"services": {"makerspace.national": 1}}, ["unknown_item"]),
    "unknown level": ({"services": {"makerspace": {"local": 1}}}, ["unknown_level"]),
    "levels left out": ({"services": {"makerspace": 2}}, ["wrong_type"]),
    "inventory as a list": ({"services": [1]}, ["wrong_type"]),
    "count that is truth": ({"services": {"makerspace": {"national": True}}}, ["wrong_type"]),
    "count that is no number": ({"services": {"makerspace": {"national": "two"}}}, ["not_a_number"]),
    "count that is not whole": ({"services": {"makerspace": {"national": 1.5}}}, ["not_whole"]),
    "count below zero": ({"services": {"makerspace": {"national": -1}}}, ["below_min"]),
    "count without end": ({"services": {"makerspace": {"national": float("inf")}}}, ["infinite_value"]),
    "inventory and a slot": ({"services": {}, "services.makerspace.national": 1}, ["repeated_key"]),
    "key that is no text": ({"services": {1: {}}}, ["wrong_type", "unknown_item"]),
}


def both_ways(rules, facts):
    """What a dict gives, and what a mapping gives, which is never taken the quick way."""
    for way in (dict(facts), types.MappingProxyType(facts)):
        try:
            yield rules.score(way).explain(format="json")
        except bc.DataError as error:
            yield [(issue.code, issue.where, issue.zh, issue.en) for issue in error.issues]


@pytest.mark.parametrize("facts", GOOD.values(), ids=GOOD)
def test_options_and_inventories_are_the_same_both_ways(rules, facts):
    quick, thorough = both_ways(rules, facts)
    assert isinstance(quick, str) and quick == thorough


@pytest.mark.parametrize(("facts", "codes"), BAD.values(), ids=BAD)
def test_wrong_options_and_inventories_are_refused_the_same_both_ways(rules, facts, codes):
    quick, thorough = both_ways(rules, facts)
    assert quick == thorough
    assert [code for code, *_ in quick] == codes


def test_the_quick_way_and_the_thorough_way_agree_on_every_choice_of_options(rules):
    options = ["independent", "joint_office", "plaque", "leading_group"]
    for size in range(5):
        for chosen in itertools.permutations(options, size):
            quick, thorough = both_ways(rules, {"st_department": list(chosen)})
            assert quick == thorough
    assert rules.score({"st_department": ["plaque", "leading_group"]})["st_department"].low == 2  # plaque 1 and leading group 1


def test_values_of_numpy_are_the_same_both_ways(rules):
    np = pytest.importorskip("numpy")
    for facts, code in (
        ({"st_department": [np.str_("plaque")], "services": {"makerspace": {"national": np.int64(2), "provincial": np.float64(1)}}}, None),
        ({"services": {"makerspace": {"national": np.float64("nan")}}}, None),
        ({"st_department": [np.int64(3)]}, "wrong_type"),
        ({"st_department": np.array(["plaque"])}, "unknown_column"),  # an array is a column of many records
        ({"st_department": [np.array(["plaque"])]}, "wrong_type"),
        ({"services": {"makerspace": {"national": np.bool_(True)}}}, "wrong_type"),
        ({"services": {"makerspace": {"national": np.float64("inf")}}}, "infinite_value"),
    ):
        quick, thorough = both_ways(rules, facts)
        assert quick == thorough
        assert isinstance(quick, str) if code is None else {issue[0] for issue in quick} == {code}


def test_inventories_options_and_statuses(rules):
    card = rules.score(
        {
            "services": {"makerspace": {"national": 2, "provincial": 1}},
            "st_department": ["independent", "leading_group"],
            "fiscal_st_spend": {"value": "0.5", "unit": "亿元", "status": "estimated", "evidence": "x"},
        }
    )
    assert card["services"].low == card["services"].high == Fraction(5, 2)
    assert card["st_department"].low == 5
    assert card["fiscal_st_spend"].low == 4  # 0.5 亿元 = 5000 万元


def test_an_undecided_scorecard_names_what_it_needs(book):
    card = book.compile(on="2020-12-31").score({"hightech_firms": 50})
    needs = {need.reading or need.fact: need for need in card.needs}
    assert needs["hightech_gap"].choices == ["linear"] and needs["hightech_gap"].part == "hightech_firms"
    assert needs["class_cuts"].part is None
    assert needs["fiscal_st_share"].status == "missing"
    assert card.class_ is None and card.rank is None


def test_classes_still_possible_are_listed_best_first(rules):
    card = rules.score({"hightech_firms": 3})
    assert card.class_ is None and card.classes == ["A", "B", "C"]


def test_an_unknown_part_is_a_key_error(rules):
    with pytest.raises(KeyError):
        rules.score({})["nonsense"]


@pytest.mark.parametrize(("lang", "format"), [("fr", "text"), ("en", "pdf")])
def test_explain_refuses_other_words(rules, lang, format):
    with pytest.raises(ValueError):
        rules.score({}).explain(lang, format)


def test_notebooks_get_escaped_html(rules):
    card = rules.score({"region": "<b>", "facts": {}})
    assert "&lt;b&gt;" in card._repr_html_() and "<b>" not in card._repr_html_()
    table = rules.score_table([{"region": "<b>", "facts": {}}])
    assert "&lt;b&gt;" in table._repr_html_()


ROWS = [{"region": "a", "period": "2020", "facts": {"hightech_firms": 3}}, {"region": "b", "period": "2020", "facts": {"hightech_firms": 5}}]


def test_a_table_is_the_same_from_a_list_a_dict_and_text(rules):
    text = json.dumps({"records": ROWS})
    tables = [rules.score_table(source) for source in (ROWS, {"records": ROWS}, iter(ROWS), text, text.encode())]
    assert {table.json for table in tables} == {rules.score_json(text)}
    assert [card.region for card in tables[0]] == ["a", "b"] and len(tables[0]) == 2
    assert tables[0][-1].region == "b" and tables[0][0].rank.high == 2
    with pytest.raises(IndexError):
        tables[0][2]


def test_what_the_scorecard_says_is_what_the_document_says(rules):
    table = rules.score_table(ROWS)
    for card, result in zip(table, json.loads(table.json)["results"]):
        assert {part: value["shown"] for part, value in result["parts"].items()} == {part: value.shown for part, value in card.parts.items()}
        assert {part: Fraction(value["low"]) for part, value in result["parts"].items()} == {p: v.low for p, v in card.parts.items()}
        assert card.classes == result["classes"]
        assert [(need.fact, need.part) for need in card.needs] == [(need.get("fact"), need.get("part")) for need in result["needs"]]


def test_a_repeated_record_is_refused(rules):
    with pytest.raises(bc.DataError) as caught:
        rules.score_table(ROWS + ROWS[:1])
    assert [issue.code for issue in caught.value.issues] == ["repeated_record"]


def test_check_json_never_raises(rules):
    for text in ("", "{", "[" * 20_000, b"\xff", "[1]", '[{"region": 1}]'):
        assert rules.check_json(text)
        with pytest.raises(bc.DataError):
            rules.score_json(text)


def test_text_that_is_none_is_a_type_error(rules):
    with pytest.raises(TypeError):
        rules.score_json(3)
