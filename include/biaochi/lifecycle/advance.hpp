#pragma once
/// @file
/// From events to where a case stands: a fold, without a clock.

#include <optional>
#include <span>
#include <vector>

#include "biaochi/calendar/working_days.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/lifecycle/case.hpp"
#include "biaochi/subject/subject.hpp"

namespace biaochi {

/// What is known of the subjects: a guard sees the latest document of its case's region that is not later than the event.
using Subjects = std::span<const Subject>;
/// Calendars of working days, found by id. Without the one that a term counts by, nothing is guessed: the event is refused as undetermined.
using Calendars = std::span<const WorkingCalendar>;

/// The case after an event, or why it was refused. Exactly one of the two is set.
struct Advanced {
    std::optional<Case> moved;
    std::optional<Refusal> refusal;
};

/// Lets an event happen to a case.
/// @param rules     with a lifecycle
/// @param before    of these rules
/// @param event     of this case
/// @param subjects   what guards may read; may be empty
/// @param calendars  of working days, for the terms of `not_before`; may be empty
/// @throws Error with code wrong_ruleset when the case belongs to another rulebook or version
[[nodiscard]] Advanced advance(const Ruleset& rules, const Case& before, const DatedEvent& event, Subjects subjects = {},
                               Calendars calendars = {});

/// What a log comes to.
struct Replayed {
    std::vector<Case> cases;        ///< in the order of their first events
    std::vector<Refusal> refusals;  ///< in the order of the events
};

/// Lets events happen one after the other, each to its case. A refused event changes nothing, and is reported.
/// @param rules     with a lifecycle
/// @param events    each case's in the order of their dates
/// @param subjects  what guards may read; may be empty
/// @param begun      cases that go on; other cases begin
/// @param calendars  of working days, for the terms of `not_before`; may be empty
/// @throws Error with code wrong_ruleset when one of @p begun belongs to another rulebook or version
[[nodiscard]] Replayed replay(const Ruleset& rules, std::vector<DatedEvent> events, Subjects subjects = {}, std::vector<Case> begun = {},
                              Calendars calendars = {});

/// An event that the state of a case takes, and whether it may happen.
struct Next {
    std::size_t event = no_index;
    Answer answer = Answer::undetermined;  ///< met: it may; not_met: no guard can hold now, or it is too early
    std::size_t to = no_index;             ///< where it leads; no_index where that is not known or the state stays
    std::vector<Tried> tried;
    std::vector<std::size_t> needs_data;  ///< fields of the event that guards read
};

/// Lists what may happen to a case on a day, and what still lacks. The data of the events are not known. No case begins on a day on which
/// the rules are not in force.
/// @param rules     with a lifecycle
/// @param of        of these rules
/// @param as_of     not before the last event
/// @param subjects   what guards may read; may be empty
/// @param calendars  of working days, for the terms of `not_before`; may be empty
/// @throws Error with code wrong_ruleset, or out_of_range when @p as_of is before the last event
[[nodiscard]] std::vector<Next> next(const Ruleset& rules, const Case& of, Date as_of, Subjects subjects = {}, Calendars calendars = {});

/// Says what is wrong with a refused event, for a message.
/// @return one of the codes not_in_force, event_before_start, event_out_of_order, repeated_event, events_contradict; none for the others
[[nodiscard]] std::optional<Issue> issue_of(const Ruleset& rules, const Case& of, const Refusal& refusal);

}  // namespace biaochi
