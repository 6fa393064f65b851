/// @file
/// Days that come every year are read as they are written; a term without a last day is named with its unit.

#include "biaochi/calendar/words.hpp"

#include <gtest/gtest.h>

#include <string>

namespace biaochi {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

TEST(Words, OfStartsAndRoundingsAreReadAsTheyAreWritten) {
    for (const char* word : {"last_day", "next_month_first_day", "refuse"}) EXPECT_EQ(name(month_rounding(word).value()), word);
    for (const char* word : {"next_day", "same_day"}) EXPECT_EQ(name(start(word).value()), word);
    EXPECT_EQ(month_rounding("refuse"), MonthRounding::refuse);
    EXPECT_EQ(start("same_day"), Start::same_day);
    EXPECT_FALSE(month_rounding("nearest"));
    EXPECT_FALSE(start(""));
}

TEST(YearlyDays, AreReadAsTheyAreWritten) {
    for (const char* text : {"01-01", "02-29", "03-31", "12-31"}) {
        EXPECT_EQ(yearly_day_text(parse_yearly_day(text).value()), text);
    }
    for (const char* text : {"", "3-31", "02-30", "13-01", "00-10", "2024-03-31", "03-31 ", "03/31", "ab-cd"}) {
        EXPECT_FALSE(parse_yearly_day(text)) << text;
    }
}

TEST(NoSuchDay, NamesTheTermWithItsUnit) {
    const Date from = day("2023-01-31");
    const std::string rest = " from 2023-01-31 ends on a day that does not exist. Check its rounding, or its length.";
    const std::string hint = "没有对应的日期。请核对 rounding 或期限长度。";
    const Issue days = no_such_day(from, 5, TermUnit::days);
    EXPECT_EQ(days.message.en, "A term of 5 day(s)" + rest);
    EXPECT_EQ(days.message.zh, "从 2023-01-31 起算的期限（5 日）" + hint);
    const Issue months = no_such_day(from, 1, TermUnit::months, "/at");
    EXPECT_EQ(months.message.en, "A term of 1 month(s)" + rest);
    EXPECT_EQ(months.message.zh, "从 2023-01-31 起算的期限（1 个月）" + hint);
    EXPECT_EQ(months.where, "/at");
    const Issue years = no_such_day(from, 2, TermUnit::years);
    EXPECT_EQ(years.message.en, "A term of 2 year(s)" + rest);
    EXPECT_EQ(years.message.zh, "从 2023-01-31 起算的期限（2 年）" + hint);
    const Issue yearly = no_such_day(from, parse_yearly_day("02-29").value());
    EXPECT_EQ(yearly.message.en, "A term to the yearly day 02-29" + rest);
    EXPECT_EQ(yearly.message.zh, "从 2023-01-31 起算的期限（每年 02-29）" + hint);
}

}  // namespace
}  // namespace biaochi
