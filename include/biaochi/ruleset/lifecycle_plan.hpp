#pragma once
/// @file
/// A lifecycle as compiled: states and events by index, every expression checked.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi {

/// What a guard says under one reading: a condition of the rulebook, or an expression.
struct GuardAlternative {
    std::size_t condition = no_index;            ///< index into Rulebook::conditions
    std::optional<feel::Expression> expression;  ///< where it is no condition
    std::string reading;                         ///< empty where the text states the guard
};

/// A field of the Case and its new value.
struct Assignment {
    std::size_t field = no_index;
    feel::Expression value;
};

/// Where a term begins under one reading, and whether its first day counts.
struct TermStart {
    bool entered = false;                        ///< when the state was entered
    std::size_t event = no_index;                ///< the last time that this event happened
    std::optional<feel::Expression> expression;  ///< otherwise: a date
    Start start = Start::next_day;
};

/// The day before which a transition may not be taken, its names resolved.
struct NotBeforePlan {
    std::vector<TermStart> from;    ///< more than one while an open point is unread
    std::vector<std::size_t> open;  ///< the unread open points behind it
    std::string pointer;
};

/// A transition whose names are resolved.
struct TransitionPlan {
    const Transition* source = nullptr;   ///< as written; lives as long as the ruleset
    std::size_t to = no_index;            ///< no_index: the state stays
    std::vector<GuardAlternative> guard;  ///< empty: always; more than one while an open point is unread
    std::size_t open = no_index;          ///< the unread open point behind the guard
    std::vector<Assignment> set;
    std::optional<NotBeforePlan> not_before;
    std::string pointer;  ///< JSON Pointer of `source`
    bool reads_event = false;
};

/// A deadline whose names are resolved.
struct DeadlinePlan {
    const std::string* id = nullptr;
    const Deadline* source = nullptr;
    std::vector<TermStart> from;    ///< more than one while an open point is unread
    std::vector<std::size_t> open;  ///< the unread open points behind it
    std::optional<feel::Expression> until;
    std::optional<feel::Expression> settles;
    std::size_t settled_by = no_index;
    std::string pointer;
};

/// A state: its transitions by event, and its deadlines.
struct StatePlan {
    std::vector<std::vector<TransitionPlan>> on;
    std::vector<DeadlinePlan> deadlines;
};

/// The whole lifecycle. Expressions read the subject in the slots of subject_scope(), then the event, then the fields of the Case.
struct LifecyclePlan {
    std::size_t initial = no_index;
    std::size_t starts_with = no_index;
    TransitionPlan start;
    std::vector<std::optional<feel::Expression>> initial_values;  ///< by field
    std::vector<StatePlan> states;
    std::size_t event_slot = 0;
    std::size_t field_slot = 1;  ///< of the first field
};

}  // namespace biaochi
