"""The rulebooks of Ningxia: every rule of the guideline is there, as it is printed, and nothing undefined is decided."""

from __future__ import annotations

import csv
import json
import re
import shlex
import subprocess
import sys
from collections import Counter

import pytest

import biaochi as bc
from conftest import ROOT

SHARED = ROOT.parent / "shared"
GUIDELINE = ("ningxia_innovative_county_2023", "ningxia_innovation_city_2023")
REVIEWS = ("ningxia_platform_review_2022", "ningxia_hightech_zone_review_2022")


def document(name: str) -> dict:
    return json.loads((ROOT / "rulebooks" / f"{name}.json").read_text(encoding="utf-8"))


def shared(path: str) -> str:
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"{path} is not beside the repository")
    return file.read_text(encoding="utf-8")


def values_of(key: str, value: object) -> list:
    """Every value of a key, however deep."""
    if isinstance(value, list):
        return [found for each in value for found in values_of(key, each)]
    if not isinstance(value, dict):
        return []
    return [found for each in value.values() for found in values_of(key, each)] + ([value[key]] if key in value else [])


def cited(name: str) -> set[str]:
    return {id for ids in values_of("ledger", document(name)) for id in ids}


def rules_of_section_1() -> set[str]:
    text = shared("ledger.md")
    section = text[text.index("\n## 1. ") : text.index("\n## 2. ")]
    rules = set(re.findall(r"^\| (S0-\d+) \|", section, re.MULTILINE))
    indicators = {f"S0-I{int(n):02d}" for n in re.findall(r"^\| (\d+) \| 创新", section, re.MULTILINE)}
    assert len(rules) == 36
    assert len(indicators) == 25
    return rules | indicators


def test_every_rule_of_the_guideline_is_cited():
    """Read here by other code than that of `coverage`, which says the same: see test_coverage.py."""
    assert sorted(rules_of_section_1() - cited(GUIDELINE[0]) - cited(GUIDELINE[1])) == []


@pytest.mark.parametrize("name", GUIDELINE)
def test_what_is_not_computed_gives_a_reason(name):
    entries = document(name)["not_rules"]
    assert {entry["because"] for entry in entries} == {"out_of_reach"}
    assert all(entry["reason"]["zh"] and entry["reason"]["en"] for entry in entries)


@pytest.mark.parametrize("name", GUIDELINE)
def test_each_rulebook_holds_all_25_indicators(name):
    assert {f"S0-I{n:02d}" for n in range(1, 26)} <= cited(name)
    book = document(name)
    assert len(book["facts"]) == 18
    assert len([id for id in book["conditions"] if id.startswith("management_")]) == 7


@pytest.mark.parametrize("name", GUIDELINE)
def test_what_is_called_printed_is_printed(name):
    source = next(iter(sorted((SHARED / "sources").glob("000_*.txt"))), None)
    if source is None:
        pytest.skip("the guideline is not beside the repository")
    text = source.read_text(encoding="utf-8")
    for printed in values_of("printed", document(name)):
        assert printed in text
    for id, fact in document(name)["facts"].items():
        assert fact["name"]["zh"] in text, id


@pytest.mark.parametrize("name", GUIDELINE + REVIEWS)
def test_no_reading_is_adopted(name):
    for id, point in document(name)["open"].items():
        assert "adopted" not in point, id
        assert point.get("readings") or point.get("settled_by") in ("data", "decision"), id


@pytest.mark.parametrize("name", GUIDELINE)
def test_each_undefined_word_is_an_open_point_with_its_ledger_id(name):
    open_points = document(name)["open"]
    for id in ("fell_clearly", "ranked_behind", "targets_poorly_met", "targets_well_met", "rose_steadily"):
        assert "DEF-02" in open_points[id]["cite"]["ledger"], id
    assert set(open_points["revocation_grammar"]["readings"]) == {"a_or_b_and_c", "a_or_b_or_c"}
    assert set(open_points["notice_start"]["readings"]) == {"next_day", "same_day"}


