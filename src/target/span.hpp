#pragma once
/// @file
/// How long it is between two days, in years.

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/number.hpp"

namespace biaochi::detail {

/// Measures the time between two days in years, exactly: whole years from the same day of the year to the next, then the days that are
/// left as a part of the year that they lie in. From the end of a year to the end of another it is a whole number.
/// @param from  ok()
/// @param to    ok(), not before @p from
[[nodiscard]] Number years_between(Date from, Date to);

/// @return the last day of a year
[[nodiscard]] Date end_of_year(int year) noexcept;

/// @return the last year that has ended on a day
[[nodiscard]] int last_whole_year(Date day) noexcept;

}  // namespace biaochi::detail
