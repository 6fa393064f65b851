#pragma once
/// @file
/// Where terms begin, where they end, and the first day of what may only happen afterwards.

#include <optional>
#include <string>
#include <vector>

#include "biaochi/calendar/working_days.hpp"
#include "lifecycle/fold.hpp"

namespace biaochi::detail {

/// A day, or why there is none.
struct TermEnd {
    std::optional<Date> day;
    std::optional<Issue> issue;
};

/// Finds the last day of a term that is not one of each year.
[[nodiscard]] TermEnd end_of_term(const Term& term, Date from, Start start, Calendars calendars, const std::string& where);

/// A day on which a term may begin, and whether it counts.
struct Begin {
    Date day;
    Start start;
};

/// The days on which a term may begin: one a reading.
struct Begins {
    std::vector<Begin> days;
    std::vector<std::string> unknown;  ///< what keeps a day unknown
    bool not_yet = false;              ///< under some reading it has not begun
};

[[nodiscard]] Begins begins(std::span<const TermStart> from, const Case& of, const Inputs& inputs);

/// @return the value of an expression for a date; none where it is not known
[[nodiscard]] std::optional<Date> date_of(const feel::Expression& expression, const Inputs& inputs);

/// Finds the day before which a transition may not be taken, and whether it has come on @p on.
/// @pre transition.not_before
[[nodiscard]] FirstDay first_day(const TransitionPlan& transition, const Case& of, Date on, const Inputs& inputs);

}  // namespace biaochi::detail