@pytest.mark.parametrize("name", GUIDELINE + REVIEWS)
def test_guards_name_conditions_and_events_carry_no_answers(name):
    book = document(name)
    life = book["lifecycle"]
    guards = [guard for guard in values_of("if", life) if isinstance(guard, str)]
    assert [guard for guard in guards if guard in book["conditions"]]
    for event in life["events"].values():
        assert not set(event.get("data", {})) & set(book["conditions"]), event["name"]


@pytest.mark.parametrize("name", GUIDELINE)
def test_the_notice_and_the_two_years_must_be_over(name):
    states = document(name)["lifecycle"]["states"]
    notice = states["notice_closed"]["on"]["publish_list"][0]["not_before"]
    assert (notice["from"], notice["working_days"], notice["calendar"]) == ("post_notice", 5, "cn")
    period = states["building"]["on"]["end_construction"][0]["not_before"]
    assert period["years"] == 2
    assert "S0-19" in notice["cite"]["ledger"]
    assert "S0-20" in period["cite"]["ledger"]


@pytest.mark.parametrize("name", REVIEWS)
def test_what_a_person_decides_is_settled_by_judged_conditions(name):
    book = document(name)
    decided = {id for id, point in book["open"].items() if point.get("settled_by") == "decision"}
    assert decided
    assert decided == set(values_of("settles", book["conditions"]))


@pytest.mark.parametrize(("name", "rules"), [(GUIDELINE[0], {"S0-13", "S0-23", "S0-25", "S0-29"}), (GUIDELINE[1], {"S0-08", "S0-09", "S0-24"})])
def test_examples_work_the_rules_of_eligibility_and_revocation(name, rules):
    examples = document(name)["examples"]
    assert rules <= {id for example in examples for id in example["cite"]["ledger"]}
    assert all(example["expect"]["conditions"] and example["subject"]["label"] == "synthetic" for example in examples)


def test_the_three_years_may_be_two_steps_or_three():
    point = document(GUIDELINE[0])["open"]["three_years"]
    assert set(point["readings"]) == {"two_steps", "three_steps"}


@pytest.mark.parametrize("name", REVIEWS)
def test_reviews_decide_the_card_and_the_removal_without_a_number(name):
    book = document(name)
    goals = {id for id in book["conditions"] if id.startswith("goal_")}
    decides = [rule for id, rule in book["conditions"].items() if id not in goals] + [book["lifecycle"], values_of("readings", book["open"])]
    assert re.findall(r"\d", re.sub(r"S3-\d+|DEF-\d+", "", json.dumps(decides, ensure_ascii=False))) == []


@pytest.mark.parametrize("name", GUIDELINE)
def test_a_number_in_a_reading_is_called_an_illustration(name):
    for id, point in document(name)["open"].items():
        for reading, says in point.get("readings", {}).items():
            if "示例" in says["says"]["zh"]:
                assert says["status"] == "illustrative", f"{id}.{reading}"


# The examples

FOLDER = ROOT / "examples" / "ningxia"


def subjects(name: str) -> list[dict]:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))["subjects"]


def log(name: str) -> list[dict]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def test_there_are_22_counties_in_five_cities_each_under_its_city_by_code():
    rows = list(csv.DictReader((FOLDER / "counties.csv").open(encoding="utf-8")))
    assert Counter(row["city"] for row in rows) == {"银川市": 6, "石嘴山市": 3, "吴忠市": 5, "固原市": 5, "中卫市": 3}
    assert all(row["city_code"] == row["code"][:4] + "00" for row in rows)
    assert len({row["code"] for row in rows}) == 22


