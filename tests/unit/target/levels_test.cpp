/// @file
/// Levels with every bound, one unit of the last place to both sides; the line from a printed baseline; pace and completion.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/target/support.hpp"

namespace biaochi {
namespace {

using namespace support;
using testing::ElementsAre;
using testing::IsEmpty;

/// A level due at the end of 2023, on the last day of which everything is decided.
std::string at_due(const std::string& goal, const std::string& value) {
    return status(target_rules(R"("fact": "x", "due": "2023-12-31", "level": )" + goal), {{"2023", {{"x", value}}}}, "2024-06-30");
}

struct Bounds {
    std::string goal;
    std::string below;
    std::string at;
    std::string above;
};

TEST(Level, IsMetOnTheSideThatItsBoundSays) {
    const Bounds cases[] = {
        {R"({"at_least": 2})", "missed", "met", "met"},      {R"({"more_than": 2})", "missed", "missed", "met"},
        {R"({"at_most": 2})", "met", "met", "missed"},       {R"({"less_than": 2})", "met", "missed", "missed"},
        {R"({"exactly": 2})", "missed", "met", "missed"},    {R"({"about": 2})", "undetermined", "met", "met"},
        {R"({"from": 2, "to": 3})", "missed", "met", "met"},
    };
    for (const Bounds& each : cases) {
        EXPECT_EQ(at_due(each.goal, "1.999999999999"), each.below) << each.goal;
        EXPECT_EQ(at_due(each.goal, "2"), each.at) << each.goal;
        EXPECT_EQ(at_due(each.goal, "2.000000000001"), each.above) << each.goal;
    }
}

TEST(Level, AboutWithAToleranceIsMetFromThePartThatIsLeft) {
    // 20 less 10 % are 18.
    EXPECT_EQ(at_due(R"({"about": 20, "tolerance": 10})", "17.999"), "missed");
    EXPECT_EQ(at_due(R"({"about": 20, "tolerance": 10})", "18"), "met");
    EXPECT_EQ(at_due(R"({"about": -20, "tolerance": 10})", "-22"), "met");
    EXPECT_EQ(at_due(R"({"about": -20, "tolerance": 10})", "-22.001"), "missed");
}

TEST(Level, AboveAnIntervalIsMetAndSaid) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2023-12-31", "level": {"from": 2, "to": 3})");
    EXPECT_FALSE(asked(rules, {{"2023", {{"x", "3"}}}}, "2023-12-31").above);
    const TargetProgress answer = asked(rules, {{"2023", {{"x", "3.001"}}}}, "2023-12-31");
    EXPECT_EQ(answer.status, TargetStatus::met);
    EXPECT_TRUE(answer.above);
}

TEST(Level, ComparesInTheUnitOfTheTarget) {
    // 2 亿元 are 20000 万元.
    const Ruleset rules = target_rules(R"("fact": "x", "unit": "亿元", "due": "2023-12-31", "level": {"at_least": 2})");
    EXPECT_EQ(status(rules, {{"2023", {{"x", "19999.99"}}}}, "2023-12-31"), "missed");
    const TargetProgress answer = asked(rules, {{"2023", {{"x", "15000"}}}}, "2023-06-30");
    EXPECT_EQ(answer.figure.record, no_index);  // the year has not ended
    EXPECT_EQ(text(asked(rules, {{"2023", {{"x", "15000"}}}}, "2023-12-31").value), "1.5");
}

/// At least 2.0 by the end of 2025, from 0.8 at the end of 2020: 0.24 a year.
Ruleset with_baseline(const std::string& figure = R"({"fact": "x", "value": "0.8", "period": "2020"})") {
    return target_rules(R"("fact": "x", "due": "2025-12-31", "level": {"at_least": 2})", "\"figures\": [" + figure + "],");
}

