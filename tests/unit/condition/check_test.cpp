/// @file
/// Conditions over a city and its counties: what is met, what is not, what is not known, and why.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"
#include "support/city.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::city_rules;
using support::city_text;
using support::example_city;
using support::needs_of;
using support::subject_of;
using testing::ElementsAre;
using testing::IsEmpty;

Verdict checked(const Ruleset& rules, const Subject& subject, const std::string& id) {
    EXPECT_NE(rules.condition(id), no_index) << id;
    return check(rules, subject, rules.condition(id));
}

std::string answer(const Ruleset& rules, const Subject& subject, const std::string& id) {
    return std::string(name(checked(rules, subject, id).answer));
}

/// The members that an answer came to, as "region answer".
std::vector<std::string> members(const Reason& reason, Answer wanted) {
    std::vector<std::string> all;
    for (const Finding& finding : findings_of(reason.grounds)) {
        if (finding.kind == Finding::Kind::member && finding.held == wanted) all.push_back(finding.region);
    }
    return all;
}

std::optional<Count> count_in(const Reason& reason) {
    for (const Finding& finding : findings_of(reason.grounds)) {
        if (finding.count) return finding.count;
    }
    return std::nullopt;
}

TEST(Check, ACityWithACountyAtCIsNotEligibleAndTheVerdictNamesIt) {
    const Ruleset rules = city_rules();
    const Subject city = subject_of(rules, example_city());
    const Verdict verdict = checked(rules, city, "eligible");
    EXPECT_EQ(verdict.answer, Answer::not_met);
    EXPECT_THAT(verdict.needs, IsEmpty());
    ASSERT_EQ(verdict.reason.parts.size(), 2U);
    const Reason& classes = verdict.reason.parts[0];
    EXPECT_EQ(classes.answer, Answer::not_met);
    EXPECT_THAT(members(classes, Answer::not_met), ElementsAre("丁县"));
    const Reason& share = verdict.reason.parts[1];
    EXPECT_EQ(share.answer, Answer::not_met);
    const std::optional<Count> count = count_in(share);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->have, 3U);
    EXPECT_EQ(count->of, 5U);
    EXPECT_EQ(count->needed, 4U);
}

TEST(Check, TheSameCityWithAClassMissingIsUndeterminedAndNamesTheCounty) {
    const Ruleset rules = city_rules();
    const Subject city =
        subject_of(rules, city_text({{"A", "designated"}, {"B", "designated"}, {"B", "building"}, {"", "designated"}, {"A", "none"}}));
    const Verdict verdict = checked(rules, city, "eligible");
    EXPECT_EQ(verdict.answer, Answer::undetermined);
    EXPECT_THAT(needs_of(rules, verdict.needs), ElementsAre("counties.丁县.class"));
    EXPECT_THAT(members(verdict.reason.parts[0], Answer::undetermined), ElementsAre("丁县"));
    EXPECT_EQ(verdict.reason.parts[1].answer, Answer::met);
}

TEST(Check, WhatIsNotKnownDoesNotMatterWhereAnotherMemberDecides) {
    const Ruleset rules = city_rules();
    EXPECT_EQ(answer(rules, subject_of(rules, city_text({{"C", "none"}, {"", "none"}})), "classes"), "not_met");
    EXPECT_EQ(answer(rules, subject_of(rules, city_text({{"A", "none"}, {"B", "none"}})), "classes"), "met");
}

TEST(Check, ANeededShareIsReachedAtItsEdge) {
    const Ruleset rules = city_rules();
    const Subject two_of_three = subject_of(rules, city_text({{"A", "building"}, {"A", "designated"}, {"A", "none"}}));
    EXPECT_EQ(answer(rules, two_of_three, "two_thirds"), "met");
    const Subject one_of_two = subject_of(rules, city_text({{"A", "building"}, {"A", "none"}}));
    const Verdict verdict = checked(rules, one_of_two, "two_thirds");
    EXPECT_EQ(verdict.answer, Answer::not_met);
    EXPECT_EQ(count_in(verdict.reason)->needed, 2U);
}

