#pragma once
/// @file
/// From the text of a calendar to its working days, and what is wrong with either.

#include <optional>
#include <string_view>
#include <vector>

#include "biaochi/calendar/working_days.hpp"
#include "biaochi/core/issue.hpp"

namespace biaochi {

/// A calendar, or why there is none.
struct ParsedCalendar {
    std::optional<WorkingCalendar> calendar;  ///< set only when there is no error
    std::vector<Issue> issues;                ///< all of them, in the order of the text
};

/// Reads a `biaochi-calendar/1` document and checks that its days fit together.
///
/// Unknown and repeated keys are errors; so is a day that is off and worked, outside the coverage, repeated or out of order, a make-up day
/// from Monday to Friday, and a year without a paper.
///
/// @param json  UTF-8, at most 64 MiB
/// @return the calendar, or every issue that was found; never throws on any text
[[nodiscard]] ParsedCalendar parse_calendar(std::string_view json);

}  // namespace biaochi
