#pragma once
/// @file
/// The section `lifecycle` of a rulebook: states, dated events, guards, deadlines and what events set.

#include <optional>
#include <string>
#include <vector>

#include "biaochi/calendar/months.hpp"
#include "biaochi/calendar/start.hpp"
#include "biaochi/rulebook/pieces.hpp"
#include "biaochi/rulebook/subject_section.hpp"

namespace biaochi {

/// A field of an event's data, or of a Case.
struct LifecycleField {
    SubjectField field;
    bool optional = false;  ///< of an event: may be left out, and is then unknown
    std::string initial;    ///< of a Case: FEEL, its value when the case begins; empty: unknown
};

/// Something that happens on a day.
struct LifecycleEvent {
    Text name;
    std::string by;  ///< the body that does it
    Named<LifecycleField> data;
    Provenance provenance;
};

/// How long a term is.
enum class TermKind { days, working_days, months, years, each_year };

/// A stretch of time, or a day that comes every year.
struct Term {
    TermKind kind = TermKind::days;
    int count = 0;                                   ///< all but each_year
    Choice<Start> start{Start::next_day};            ///< all but each_year
    std::string calendar;                            ///< working_days: id of the calendar that the caller hands in
    MonthRounding rounding = MonthRounding::refuse;  ///< months and years; each_year on 29 February
    YearlyDay each_year{};                           ///< each_year
};

/// A day before which an event may not happen: the day after a term has run out, or a day itself where there is no term.
struct NotBefore {
    Choice<std::string> from;  ///< "entered", the id of an event, or FEEL for a date
    std::optional<Term> term;  ///< each_year: the first such day on or after `from`; none: the day `from`
    Text otherwise;            ///< the reason to give when it is too early
    Provenance provenance;
};

/// What an event leads to when its guard holds.
struct Transition {
    std::string to;             ///< a state; empty: the state stays, and so does the day since when
    Choice<std::string> guard;  ///< id of a condition, or FEEL; empty `by`: always
    Text otherwise;             ///< the reason to give when the guard does not hold
    std::optional<NotBefore> not_before;
    Named<std::string> set;  ///< field of the Case, and FEEL for its new value
    Provenance provenance;
};

/// Something to be done by a day while the case is in a state.
struct Deadline {
    Text name;
    std::string owner;         ///< the body that must do it; empty: not said
    Choice<std::string> from;  ///< "entered", the id of an event, or FEEL for a date
    Term term;
    std::string until;       ///< each_year: FEEL for a date; no duty falls on it or after it; empty: no end
    std::string settled_by;  ///< the event that does it
    std::string settles;     ///< each_year: FEEL over the settling event for the year of the day it settles; empty: the earliest still open
    Text late;               ///< what follows when it is late
    Provenance provenance;
};

/// Where a case may stand.
struct LifecycleState {
    Text name;
    bool final = false;                 ///< nothing can happen any more
    Named<std::vector<Transition>> on;  ///< by event; the first whose guard holds is taken
    Named<Deadline> deadlines;
    Provenance provenance;
};

/// How a subject moves through a regulation.
struct LifecycleSection {
    std::string initial;      ///< the state that a case begins in
    std::string starts_with;  ///< the event that begins it
    Transition start;         ///< guard and effects of that event; `to` is empty
    Named<LifecycleField> fields;
    Named<LifecycleEvent> events;
    Named<LifecycleState> states;
    Provenance provenance;
};

/// @return "days", "working_days", "months", "years" or "each_year"
[[nodiscard]] std::string_view name(TermKind kind) noexcept;

}  // namespace biaochi
