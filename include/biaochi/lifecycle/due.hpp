#pragma once
/// @file
/// What is due in a case, by when, by whom, and whether it is late.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "biaochi/lifecycle/advance.hpp"

namespace biaochi {

/// How a duty stands.
enum class DutyState {
    due,           ///< still to be done, in time so far
    overdue,       ///< its day has passed
    done,          ///< done in time
    done_late,     ///< done after its day
    undetermined,  ///< its day, or whether it has passed, is not known
};

/// @return the permanent name, for example "done_late"
[[nodiscard]] std::string_view name(DutyState state) noexcept;

/// Something that a case's state asks for by a day.
struct Duty {
    const DeadlinePlan* deadline = nullptr;  ///< lives as long as the ruleset
    DutyState state = DutyState::undetermined;
    std::optional<Date> earliest;   ///< the last day for it, under the reading that gives the earliest
    std::optional<Date> latest;     ///< under the reading that gives the latest; the same where nothing is open
    std::optional<Date> done_on;    ///< the day of the event that settled it
    std::vector<std::size_t> open;  ///< the unread open points behind its day, indices into Rulebook::open
    std::optional<Issue> issue;     ///< why there is no day: calendar_not_given, day_not_in_calendar, no_such_day, unknown date
};

/// Lists the duties of a case's state on a day, those that are done too.
///
/// A duty of each year is listed for every year up to the first day that is not before @p as_of.
///
/// @param rules      with a lifecycle
/// @param of         of these rules; begun
/// @param as_of      not before the last event
/// @param calendars  of working days, found by id
/// @param subjects   what expressions may read; may be empty
/// @throws Error with code wrong_ruleset, or out_of_range when @p as_of is before the last event
[[nodiscard]] std::vector<Duty> due(const Ruleset& rules, const Case& of, Date as_of, Calendars calendars = {}, Subjects subjects = {});

}  // namespace biaochi
