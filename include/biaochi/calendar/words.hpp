#pragma once
/// @file
/// Starts, roundings and the days that come every year as they are written, and what is said where a term has no last day.

#include <optional>
#include <string>
#include <string_view>

#include "biaochi/calendar/date.hpp"
#include "biaochi/calendar/months.hpp"
#include "biaochi/core/issue.hpp"

namespace biaochi {

/// What the length of a term is counted in.
enum class TermUnit { days, months, years };

/// @return the rounding of that name: last_day, next_month_first_day, refuse; or none
[[nodiscard]] std::optional<MonthRounding> month_rounding(std::string_view name) noexcept;
/// @return the permanent name, for example "last_day"
[[nodiscard]] std::string_view name(MonthRounding rounding) noexcept;
/// @return the start of that name: next_day, same_day; or none
[[nodiscard]] std::optional<Start> start(std::string_view name) noexcept;
/// @return the permanent name, for example "next_day"
[[nodiscard]] std::string_view name(Start start) noexcept;

/// Reads a day that comes every year, written `MM-DD`; 29 February is one.
/// @return the day, or none when the text is written otherwise or no year has such a day; never throws
[[nodiscard]] std::optional<YearlyDay> parse_yearly_day(std::string_view text);

/// Writes a day that comes every year.
/// @param day  ok()
/// @return for example "03-31"
[[nodiscard]] std::string yearly_day_text(YearlyDay day);

/// Makes the issue no_such_day for a term without a last day.
/// @param from   the day that it is counted from
/// @param count  its length; below zero counts back
/// @param unit   of the length
/// @param where  JSON Pointer of what asked; may be empty
[[nodiscard]] Issue no_such_day(Date from, int count, TermUnit unit, std::string where = {});

/// Makes the issue no_such_day for a day that does not come again.
/// @param from   the day that it is looked for from
/// @param day    that comes every year
/// @param where  JSON Pointer of what asked; may be empty
[[nodiscard]] Issue no_such_day(Date from, YearlyDay day, std::string where = {});

}  // namespace biaochi
