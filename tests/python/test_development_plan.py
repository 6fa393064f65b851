"""The development plan: each figure and target against the words of its source, and every rule of the ledger accounted for."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest

from conftest import ROOT

SHARED = ROOT.parent / "shared"
NAME = "development_plan"

# The words of the source for each figure, in the order of the rulebook.
FIGURES = """
innovation_potential_rank_before 从第16位跃升
innovation_potential_rank 跃升至第8位
tech_contribution 科技进步贡献率达到49%
tech_contribution_gain 提高了6.2个百分点
agri_tech_contribution 农业科技进步贡献率达到57%
key_projects 重点科技项目870项
results 重要科技成果1056项
results_growth 增长29.46%
invention_applications_growth 发明专利申请量年均增长51%
invention_applications_rise 申请发明专利增长782.32%
enterprise_rd_share 企业研发经费占全社会R&D经费支出比重达到75%
innovative_firms 创新型(试点)企业达到50家
ip_firms 知识产权示范(优势、试点)企业达到52家
small_tech_firms 科技型中小企业达到274家
hightech_firms 高新技术企业达到62家
hightech_output 高新技术企业总产值达到200多亿元
key_labs 重点实验室达到24个
engineering_labs 工程实验室26个
engineering_centres 工程技术研究中心44个
tech_innovation_centres 技术创新中心174个
firm_tech_centres 企业技术中心72个
platforms 各类公共研发平台340个
platforms_growth 增长134.48%
incubators 科技企业孵化器11家
productivity_centres 生产力促进中心7家
talent_policies 政策措施50多项
academicians 柔性引进院士119人
experts 知名专家338人
st_personnel 从事科技活动人员数量达到3.12万人
st_personnel_growth 增长20%
talents 引进培育科技人才1200多名
teams 科技创新团队总数达到77个
envoys 科技特派员队伍总人数达到4825人
rd_intensity R&D经费支出占GDP比重仅为0.88%
"""

# The words of the source for each target with a number, in the order of the rulebook. What lies before | is not read for the number.
TARGETS = """
rd_intensity R&D经费支出占GDP比重|达到2.0%以上
patent_applications_growth 专利申请量和授权量|年均增长10%以上
patent_grants_growth 专利申请量和授权量|年均增长10%以上
patents_per_10k 万人有效发明专利数|达到3.5件
tech_contribution 科技进步贡献率|达到55%以上
science_literacy 公民具备科学素质的比例|超过6.3%
platforms 各类科技创新平台总量|达到500个以上
key_labs 重点实验室|达到30个
engineering_labs 工程实验室(研究中心)|40个
engineering_centres 工程(技术)研究中心|50个
firm_tech_centres 企业技术中心|达到80个
tech_innovation_centres 技术创新中心|300个
incubators 科技企业孵化器数量|达到20家以上
hightech_firms 高新技术企业|发展到100家
small_tech_firms 科技型中小企业|发展到1000家
startups 科技型“双创”主体|培育到1万家
hightech_output_share 高新技术产业总产值占工业总产值比重|达到20%
hightech_value_added_growth 高新技术产业增加值|年均增长14%
trainees 每年培训基层科技服务业从业人员|2万人次以上
talents_introduced 引进高层次科技人才|200名左右
academician_candidates 选拔|10名左右具有申报院士潜质的领军人才
teams 科技创新团队|增加到100个以上
leading_talents 培养领军人才|130名以上
high_level_talents 高层次创新型科技人才|1000名以上
platforms_about 各类创新平台|达到500个左右
intermediaries 培育科技中介机构|100家
service_clusters 科技服务产业聚集区|4个—5个
service_share 科技服务业增加值占第三产业比重|达到8%左右
graded_hightech_firms 级高新技术企业|达到100家以上
small_tech_firms_about 科技型中小企业|达到1000家左右
incubators_again 达到1000家左右,科技企业孵化器数量|达到20家以上
service_firms 科技服务型企业|达到500家
outsourcing_firms 其中科技服务外包企业|达到200家左右
certified_firms 获得国际资质认证科技服务外包企业|达到30家以上
leading_service_firms 级龙头科技服务企业|达到10家以上
envoys_leading 产业领衔型科技特派员|500名以上
envoys_founding 创新创业型科技特派员|1000名以上
envoy_bases 科技特派员创业基地|50个
envoy_firms 法人科技特派员|100家以上
zone_city_rd_intensity 带动市R&D经费支出占GDP的比重|达到2.5%以上
zone_firms 培育龙头优势企业|100家
agri_parks 将|5个农业科技园区打造成为
demo_parks 高标准级科技示范园区|30个
open_rate 对外开放率|达80%以上
government_rd 全省R&D经费中投入|达到18.5亿元以上
enterprise_rd 企业R&D经费投入|达到64亿元左右
foreign_teams 引进国(境)外科技创新团队|5个
domestic_teams 国内科技创新团队|10个
new_teams 新组建科技创新团队|25个以上
leading_talents_again 培养科技创新型和产业领军型人才|150名左右
academician_candidates_again 选拔具备申报院士潜质的领军人才|10名左右
reserve_upper 选拔|100名级、300名级学术技术带头人后备人选
reserve_lower 选拔100名级、|300名级学术技术带头人后备人选
young_backbones 后备人选、|500名优秀青年后备骨干人选
innovation_engineers 培养创新工程师|300名
innovation_consultants 创新咨询师|50名
postdoc_stations 博士后科研工作站|达到25家以上
"""

PARTS = ("key_labs", "engineering_labs", "engineering_centres", "firm_tech_centres", "tech_innovation_centres")


def rows(table: str) -> dict[str, str]:
    return dict(line.split(" ", 1) for line in table.strip().splitlines())


@pytest.fixture(scope="module")
def book() -> dict:
    return json.loads((ROOT / "rulebooks" / f"{NAME}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def source() -> str:
    """The first of the four texts, without the white space that pages and lines left in it."""
    file = next(iter(sorted((SHARED / "sources").glob("001_*.txt"))), None)
    if file is None:
        pytest.skip("the plan is not beside the repository")
    return re.sub(r"\s+", "", file.read_text(encoding="utf-8").split("篇二:")[0])


def first_number(words: str) -> Fraction:
    return Fraction(re.search(r"\d+(?:\.\d+)?", words)[0])


def goal_of(target: dict) -> tuple[str, dict]:
    form = next(form for form in ("level", "yearly", "cumulative", "growth") if form in target)
    return form, {word: value for word, value in target[form].items() if form == "level" or word != "from"}


def ledger_ids(value: object) -> set[str]:
    if isinstance(value, list):
        return {id for each in value for id in ledger_ids(each)}
    if not isinstance(value, dict):
        return set()
    return set(value.get("ledger", [])) | {id for each in value.values() for id in ledger_ids(each)}


def test_each_figure_is_the_one_printed(book, source):
    words = rows(FIGURES)
    assert [figure["fact"] for figure in book["figures"]] == list(words)
    for figure in book["figures"]:
        printed = words[figure["fact"]]
        assert printed in source
        assert Fraction(str(figure["value"])) == first_number(printed), printed
        assert figure.get("bound") == ("more_than" if "多" in printed else None), printed
        assert "period" not in figure


def test_each_target_has_the_number_and_the_bound_printed(book, source):
    words = rows(TARGETS)
    assert [id for id in book["targets"] if id in words] == list(words)
    assert sorted(set(book["targets"]) - set(words)) == ["eco_parks", "total_rd_multiple"]
    for id, printed in words.items():
        assert printed.replace("|", "") in source, id
        number = printed.split("|")[1]
        _, goal = goal_of(book["targets"][id])
        bound = "about" if "左右" in number else "more_than" if "超过" in number else "at_least"
        if id == "service_clusters":
            assert goal == {"from": 4, "to": 5}
            continue
        assert [bound] == list(goal), id
        assert Fraction(str(goal[bound])) == first_number(number), id


def test_growth_is_growth_and_what_is_done_each_year_is_yearly(book):
    forms = {id: goal_of(book["targets"][id])[0] for id in rows(TARGETS)}
    for id, printed in rows(TARGETS).items():
        assert (forms[id] == "growth") == ("年均增长" in printed), id
        assert (forms[id] == "yearly") == printed.startswith("每年"), id


def test_no_target_has_a_day_that_the_source_does_not_print(book, source):
    assert not re.findall(r"到20\d\d年", source)
    assert not [id for id, target in book["targets"].items() if "due" in target]


def test_striven_for_is_what_stands_in_a_sentence_that_says_so(book, source):
    striven = ("力争", "争取")
    for id, printed in rows(TARGETS).items():
        places = [m.start() for m in re.finditer(re.escape(printed.replace("|", "")), source)]
        sentences = [source[source.rfind("。", 0, at) + 1 : source.find("。", at)] for at in places]
        said = any(word in sentence for word in striven for sentence in sentences)
        assert bool(book["targets"][id].get("strive")) == said, id


def test_what_the_source_calls_binding_is(book, source):
    assert "R&D经费支出占比达到2.0%以上确定为约束性指25标" in source
    assert "R&D经费投入增长两倍的约束性指标要求" in source
    assert sorted(id for id, target in book["targets"].items() if "binding" in target) == ["rd_intensity", "total_rd_multiple"]


def test_the_parts_add_up_to_the_platforms(book):
    figures = {figure["fact"]: figure["value"] for figure in book["figures"]}
    assert sum(figures[id] for id in PARTS) == figures["platforms"] == 340
    goals = {id: target["level"]["at_least"] for id, target in book["targets"].items() if id in (*PARTS, "platforms")}
    assert sum(goals[id] for id in PARTS) == goals["platforms"] == 500
    assert all(book["targets"][id]["part_of"] == "platforms" for id in PARTS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("platforms", "platforms_about"),
        ("hightech_firms", "graded_hightech_firms"),
        ("small_tech_firms", "small_tech_firms_about"),
        ("leading_talents", "leading_talents_again"),
        ("academician_candidates", "academician_candidates_again"),
    ],
)
def test_what_is_promised_twice_is_kept_twice_as_one_object(book, one, other):
    objects = {book["targets"][id].get("object", book["targets"][id]["fact"]) for id in (one, other)}
    assert len(objects) == 1
    assert book["targets"][one]["cite"]["clause"] != book["targets"][other]["cite"]["clause"]


def test_growing_twofold_is_left_open(book):
    assert book["targets"]["total_rd_multiple"]["multiple"]["at_least"] == {
        "open": "growing_twofold",
        "readings": {"threefold": 3, "twofold": 2},
    }
    assert not [id for id, point in book["open"].items() if "adopted" in point]


def test_subsidies_without_a_rate_or_an_amount_have_none(book, source):
    assert source.count("一定比例") == 2
    assert {id: incentive["absent"] for id, incentive in book["incentives"].items()} == {
        "service_share": ["rate"],
        "event_share": ["rate"],
        "returnee_park_aid": ["amount"],
    }


def test_what_is_called_printed_is_printed(book, source):
    def misprints(value: object) -> list[dict]:
        if isinstance(value, list):
            return [each for item in value for each in misprints(item)]
        if not isinstance(value, dict):
            return []
        return value.get("misprints", []) + [each for item in value.values() for each in misprints(item)]

    for misprint in misprints(book):
        assert re.sub(r"\s+", "", misprint["printed"]) in source, misprint["printed"]


def test_every_ledger_id_is_a_rule_or_says_why_not(book):
    file = SHARED / "ledger.md"
    if not file.exists():
        pytest.skip("the ledger is not beside the repository")
    ids = set(re.findall(r"^\| (S1A-\d+) \|", file.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(ids) == 39
    rules = ledger_ids([book[section] for section in ("figures", "targets", "conditions", "incentives")])
    declared = ledger_ids(book["not_rules"])
    assert ids - rules == declared
    assert ids & rules & declared == set()
