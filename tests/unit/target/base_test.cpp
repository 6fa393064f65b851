/// @file
/// Growth, multiples, gains and places gained: what counts from a base year.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/target/support.hpp"

namespace biaochi {
namespace {

using namespace support;
using testing::ElementsAre;

/// 10 percent a year from 2020 to the end of 2023: 100 becomes 133.1.
Ruleset growth(const std::string& from = R"(, "from": 2020)", const std::string& due = R"("due": "2023-12-31",)") {
    return target_rules(R"("fact": "x", )" + due + R"("growth": {"at_least": 10)" + from + "}");
}

TEST(Growth, IsComparedInRationals) {
    EXPECT_EQ(status(growth(), {{"2020", {{"x", "100"}}}, {"2023", {{"x", "133.1"}}}}, "2023-12-31"), "met");
    EXPECT_EQ(status(growth(), {{"2020", {{"x", "100"}}}, {"2023", {{"x", "133.0999999999"}}}}, "2023-12-31"), "missed");
}

TEST(Growth, IsOnTrackOnTheCompoundLine) {
    // 100 · 1.1² = 121 after two years; a straight line would be at 122.07.
    EXPECT_EQ(status(growth(), {{"2020", {{"x", "100"}}}, {"2022", {{"x", "121"}}}}, "2022-12-31"), "on_track");
    const TargetProgress answer = asked(growth(), {{"2020", {{"x", "100"}}}, {"2022", {{"x", "120.99"}}}}, "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::behind);
    EXPECT_EQ(text(answer.value), "120.99");
    EXPECT_EQ(text(answer.expected), "121");
    EXPECT_EQ(text(answer.amount), "133.1");
    EXPECT_EQ(text(answer.distance), "12.11");
    EXPECT_EQ(text(answer.pace), "12.11");  // one year is left
}

TEST(Growth, WithoutADayIsComparedWithTheYearsSoFar) {
    EXPECT_EQ(status(growth(R"(, "from": 2020)", ""), {{"2020", {{"x", "100"}}}, {"2022", {{"x", "121"}}}}, "2022-12-31"), "met");
    EXPECT_EQ(status(growth(R"(, "from": 2020)", ""), {{"2020", {{"x", "100"}}}, {"2022", {{"x", "120"}}}}, "2022-12-31"), "undetermined");
}

TEST(Growth, ThatIsAboutHasALowerRateWithATolerance) {
    // 10 percent less a tenth are 9: 100 · 1.09 = 109.
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2021-12-31", "growth": {"about": 10, "tolerance": 10, "from": 2020})");
    EXPECT_EQ(status(rules, {{"2020", {{"x", "100"}}}, {"2021", {{"x", "109"}}}}, "2021-12-31"), "met");
    EXPECT_EQ(status(rules, {{"2020", {{"x", "100"}}}, {"2021", {{"x", "108.99"}}}}, "2021-12-31"), "missed");
}

std::vector<std::string> faults(const std::string& growth, const std::string& due = "") {
    return wrong(target_facts + R"("targets": {"t": {"name": {"en": "T"}, "fact": "x", )" + due + R"("growth": )" + growth + "}}");
}

TEST(Growth, HasARateWhosePowerStaysShort) {
    const std::string due = R"("due": "2020-12-31", )";  // 100 years from 1920: 10000 / 100 = 100 digits
    const auto rate = [](int digits, const std::string& more) {
        return R"({"at_least": "0.)" + std::string(static_cast<std::size_t>(digits - 2), '0') + "1\"" + more + "}";
    };
    EXPECT_THAT(faults(rate(100, R"(, "from": 1920)"), due), ElementsAre());
    EXPECT_THAT(faults(rate(101, R"(, "from": 1920)"), due), ElementsAre("number_too_long /targets/t/growth/at_least"));
    // The year or the day is not said: 20 digits.
    EXPECT_THAT(faults(rate(20, R"(, "from": 1920)")), ElementsAre());
    EXPECT_THAT(faults(rate(21, R"(, "from": 1920)")), ElementsAre("number_too_long /targets/t/growth/at_least"));
    EXPECT_THAT(faults(rate(20, ""), due), ElementsAre());
    EXPECT_THAT(faults(rate(21, ""), due), ElementsAre("number_too_long /targets/t/growth/at_least"));
    // The tolerance takes part in the rate that is enough, and so does the end of an interval.
    const std::string tolerance = R"({"about": 5, "tolerance": "0.00000000000000000001", "from": 1920})";
    EXPECT_THAT(faults(tolerance), ElementsAre("number_too_long /targets/t/growth/about"));
    EXPECT_THAT(faults(R"({"from": 1, "to": "1.00000000000000000001"})"), ElementsAre("number_too_long /targets/t/growth/from"));
}

TEST(Growth, NamesWhatLacks) {
    const auto lacking = [](const Ruleset& rules, const Figures& figures, const std::string& on) {
        const TargetProgress answer = asked(rules, figures, on);
        EXPECT_EQ(answer.status, TargetStatus::undetermined);
        return needs(rules, answer);
    };
    const Ruleset rules = growth();
    EXPECT_THAT(lacking(growth(""), {{"2022", {{"x", "1"}}}}, "2022-12-31"), ElementsAre("base_year"));
    EXPECT_THAT(lacking(growth(""), {}, "2022-12-31"), ElementsAre("base_year", "figure x"));
    EXPECT_THAT(lacking(rules, {{"2022", {{"x", "1"}}}}, "2022-12-31"), ElementsAre("figure x 2020-12-31"));
    EXPECT_THAT(lacking(rules, {{"2020", {{"x", "1"}}}}, "2022-12-31"), ElementsAre("figure x 2021-12-31"));
    EXPECT_THAT(lacking(rules, {{"2020", {{"x", "0"}}}, {"2022", {{"x", "1"}}}}, "2022-12-31"), ElementsAre("positive_base x 2020-12-31"));
    EXPECT_THAT(lacking(rules, {{"2020", {{"x", "1"}}}, {"2022", {{"x", "1"}}}}, "2024-12-31"), ElementsAre("figure x 2023-12-31"));
    // A part of a year is no year to compare with.
    EXPECT_THAT(lacking(rules, {{"2020", {{"x", "1"}}}, {"2021-06", {{"x", "9"}}}}, "2021-12-31"), ElementsAre("figure x 2021-12-31"));
}

TEST(Growth, CountsFromAPrintedFigureWhereNoneIsReported) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2021-12-31", "growth": {"at_least": 10, "from": 2020})",
                                       R"("figures": [{"fact": "x", "value": 1, "unit": "亿元", "period": "2020"},
                                                      {"fact": "x", "value": 1, "period": "2019"}],)");
    const TargetProgress answer = asked(rules, {{"2021", {{"x", "11000"}}}}, "2021-12-31");  // 1 亿元 are 10000 万元
    EXPECT_EQ(answer.status, TargetStatus::met);
    EXPECT_EQ(answer.base.printed, 0U);
    EXPECT_EQ(status(rules, {{"2021", {{"x", "10999.99"}}}}, "2021-12-31"), "missed");
}

