#pragma once
/// @file
/// Months and years added to dates, periods of them, and days that come every year; what happens where there is no such day has a name.

#include <optional>

#include "biaochi/calendar/date.hpp"
#include "biaochi/calendar/start.hpp"

namespace biaochi {

/// What stands for a day that a month does not have, such as 31 April.
enum class MonthRounding {
    last_day,              ///< the last day of that month, as in article 202 of the Civil Code
    next_month_first_day,  ///< the first day of the month after
    refuse,                ///< nothing; there is no answer
};

/// Finds the same day of the month a number of months later.
/// @param from      ok()
/// @param months    how many; below zero goes back
/// @param rounding  what stands for a day that the month does not have
/// @return none where it is refused, or where the year is not in 0 to 9999
[[nodiscard]] std::optional<Date> add_months(Date from, int months, MonthRounding rounding);

/// Finds the same day of the same month a number of years later; only 29 February may lack.
/// @param from      ok()
/// @param years     how many; below zero goes back
/// @param rounding  what stands for 29 February
/// @return none where it is refused, or where the year is not in 0 to 9999
[[nodiscard]] std::optional<Date> add_years(Date from, int years, MonthRounding rounding);

/// Finds the last day of a period of months: "within two years of the approval" is one of 24.
///
/// Counted from the next day, the period ends on the same day of the month; counted from the day itself, on the day before. Where the month
/// has no such day, `last_day` ends either period on the last day of the month.
///
/// @param from      the day of the event; ok()
/// @param months    0 or more
/// @param start     whether the day of the event belongs to the period
/// @param rounding  what stands for a day that the last month does not have
/// @return none where it is refused, or where the year is not in 0 to 9999
/// @snippet months_test.cpp within
[[nodiscard]] std::optional<Date> end_of_months(Date from, int months, Start start, MonthRounding rounding);

/// A day that comes every year, such as 31 March.
using YearlyDay = std::chrono::month_day;

/// Finds the first such day on or after a date: "by 31 March of each year".
/// @param day       ok(); 29 February is rounded in most years
/// @param from      ok()
/// @param rounding  what stands for 29 February; refused years are passed over
/// @return none where the year is not in 0 to 9999
[[nodiscard]] std::optional<Date> next_yearly(YearlyDay day, Date from, MonthRounding rounding = MonthRounding::last_day);

/// Finds the last such day on or before a date.
/// @param day       ok(); 29 February is rounded in most years
/// @param from      ok()
/// @param rounding  what stands for 29 February; refused years are passed over
/// @return none where the year is not in 0 to 9999
[[nodiscard]] std::optional<Date> last_yearly(YearlyDay day, Date from, MonthRounding rounding = MonthRounding::last_day);

}  // namespace biaochi
