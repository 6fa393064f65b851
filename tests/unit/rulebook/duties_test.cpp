/// @file
/// Reading and linting bodies, phases, duties and what is not computed: each fault at its place.

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "biaochi/rulebook/duty_section.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/not_rules_section.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

using testing::ElementsAre;

const std::string science = R"("science": {"name": {"zh": "科技局"}})";

ParsedRulebook parsed(const std::string& sections) {
    return parse_rulebook(R"({"format": "biaochi/1", "id": "a", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "T"},
        "sources": {"plan": {"title": {"en": "P"}}}, )" +
                          sections + "}");
}

std::vector<std::string> shortly(const std::vector<Issue>& issues) {
    std::vector<std::string> lines;
    for (const Issue& issue : issues) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
    return lines;
}

std::vector<std::string> faults(const std::string& sections) { return shortly(parsed(sections).issues); }

std::string with_duty(const std::string& duty) { return "\"bodies\": {" + science + "}, \"duties\": {\"task\": " + duty + "}"; }

TEST(Duties, AreReadWithTheirReports) {
    const ParsedRulebook read = parsed(with_duty(R"({"name": {"en": "Work"}, "lead": ["science"], "by": "2021-06-30",
        "reports": {"progress": {"name": {"en": "P"}, "to": "science", "every": "year", "by": "03-31"}, "end": {"name": {"en": "E"}, "every": "once", "on": "2021-07-01"}}})"));
    ASSERT_TRUE(read.rulebook);
    const BodyDuty& duty = read.rulebook->duties->duties.at(0).second;
    EXPECT_THAT(duty.lead, ElementsAre("science"));
    EXPECT_EQ(date_text(duty.by.value()), "2021-06-30");
    EXPECT_EQ(duty.reports.at(0).second.every, Every::year);
    EXPECT_EQ(duty.reports.at(0).second.by, (YearlyDay{std::chrono::March, std::chrono::day{31}}));
    EXPECT_EQ(date_text(duty.reports.at(1).second.on.value()), "2021-07-01");
}

TEST(Duties, BodiesOfOneNameAreEachToldOnce) {
    std::string bodies;
    std::vector<std::string> expected;
    for (int i = 0; i < 500; ++i) {
        const std::string id = "b" + std::to_string(i);
        bodies += (i == 0 ? "\"" : ", \"") + id + R"(": {"name": {"zh": "同", "en": "a"}})";
        if (i > 0) expected.push_back("repeated_id /bodies/" + id);
    }
    const ParsedRulebook read = parsed("\"bodies\": {" + bodies + "}");
    EXPECT_EQ(shortly(read.issues), expected);
    EXPECT_THAT(read.issues.back().message.en, testing::HasSubstr("/bodies/b0"));
}

TEST(Duties, SectionsThatAreNotThereAreNull) {
    const ParsedRulebook read = parsed(R"("note": {"en": "."})");
    ASSERT_TRUE(read.rulebook);
    EXPECT_EQ(read.rulebook->duties, nullptr);
    EXPECT_EQ(read.rulebook->not_rules, nullptr);
}

