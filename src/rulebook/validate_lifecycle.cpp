/// @file
/// Checks of a lifecycle's names, and of transitions that cannot be told apart.

#include "rulebook/lifecycle.hpp"

namespace biaochi::detail {
namespace {

/// One lifecycle under examination.
struct Checker {
    Context& context;
    const LifecycleSection& section;

    void expect_state(const std::string& id, const std::string& where) const {
        if (find(section.states, id) != nullptr) return;
        context.report(IssueCode::unknown_state, where, {id, nearest_or_all(id, names_of(section.states))});
    }

    void expect_event(const std::string& id, const std::string& where) const {
        if (find(section.events, id) != nullptr) return;
        context.report(IssueCode::unknown_event, where, {id, nearest_or_all(id, names_of(section.events))});
    }

    void check_effects(const Transition& transition, const std::string& where) const {
        for (const auto& [field, expression] : transition.set) {
            if (find(section.fields, field) != nullptr) continue;
            context.report(IssueCode::unknown_field, json::child(where + "/effects/set", field),
                           {field, nearest_or_all(field, names_of(section.fields))});
        }
    }

    void check_transitions(const std::string& state, const std::string& event, const std::vector<Transition>& transitions,
                           const std::string& where) const {
        for (std::size_t i = 0; i < transitions.size(); ++i) {
            const Transition& each = transitions[i];
            const std::string place = json::child(where, i);
            if (!each.to.empty()) expect_state(each.to, json::child(place, "to"));
            check_effects(each, place);
            if (each.guard.by.empty() && !each.not_before && i + 1 < transitions.size()) {
                context.report(IssueCode::ambiguous_transition, place, {event, state});
            }
        }
    }

    void check_deadline(const Deadline& deadline, const std::string& where) const {
        if (!deadline.settled_by.empty()) expect_event(deadline.settled_by, json::child(where, "for"));
    }

    void check_state(const std::string& id, const LifecycleState& state, const std::string& where) const {
        if (state.final && !state.on.empty()) {
            context.report(IssueCode::final_state_left, json::child(where, "on"), {id, joined(names_of(state.on))});
        }
        for (const auto& [event, transitions] : state.on) {
            const std::string place = json::child(json::child(where, "on"), event);
            expect_event(event, place);
            check_transitions(id, event, transitions, place);
        }
        for (const auto& [name, deadline] : state.deadlines) {
            check_deadline(deadline, json::child(json::child(where, "deadlines"), name));
        }
    }
};

/// Names that events and fields may not take, since expressions use them otherwise.
void check_names(Context& context, const LifecycleSection& section, const std::string& pointer) {
    for (const auto& [id, event] : section.events) {
        const std::string where = json::child(json::child(pointer, "events"), id);
        if (id == "entered") context.report(IssueCode::repeated_id, where, {id, "deadlines: from"});
        if (find(event.data, "date") != nullptr) {
            context.report(IssueCode::repeated_id, json::child(where + "/data", "date"), {"date", "event.date"});
        }
    }
    for (const auto& [id, field] : section.fields) {
        const bool of_subject = context.book.subject && find(context.book.subject->fields, id) != nullptr;
        if (!of_subject && id != "event" && find(context.book.facts, id) == nullptr) continue;
        context.report(IssueCode::repeated_id, json::child(json::child(pointer, "fields"), id), {id, of_subject ? "/subject/fields" : ""});
    }
}

}  // namespace

void validate_lifecycle(Context& context, const LifecycleSection& section, const std::string& pointer) {
    const Checker checker{context, section};
    checker.expect_state(section.initial, json::child(pointer, "initial"));
    checker.expect_event(section.starts_with, json::child(pointer, "starts_with"));
    checker.check_effects(section.start, json::child(pointer, "starts_with"));
    check_names(context, section, pointer);
    for (const auto& [id, state] : section.states) checker.check_state(id, state, json::child(json::child(pointer, "states"), id));
}

}  // namespace biaochi::detail
