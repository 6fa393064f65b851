/// @file
/// Dates from and to text, and periods of them.

#include "biaochi/calendar/date.hpp"

#include <gtest/gtest.h>

namespace biaochi {
namespace {

using namespace std::chrono_literals;

TEST(ParseDate, ReadsDaysOfTheCalendar) {
    EXPECT_EQ(parse_date("2021-12-31"), 2021y / 12 / 31);
    EXPECT_EQ(parse_date("2020-02-29"), 2020y / 2 / 29);
    EXPECT_EQ(parse_date("2000-02-29"), 2000y / 2 / 29);
    EXPECT_EQ(parse_date("0000-01-01"), 0y / 1 / 1);
    EXPECT_EQ(parse_date("9999-12-31"), 9999y / 12 / 31);
}

TEST(ParseDate, RefusesOtherTextsAndDaysThatDoNotExist) {
    for (const char* text : {"",           "2021",          "2021-12",     "2021-1-1",         "21-12-31",
                             "2021/12/31", "2021-12-31 ",   " 2021-12-31", "2021-12-31T00:00", "20211231",
                             "2021-00-01", "2021-13-01",    "2021-01-00",  "2021-01-32",       "2021-04-31",
                             "2021-02-29", "1900-02-29",    "-021-12-31",  "2021-+1-31",       "2021-1a-31",
                             "2021-12-3x", "二〇二一-12-31"}) {
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
    }
}

TEST(DateText, IsReadBackToTheSameDay) {
    EXPECT_EQ(date_text(2021y / 1 / 2), "2021-01-02");
    EXPECT_EQ(date_text(7y / 11 / 30), "0007-11-30");
    const std::chrono::sys_days first = std::chrono::sys_days(1999y / 12 / 1);
    for (int i = 0; i < 1000; ++i) {
        const Date day = first + std::chrono::days(i);
        EXPECT_EQ(parse_date(date_text(day)), day);
    }
}

TEST(Period, HoldsItsFirstDayAndNotItsEnd) {
    const Period year{2021y / 1 / 1, 2022y / 1 / 1};
    EXPECT_FALSE(year.contains(2020y / 12 / 31));
    EXPECT_TRUE(year.contains(2021y / 1 / 1));
    EXPECT_TRUE(year.contains(2021y / 12 / 31));
    EXPECT_FALSE(year.contains(2022y / 1 / 1));
}

TEST(Period, WithoutEndHoldsEveryLaterDay) {
    const Period open{2021y / 1 / 1, std::nullopt};
    EXPECT_TRUE(open.contains(9999y / 12 / 31));
    EXPECT_FALSE(open.contains(2020y / 12 / 31));
    EXPECT_NE(open, (Period{2021y / 1 / 1, 2022y / 1 / 1}));
}

}  // namespace
}  // namespace biaochi
