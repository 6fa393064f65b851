/// @file
/// Duties with their days, worked out by hand from the calendar.

#include "support.hpp"

namespace biaochi {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

const Lines posted{"2023-09-01 apply", R"(2023-09-15 review {"result": "pass", "points": 72})", "2023-09-27 post"};

TEST(Due, FiveWorkingDaysOverTheNationalHolidayEndOnTheTenth) {
    const Ruleset rules = lifecycle_rules();
    const Case of = case_after(rules, posted);
    EXPECT_EQ(duties(rules, of, "2023-10-10"), (Lines{"notice_ends due 2023-10-10"}));
    EXPECT_EQ(duties(rules, of, "2023-10-11"), (Lines{"notice_ends overdue 2023-10-10"}));
}

TEST(Due, UnderTheOtherReadingTheNoticeEndsOneWorkingDayEarlier) {
    const Ruleset rules = lifecycle_rules({{"first_day", "same"}});
    EXPECT_EQ(duties(rules, case_after(rules, posted), "2023-10-10"), (Lines{"notice_ends overdue 2023-10-09"}));
}

TEST(Due, WithoutAReadingTheDayIsAnInterval) {
    const Ruleset rules = lifecycle_rules({{"first_day", "none"}});
    const Case of = case_after(rules, posted);
    EXPECT_EQ(duties(rules, of, "2023-10-09"), (Lines{"notice_ends due 2023-10-09 .. 2023-10-10"}));
    EXPECT_EQ(duties(rules, of, "2023-10-10"), (Lines{"notice_ends undetermined 2023-10-09 .. 2023-10-10"}));
    EXPECT_EQ(duties(rules, of, "2023-10-11"), (Lines{"notice_ends overdue 2023-10-09 .. 2023-10-10"}));
}

TEST(Due, OutsideTheCalendarIsAnErrorWithItsName) {
    const Ruleset rules = lifecycle_rules();
    const Case of = case_after(rules, {"2026-12-01 apply", R"(2026-12-02 review {"result": "pass", "points": 72})", "2026-12-29 post"});
    EXPECT_EQ(duties(rules, of, "2026-12-30"), (Lines{"notice_ends undetermined day_not_in_calendar"}));
    const auto without = due(rules, of, day("2026-12-30"));
    EXPECT_EQ(without.at(0).issue.value().code, IssueCode::calendar_not_given);
}

TEST(Due, TwoYearsAndAReportEachYear) {
    const Ruleset rules = lifecycle_rules();
    const Case of = case_after(rules, until_building());
    EXPECT_EQ(duties(rules, of, "2023-10-11"), (Lines{"period_ends due 2025-10-11", "yearly_report due 2024-03-31"}));
    EXPECT_EQ(duties(rules, of, "2025-10-12"), (Lines{"period_ends overdue 2025-10-11", "yearly_report overdue 2024-03-31",
                                                      "yearly_report overdue 2025-03-31", "yearly_report due 2026-03-31"}));
}

TEST(Due, AReportSettlesTheYearThatItNames) {
    const Ruleset rules = lifecycle_rules();
    const Case late =
        case_after(rules, until_building() + Lines{R"(2025-03-20 report {"year": 2024})", R"(2025-04-02 report {"year": 2023})"});
    EXPECT_EQ(duties(rules, late, "2025-04-02"), (Lines{"period_ends due 2025-10-11", "yearly_report done_late 2024-03-31 done 2025-04-02",
                                                        "yearly_report done 2025-03-31 done 2025-03-20", "yearly_report due 2026-03-31"}));
}

TEST(Due, NothingIsDueInAStateWithoutDeadlines) {
    const Ruleset rules = lifecycle_rules();
    EXPECT_EQ(duties(rules, case_after(rules, {"2023-09-01 apply"}), "2030-01-01"), Lines{});
    EXPECT_TRUE(due(rules, new_case(rules, "b"), day("2023-01-01")).empty());
    EXPECT_THROW(static_cast<void>(due(rules, case_after(rules, posted), day("2023-09-26"))), Error);
}

}  // namespace
}  // namespace biaochi
