/// @file
/// Working days over a small calendar: National Day 2023 as its notice arranges it.

#include "biaochi/calendar/working_days.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "biaochi/core/error.hpp"

namespace biaochi {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

/// 29 September to 6 October off, Saturday 7 and Sunday 8 October worked; only September and October are covered.
WorkingCalendar national_day_2023() {
    WorkingCalendar calendar;
    calendar.id = "national_day_2023";
    calendar.coverage = {day("2023-09-01"), day("2023-11-01")};
    for (const char* off : {"2023-09-29", "2023-09-30", "2023-10-01", "2023-10-02", "2023-10-03", "2023-10-04", "2023-10-05", "2023-10-06"})
        calendar.days_off.push_back({day(off), "national_day", "notice_2023"});
    for (const char* worked : {"2023-10-07", "2023-10-08"}) calendar.make_up_days.push_back({day(worked), "national_day", "notice_2023"});
    return calendar;
}

std::string ends_on(const char* from, int n, Start start) {
    const Covered<Date> end = add_working_days(national_day_2023(), day(from), n, start);
    EXPECT_NE(end.value.has_value(), end.outside.has_value());
    return end.value ? date_text(*end.value) : "outside " + date_text(end.outside.value());
}

TEST(WorkingDay, IsMondayToFridayUnlessOff) {
    const WorkingCalendar calendar = national_day_2023();
    EXPECT_EQ(is_working_day(calendar, day("2023-09-28")), true);   // Thursday
    EXPECT_EQ(is_working_day(calendar, day("2023-09-29")), false);  // Friday, off
    EXPECT_EQ(is_working_day(calendar, day("2023-09-30")), false);  // Saturday, off
    EXPECT_EQ(is_working_day(calendar, day("2023-10-07")), true);   // Saturday, worked
    EXPECT_EQ(is_working_day(calendar, day("2023-10-08")), true);   // Sunday, worked
    EXPECT_EQ(is_working_day(calendar, day("2023-10-14")), false);  // a plain Saturday
}

TEST(WorkingDay, IsUnknownOutsideTheCoverage) {
    const WorkingCalendar calendar = national_day_2023();
    EXPECT_EQ(is_working_day(calendar, day("2023-08-31")), std::nullopt);
    EXPECT_EQ(is_working_day(calendar, day("2023-09-01")), true);
    EXPECT_EQ(is_working_day(calendar, day("2023-10-31")), true);
    EXPECT_EQ(is_working_day(calendar, day("2023-11-01")), std::nullopt);
}

TEST(AddWorkingDays, CountsFromTheNextDay) {
    //! [notice]
    const WorkingCalendar calendar = national_day_2023();
    const Covered<Date> end = add_working_days(calendar, day("2023-09-27"), 5, Start::next_day);
    EXPECT_EQ(end.value, day("2023-10-10"));  // 28 September, then 7 (Saturday), 8 (Sunday), 9 and 10 October
    //! [notice]
}

TEST(AddWorkingDays, CountsTheDayItselfWhereTheRuleSaysSo) {
    EXPECT_EQ(ends_on("2023-09-27", 5, Start::same_day), "2023-10-09");
    EXPECT_EQ(ends_on("2023-09-27", 1, Start::same_day), "2023-09-27");
    EXPECT_EQ(ends_on("2023-09-27", 1, Start::next_day), "2023-09-28");
}

TEST(AddWorkingDays, PassesOverADayOffAtTheStart) {
    EXPECT_EQ(ends_on("2023-10-01", 1, Start::same_day), "2023-10-07");
    EXPECT_EQ(ends_on("2023-10-01", 1, Start::next_day), "2023-10-07");
    EXPECT_EQ(ends_on("2023-10-13", 1, Start::next_day), "2023-10-16");
}

TEST(AddWorkingDays, OfNoDaysEndOnTheDayItself) {
    EXPECT_EQ(ends_on("2023-10-01", 0, Start::same_day), "2023-10-01");
    EXPECT_EQ(ends_on("2023-10-01", 0, Start::next_day), "2023-10-01");
}

TEST(AddWorkingDays, NameTheFirstDayOutsideTheCoverage) {
    EXPECT_EQ(ends_on("2023-10-30", 1, Start::next_day), "2023-10-31");
    EXPECT_EQ(ends_on("2023-10-30", 2, Start::next_day), "outside 2023-11-01");
    EXPECT_EQ(ends_on("2023-10-31", 1, Start::same_day), "2023-10-31");
    EXPECT_EQ(ends_on("2023-11-05", 1, Start::same_day), "outside 2023-11-05");
    EXPECT_EQ(ends_on("2023-08-31", 1, Start::next_day), "outside 2023-08-31");
    EXPECT_EQ(ends_on("2023-08-31", 0, Start::next_day), "outside 2023-08-31");
}

TEST(AddWorkingDays, RefuseANegativeNumber) {
    try {
        (void)add_working_days(national_day_2023(), day("2023-10-09"), -1, Start::next_day);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::out_of_range);
    }
}

TEST(WorkingDaysBetween, CountTheFirstDayAndNotTheLast) {
    const WorkingCalendar calendar = national_day_2023();
    EXPECT_EQ(working_days_between(calendar, day("2023-09-28"), day("2023-10-10")).value, 4);
    EXPECT_EQ(working_days_between(calendar, day("2023-09-28"), day("2023-10-11")).value, 5);
    EXPECT_EQ(working_days_between(calendar, day("2023-10-11"), day("2023-09-28")).value, -5);
    EXPECT_EQ(working_days_between(calendar, day("2023-10-01"), day("2023-10-01")).value, 0);
    EXPECT_EQ(working_days_between(calendar, day("2023-10-31"), day("2023-11-01")).value, 1);
}

TEST(WorkingDaysBetween, NameTheFirstDayOutsideTheCoverage) {
    const WorkingCalendar calendar = national_day_2023();
    EXPECT_EQ(working_days_between(calendar, day("2023-10-30"), day("2023-11-03")).outside, day("2023-11-01"));
    EXPECT_EQ(working_days_between(calendar, day("2023-11-03"), day("2023-10-30")).outside, day("2023-11-01"));
    EXPECT_EQ(working_days_between(calendar, day("2023-08-01"), day("2023-09-30")).outside, day("2023-08-01"));
}

TEST(WorkingDaysBetween, AgreeWithAddingWorkingDays) {
    const WorkingCalendar calendar = national_day_2023();
    for (const char* from : {"2023-09-04", "2023-09-27", "2023-10-01", "2023-10-07"}) {
        for (int n = 1; n <= 15; ++n) {
            const Date end = add_working_days(calendar, day(from), n, Start::same_day).value.value();
            const Date after = std::chrono::sys_days(end) + std::chrono::days(1);
            EXPECT_EQ(working_days_between(calendar, day(from), after).value, n) << from;
            EXPECT_EQ(is_working_day(calendar, end), true) << from;
        }
    }
}

TEST(NotCovered, SaysWhichDayAndWhatIsCovered) {
    const Issue issue = not_covered(national_day_2023(), day("2023-11-01"), "/due");
    EXPECT_EQ(issue.code, IssueCode::day_not_in_calendar);
    EXPECT_EQ(issue.where, "/due");
    for (const char* part : {"2023-11-01", "national_day_2023", "2023-09-01", "2023-10-31"})
        EXPECT_NE(issue.message.en.find(part), std::string::npos) << part;
}

}  // namespace
}  // namespace biaochi
