"""Checks the oracle itself, against sums done by hand on the printed criteria."""

from __future__ import annotations

import json
import pathlib
from fractions import Fraction as F

import pytest

from .oracle import hebei

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases" / "score"


def test_five_groups_of_seventeen_make_a_hundred():
    assert len(hebei.MOST) == 17
    assert sum(hebei.MOST.values()) == 100
    values = list(hebei.MOST.values())
    at = 0
    for count, points in hebei.GROUPS:
        assert sum(values[at : at + count]) == points
        at += count
    assert at == 17


def test_fourteen_are_quantitative_with_85_points():
    assert sum(hebei.MOST[fact] for fact in [*hebei.BANDS, "platforms", "parks", "services"]) == 85


@pytest.mark.parametrize("fact", hebei.BANDS)
def test_bands_meet_with_equal_points_save_where_the_text_has_its_hole(fact):
    bands = list(reversed(hebei.BANDS[fact]))
    assert (bands[0][0], bands[0][2]) == ("0", "0")
    assert F(bands[-1][2]) == hebei.MOST[fact]
    for below, above in zip(bands, bands[1:]):
        if (fact, above[0]) == ("hightech_firms", "100"):
            assert (below[1], below[3], above[2]) == ("10", "4", "10")
        else:
            assert below[1] == above[0]
            assert F(below[3]) == F(above[2])


@pytest.mark.parametrize(
    ("fact", "value", "points"),
    [
        ("fiscal_st_spend", "12000", F(5)),
        ("fiscal_st_spend", "7500", F(9, 2)),  # half of 5000-10000, 4-5
        ("fiscal_st_spend", "2000", F(13, 4)),  # a quarter of 1000-5000, 3-4
        ("fiscal_st_spend", "400", F(6, 5)),  # 3 x 0.4
        ("fiscal_st_share", "1.25", F(13, 2)),
        ("fiscal_st_share", "0.6", F(22, 5)),
        ("fiscal_st_share", "0.1", F(4, 5)),
        ("industry_rd_share", "1.1", F(31, 5)),  # 6 + 0.1/0.5
        ("industry_rd_share", "0.75", F(5)),
        ("hightech_firms", "3", F(17, 6)),  # 2.5 + 1/3
        ("hightech_firms", "1", F(5, 4)),
        ("hightech_firms", "7", F(37, 10)),  # 3.5 + 0.5 x 2/5
        ("hightech_firms", "100", F(10)),
        ("hightech_per_1000", "10", F(4)),
        ("tech_smes", "300", F(15, 4)),
        ("tech_smes", "750", F(6)),
        ("tech_smes_per_1000", "65", F(3)),
        ("tech_smes_per_1000", "200", F(15, 4)),
        ("industry_rd_org_share", "30", F(4)),
        ("industry_rd_org_share", "65", F(19, 4)),
        ("patents_per_10k", "8", F(21, 4)),
        ("patents_per_10k", "3", F(4)),
        ("patents_per_10k", "1", F(7, 4)),
        ("hightech_va_share", "15", F(7, 2)),
        ("hightech_va_share", "30", F(11, 2)),
        ("agri_industrialisation", "25", F(1)),
        ("agri_industrialisation", "55", F(9, 4)),
        ("agri_industrialisation", "66", F(14, 5)),
    ],
)
def test_points_inside_a_band(fact, value, points):
    assert hebei.banded(fact, F(value)) == (points, points)


def test_the_hole_is_open_until_it_is_read():
    for value in ("10", "55", "99.999999"):
        assert hebei.banded("hightech_firms", F(value)) == (0, 10)
    assert hebei.banded("hightech_firms", F(10), "linear") == (4, 4)
    assert hebei.banded("hightech_firms", F(55), "linear") == (7, 7)
    assert hebei.banded("hightech_firms", F(40), "linear") == (6, 6)


def test_counts_add_up_to_the_cap():
    none = {slot: F(0) for slot in hebei.slots()}
    assert hebei.counted("platforms", none | {"platforms.tech_centre.national": F(3)}) == (6, 6)
    assert hebei.counted("platforms", none | {"platforms.tech_centre.national": F(5)}) == (8, 8)
    assert hebei.counted("parks", none | {"parks.innovative_town.provincial": F(2), "parks.industry_base.provincial": F(1)}) == (
        F(11, 10),
        F(11, 10),
    )
    assert hebei.counted("services", none | {"services.incubator.provincial": None}) == (0, 6)
    assert hebei.counted("services", none | {"services.incubator.provincial": None, "services.incubator.national": F(3)}) == (6, 6)


@pytest.mark.parametrize(
    ("held", "points"),
    [((1, 0, 0, 0), (4, 4)), ((1, 0, 0, 1), (5, 5)), ((0, 1, 0, 1), (3, 3)), ((0, 0, 1, 0), (1, 1)), ((0, 0, 0, 0), (0, 0)),
     ((None, None, None, None), (0, 5)), ((0, None, None, 1), (1, 3)), ((0, 0, None, None), (0, 2)), ((None, 1, None, 0), (2, 2))],
)
def test_department(held, points):
    names = ("independent", "joint_office", "plaque", "leading_group")
    facts = {f"st_department.{name}": None if one is None else F(one) for name, one in zip(names, held)}
    assert hebei.department(facts) == points


