"""The rulebook of Jiuquan's measures, and what the Hebei plan says beside its table: every row of the ledger, read again from the source."""

from __future__ import annotations

import json
import re

import pytest

from conftest import ROOT

SHARED = ROOT.parent / "shared"
DISTRICT = "hebei_district_leap"
MEASURES = "jiuquan_measures"


def document(name: str) -> dict:
    return json.loads((ROOT / "rulebooks" / f"{name}.json").read_text(encoding="utf-8"))


def ledger_section(number: int) -> str:
    file = SHARED / "ledger.md"
    if not file.exists():
        pytest.skip("the ledger is not beside the repository")
    text = file.read_text(encoding="utf-8")
    return text[text.index(f"\n## {number}. ") : text.index(f"\n## {number + 1}. ")]


def plan(begin: str, end: str) -> str:
    """The text of one plan of the page of four."""
    file = next(iter(sorted((SHARED / "sources").glob("001_*.txt"))), None)
    if file is None:
        pytest.skip("the plans are not beside the repository")
    text = file.read_text(encoding="utf-8")
    start = text.index(begin)
    return text[start : text.index(end, start)] if end else text[start:]


def measures() -> str:
    return plan("酒泉市落实支持科技创新假设干政策实施方案(全文)", "篇四")


def values_of(key: str, value: object) -> list:
    """Every value of a key, however deep."""
    if isinstance(value, list):
        return [found for each in value for found in values_of(key, each)]
    if not isinstance(value, dict):
        return []
    return [found for each in value.values() for found in values_of(key, each)] + ([value[key]] if key in value else [])


def cited(value: object) -> set[str]:
    return {id for ids in values_of("ledger", value) for id in ids}


@pytest.mark.parametrize(("name", "number", "prefix", "count"), [(MEASURES, 4, "S1C", 52), (DISTRICT, 5, "S1D", 52)])
def test_every_row_of_the_ledger_is_a_rule_or_said_not_to_be(name, number, prefix, count):
    ids = set(re.findall(rf"^\| ({prefix}-\w+) \|", ledger_section(number), re.MULTILINE))
    book = document(name)
    without = cited(book["not_rules"])
    rules = cited({key: part for key, part in book.items() if key != "not_rules"})
    assert len(ids) == count
    assert sorted(ids - rules - without) == []
    assert sorted(without & rules) == []
    assert sorted(id for id in (rules | without) - ids if id.startswith("S")) == []


def test_what_is_called_printed_is_printed():
    text = measures()
    for printed in values_of("printed", document(MEASURES)):
        assert printed in text


@pytest.mark.parametrize("name", [MEASURES, DISTRICT])
def test_each_target_and_incentive_has_an_example(name):
    book = document(name)
    worked = [example["expect"] for example in book["examples"]]
    targets = {id for expect in worked for id in expect.get("targets", {})}
    awarded = {id for expect in worked for claim in expect.get("awards", {}).values() for id in claim}
    assert targets == set(book["targets"])
    assert awarded == set(book["incentives"])


def numbers(text: str) -> set[float]:
    return {float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}


def test_each_amount_is_that_of_the_ledger():
    rows = {row[0]: row[2:4] for row in re.findall(r"^\| (S1C-\d+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|", ledger_section(4), re.MULTILINE)}
    for id, incentive in document(MEASURES)["incentives"].items():
        amount = next((incentive[key] for key in ("fixed", "rate", "times") if key in incentive), None)
        if amount is None or incentive.get("worth") == "relief":
            continue
        printed = set().union(*(numbers(cell) for ledger_id in incentive["cite"]["ledger"] for cell in rows[ledger_id]))
        wanted = amount["of"].values() if isinstance(amount, dict) else [amount]
        assert {float(number) for number in wanted} <= printed, id


def test_who_pays_is_printed():
    """Four grants name no payer: those of city platforms, city alliances, patents moved in and patent insurance. Reliefs are not paid."""
    book = document(MEASURES)
    unnamed = {id for id, each in book["incentives"].items() if "payer" not in each and each.get("worth", "money") == "money"}
    assert unnamed == {"city_platform_grant", "city_alliance_grant", "patent_moved_grant", "premium_grant"}
    city = {id for id, each in book["incentives"].items() if each.get("payer") == "city"}
    assert city == {"talent_transfer_city", "talent_research_city"}


def printed_bodies(line: str) -> list[str]:
    """Bodies of a line such as 市财政局、发改委: the first one's 市 goes for those after it."""
    names = [name.strip() for name in line.split("、")]
    whole = ("市", "酒泉", "人行")
    return [name if name.startswith(whole) else f"市{name}" for name in names]


def units_of_the_source() -> list[tuple[list[str], list[str]]]:
    """Of each of the 30 measures, who leads and who cooperates."""
    units: list[tuple[list[str], list[str]]] = []
    for role, line in re.findall(r"(牵头单位|配合单位):(\S+)", measures()):
        if role == "牵头单位":
            units.append((printed_bodies(line), []))
        else:
            units[-1][1].extend(printed_bodies(line))
    return units


def test_who_leads_and_who_cooperates_is_as_printed():
    book = document(MEASURES)
    by_name: dict[str, str] = {}
    for id, body in book["bodies"].items():
        for name in [body["name"]["zh"], *body.get("also", [])]:
            by_name[name] = id
    duties = [duty for id, duty in book["duties"].items() if id != "supervision"]
    units = units_of_the_source()
    assert len(units) == len(duties) == 30
    for number, (duty, (lead, cooperate)) in enumerate(zip(duties, units, strict=True), start=1):
        assert duty["name"]["zh"].startswith(f"第{number}项"), number
        assert duty["cite"]["clause"].endswith(f"){number}")
        assert duty["lead"] == [by_name[name] for name in lead], number
        assert duty.get("cooperate", []) == [by_name[name] for name in cooperate], number


def test_the_district_promises_what_its_plan_prints():
    text = plan("__区推进区域科技创新跃升工作方案", "")
    for words in ("力争排名提高10位(含)", "跃升至B类", "占公共财政支出的比重达到2%以上", "每年实施市级以上重大成果转化项目1项", "只增不减"):
        assert words in text
    targets = document(DISTRICT)["targets"]
    assert targets["rank_up_2021"]["rank_gain"]["at_least"] == 10
    assert targets["class_b_2025"]["class"] == {"best": "b", "of": ["a", "b", "c"]}
    assert targets["st_share_2025"]["level"] == {"at_least": 2}
    assert targets["transfer_projects_yearly"]["yearly"]["at_least"] == 1
    assert "due" not in targets["transfer_projects_yearly"]
    assert "due" not in targets["st_spend_not_falling"]


def test_the_firm_of_the_examples_is_the_one_worked_out_in_the_rulebook():
    file = ROOT / "examples" / "incentives" / "jiuquan_firm.json"
    firm = next(example for example in document(MEASURES)["examples"] if example["id"] == "firm")
    assert json.loads(file.read_text(encoding="utf-8")) == firm["application"]
    assert firm["application"]["label"] == "synthetic"