TEST(Check, AnEmptySetIsWhatTheConditionSaysItIs) {
    const Ruleset rules = city_rules();
    const Subject empty = subject_of(rules, city_text({}));
    EXPECT_EQ(answer(rules, empty, "classes"), "undetermined");
    EXPECT_EQ(answer(rules, empty, "any_building"), "not_met");
    const Reason reason = checked(rules, empty, "classes").reason;
    const std::vector<Finding> findings = findings_of(reason.grounds);
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings[0].kind, Finding::Kind::empty);
}

TEST(Check, ADivisorOfZeroLeavesTheConditionUndeterminedWithItsCause) {
    const Ruleset rules = city_rules();
    const Verdict verdict = checked(rules, subject_of(rules, city_text({})), "two_thirds");
    EXPECT_EQ(verdict.answer, Answer::undetermined);
    EXPECT_EQ(verdict.reason.cause, feel::Cause::division_by_zero);
}

TEST(Check, AGroupThatWasNotGivenIsNeeded) {
    const Ruleset rules = city_rules();
    const Verdict verdict = checked(rules, subject_of(rules, R"({"region": "X"})"), "classes");
    EXPECT_EQ(verdict.answer, Answer::undetermined);
    EXPECT_THAT(needs_of(rules, verdict.needs), ElementsAre("counties"));
}

TEST(Check, AJudgedConditionWaitsForAPerson) {
    const Ruleset rules = city_rules();
    const Verdict open = checked(rules, subject_of(rules, example_city()), "attention");
    EXPECT_EQ(open.answer, Answer::undetermined);
    EXPECT_THAT(needs_of(rules, open.needs), ElementsAre("judged attention"));
    const Subject judged = subject_of(rules, R"({"region": "X", "judged": {"attention": {"met": true, "evidence": "文件"}}})");
    const Verdict met = checked(rules, judged, "attention");
    EXPECT_EQ(met.answer, Answer::met);
    EXPECT_EQ(met.reason.judged->evidence, "文件");
}

struct Combined {
    const char* name;
    const char* members;  ///< class and status of two counties, and whether the judged condition is met
    const char* id;
    const char* answer;
};

class CheckCombines : public testing::TestWithParam<Combined> {};

Subject two_counties(const Ruleset& rules, const std::string& code) {
    const auto class_of = [](char c) { return c == '?' ? std::string() : std::string(1, c); };
    const auto status_of = [](char c) { return std::string(c == 'd' ? "designated" : c == 'n' ? "none" : ""); };
    std::string judged;
    if (code[4] != '?')
        judged = std::string(R"(, "judged": {"attention": {"evidence": "x", "met": )") + (code[4] == 'y' ? "true}}" : "false}}");
    return subject_of(rules, city_text({{class_of(code[0]), status_of(code[1])}, {class_of(code[2]), status_of(code[3])}}, judged));
}

TEST_P(CheckCombines, AsItSays) {
    const Ruleset rules = city_rules();
    EXPECT_EQ(answer(rules, two_counties(rules, GetParam().members), GetParam().id), GetParam().answer);
}

// classes: all A or B; two_thirds: both designated; attention: y or n.
INSTANTIATE_TEST_SUITE_P(
    Forms, CheckCombines,
    testing::Values(Combined{"all_met", "AdAd?", "eligible", "met"}, Combined{"all_one_fails", "CdAd?", "eligible", "not_met"},
                    Combined{"all_one_unknown", "?dAd?", "eligible", "undetermined"},
                    Combined{"all_one_fails_one_unknown", "?dAn?", "eligible", "not_met"},
                    Combined{"not_of_met", "AdAd?", "not_eligible", "not_met"}, Combined{"not_of_failed", "CdAd?", "not_eligible", "met"},
                    Combined{"not_of_unknown", "?dAd?", "not_eligible", "undetermined"},
                    Combined{"two_met", "AdAd?", "two_of_three", "met"}, Combined{"two_fail", "CnAdn", "two_of_three", "not_met"},
                    Combined{"one_met_one_unknown", "AdAn?", "two_of_three", "undetermined"},
                    Combined{"readings_agree_on_met", "CdAny", "revoked", "met"},
                    Combined{"readings_agree_on_failure", "CnAnn", "revoked", "not_met"},
                    Combined{"readings_differ", "AnAnn", "revoked", "undetermined"}),
    [](const auto& given) { return given.param.name; });