TEST(Level, IsOnTrackOnTheLineAndBehindBelowIt) {
    // At the end of 2022 the line stands at 0.8 + 2 · 0.24 = 1.28.
    EXPECT_EQ(status(with_baseline(), {{"2022", {{"x", "1.28"}}}}, "2022-12-31"), "on_track");
    EXPECT_EQ(status(with_baseline(), {{"2022", {{"x", "1.2799999999"}}}}, "2022-12-31"), "behind");
}

TEST(Level, TellsCompletionDistancePaceAndLine) {
    const TargetProgress answer = asked(with_baseline(), {{"2022", {{"x", "1.2"}}}}, "2022-12-31");
    EXPECT_EQ(text(answer.value), "1.2");
    EXPECT_EQ(text(answer.completion), "60");  // 1.2 / 2
    EXPECT_EQ(text(answer.distance), "0.8");   // 2 − 1.2
    EXPECT_EQ(text(answer.pace), "4/15");      // 0.8 in the three years from the end of 2022
    EXPECT_EQ(text(answer.expected), "1.28");
    EXPECT_EQ(answer.base.printed, 0U);
    EXPECT_THAT(answer.needs, IsEmpty());
}

TEST(Level, ComparesTheLineOnTheDayOfTheFigureAndThePaceFromTheDayAskedAbout) {
    // The figure of 2021 is on the line of 2021 (1.04), however late one asks; what is left is two years.
    const TargetProgress answer = asked(with_baseline(), {{"2021", {{"x", "1.04"}}}}, "2023-12-31");
    EXPECT_EQ(answer.status, TargetStatus::on_track);
    EXPECT_EQ(text(answer.pace), "0.48");  // 0.96 / 2
}

TEST(Level, FallsTowardsALimitFromAbove) {
    // From 10 down to 4 in three years: 2 a year.
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2023-12-31", "level": {"at_most": 4})",
                                       R"("figures": [{"fact": "x", "value": 10, "period": "2020"}],)");
    EXPECT_EQ(status(rules, {{"2021", {{"x", "8"}}}}, "2021-12-31"), "on_track");
    EXPECT_EQ(status(rules, {{"2021", {{"x", "8.01"}}}}, "2021-12-31"), "behind");
    const TargetProgress answer = asked(rules, {{"2021", {{"x", "8"}}}}, "2021-12-31");
    EXPECT_EQ(text(answer.completion), "50");  // 4 of 8
    EXPECT_EQ(text(answer.distance), "4");
    EXPECT_EQ(text(answer.pace), "-2");
}

TEST(Level, OfExactlyGoesTheWayThatTheGoalLies) {
    const std::string figure = R"("figures": [{"fact": "x", "value": 10, "period": "2020"}],)";
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2022-12-31", "level": {"exactly": 4})", figure);
    EXPECT_EQ(status(rules, {{"2021", {{"x", "7"}}}}, "2021-12-31"), "on_track");
    EXPECT_EQ(status(rules, {{"2021", {{"x", "7.1"}}}}, "2021-12-31"), "behind");
}

TEST(Level, WithoutABaselineIsNeitherOnTrackNorBehind) {
    const Ruleset open = with_baseline(R"({"fact": "x", "value": "0.8", "period": "2020", "bound": "more_than"})");
    const Ruleset undated = with_baseline(R"({"fact": "x", "value": "0.8"})");
    const Ruleset another = with_baseline(R"({"fact": "x", "value": "0.8", "period": "2020", "of": "B"})");
    for (const Ruleset& rules : {open, undated, another}) {
        const TargetProgress answer = asked(rules, {{"2022", {{"x", "1.9"}}}}, "2022-12-31");
        EXPECT_EQ(answer.status, TargetStatus::undetermined);
        EXPECT_THAT(needs(rules, answer), ElementsAre("baseline x"));
        EXPECT_EQ(text(answer.distance), "0.1");
    }
}

