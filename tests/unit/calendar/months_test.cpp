/// @file
/// Months, years and days that come every year, with each rounding.

#include "biaochi/calendar/months.hpp"

#include <gtest/gtest.h>

#include <string>

namespace biaochi {
namespace {

using enum MonthRounding;

Date day(const char* text) { return parse_date(text).value(); }
std::string shown(std::optional<Date> date) { return date ? date_text(*date) : "none"; }

TEST(AddMonths, RoundsOnlyADayThatTheMonthDoesNotHave) {
    struct Case {
        const char* from;
        int months;
        const char* last;
        const char* next;
        const char* refused;
    };
    const Case cases[] = {
        {"2023-03-15", 1, "2023-04-15", "2023-04-15", "2023-04-15"},  {"2023-03-31", 1, "2023-04-30", "2023-05-01", "none"},
        {"2023-01-31", 1, "2023-02-28", "2023-03-01", "none"},        {"2024-01-31", 1, "2024-02-29", "2024-03-01", "none"},
        {"2023-12-31", 2, "2024-02-29", "2024-03-01", "none"},        {"2023-10-31", 1, "2023-11-30", "2023-12-01", "none"},
        {"2023-11-30", 1, "2023-12-30", "2023-12-30", "2023-12-30"},  {"2023-03-31", -1, "2023-02-28", "2023-03-01", "none"},
        {"2023-01-15", -1, "2022-12-15", "2022-12-15", "2022-12-15"}, {"2023-05-31", 0, "2023-05-31", "2023-05-31", "2023-05-31"},
        {"2023-05-31", 24, "2025-05-31", "2025-05-31", "2025-05-31"},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(shown(add_months(day(each.from), each.months, last_day)), each.last) << each.from;
        EXPECT_EQ(shown(add_months(day(each.from), each.months, next_month_first_day)), each.next) << each.from;
        EXPECT_EQ(shown(add_months(day(each.from), each.months, refuse)), each.refused) << each.from;
    }
}

TEST(AddYears, RoundsTheLeapDay) {
    EXPECT_EQ(shown(add_years(day("2024-02-29"), 1, last_day)), "2025-02-28");
    EXPECT_EQ(shown(add_years(day("2024-02-29"), 1, next_month_first_day)), "2025-03-01");
    EXPECT_EQ(shown(add_years(day("2024-02-29"), 1, refuse)), "none");
    EXPECT_EQ(shown(add_years(day("2024-02-29"), 4, refuse)), "2028-02-29");
    EXPECT_EQ(shown(add_years(day("2024-02-29"), -1, last_day)), "2023-02-28");
}

TEST(AddYears, StaysWithinTheYearsOfTheCalendar) {
    EXPECT_EQ(shown(add_years(day("9999-01-01"), 1, last_day)), "none");
    EXPECT_EQ(shown(add_years(day("0000-01-01"), -1, last_day)), "none");
    EXPECT_EQ(shown(add_years(day("0000-01-01"), 9999, last_day)), "9999-01-01");
    EXPECT_EQ(shown(add_years(day("2000-01-01"), 2000000000, last_day)), "none");
    EXPECT_EQ(shown(add_months(day("2000-01-01"), 2000000000, last_day)), "none");
    EXPECT_EQ(shown(add_months(day("9999-12-31"), -2000000000, last_day)), "none");
}

TEST(EndOfMonths, IsTheSameDayOrTheDayBeforeByTheStart) {
    //! [within]
    const Date approved = day("2024-01-15");
    EXPECT_EQ(end_of_months(approved, 24, Start::next_day, MonthRounding::last_day), day("2026-01-15"));
    EXPECT_EQ(end_of_months(approved, 24, Start::same_day, MonthRounding::last_day), day("2026-01-14"));
    //! [within]
    EXPECT_EQ(shown(end_of_months(day("2023-03-01"), 1, Start::same_day, last_day)), "2023-03-31");
    EXPECT_EQ(shown(end_of_months(day("2024-01-01"), 12, Start::same_day, last_day)), "2024-12-31");
}

TEST(EndOfMonths, IsTheEndOfAMonthThatHasNoSuchDay) {
    EXPECT_EQ(shown(end_of_months(day("2023-01-31"), 1, Start::next_day, last_day)), "2023-02-28");
    EXPECT_EQ(shown(end_of_months(day("2023-01-31"), 1, Start::same_day, last_day)), "2023-02-28");
    EXPECT_EQ(shown(end_of_months(day("2023-01-31"), 1, Start::next_day, next_month_first_day)), "2023-03-01");
    EXPECT_EQ(shown(end_of_months(day("2023-01-31"), 1, Start::same_day, next_month_first_day)), "2023-02-28");
    EXPECT_EQ(shown(end_of_months(day("2023-01-31"), 1, Start::same_day, refuse)), "none");
}

TEST(EndOfMonths, DoesNotLeaveTheYearsOfTheCalendar) {
    EXPECT_EQ(shown(end_of_months(day("0000-01-01"), 0, Start::same_day, last_day)), "none");
    EXPECT_EQ(shown(end_of_months(day("9999-12-01"), 1, Start::next_day, last_day)), "none");
}

TEST(YearlyDays, AreOnOrAfterOrBefore) {
    const YearlyDay march31 = std::chrono::March / 31;
    EXPECT_EQ(shown(next_yearly(march31, day("2024-03-31"))), "2024-03-31");
    EXPECT_EQ(shown(next_yearly(march31, day("2024-04-01"))), "2025-03-31");
    EXPECT_EQ(shown(next_yearly(march31, day("2024-01-15"))), "2024-03-31");
    EXPECT_EQ(shown(last_yearly(march31, day("2024-03-31"))), "2024-03-31");
    EXPECT_EQ(shown(last_yearly(march31, day("2024-03-30"))), "2023-03-31");
    EXPECT_EQ(shown(next_yearly(march31, day("9999-04-01"))), "none");
    EXPECT_EQ(shown(last_yearly(march31, day("0000-03-30"))), "none");
}

TEST(YearlyDays, RoundTheLeapDayOrPassOverYearsWithoutIt) {
    const YearlyDay leap = std::chrono::February / 29;
    EXPECT_EQ(shown(next_yearly(leap, day("2023-01-01"), last_day)), "2023-02-28");
    EXPECT_EQ(shown(next_yearly(leap, day("2023-03-01"), last_day)), "2024-02-29");
    EXPECT_EQ(shown(next_yearly(leap, day("2023-03-01"), next_month_first_day)), "2023-03-01");
    EXPECT_EQ(shown(next_yearly(leap, day("1897-01-01"), refuse)), "1904-02-29");
    EXPECT_EQ(shown(last_yearly(leap, day("1903-12-31"), refuse)), "1896-02-29");
    EXPECT_EQ(shown(last_yearly(leap, day("2023-02-28"), last_day)), "2023-02-28");
}

}  // namespace
}  // namespace biaochi