TEST(Duties, FaultsAreToldAtTheirPlace) {
    EXPECT_THAT(faults(R"("bodies": {})"), ElementsAre("empty_list /bodies"));
    EXPECT_THAT(faults(R"("bodies": [])"), ElementsAre("wrong_type /bodies"));
    EXPECT_THAT(faults(R"("bodies": {"a": {}})"), ElementsAre("missing_key /bodies/a"));
    EXPECT_THAT(faults(with_duty(R"({"name": {"en": "W"}})")), ElementsAre("missing_key /duties/task"));
    EXPECT_THAT(faults(with_duty(R"({"name": {"en": "W"}, "lead": []})")), ElementsAre("empty_list /duties/task/lead"));
    EXPECT_THAT(faults(with_duty(R"({"name": {"en": "W"}, "lead": ["science", "science"]})")),
                ElementsAre("repeated_id /duties/task/lead/1"));
    EXPECT_THAT(faults(with_duty(R"({"name": {"en": "W"}, "lead": ["science"], "reports": {"r": {"name": {"en": "R"}}}})")),
                ElementsAre("missing_key /duties/task/reports/r"));
    EXPECT_THAT(
        faults(with_duty(R"({"name": {"en": "W"}, "lead": ["science"], "reports": {"r": {"name": {"en": "R"}, "every": "week"}}})")),
        ElementsAre("bad_value /duties/task/reports/r/every"));
    EXPECT_THAT(
        faults(with_duty(
            R"({"name": {"en": "W"}, "lead": ["science"], "reports": {"r": {"name": {"en": "R"}, "every": "year", "by": "02-30"}}})")),
        ElementsAre("bad_date /duties/task/reports/r/by"));
    EXPECT_THAT(
        faults(with_duty(
            R"({"name": {"en": "W"}, "lead": ["science"], "reports": {"r": {"name": {"en": "R"}, "every": "year", "on": "2020-02-03"}}})")),
        ElementsAre("bad_value /duties/task/reports/r/on"));
    EXPECT_THAT(
        faults(with_duty(
            R"({"name": {"en": "W"}, "lead": ["science"], "reports": {"r": {"name": {"en": "R"}, "every": "year", "to": "office"}}})")),
        ElementsAre("unknown_body /duties/task/reports/r/to"));
}

TEST(Bodies, OfOneNameMustBeApartInTime) {
    const auto two = [](const std::string& first, const std::string& second) {
        return "\"bodies\": {\"a\": {\"name\": {\"zh\": \"科技局\"}" + first + "}, \"b\": {\"name\": {\"zh\": \"科技局\"}" + second + "}}";
    };
    EXPECT_THAT(faults(two("", "")), ElementsAre("repeated_id /bodies/b"));
    EXPECT_THAT(faults(two(R"(, "until": "2018-11-01")", "")), ElementsAre("repeated_id /bodies/b"));
    EXPECT_THAT(faults(two(R"(, "until": "2018-11-01")", R"(, "from": "2018-10-31")")), ElementsAre("repeated_id /bodies/b"));
    EXPECT_THAT(faults(two(R"(, "until": "2018-11-01")", R"(, "from": "2018-11-01")")), ElementsAre());
    EXPECT_THAT(faults(two(R"(, "from": "2018-11-01")", R"(, "until": "2018-11-01")")), ElementsAre());
}

TEST(Bodies, ThatBecomeOneAnotherInACircleAreToldOnceEach) {
    const ParsedRulebook read = parsed(
        R"("bodies": {"a": {"name": {"zh": "甲"}, "became": ["b"]}, "b": {"name": {"zh": "乙"}, "became": ["c", "d"]},
            "c": {"name": {"zh": "丙"}, "became": ["a"]}, "d": {"name": {"zh": "丁"}}, "e": {"name": {"zh": "戊"}, "became": ["e"]}})");
    EXPECT_THAT(shortly(read.issues),
                ElementsAre("cycle /bodies/a/became", "cycle /bodies/b/became", "cycle /bodies/c/became", "cycle /bodies/e/became"));
    EXPECT_NE(read.issues[0].message.en.find("a → b → c → a"), std::string::npos);
    EXPECT_NE(read.issues[3].message.en.find("e → e"), std::string::npos);
}

TEST(Examples, OfABodyExpectItsDuties) {
    const std::string duty = R"({"name": {"en": "W"}, "lead": ["science"]})";
    const auto with_example = [&](const std::string& rest) { return with_duty(duty) + R"(, "examples": [{"id": "one", )" + rest + "}]"; };
    EXPECT_THAT(faults(with_example(R"("unit": "科技局", "expect": {"duties": {"task": "lead"}})")), ElementsAre());
    EXPECT_THAT(faults(with_example(R"("unit": "科技局", "expect": {"shown": "1"})")), ElementsAre("missing_key /examples/0/expect"));
    EXPECT_THAT(faults(with_example(R"("facts": {}, "expect": {"duties": {}})")), ElementsAre("missing_key /examples/0/expect/duties"));
    EXPECT_THAT(faults(with_example(R"("unit": "科技局", "expect": {"duties": {"wrok": "lead"}})")),
                ElementsAre("bad_value /examples/0/expect/duties/wrok"));
    EXPECT_THAT(faults(with_example(R"("unit": "科技局", "expect": {"duties": {"task": "leads"}})")),
                ElementsAre("bad_value /examples/0/expect/duties/task"));
}