TEST(Level, OfTheDayOfTheBaselineNeedsALaterFigure) {
    const Ruleset rules = with_baseline();
    const TargetProgress answer = asked(rules, {{"2020", {{"x", "0.8"}}}}, "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, answer), ElementsAre("figure x"));
}

TEST(Level, TakesAReportedFigureOfTheDayOfTheBaselineForIt) {
    // 0.8 is printed, 1.0 is reported: the line of 2022 is 1.0 + 2 · 0.2.
    const TargetProgress answer = asked(with_baseline(), {{"2020", {{"x", "1"}}}, {"2022", {{"x", "1.4"}}}}, "2022-12-31");
    EXPECT_EQ(text(answer.expected), "1.4");
    EXPECT_EQ(answer.base.record, 0U);
}

TEST(Level, BelongsToTheOwnRegionOnlyWhereTheSourceNamesNone) {
    const Ruleset rules = with_baseline();
    std::vector<Record> records = records_of(rules, {{"2022", {{"x", "1.9"}}}}, "A");
    const std::vector<Record> others = records_of(rules, {{"2022", {{"x", "1.9"}}}}, "B");
    records.insert(records.end(), others.begin(), others.end());
    const Date on = parse_date("2022-12-31").value();
    const ProgressTable table(rules, records, on);
    EXPECT_EQ(table.progress(0, 0).status, TargetStatus::undetermined);  // two regions: nobody's baseline
    EXPECT_EQ(table.progress(1, 0).status, TargetStatus::undetermined);
    const ProgressTable own(rules, records, on, "B");
    EXPECT_EQ(own.progress(0, 0).status, TargetStatus::undetermined);
    EXPECT_EQ(own.progress(1, 0).status, TargetStatus::on_track);
}

TEST(Level, IsNeverLateWithoutADay) {
    const Ruleset rules = target_rules(R"("fact": "x", "level": {"at_least": 2})");
    const TargetProgress answer = asked(rules, {{"2022", {{"x", "1"}}}}, "2099-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, answer), ElementsAre("day"));
    EXPECT_EQ(status(rules, {{"2022", {{"x", "2"}}}}, "2099-12-31"), "met");
}

TEST(Level, IsMissedOnlyByTheFigureOfTheDay) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2023-12-31", "level": {"at_least": 2})");
    const TargetProgress old = asked(rules, {{"2022", {{"x", "1"}}}}, "2024-12-31");
    EXPECT_EQ(old.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, old), ElementsAre("figure x 2023-12-31"));
    EXPECT_EQ(status(rules, {{"2023-12", {{"x", "1"}}}}, "2024-12-31"), "missed");
    EXPECT_EQ(status(rules, {{"2023-12-31", {{"x", "1"}}}}, "2023-12-31"), "missed");
    // What is reached only afterwards was missed all the same.
    EXPECT_EQ(status(rules, {{"2023", {{"x", "1"}}}, {"2024", {{"x", "3"}}}}, "2024-12-31"), "missed");
}

TEST(Level, WithoutAnyFigureNeedsOne) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2023-12-31", "level": {"at_least": 2})");
    EXPECT_THAT(needs(rules, asked(rules, Figures{}, "2022-12-31")), ElementsAre("figure x"));
    EXPECT_THAT(needs(rules, asked(rules, Figures{}, "2024-12-31")), ElementsAre("figure x 2023-12-31"));
    EXPECT_THAT(needs(rules, asked(rules, {{"2022", {}}}, "2022-12-31")), ElementsAre("figure x"));
}

TEST(Level, TakesTheNewestKnownFigureNotAfterTheDay) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2025-12-31", "level": {"at_least": 2})");
    const Figures figures{{"2022-06", {{"x", "1"}}}, {"2023", {{"x", "5"}}}, {"2021", {{"x", "3"}}}, {"2022-09", {}}};
    EXPECT_EQ(text(asked(rules, figures, "2022-12-31").value), "1");
    EXPECT_EQ(text(asked(rules, figures, "2022-05-31").value), "3");
    EXPECT_EQ(text(asked(rules, figures, "2023-12-31").value), "5");
}

