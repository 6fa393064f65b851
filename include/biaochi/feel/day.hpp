#pragma once
/// @file
/// A day of the Gregorian calendar in FEEL's range of years, -999999999 to 999999999, as one number.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "biaochi/calendar/date.hpp"

namespace biaochi::feel {

/// A day, counted from 1970-01-01.
struct Day {
    std::int64_t count = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
};

/// Year, month and day of a Day.
struct CivilDay {
    std::int64_t year = 0;
    int month = 1;
    int day = 1;
};

/// The first and last year that a Day may have.
inline constexpr std::int64_t last_year = 999'999'999;

/// @return the day, or none when there is no such day or the year is out of range
[[nodiscard]] std::optional<Day> day_of(CivilDay civil) noexcept;
/// @return the day @pre date.ok()
[[nodiscard]] Day day_of(Date date) noexcept;
/// @return year, month and day
[[nodiscard]] CivilDay civil(Day day) noexcept;
/// @return the date as std::chrono has it, or none when the year is beyond its range
[[nodiscard]] std::optional<Date> to_date(Day day) noexcept;
/// @return 1 for Monday to 7 for Sunday
[[nodiscard]] int weekday(Day day) noexcept;
/// @return 1 to 366
[[nodiscard]] int day_of_year(Day day) noexcept;
/// @return the week of ISO 8601, 1 to 53
[[nodiscard]] int week_of_year(Day day) noexcept;
/// Moves by whole months; a day that the month does not have becomes its last day.
/// @param day     any day
/// @param months  positive or negative
/// @return the day, or none beyond the range of years
[[nodiscard]] std::optional<Day> add_months(Day day, std::int64_t months) noexcept;
/// @return the day @p days later, or none beyond the range of years
[[nodiscard]] std::optional<Day> add_days(Day day, std::int64_t days) noexcept;
/// @return the whole months from @p from to @p to, toward zero
[[nodiscard]] std::int64_t months_between(Day from, Day to) noexcept;

/// Reads `YYYY-MM-DD`; a year may have up to nine digits (no zero before more than four) and a minus.
/// @return the day, or none when the text is written otherwise or there is no such day
[[nodiscard]] std::optional<Day> parse_day(std::string_view text) noexcept;
/// Prints as parse_day() reads.
[[nodiscard]] std::string day_text(Day day);

}  // namespace biaochi::feel
