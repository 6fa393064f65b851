/// @file
/// Days over the whole range of FEEL's years, against std::chrono where it reaches.

#include "biaochi/feel/day.hpp"

#include <gtest/gtest.h>

namespace biaochi::feel {
namespace {

TEST(Day, AgreesWithChronoOnEveryDayOfFourCenturies) {
    for (std::chrono::sys_days at = std::chrono::sys_days{Date{std::chrono::year{1800}, std::chrono::month{1}, std::chrono::day{1}}};
         at < std::chrono::sys_days{Date{std::chrono::year{2201}, std::chrono::month{1}, std::chrono::day{1}}};
         at += std::chrono::days{1}) {
        const Day day{at.time_since_epoch().count()};
        ASSERT_EQ(to_date(day), Date(at));
        ASSERT_EQ(day_of(Date(at)), day);
        ASSERT_EQ(day_of(civil(day)), day);
        ASSERT_EQ(weekday(day), static_cast<int>(std::chrono::weekday(at).iso_encoding()));
    }
}

TEST(Day, HasYearsOfNineDigits) {
    for (const char* text : {"999999999-12-31", "-999999999-01-01", "-2017-12-31", "0000-02-29", "10000-01-01"}) {
        const std::optional<Day> day = parse_day(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(day_text(*day), text);
    }
    EXPECT_FALSE(add_days(*parse_day("999999999-12-31"), 1));
    EXPECT_FALSE(add_months(*parse_day("-999999999-01-01"), -1));
    EXPECT_FALSE(to_date(*parse_day("99999-01-01")));
}

TEST(Day, IsWrittenInOneWay) {
    for (const char* text : {"", "2024-1-01", "2024-13-01", "2023-02-29", "+2024-01-01", "02024-01-01", "2024-01-01 ", "24-01-01",
                             "2024/01/01", "----------"}) {
        EXPECT_FALSE(parse_day(text)) << text;
    }
}

TEST(Day, MonthsEndOnTheirLastDay) {
    struct Case {
        const char* from;
        std::int64_t months;
        const char* to;
    };
    for (const Case& each :
         {Case{"2024-01-31", 1, "2024-02-29"}, Case{"2023-01-31", 1, "2023-02-28"}, Case{"2024-03-31", -1, "2024-02-29"},
          Case{"2024-01-15", -1, "2023-12-15"}, Case{"2024-02-29", 12, "2025-02-28"}, Case{"2024-02-29", 48, "2028-02-29"}}) {
        EXPECT_EQ(day_text(*add_months(*parse_day(each.from), each.months)), each.to) << each.from;
    }
}

TEST(Day, WholeMonthsLieBetweenDays) {
    const auto between = [](const char* from, const char* to) { return months_between(*parse_day(from), *parse_day(to)); };
    EXPECT_EQ(between("2024-01-31", "2024-02-29"), 0);
    EXPECT_EQ(between("2024-01-29", "2024-02-29"), 1);
    EXPECT_EQ(between("2024-02-29", "2024-01-29"), -1);
    EXPECT_EQ(between("2011-12-22", "2013-08-24"), 20);
}

}  // namespace
}  // namespace biaochi::feel
