#pragma once
/// @file
/// Where one subject stands in a lifecycle, and the dated events that led there.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/condition/check.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/feel/value.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// An event that happened to a case on a day.
struct DatedEvent {
    Date date{};
    std::string of;                 ///< id of the case
    std::size_t event = no_index;   ///< index into LifecycleSection::events
    std::vector<feel::Value> data;  ///< by the event's fields; not given: null with cause missing_fact
    std::string evidence;           ///< where it is on file; may be empty
    std::size_t line = 0;           ///< of the log, from 1; 0: not from a log

    /// The line of the log is no part of what happened.
    friend bool operator==(const DatedEvent& a, const DatedEvent& b) {
        return a.date == b.date && a.of == b.of && a.event == b.event && a.data == b.data && a.evidence == b.evidence;
    }
};

/// Where one subject stands. The rulebook and its version are part of it.
struct Case {
    std::string id;
    std::string rulebook;                       ///< id
    std::string version;                        ///< of the rulebook
    std::vector<std::string> earlier_versions;  ///< under which it stood before, the oldest first
    std::size_t state = no_index;               ///< index into LifecycleSection::states; no_index: not begun
    Date since{};                               ///< the day on which the state was entered
    std::vector<feel::Value> fields;            ///< by LifecycleSection::fields
    std::vector<DatedEvent> history;            ///< every event that was accepted

    friend bool operator==(const Case&, const Case&) = default;
};

/// @return a case to which nothing has happened yet
/// @pre rules.lifecycle() != nullptr
[[nodiscard]] Case new_case(const Ruleset& rules, std::string id);

/// Why an event is not accepted.
enum class RefusalKind {
    not_in_force,  ///< dated before the rules take effect; or it would begin a case after they have ended
    not_begun,     ///< another event must come first
    before_begin,  ///< dated before the case began
    out_of_order,  ///< dated before the last event of the case
    repeated,      ///< the same event on the same day with the same data
    contradicts,   ///< the same event on the same day with other data
    not_possible,  ///< the state has no such event
    too_early,     ///< a guard holds, but the day before which it may not happen has not come
    not_met,       ///< no guard holds
    undetermined,  ///< whether a guard holds is not known
};

/// @return the permanent name, for example "not_met"
[[nodiscard]] std::string_view name(RefusalKind kind) noexcept;

/// The first day on which a transition may be taken.
struct FirstDay {
    Answer come = Answer::undetermined;  ///< whether it has come
    std::optional<Date> earliest;        ///< under the reading that gives the earliest
    std::optional<Date> latest;          ///< under the reading that gives the latest; the same where nothing is open
    std::vector<std::size_t> open;       ///< the unread open points behind it, indices into Rulebook::open
    std::optional<Issue> issue;          ///< why there is no day, as in Duty
};

/// A transition that was looked at, and why it was or was not taken.
struct Tried {
    const TransitionPlan* transition = nullptr;  ///< lives as long as the ruleset
    Answer answer = Answer::undetermined;        ///< of the guard
    std::optional<FirstDay> first_day;           ///< where the transition has `not_before`
    Reason reason;                               ///< what the guard turned on; empty where there is none
    std::vector<Missing> needs;  ///< what would decide the guard, each once; a path `event.points` is the event's; empty when decided
};

/// An event that was not accepted, with its reasons. The case is as it was.
struct Refusal {
    RefusalKind kind = RefusalKind::not_possible;
    DatedEvent event;
    std::size_t state = no_index;  ///< in which the case stood
    std::vector<Tried> tried;      ///< the guards that were looked at
};

}  // namespace biaochi
