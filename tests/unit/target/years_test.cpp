/// @file
/// Each year's figure, the sum of years, no fall from year to year: no year that lacks is passed over.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/target/support.hpp"

namespace biaochi {
namespace {

using namespace support;
using testing::ElementsAre;
using testing::IsEmpty;

/// Figures of `count`, one a year from 2021; an empty text lacks.
Figures by_year(const std::vector<std::string>& values, const std::string& fact = "count", int first = 2021) {
    Figures figures;
    for (std::size_t i = 0; i < values.size(); ++i) {
        figures.push_back({std::to_string(first + static_cast<int>(i)), {}});
        if (!values[i].empty()) figures.back().second[fact] = values[i];
    }
    return figures;
}

Ruleset yearly(const std::string& due = R"("due": "2023-12-31",)", const std::string& goal = R"("at_least": 20)") {
    return target_rules(R"("fact": "count", )" + due + R"("yearly": {)" + goal + R"(, "from": 2021})");
}

TEST(Yearly, HoldsWhereEveryYearDoes) {
    EXPECT_EQ(status(yearly(), by_year({"20", "21", "20"}), "2023-12-31"), "met");
    EXPECT_EQ(status(yearly(), by_year({"20", "19", "90"}), "2023-12-31"), "missed");
    EXPECT_EQ(status(yearly(), by_year({"20", "21"}), "2022-12-31"), "on_track");
    EXPECT_EQ(status(yearly(), by_year({"19", "21"}), "2022-12-31"), "behind");
}

TEST(Yearly, TellsTheYearThatIsFarthestFromTheGoal) {
    const TargetProgress answer = asked(yearly(), by_year({"25", "15", "18"}), "2023-12-31");
    EXPECT_EQ(text(answer.value), "15");
    EXPECT_EQ(text(answer.completion), "75");
    EXPECT_EQ(text(answer.distance), "5");
    EXPECT_EQ(answer.figure.record, 1U);
    EXPECT_EQ(answer.first_year, 2021);
    EXPECT_EQ(answer.years.size(), 3U);
    const Ruleset limit = yearly(R"("due": "2023-12-31",)", R"("at_most": 20)");
    EXPECT_EQ(text(asked(limit, by_year({"15", "22", "18"}), "2023-12-31").value), "22");
    const Ruleset exact = yearly(R"("due": "2023-12-31",)", R"("exactly": 20)");
    EXPECT_EQ(text(asked(exact, by_year({"15", "22", "18"}), "2023-12-31").value), "15");
}

TEST(Yearly, WithAYearThatLacksIsUndetermined) {
    const Ruleset rules = yearly();
    const TargetProgress early = asked(rules, by_year({"", "21"}), "2022-12-31");
    EXPECT_EQ(early.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, early), ElementsAre("figure count 2021-12-31"));
    EXPECT_EQ(text(early.value), "none");
    EXPECT_FALSE(early.years[0].known());
    // Due: every year until then must be there.
    const TargetProgress due = asked(rules, by_year({"20"}), "2024-03-31");
    EXPECT_THAT(needs(rules, due), ElementsAre("figure count 2022-12-31", "figure count 2023-12-31"));
    // A year that failed decides, whatever lacks.
    EXPECT_EQ(status(rules, by_year({"19", "", "20"}), "2023-12-31"), "missed");
    EXPECT_THAT(needs(rules, asked(rules, by_year({"19", "", "20"}), "2023-12-31")), IsEmpty());
}

TEST(Yearly, WithoutADayIsMetSoFarAndNeverLate) {
    const Ruleset rules = yearly("");
    EXPECT_EQ(status(rules, by_year({"20", "21"}), "2022-12-31"), "met");
    const TargetProgress answer = asked(rules, by_year({"20", "19"}), "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, answer), ElementsAre("day"));
}

TEST(Yearly, WithoutAFirstYearNeedsIt) {
    const Ruleset rules = target_rules(R"("fact": "count", "yearly": {"at_least": 20})");
    const TargetProgress answer = asked(rules, by_year({"20"}), "2022-12-31");
    EXPECT_THAT(needs(rules, answer), ElementsAre("base_year"));
    EXPECT_EQ(answer.figure.record, 0U);
}

TEST(Yearly, BeforeItsFirstYearNeedsThat) {
    const TargetProgress answer = asked(yearly(), by_year({"30"}, "count", 2020), "2020-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(yearly(), answer), ElementsAre("figure count 2021-12-31"));
}

TEST(Yearly, AboutWithoutAToleranceIsUndeterminedBelow) {
    const Ruleset rules = yearly(R"("due": "2022-12-31",)", R"("about": 20)");
    EXPECT_EQ(status(rules, by_year({"20", "20"}), "2022-12-31"), "met");
    EXPECT_THAT(needs(rules, asked(rules, by_year({"20", "19"}), "2022-12-31")), ElementsAre("tolerance"));
}

/// 8 in all from 2021 to 2024: 2 a year.
Ruleset sum(const std::string& goal = R"("at_least": 8)", const std::string& due = R"("due": "2024-12-31",)",
            const std::string& fact = "count") {
    return target_rules("\"fact\": \"" + fact + "\", " + due + R"("cumulative": {)" + goal + R"(, "from": 2021})");
}

TEST(Cumulative, AddsTheYears) {
    EXPECT_EQ(status(sum(), by_year({"1", "2", "3", "2"}), "2024-12-31"), "met");
    EXPECT_EQ(status(sum(), by_year({"1", "2", "3", "1"}), "2024-12-31"), "missed");
    EXPECT_EQ(status(sum(), by_year({"1", "3"}), "2022-12-31"), "on_track");
    const TargetProgress answer = asked(sum(), by_year({"1", "2"}), "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::behind);
    EXPECT_EQ(text(answer.value), "3");
    EXPECT_EQ(text(answer.expected), "4");
    EXPECT_EQ(text(answer.completion), "37.5");
    EXPECT_EQ(text(answer.distance), "5");
    EXPECT_EQ(text(answer.pace), "2.5");  // 5 in the two years that are left
}

TEST(Cumulative, IsMetAsSoonAsItIsReached) {
    EXPECT_EQ(status(sum(), by_year({"8"}), "2021-12-31"), "met");
    EXPECT_EQ(status(sum(R"("at_least": 8)", ""), by_year({"8"}), "2021-12-31"), "met");
}

TEST(Cumulative, ThatMustStayBelowIsMetOnlyWhenAllYearsAreIn) {
    const Ruleset rules = sum(R"("at_most": 8)");
    EXPECT_EQ(status(rules, by_year({"3"}), "2021-12-31"), "on_track");
    EXPECT_EQ(status(rules, by_year({"3", "1", "2", "2"}), "2024-12-31"), "met");
    EXPECT_EQ(status(rules, by_year({"3", "1", "2", "3"}), "2024-12-31"), "missed");
}

TEST(Cumulative, WithAYearThatLacksIsDecidedWhereItsBoundsDo) {
    // `count` is 0 to 1000: with 3 and an unknown year the sum is 3 to 1003.
    const Ruleset rules = sum();
    const TargetProgress answer = asked(rules, by_year({"", "3"}), "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_EQ(text(answer.value), "3..1003");
    EXPECT_EQ(text(answer.distance), "0..5");
    EXPECT_THAT(needs(rules, answer), ElementsAre("figure count 2021-12-31"));
    EXPECT_EQ(status(rules, by_year({"", "8"}), "2022-12-31"), "met");
    EXPECT_EQ(status(sum(R"("at_least": 1500)"), by_year({"", "100", "100", "100"}), "2024-12-31"), "missed");  // at most 1300
    // `x` has no bounds.
    const Ruleset open = sum(R"("at_least": 8)", R"("due": "2024-12-31",)", "x");
    EXPECT_EQ(status(open, by_year({"", "8"}, "x"), "2022-12-31"), "undetermined");
}

TEST(Cumulative, BeforeItsFirstYearNeedsThat) {
    EXPECT_THAT(needs(sum(), asked(sum(), Figures{}, "2020-12-31")), ElementsAre("figure count 2021-12-31"));
}

Ruleset not_falling() { return target_rules(R"("fact": "x", "due": "2023-12-31", "not_falling": {"from": 2021})"); }

TEST(NotFalling, ComparesEachYearWithTheOneBefore) {
    EXPECT_EQ(status(not_falling(), by_year({"5", "5", "5", "6"}, "x", 2020), "2023-12-31"), "met");
    EXPECT_EQ(status(not_falling(), by_year({"5", "4.9999", "5", "6"}, "x", 2020), "2023-12-31"), "missed");
    EXPECT_EQ(status(not_falling(), by_year({"5", "5", "5"}, "x", 2020), "2022-12-31"), "on_track");
    const TargetProgress answer = asked(not_falling(), by_year({"5", "7", "6"}, "x", 2020), "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::behind);
    EXPECT_EQ(text(answer.value), "-1");
    EXPECT_EQ(text(answer.distance), "1");
    EXPECT_EQ(answer.figure.record, 2U);
    EXPECT_EQ(answer.base.record, 1U);
}

TEST(NotFalling, NeedsTheYearBeforeTheFirstToo) {
    const Ruleset rules = not_falling();
    EXPECT_THAT(needs(rules, asked(rules, by_year({"5", "5"}, "x", 2021), "2022-12-31")), ElementsAre("figure x 2020-12-31"));
    const TargetProgress gap = asked(rules, by_year({"5", "6", "", "7"}, "x", 2020), "2023-12-31");
    EXPECT_THAT(needs(rules, gap), ElementsAre("figure x 2022-12-31"));
    EXPECT_EQ(gap.status, TargetStatus::undetermined);
    EXPECT_EQ(status(rules, by_year({"5", "4", "", "7"}, "x", 2020), "2023-12-31"), "missed");
}

}  // namespace
}  // namespace biaochi