TEST(Growth, ToADayWithinAYearEndsWithTheYearBefore) {
    const Ruleset rules = growth(R"(, "from": 2020)", R"("due": "2023-06-30",)");
    EXPECT_EQ(text(asked(rules, {{"2020", {{"x", "100"}}}, {"2022", {{"x", "121"}}}}, "2023-06-30").amount), "121");
    EXPECT_EQ(status(rules, {{"2020", {{"x", "100"}}}, {"2022", {{"x", "120"}}}}, "2023-06-30"), "missed");
}

TEST(Multiple, IsAQuotient) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": "2022-12-31", "multiple": {"at_least": 3, "from": 2020})");
    EXPECT_EQ(status(rules, {{"2020", {{"x", "7"}}}, {"2022", {{"x", "21"}}}}, "2022-12-31"), "met");
    EXPECT_EQ(status(rules, {{"2020", {{"x", "7"}}}, {"2022", {{"x", "20.9999"}}}}, "2022-12-31"), "missed");
    // One year of two: from 1 towards 3 the line stands at 2.
    const TargetProgress answer = asked(rules, {{"2020", {{"x", "7"}}}, {"2021", {{"x", "14"}}}}, "2021-12-31");
    EXPECT_EQ(answer.status, TargetStatus::on_track);
    EXPECT_EQ(text(answer.value), "2");
    EXPECT_EQ(text(answer.expected), "2");
    EXPECT_EQ(text(answer.completion), "200/3");
    EXPECT_EQ(text(answer.pace), "1");
}

TEST(Gain, OfAShareIsInPercentagePoints) {
    const Ruleset rules =
        target_rules(R"("fact": "share", "unit": "个百分点", "due": "2022-12-31", "gain": {"more_than": "0.5", "from": 2020})");
    EXPECT_EQ(rules.targets()->targets[0].unit, "个百分点");
    EXPECT_EQ(status(rules, {{"2020", {{"share", "0.8"}}}, {"2022", {{"share", "1.3"}}}}, "2022-12-31"), "missed");
    EXPECT_EQ(status(rules, {{"2020", {{"share", "0.8"}}}, {"2022", {{"share", "1.3001"}}}}, "2022-12-31"), "met");
    const TargetProgress answer = asked(rules, {{"2020", {{"share", "0.8"}}}, {"2021", {{"share", "1"}}}}, "2021-12-31");
    EXPECT_EQ(answer.status, TargetStatus::behind);  // 0.2 of 0.25
    EXPECT_EQ(text(answer.value), "0.2");
    EXPECT_EQ(text(answer.completion), "40");
    EXPECT_EQ(text(answer.distance), "0.3");
}

TEST(RankGain, CountsPlacesUpwards) {
    const Ruleset rules = target_rules(R"("fact": "place", "due": "2025-12-31", "rank_gain": {"at_least": 10, "from": 2020})");
    EXPECT_EQ(status(rules, {{"2020", {{"place", "16"}}}, {"2025", {{"place", "6"}}}}, "2025-12-31"), "met");
    EXPECT_EQ(status(rules, {{"2020", {{"place", "16"}}}, {"2025", {{"place", "7"}}}}, "2025-12-31"), "missed");
    const TargetProgress answer = asked(rules, {{"2020", {{"place", "16"}}}, {"2022", {{"place", "12"}}}}, "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::on_track);  // 2 a year: 4 after two
    EXPECT_EQ(text(answer.value), "4");
    EXPECT_EQ(text(answer.distance), "6");
}

}  // namespace
}  // namespace biaochi