def test_the_documents_are_made_again_byte_for_byte(tmp_path):
    subprocess.run([sys.executable, FOLDER / "generate.py", tmp_path], check=True)
    for name in ("counties.json", "cities.json"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("name", ["counties.json", "cities.json", "walk.json"])
def test_made_up_documents_are_labelled(name):
    assert {each["label"] for each in subjects(name)} == {"synthetic"}


def test_the_first_batch_is_as_announced_and_its_days_are_called_illustrative():
    lines = log("events.jsonl")
    assert {line["case"] for line in lines} == {"西夏区", "大武口区", "中宁县"}
    assert {line["date"][:7] for line in lines if line["event"] == "publish_list"} == {"2024-01"}
    assert all("示例" in line["evidence"] and "illustrative" in line["evidence"] for line in lines)


@pytest.mark.parametrize("name", ["events.jsonl", "walk.jsonl"])
def test_logs_hold_events_and_data_that_the_rulebook_declares(name):
    events = document(GUIDELINE[0])["lifecycle"]["events"]
    for line in log(name):
        assert set(line.get("data", {})) <= set(events[line["event"]].get("data", {})), line


# What the rulebooks answer


def city(classes: list[str | None], designated: int) -> dict:
    """Invented: the first counties are designated, by turns as national ones and as the region's."""
    fields = [
        {"class": letter, "national_status": "building" if i < designated and i % 2 else "none", "region_status": "approved" if i < designated and not i % 2 else "none"}
        for i, letter in enumerate(classes)
    ]
    counties = [{"region": name, "fields": field} for name, field in zip("甲乙丙丁戊", fields, strict=True)]
    answers = {id: {"met": True, "evidence": "made up"} for id in ("leadership", "exemplary", "well_prepared")}
    return {"region": "示例市", "on": "2024-03-01", "members": {"counties": counties}, "judged": answers}


def checked(subject: dict, condition: str, book: str = GUIDELINE[1], **readings: str) -> dict:
    rules = bc.rulebook(ROOT / "rulebooks" / f"{book}.json").compile(on=subject["on"], readings=readings)
    return rules.check(subject, condition)


def test_a_city_with_a_county_at_c_and_three_of_five_is_not_eligible_and_the_verdict_says_why():
    verdict = checked(city(["A", "B", "B", "C", "A"], designated=3), "eligible")
    assert verdict["answer"] == "not_met"
    assert "丁" in values_of("member", verdict)
    counts = [{key: int(count[key]) for key in ("have", "of", "needed")} for count in values_of("count", verdict) if "needed" in count]
    assert {"have": 3, "of": 5, "needed": 4} in counts


def test_the_same_city_with_a_class_missing_is_undetermined_and_the_verdict_names_the_county():
    verdict = checked(city(["A", "B", "B", None, "A"], designated=4), "eligible")
    assert verdict["answer"] == "undetermined"
    assert "counties.丁.class" in values_of("fact", verdict["needs"])


def test_national_counties_count_for_their_city_but_may_not_apply_themselves():
    assert checked(city(["A", "B", "B", "B", "A"], designated=4), "eligible")["answer"] == "met"
    national = {"region": "示例县", "on": "2024-03-01", "fields": {"national_status": "building"}}
    assert checked(national, "eligible", GUIDELINE[0])["answer"] == "not_met"


def test_peers_come_from_the_groups_of_the_document():
    text = (FOLDER / "counties.json").read_text(encoding="utf-8")
    on = subjects("counties.json")[0]["on"]
    rules = bc.rulebook(ROOT / "rulebooks" / f"{GUIDELINE[0]}.json").compile(on=on, readings={"ranked_behind": "last"})
    verdicts = json.loads(rules.check_table(text, ["ranked_behind"]))["verdicts"]
    last = {verdict["region"] for verdict in verdicts if verdict["answer"] == "met"}
    assert len(verdicts) == 22
    assert len(last) == 5  # one a city: no two have the same score
    assert all(verdict["answer"] != "undetermined" for verdict in verdicts)
    alone = rules.check(subjects("counties.json")[0], "ranked_behind")
    assert alone["answer"] == "undetermined"


def test_the_first_batch_may_apply_in_the_made_up_figures():
    readings = {"three_years": "two_steps", "capability_measure": "score"}
    answers = {each["region"]: checked(each, "eligible", GUIDELINE[0], **readings)["answer"] for each in subjects("counties.json")}
    assert {answers[county] for county in ("西夏区", "大武口区", "中宁县")} == {"met"}
    assert {answers[county] for county in ("惠农区", "平罗县")} == {"not_met"}
    assert checked(subjects("counties.json")[0], "eligible", GUIDELINE[0])["answer"] in ("met", "undetermined")


@pytest.mark.parametrize(
    ("grammar", "expected"),
    [("a_or_b_and_c", "not_met"), ("a_or_b_or_c", "met")],
)
def test_the_two_ways_to_read_the_rule_of_revocation_can_differ(grammar, expected):
    """It fell clearly, once, and met its targets: A and C do not hold, B does."""
    years = {"2023": ("70", 5, "B"), "2024": ("71", 5, "B"), "2025": ("60", 15, "C")}
    subject = {
        "region": "示例县",
        "on": "2026-03-01",
        "fields": {"base_year": 2023, "evaluated_to": 2025, "targets": 10, "targets_met": 10, "binding_targets": 5, "binding_targets_met": 5},
        "history": {year: dict(zip(("score", "rank", "class"), values, strict=True)) for year, values in years.items()},
    }
    assert checked(subject, "cancel_construction", GUIDELINE[0])["answer"] == "undetermined"
    readings = {"revocation_grammar": grammar, "fell_clearly": "class_lower", "capability_measure": "score"}
    readings |= {"fall_window": "from_year_before", "targets_poorly_met": "binding_missed"}
    assert checked(subject, "cancel_construction", GUIDELINE[0], **readings)["answer"] == expected


@pytest.mark.skipif(not hasattr(bc.Rules, "replay"), reason="this package replays no logs")
def test_the_walk_runs_and_says_what_each_answer_rests_on():
    done = subprocess.run([sys.executable, FOLDER / "walk.py"], capture_output=True, check=True, text=True, encoding="utf-8", cwd=ROOT)
    lines = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert lines["2023 may apply"] == "met"
    assert lines["notice, next_day"] == "2023-12-27"
    assert lines["notice, same_day"] == "2023-12-26"
    assert lines["publish on the last day of the notice"] == "too_early, not before 2023-12-28, 四(三)"
    assert lines["publish on the day after"] == "accepted, building"
    assert lines["2025-04-01 yearly_report of 县(区)政府 by 2025-03-31"] == "done"
    assert lines["2026-01-15 end_construction"] == "not_met, not before 2026-02-01"
    assert lines["whole log"] == "title_cancelled"
    assert lines["2026 accepted"] == "met"
    assert lines["2026 title cancelled"] == "met"
    assert lines["2026 title cancelled, nothing read into the text"].startswith("undetermined (needs fell_clearly")


@pytest.mark.skipif(not hasattr(bc.Rules, "replay"), reason="this package replays no logs")
@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_commands_of_the_example_run(run, name):
    lines = re.findall(r"^    biaochi (.*)$", (FOLDER / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        ran = run(*shlex.split(line.replace("examples/", f"{ROOT}/examples/")))
        assert ran.status in (0, 1), (line, ran.err)
        assert ran.text, line


# The goals of the Hebei plan


def district(**years: dict) -> dict:
    """Invented: figures by year, written y2019 and so on."""
    history = {year[1:]: figures for year, figures in years.items()}
    return {"region": "示例区", "on": "2026-01-01", "fields": {"base_year": 2019}, "history": history}


@pytest.mark.parametrize(("rank", "expected"), [(90, "met"), (91, "not_met")])
def test_ten_places_up_are_enough_and_nine_are_not(rank, expected):
    subject = district(y2019={"rank": 100}, y2021={"rank": rank})
    assert checked(subject, "goal_rank", "hebei_district_leap")["answer"] == expected


@pytest.mark.parametrize(("spend", "expected"), [("9100", "met"), ("9099.99", "not_met"), (None, "undetermined")])
def test_spending_may_stay_level_but_not_fall_and_a_missing_year_leaves_it_open(spend, expected):
    subject = district(y2023={"st_spend": "9000"}, y2024={"st_spend": "9100"}, y2025={"st_spend": spend})
    assert checked(subject, "goal_spending", "hebei_district_leap")["answer"] == expected


def test_a_share_of_exactly_two_percent_and_class_b_reach_the_goals_of_2025():
    subject = district(y2025={"st_share": "2", "class": "B"})
    assert checked(subject, "goal_share", "hebei_district_leap")["answer"] == "met"
    assert checked(subject, "goal_class", "hebei_district_leap")["answer"] == "met"


def test_a_change_over_years_is_not_told_as_a_count_of_members():
    rules = bc.rulebook(GUIDELINE[0]).compile(on="2026-06-01", readings={"fell_clearly": "class_lower"})
    classes = {"2023": {"class": "B"}, "2024": {"class": "B"}, "2025": {"class": "C"}}
    verdict = rules.check({"region": "示例县", "fields": {"evaluated_to": 2025}, "history": classes}, "fell_clearly")
    assert verdict["answer"] == "undetermined"
    assert values_of("count", verdict) == []


def test_a_report_that_every_reading_asks_for_is_due_while_the_first_one_is_open():
    """Published on 2024-01-31: the first report by the end of March 2024, 2025 or 2026, as the open point is read."""
    rules = bc.rulebook(GUIDELINE[0]).compile(on="2023-08-31", readings={"three_years": "two_steps", "capability_measure": "score"})
    folder = ROOT / "examples" / "ningxia"

    def reports(day: str) -> list[tuple[str, str]]:
        duties = rules.due(folder / "events.jsonl", day, subjects=folder / "counties.json").duties
        return [(each["latest"], each["status"]) for each in duties if (each["case"], each["deadline"]) == ("西夏区", "yearly_report")]

    open_ones = [("2024-03-31", "undetermined"), ("2025-03-31", "undetermined")]
    assert reports("2025-04-01") == [*open_ones, ("2026-03-31", "due")]
    assert reports("2026-04-01") == [*open_ones, ("2026-03-31", "overdue"), ("2027-03-31", "due")]


def test_a_verdict_over_years_calls_them_by_their_number():
    """2021 is below 2020; nothing is said of 2023 and after. What only picks a year is not told."""
    history = {"2019": {"rank": 60, "st_spend": 100}, "2020": {"st_spend": 100}, "2021": {"rank": 50, "st_spend": "99.99"}, "2022": {"st_spend": 120}}
    rules = bc.rulebook("hebei_district_leap").compile()
    subject = {"region": "某区", "on": "2024-03-01", "fields": {"base_year": 2019}, "history": history}
    verdict = rules.check(subject, "goal_spending")
    told = {found["member"]: found["answer"] for found in verdict["reason"]["findings"]}
    assert (verdict["answer"], told["2020"], told["2021"], told["2022"], told["2023"]) == ("not_met", "met", "not_met", "met", "undetermined")
    assert values_of("member", rules.check(subject, "goal_rank")) == []


def test_what_is_needed_is_said_in_the_reader_s_language():
    rules = bc.rulebook(GUIDELINE[0]).compile(on="2024-06-01", readings={"capability_measure": "score", "three_years": "three_steps"})
    years = {str(year): {"score": score} for year, score in ((2021, 60), (2022, 61), (2023, 62))}
    verdict = rules.check({"region": "示例县", "fields": {"evaluated_to": 2023}, "history": years}, "capability_rising")
    assert [need["says"]["zh"] for need in verdict["needs"]] == ["更早年度的数据"]


def test_a_verdict_on_steps_shows_the_values_that_rose():
    rules = bc.rulebook(GUIDELINE[0]).compile(on="2024-06-01", readings={"capability_measure": "score", "three_years": "two_steps"})
    years = {str(year): {"score": score} for year, score in ((2021, 60), (2022, 61), (2023, 62))}
    verdict = rules.check({"region": "示例县", "fields": {"evaluated_to": 2023}, "history": years}, "capability_rising")
    (found,) = values_of("findings", verdict)[0]
    assert (verdict["answer"], found["operator"], found["left"], found["right"]) == ("met", "rose each step", "[60, 61, 62]", "2")