TEST(Check, AnUnreadOpenPointShowsWhatEachReadingWouldSay) {
    const Ruleset rules = city_rules();
    const Subject city = subject_of(rules, R"({"region": "X", "history": {"2022": {"score": 70}, "2023": {"score": 63}}})");
    const Verdict verdict = checked(rules, city, "fell_clearly");
    EXPECT_EQ(verdict.answer, Answer::undetermined);
    EXPECT_THAT(needs_of(rules, verdict.needs), ElementsAre("reading clear_fall"));
    ASSERT_EQ(verdict.reason.parts.size(), 2U);
    EXPECT_EQ(verdict.reason.parts[0].reading, "five");
    EXPECT_EQ(verdict.reason.parts[0].answer, Answer::met);
    EXPECT_EQ(verdict.reason.parts[1].reading, "ten");
    EXPECT_EQ(verdict.reason.parts[1].answer, Answer::not_met);
}

TEST(Check, AReadingThatWasChosenDecides) {
    const Subject city = subject_of(city_rules(), R"({"region": "X", "history": {"2022": {"score": 70}, "2023": {"score": 63}}})");
    EXPECT_EQ(answer(city_rules({{"clear_fall", "five"}}), city, "fell_clearly"), "met");
    EXPECT_EQ(answer(city_rules({{"clear_fall", "ten"}}), city, "fell_clearly"), "not_met");
}

TEST(Check, IllustrationsDecideNothingEvenWhereTheyAgree) {
    const Ruleset rules = city_rules();
    const Subject city = subject_of(rules, R"({"region": "X", "history": {"2022": {"score": 70}, "2023": {"score": 40}}})");
    EXPECT_EQ(answer(rules, city, "fell_clearly"), "undetermined");
}

TEST(Check, AMissingYearIsNeededNotSkipped) {
    const Ruleset rules = city_rules({{"clear_fall", "five"}});
    const Subject city = subject_of(rules, R"({"region": "X", "history": {"2021": {"score": 70}, "2022": {"score": 60}}})");
    const Verdict verdict = checked(rules, city, "fell_clearly");
    EXPECT_EQ(verdict.answer, Answer::undetermined);
    EXPECT_THAT(needs_of(rules, verdict.needs), ElementsAre("history.2023.score"));
}

TEST(Check, AComparisonKeepsBothValues) {
    const Ruleset rules = city_rules({{"clear_fall", "five"}});
    const Subject city = subject_of(rules, R"({"region": "X", "history": {"2022": {"score": "70.5"}, "2023": {"score": 68}}})");
    const Reason reason = checked(rules, city, "fell_clearly").reason;
    const std::vector<Finding> findings = findings_of(reason.grounds);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].left.number(), support::number("2.5"));
    EXPECT_EQ(findings[0].right.number(), Number(5));
    EXPECT_EQ(findings[0].word, ">=");
}

TEST(Check, AConditionThatStoodBeforeIsNotToldTwice) {
    const Ruleset rules = support::rules_of(R"("facts": {"x": {"name": {"en": "X"}}}, "subject": {"kind": {"en": "thing"}},
        "conditions": {"a": {"name": {"en": "A"}, "expr": "x > 1"}, "b": {"name": {"en": "B"}, "all": ["a", "a"]},
                       "c": {"name": {"en": "C"}, "all": ["b", "b"]}})");
    const Subject subject = subject_of(rules, R"({"region": "X", "facts": {"x": 2}})");
    const Verdict verdict = checked(rules, subject, "c");
    EXPECT_EQ(verdict.answer, Answer::met);
    EXPECT_FALSE(verdict.reason.parts[0].repeated);
    EXPECT_TRUE(verdict.reason.parts[0].parts[1].repeated);
    EXPECT_TRUE(verdict.reason.parts[1].repeated);
    EXPECT_THAT(verdict.reason.parts[1].parts, IsEmpty());
}

TEST(Check, AnIndexBeyondTheConditionsIsRefused) {
    const Ruleset rules = city_rules();
    EXPECT_THROW(static_cast<void>(check(rules, empty_subject(rules), no_index)), Error);
}

}  // namespace
}  // namespace biaochi
