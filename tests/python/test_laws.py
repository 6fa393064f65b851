"""Laws that hold for whatever figures: monotone bands, honest intervals, ranks without regard to the order of rows, rounding for show."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

import biaochi

# Every fact of one number, with the most that a sensible figure can be and whether it is counted in whole ones.
SHARE, PER_1000, ANY = 100, 1000, 10**13
NUMBERS = {
    "fiscal_st_spend": (ANY, False),
    "fiscal_st_share": (SHARE, False),
    "industry_rd_share": (SHARE, False),
    "hightech_firms": (ANY, True),
    "hightech_per_1000": (PER_1000, False),
    "tech_smes": (ANY, True),
    "tech_smes_per_1000": (PER_1000, False),
    "industry_rd_org_share": (SHARE, False),
    "patents_per_10k": (ANY, False),
    "hightech_va_share": (SHARE, False),
    "agri_industrialisation": (SHARE, False),
}
COUNTS = (
    "platforms.key_lab.national",
    "platforms.tech_centre.provincial",
    "parks.industry_base.provincial",
    "services.incubator.national",
    "services.makerspace.provincial",
    "support_awards.commendation.city",
)
EXPERT = ("support_awards_other", "st_management")


@lru_cache
def rules(gap: bool = True) -> biaochi.Rules:
    readings = {"class_cuts": "hebei_2019", "other_awards": "none"} | ({"hightech_gap": "linear"} if gap else {})
    return biaochi.rulebook("hebei_district_leap").compile(readings=readings)


def figures(fact: str) -> st.SearchStrategy[Fraction]:
    """Figures of a fact: small ones where the bands are, and any."""
    if fact in EXPERT:
        return st.fractions(0, 5, max_denominator=1000)
    if fact in COUNTS:
        return st.integers(0, 9).map(Fraction)
    most, whole = NUMBERS[fact]
    if whole:
        return st.one_of(st.integers(0, 120), st.integers(0, most)).map(Fraction)
    return st.one_of(st.fractions(0, min(most, 20)), st.fractions(0, most), st.integers(0, min(most, 10**4)).map(Fraction))


FACTS = (*NUMBERS, *COUNTS, *EXPERT)
complete = st.fixed_dictionaries({fact: figures(fact) for fact in FACTS})
partial = st.fixed_dictionaries({}, optional={fact: figures(fact) for fact in FACTS})
one_fact = st.sampled_from(tuple(NUMBERS) + COUNTS).flatmap(lambda fact: st.tuples(st.just(fact), figures(fact), figures(fact)))


def inside(inner: biaochi.Range, outer: biaochi.Range) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


def half_up(value: Fraction) -> str:
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


@given(facts=partial, change=one_fact)
def test_raising_a_figure_never_lowers_the_score(facts, change):
    fact, one, two = change
    below = rules().score(facts | {fact: min(one, two)})
    above = rules().score(facts | {fact: max(one, two)})
    assert below.score.low <= above.score.low
    assert below.score.high <= above.score.high
    assert below[fact.split(".")[0]].low <= above[fact.split(".")[0]].low


@given(facts=complete, missing=st.sets(st.sampled_from(FACTS)), gap=st.booleans())
def test_an_interval_holds_every_completion(facts, missing, gap):
    loose = rules(gap).score({fact: figure for fact, figure in facts.items() if fact not in missing})
    tight = rules(True).score(facts)  # reading the gap is a completion too
    assert inside(tight.score, loose.score)
    assert all(inside(tight[part], loose[part]) for part in loose.parts)
    assert set(tight.classes) <= set(loose.classes)


@given(facts=complete, missing=st.lists(st.sampled_from(FACTS), min_size=1, unique=True))
def test_filling_a_missing_figure_narrows(facts, missing):
    before = rules().score({fact: figure for fact, figure in facts.items() if fact not in missing})
    for at in range(len(missing)):
        after = rules().score({fact: figure for fact, figure in facts.items() if fact not in missing[at + 1 :]})
        assert inside(after.score, before.score)
        assert all(inside(after[part], before[part]) for part in before.parts)
        before = after


def ranked(rows: list[tuple[str, dict[str, Fraction]]]) -> dict[str, dict[str, str]]:
    records = [{"region": region, "facts": {fact: str(figure) for fact, figure in facts.items()}} for region, facts in rows]
    return {one["region"]: one["rank"] for one in json.loads(rules().score_json(json.dumps(records)))["results"]}


@settings(max_examples=50)
@given(data=st.data(), tables=st.lists(partial, min_size=2, max_size=8))
def test_ranks_do_not_depend_on_the_order_of_rows(data, tables):
    rows = [(f"r{at}", facts) for at, facts in enumerate([*tables, tables[0]])]  # with one tie
    assert ranked(rows) == ranked(data.draw(st.permutations(rows)))


@given(facts=partial)
def test_shown_is_the_exact_value_rounded_half_up(facts):
    card = rules().score(facts)
    for points in (card.score, *card.parts.values()):
        if points.low == points.high:
            assert points.decided
            assert points.shown == half_up(points.low)
        else:
            assert not points.decided
            assert points.shown == f"{half_up(points.low)}–{half_up(points.high)}"


@given(facts=partial)
def test_parts_add_up(facts):
    card = rules().score(facts)
    scored = (*NUMBERS, "platforms", "parks", "services", "st_department", "support_awards", "st_management")
    assert sum(card[part].low for part in scored) == card.score.low
    assert sum(card[part].high for part in scored) == card.score.high


@given(share=figures("fiscal_st_spend"))
def test_a_converted_figure_is_worth_the_same(share):
    in_10000 = rules().score({"fiscal_st_spend": share})
    in_yuan = rules().score({"fiscal_st_spend": {"value": str(share * 10**4), "unit": "元"}})
    assert in_10000.score.low == in_yuan.score.low