TEST(Level, OfSeveralFiguresThatEndOnOneDayTakesTheWholeYear) {
    const Ruleset rules = target_rules(R"("fact": "x", "level": {"at_least": 2})");
    EXPECT_EQ(text(asked(rules, {{"2022", {{"x", "7"}}}, {"2022-12", {{"x", "1"}}}}, "2022-12-31").value), "7");
}

TEST(Level, SaysThatItsLineStartsFromAnEstimate) {
    const Ruleset rules = with_baseline();
    std::vector<Record> records = records_of(rules, {{"2020", {{"x", "1"}}}, {"2022", {{"x", "1.4"}}}});
    EXPECT_FALSE(asked_of(rules, records, "2022-12-31").estimated);
    records[0].cells[rules.slot("x")].status = Status::estimated;
    EXPECT_TRUE(asked_of(rules, records, "2022-12-31").estimated);
}

TEST(Level, SaysThatItRestsOnAnEstimate) {
    const Ruleset rules = target_rules(R"("fact": "x", "level": {"at_least": 2})");
    std::vector<Record> records = records_of(rules, {{"2022", {{"x", "2"}}}});
    EXPECT_FALSE(asked_of(rules, records, "2022-12-31").estimated);
    records[0].cells[rules.slot("x")].status = Status::estimated;
    const TargetProgress answer = asked_of(rules, records, "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::met);
    EXPECT_TRUE(answer.estimated);
    records[0].cells[rules.slot("x")].status = Status::rejected;
    EXPECT_EQ(asked_of(rules, records, "2022-12-31").status, TargetStatus::undetermined);
}

TEST(Level, AboutWithoutAToleranceCanBeOnTrackButNotBehind) {
    // From 10 to about 20 in two years: 15 after one.
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2022-12-31", "level": {"about": 20})",
                                       R"("figures": [{"fact": "x", "value": 10, "period": "2020"}],)");
    EXPECT_EQ(status(rules, {{"2021", {{"x", "15"}}}}, "2021-12-31"), "on_track");
    const TargetProgress answer = asked(rules, {{"2021", {{"x", "14"}}}}, "2021-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, answer), ElementsAre("tolerance"));
}

TEST(Level, OfAGoalOfZeroHasNoCompletion) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2022-12-31", "level": {"at_most": 0})");
    EXPECT_EQ(text(asked(rules, {{"2022", {{"x", "3"}}}}, "2022-12-31").completion), "none");
    const Ruleset limit = target_rules(R"("fact": "x", "due": "2022-12-31", "level": {"at_most": 5})");
    EXPECT_EQ(text(asked(limit, {{"2022", {{"x", "0"}}}}, "2022-12-31").completion), "none");
}

TEST(Rank, IsBetterTheLower) {
    const Ruleset rules = target_rules(R"("fact": "place", "due": "2025-12-31", "rank": {"at_most": 8})",
                                       R"("figures": [{"fact": "place", "value": 16, "period": "2020"}],)");
    // 16 to 8 in five years: 12.8 after two.
    EXPECT_EQ(status(rules, {{"2022", {{"place", "12"}}}}, "2022-12-31"), "on_track");
    EXPECT_EQ(status(rules, {{"2022", {{"place", "13"}}}}, "2022-12-31"), "behind");
    EXPECT_EQ(status(rules, {{"2025", {{"place", "8"}}}}, "2025-12-31"), "met");
    EXPECT_EQ(status(rules, {{"2025", {{"place", "9"}}}}, "2025-12-31"), "missed");
    const Ruleset about = target_rules(R"("fact": "place", "due": "2025-12-31", "rank": {"about": 10, "tolerance": 20})");
    EXPECT_EQ(status(about, {{"2025", {{"place", "12"}}}}, "2025-12-31"), "met");  // 20 % of 10 places more
    EXPECT_EQ(status(about, {{"2025", {{"place", "13"}}}}, "2025-12-31"), "missed");
}

}  // namespace
}  // namespace biaochi
