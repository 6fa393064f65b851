/// @file
/// Findings are written out when somebody asks: later, again, and after the subject is gone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"
#include "support/city.hpp"

namespace biaochi {
namespace {

using support::city_rules;
using support::city_text;
using support::example_city;
using support::subject_of;
using testing::ElementsAre;
using testing::IsEmpty;

/// One finding in a line: `member 甲县 class="A": met`, `comparison 0.6 >= 0.75 (3 of 5, 4 needed): not_met`.
std::string line_of(const Finding& finding) {
    std::string line;
    if (finding.kind == Finding::Kind::empty) line = "empty " + finding.word;
    if (finding.kind == Finding::Kind::member) line = "member " + finding.region;
    for (const auto& [key, value] : finding.values) line += " " + key + "=" + feel::feel_text(value);
    if (finding.kind == Finding::Kind::comparison) {
        line = "comparison " + feel::feel_text(finding.left) + " " + finding.word + " " + feel::feel_text(finding.right);
    }
    if (const auto& count = finding.count) {
        line += " (" + std::to_string(count->have) + " of " + std::to_string(count->of) + ", " + std::to_string(count->needed) + " needed)";
    }
    return line + ": " + std::string(name(finding.held));
}

/// All findings of a reason and of its parts.
std::vector<std::string> lines_of(const Reason& reason) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings_of(reason.grounds)) lines.push_back(line_of(finding));
    for (const Reason& part : reason.parts) {
        for (std::string& line : lines_of(part)) lines.push_back(std::move(line));
    }
    return lines;
}

Verdict verdict_of(const Ruleset& rules, const std::string& text, const std::string& id) {
    const Subject subject = subject_of(rules, text);
    return check(rules, subject, rules.condition(id));
}

TEST(Findings, AreThereAfterTheSubjectIsGone) {
    const Ruleset rules = city_rules();
    const Verdict verdict = verdict_of(rules, example_city(), "eligible");
    // 3 of the 5 counties are designated, 3/5 = 0.6 is less than 2/3, and 2/3 of 5 are 10/3, so that 4 are needed.
    EXPECT_THAT(lines_of(verdict.reason),
                ElementsAre(R"(member 甲县 class="A": met)", R"(member 乙县 class="B": met)", R"(member 丙县 class="B": met)",
                            R"(member 丁县 class="C": not_met)", R"(member 戊县 class="A": met)", R"(member 甲县 status="designated": met)",
                            R"(member 乙县 status="designated": met)", R"(member 丙县 status="none": not_met)",
                            R"(member 丁县 status="designated": met)", R"(member 戊县 status="none": not_met)",
                            "comparison 0.6 >= 0.6666666666666666666666666666666667 (3 of 5, 4 needed): not_met"));
}

TEST(Findings, AreTheSameWhenAskedAgainAndOfACopy) {
    const Ruleset rules = city_rules();
    const Verdict verdict = verdict_of(rules, example_city(), "eligible");
    const Verdict copy = verdict;
    EXPECT_EQ(lines_of(verdict.reason), lines_of(verdict.reason));
    EXPECT_EQ(lines_of(copy.reason), lines_of(verdict.reason));
}

TEST(Findings, OfEveryConditionAreTheSameAfterAllElseIsChecked) {
    const Ruleset rules = city_rules();
    const std::vector<std::string> cities{example_city(), city_text({}), city_text({{"A", "building"}, {"", "designated"}}),
                                          R"({"region": "X", "history": {"2022": {"score": "70.5"}, "2023": {"score": 68}}})"};
    std::vector<Verdict> kept;
    std::vector<std::vector<std::string>> told;
    for (const std::string& city : cities) {
        for (std::size_t i = 0; i < rules.conditions().size(); ++i) {
            const Subject subject = subject_of(rules, city);
            kept.push_back(check(rules, subject, i));
            kept.back().reason.judged = nullptr;
            told.push_back(lines_of(kept.back().reason));
        }
    }
    for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(lines_of(kept[i].reason), told[i]) << i;
}

TEST(Findings, OfAReasonWithoutAnExpressionAreNone) {
    const Ruleset rules = city_rules();
    EXPECT_THAT(findings_of(verdict_of(rules, example_city(), "eligible").reason.grounds), IsEmpty());
    EXPECT_THAT(findings_of(Grounds{}), IsEmpty());
}

TEST(Findings, ASetWithoutMembersInsideAMemberDecidesNothingOfTheWhole) {
    const feel::Compiled compiled = feel::compile_expression("every group in [[1], []] satisfies every x in group satisfies x > 0", {});
    const Judgement judged = judge(city_rules(), compiled.expression.value(), {});
    // The empty group holds, as every member of nothing does; the members of the outer set are two, and it is not empty.
    EXPECT_EQ(judged.answer, Answer::met);
    const Judgement nothing = judge(city_rules(), feel::compile_expression("every x in [] satisfies x > 0", {}).expression.value(), {});
    EXPECT_EQ(nothing.answer, Answer::undetermined);
}

}  // namespace
}  // namespace biaochi
