/// @file
/// Lint of lifecycles: where a case cannot come or cannot leave, and what nobody has to do.

#include <algorithm>
#include <set>

#include "rulebook/lifecycle.hpp"
#include "rulebook/lint.hpp"

namespace biaochi::detail {
namespace {

using Issues = std::vector<Issue>;

void reach(const LifecycleSection& section, const std::string& id, std::set<std::string>& reached) {
    std::vector<std::string> waiting{id};
    while (!waiting.empty()) {
        const std::string next = waiting.back();
        waiting.pop_back();
        const LifecycleState* state = find(section.states, next);
        if (state == nullptr || !reached.insert(next).second) continue;
        for (const auto& [event, transitions] : state->on) {
            for (const Transition& each : transitions) {
                if (!each.to.empty()) waiting.push_back(each.to);
            }
        }
    }
}

bool leads_away(const std::string& id, const LifecycleState& state) {
    return std::any_of(state.on.begin(), state.on.end(), [&](const auto& on) {
        return std::any_of(on.second.begin(), on.second.end(), [&](const Transition& each) { return !each.to.empty() && each.to != id; });
    });
}

void add(Issues& issues, IssueCode code, const std::string& where, std::initializer_list<std::string_view> details) {
    issues.push_back(make_issue(code, where, details));
}

void lint_deadlines(const LifecycleState& state, const std::string& where, Issues& issues) {
    for (const auto& [id, deadline] : state.deadlines) {
        const std::string place = json::child(where + "/deadlines", id);
        if (!deadline.provenance.cite) add(issues, IssueCode::no_citation, place, {id});
        if (deadline.owner.empty()) add(issues, IssueCode::deadline_without_owner, place, {id});
        if (deadline.settled_by.empty() || find(state.on, deadline.settled_by) == nullptr) {
            add(issues, IssueCode::never_settled, place, {id, deadline.settled_by});
        }
        lint_misprints(deadline.provenance.misprints, place, issues);
    }
}

/// A day before which an event may not happen needs a clause: its own, or that of the transition.
void lint_not_before(const NotBefore& rule, bool cited, const std::string& event, const std::string& where, Issues& issues) {
    if (!cited && !rule.provenance.cite) add(issues, IssueCode::no_citation, where, {event});
    lint_misprints(rule.provenance.misprints, where, issues);
}

void lint_state(const LifecycleSection& section, const std::string& id, const LifecycleState& state, const std::string& where,
                Issues& issues) {
    if (!state.final && !leads_away(id, state)) add(issues, IssueCode::state_without_exit, where, {id});
    lint_misprints(state.provenance.misprints, where, issues);
    for (const auto& [event, transitions] : state.on) {
        const LifecycleEvent* what = find(section.events, event);
        for (std::size_t i = 0; i < transitions.size(); ++i) {
            const std::string place = json::child(json::child(where + "/on", event), i);
            const bool cited = transitions[i].provenance.cite || state.provenance.cite || (what != nullptr && what->provenance.cite);
            if (!cited) add(issues, IssueCode::no_citation, place, {event});
            lint_misprints(transitions[i].provenance.misprints, place, issues);
            if (transitions[i].not_before) lint_not_before(*transitions[i].not_before, cited, event, place + "/not_before", issues);
        }
    }
    lint_deadlines(state, where, issues);
}

}  // namespace

void lint_lifecycle(const LifecycleSection& section, std::vector<Issue>& issues) {
    std::set<std::string> reached;
    reach(section, section.initial, reached);
    for (const auto& [id, state] : section.states) {
        const std::string where = json::child("/lifecycle/states", id);
        if (reached.count(id) == 0) add(issues, IssueCode::unreachable_state, where, {id});
        lint_state(section, id, state, where, issues);
    }
}

}  // namespace biaochi::detail