def test_awards():
    none = {slot: F(0) for slot in hebei.slots()}
    assert hebei.awards(none | {"support_awards.prize.provincial": F(1), "support_awards_other": F(1, 2)}) == (F(5, 2), F(5, 2))
    assert hebei.awards(none | {"support_awards.prize.national": F(2)}) == (5, 5)
    assert hebei.awards(none | {"support_awards.commendation.city": F(4), "support_awards_other": F(3)}) == (5, 5)
    assert hebei.awards(none | {"support_awards.project.national": F(2), "support_awards_other": None}) == (2, 5)


def test_nothing_known_is_everything_possible():
    assert hebei.score({}).total == (0, 100)


def test_classes_hold_their_lower_cut():
    def one(value):
        return hebei.classes((F(value), F(value)), "hebei_2019")

    assert [one("80"), one("79.999999"), one("60"), one("59.999999"), one("0")] == [["A"], ["B"], ["B"], ["C"], ["C"]]
    assert hebei.classes((F("59"), F("80")), "hebei_2019") == ["A", "B", "C"]
    assert hebei.classes((F("60"), F("79")), "hebei_2019") == ["B"]


def test_ranks_share_the_best_and_skip():
    exact = [(F(v), F(v)) for v in (9, 7, 7, 5)]
    assert hebei.ranks(exact, ["1"] * 4) == [(1, 1), (2, 2), (2, 2), (4, 4)]
    assert hebei.ranks(exact, ["1", "1", "2", "2"]) == [(1, 1), (2, 2), (1, 1), (2, 2)]
    loose = [(F(0), F(10)), (F(5), F(5)), (F(4), F(6)), (F(5), F(5))]
    assert hebei.ranks(loose, ["1"] * 4) == [(1, 4), (1, 3), (1, 4), (1, 3)]
    assert hebei.ranks([(F(3), F(5)), (F(5), F(7))], ["1"] * 2) == [(1, 2), (1, 1)]


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [(F(17, 6), "2.83", "17/6"), (F(5, 2), "2.50", "2.5"), (F(8), "8.00", "8"), (F(1, 8), "0.13", "0.125"), (F(1, 200), "0.01", "0.005"),
     (F(0), "0.00", "0"), (F(-1, 200), "-0.01", "-0.005"), (F("79.995"), "80.00", "79.995"), (F(2, 3), "0.67", "2/3"),
     (F(1, 30), "0.03", "1/30"), (F("99.994999"), "99.99", "99.994999")],
)
def test_texts(value, shown, text):
    assert hebei.half_up(value) == shown
    assert hebei.exact(value) == text


def slots_of(facts: dict) -> hebei.Facts:
    """The figures of a case by slot; an inventory and a list of options are whole."""
    found: hebei.Facts = {}
    for fact, given in facts.items():
        if isinstance(given, dict):
            found |= {f"{fact}.{slot}": F(0) for slot in hebei.ITEMS[fact]}
            for item, levels in given.items():
                counts = levels if isinstance(levels, dict) else {"provincial": levels}
                found |= {f"{fact}.{item}.{level}": F(count) for level, count in counts.items()}
        elif fact == "st_department":
            found |= {f"{fact}.{name}": F(name in given) for name in (*hebei.DEPARTMENT, "leading_group")}
        else:
            found[fact] = None if given is None else F(str(given))
    return found


@pytest.mark.parametrize("name", ["hebei_points", "hebei_standings"])
def test_oracle_meets_the_cases_worked_out_by_hand(name):
    table = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    for case in table["cases"]:
        readings = hebei.Readings(**case.get("readings", {}))
        records = case.get("records") or [{"period": "", "facts": case["facts"]}]
        expects = case["expect"] if "records" in case else [case["expect"]]
        answers = [hebei.score(slots_of(record["facts"]), readings) for record in records]
        ranks = hebei.ranks([answer.total for answer in answers], [record["period"] for record in records])
        for answer, (best, worst), expect in zip(answers, ranks, expects, strict=True):
            for part, points in expect.get("parts", {}).items():
                assert answer.parts[part] == pair(points), case["name"]
            if "score" in expect:
                assert answer.total == pair(expect["score"]), case["name"]
            if readings.class_cuts and "classes" in expect:
                assert hebei.classes(answer.total, readings.class_cuts) == expect["classes"], case["name"]
            if "rank" in expect:
                assert {"best": str(best), "worst": str(worst)} == expect["rank"], case["name"]


def pair(points: str | dict[str, str]) -> hebei.Interval:
    return (F(points), F(points)) if isinstance(points, str) else (F(points["low"]), F(points["high"]))