TEST(NotRules, NeedAReasonAndALedgerId) {
    const auto entry = [](const std::string& cite) {
        return R"("not_rules": [{"because": "judged", "says": {"en": "S"}, "reason": {"en": "R"}, "cite": {"source": "plan", "clause": "1")" +
               cite + "}}]";
    };
    EXPECT_THAT(faults(entry(R"(, "ledger": ["T-01"])")), ElementsAre());
    EXPECT_THAT(faults(entry("")), ElementsAre("missing_key /not_rules/0/cite"));
    EXPECT_THAT(faults(entry(R"(, "ledger": [])")), ElementsAre("empty_list /not_rules/0/cite/ledger"));
    EXPECT_THAT(faults(R"("not_rules": [])"), ElementsAre("empty_list /not_rules"));
    EXPECT_THAT(faults(R"("not_rules": [{}])"), ElementsAre("missing_key /not_rules/0", "missing_key /not_rules/0",
                                                            "missing_key /not_rules/0", "missing_key /not_rules/0"));
    EXPECT_EQ(name(NotRule::Because::out_of_reach), "out_of_reach");
    EXPECT_EQ(name(NotRule::Because::judged), "judged");
}

TEST(NotRules, MayNameADefectThatARuleCitesToo) {
    const std::string cite = R"("cite": {"source": "plan", "clause": "1", "ledger": ["DEF-01", "C-01"]})";
    const std::string entry = R"({"because": "judged", "says": {"en": "S"}, "reason": {"en": "R"}, )" + cite + "}";
    EXPECT_THAT(faults("\"facts\": {\"x\": {\"name\": {\"en\": \"X\"}, " + cite + "}}, \"not_rules\": [" + entry + "]"), ElementsAre());
}

TEST(LintOfDuties, AsksForCitationsAndTellsMisprints) {
    const ParsedRulebook read =
        parsed(R"("bodies": {"a": {"name": {"zh": "甲"}, "misprints": [{"printed": "申", "read_as": "甲", "confidence": "likely"}]}},
        "phases": {"p": {"name": {"zh": "启动"}}}, "duties": {"w": {"name": {"zh": "工作"}, "lead": ["a"], "reports": {"r": {"name": {"zh": "报告"}, "every": "unsaid"}}}})");
    ASSERT_TRUE(read.rulebook);
    EXPECT_THAT(shortly(lint(*read.rulebook)),
                ElementsAre("no_citation /bodies/a", "misprint /bodies/a/misprints/0", "no_citation /phases/p", "no_citation /duties/w",
                            "no_citation /duties/w/reports/r"));
}

TEST(LintOfDuties, NamesWhatABodyBecame) {
    const std::string cite = R"("cite": {"source": "plan", "clause": "1"})";
    const ParsedRulebook read = parsed(
        R"("bodies": {"a": {"name": {"zh": "甲"}, "became": ["b"], )" + cite + R"(}, "b": {"name": {"en": "B"}, )" + cite +
        R"(}}, "duties": {"w": {"name": {"zh": "工作"}, "lead": ["b"], "reports": {"r": {"name": {"zh": "报告"}, "every": "unsaid", "to": "a"}}, )" +
        cite + "}}");
    ASSERT_TRUE(read.rulebook);
    const std::vector<Issue> issues = lint(*read.rulebook);
    EXPECT_THAT(shortly(issues), ElementsAre("body_ended /duties/w/reports/r/to"));
    EXPECT_NE(issues[0].message.en.find("its tasks went to B"), std::string::npos);
}

}  // namespace
}  // namespace biaochi
