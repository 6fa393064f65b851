#pragma once
/// @file
/// The last day of a term.

#include <optional>
#include <span>

#include "biaochi/calendar/working_days.hpp"
#include "biaochi/rulebook/lifecycle_section.hpp"

namespace biaochi::detail {

/// A day, or why there is none.
struct TermEnd {
    std::optional<Date> day;
    std::optional<Issue> issue;
};

/// Finds the last day of a term that is not one of each year.
[[nodiscard]] TermEnd end_of_term(const Term& term, Date from, Start start, std::span<const WorkingCalendar> calendars,
                                  const std::string& where);

}  // namespace biaochi::detail
