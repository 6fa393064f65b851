/// @file
/// Lint of conditions and guards: what never or always holds, what hangs on an unread open point, transitions that shadow one another.

#include <algorithm>

#include "json/value.hpp"
#include "rulebook/condition_places.hpp"
#include "rulebook/lifecycle.hpp"
#include "rulebook/lint.hpp"
#include "rulebook/truth.hpp"

namespace biaochi::detail {
namespace {

using Issues = std::vector<Issue>;

void add(Issues& issues, IssueCode code, const std::string& where, std::initializer_list<std::string_view> details) {
    issues.push_back(make_issue(code, where, details));
}

/// The beginning of an expression, for a message.
std::string shown(const std::string& text) {
    constexpr std::size_t longest = 80;
    std::size_t end = std::min(text.size(), longest);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return end < text.size() ? text.substr(0, end) + "…" : text;
}

/// @return whether something was found; `true` and `false` are said outright, and left in peace
bool lint_truth(const Truth& truth, const std::string& what, const std::string& where, Issues& issues) {
    if (what == "true" || what == "false") return false;
    if (!truth.holds.empty() && !truth.fails.empty()) return false;
    add(issues, truth.holds.empty() ? IssueCode::never_holds : IssueCode::always_holds, where, {shown(what)});
    return true;
}

/// Tells where a value hangs on an open point whose reading nobody adopted.
void lint_open(const Rulebook& book, const std::string& id, const std::string& what, const std::string& where, Issues& issues) {
    const OpenPoint* open = find(book.open, id);
    if (open == nullptr || !open->adopted.empty() || open->settled_by != SettledBy::reading) return;
    std::string readings;
    for (const auto& reading : open->readings) readings += readings.empty() ? reading.first : ", " + reading.first;
    add(issues, IssueCode::hangs_on_open_point, where, {what, id, readings});
}

/// One condition and its parts. @return whether something was found that never or always holds
bool lint_condition(const Rulebook& book, const TruthReader& reader, const Condition& condition, const std::string& id,
                    const std::string& where, Issues& issues) {
    bool found = false;
    if (condition.form == Condition::Form::expression) {
        lint_open(book, condition.expression.open, id, where + "/expr", issues);
        for (const auto& [reading, text] : condition.expression.by) {
            Condition alone;
            alone.expression = Choice<std::string>(text);
            alone.empty = condition.empty;
            found = lint_truth(reader.condition(alone), text, place_of_expression(condition, where, reading), issues) || found;
        }
        return found;
    }
    if (condition.form == Condition::Form::choice) lint_open(book, condition.open, id, where + "/by_reading", issues);
    for (std::size_t i = 0; i < condition.parts.size(); ++i) {
        const Condition& part = condition.parts[i];
        found = lint_condition(book, reader, part, id, place_of_part(condition, where, i), issues) || found;
    }
    if (found || condition.parts.empty()) return found;
    return lint_truth(reader.condition(condition), id, where, issues);
}

/// The transitions of one event in one state.
struct Fork {
    const Rulebook& book;
    const TruthReader& reader;
    const std::string& state;
    const std::string& event;
    const std::vector<Transition>& transitions;
    const std::string& where;

    /// @return whether the guard itself never or always holds
    bool lint_guard(const Transition& transition, const std::string& place, Issues& issues) const {
        const Choice<std::string>& guard = transition.guard;
        lint_open(book, guard.open, event, place + "/if", issues);
        if (transition.not_before) {
            lint_open(book, transition.not_before->from.open, event, place + "/not_before/from", issues);
            const auto& term = transition.not_before->term;
            if (term && term->start.open != transition.not_before->from.open) {
                lint_open(book, term->start.open, event, place + "/not_before/start", issues);
            }
        }
        bool found = false;
        for (const auto& [reading, text] : guard.by) {
            if (find(book.conditions, text) != nullptr) continue;  // told where the condition stands
            const std::string at = guard.stated() ? place + "/if" : json::child(place + "/if/readings", reading);
            found = lint_truth(reader.guard(text), text, at, issues) || found;
        }
        return found;
    }

    /// Whether a transition can be taken after those before it were denied.
    bool is_shadowed(std::size_t index) const {
        Situations left = reader.guard(transitions[index].guard).holds;
        if (left.empty()) return false;  // told of the guard
        for (std::size_t i = 0; i < index; ++i) {
            if (!transitions[i].not_before) left = both(left, reader.guard(transitions[i].guard).fails);
        }
        return left.empty();
    }

    /// Finds one before it whose guard may hold at the same time.
    std::string overlap(std::size_t index) const {
        const Transition& later = transitions[index];
        if (later.guard.by.empty() || !later.guard.stated() || later.not_before) return {};
        for (std::size_t i = 0; i < index; ++i) {
            const Transition& earlier = transitions[i];
            if (!earlier.guard.stated() || earlier.guard.by.empty() || earlier.not_before) continue;
            std::string found = reader.witness(earlier.guard.by.front().second, later.guard.by.front().second);
            if (!found.empty()) return found;
        }
        return {};
    }

    void lint(Issues& issues) const {
        for (std::size_t i = 0; i < transitions.size(); ++i) {
            const std::string place = json::child(where, i);
            if (lint_guard(transitions[i], place, issues) || i == 0) continue;
            if (is_shadowed(i)) {
                add(issues, IssueCode::shadowed_transition, place, {event, state});
            } else if (const std::string at = overlap(i); !at.empty()) {
                add(issues, IssueCode::overlapping_guards, place, {event, state, at});
            }
        }
    }
};

void lint_deadlines(const Rulebook& book, const LifecycleState& state, const std::string& where, Issues& issues) {
    for (const auto& [id, deadline] : state.deadlines) {
        const std::string place = json::child(where + "/deadlines", id);
        lint_open(book, deadline.from.open, id, place + "/from", issues);
        if (deadline.term.start.open != deadline.from.open) lint_open(book, deadline.term.start.open, id, place + "/start", issues);
    }
}

}  // namespace

void lint_conditions(const Rulebook& book, Issues& issues) {
    const TruthReader reader(book, nullptr);
    for (const auto& [id, condition] : book.conditions) {
        const std::string where = json::child("/conditions", id);
        if (!condition.provenance.cite) add(issues, IssueCode::no_citation, where, {id});
        lint_misprints(condition.provenance.misprints, where, issues);
        lint_condition(book, reader, condition, id, where, issues);
    }
}

void lint_guards(const Rulebook& book, Issues& issues) {
    const LifecycleSection& section = *book.lifecycle;
    for (const auto& [id, state] : section.states) {
        const std::string where = json::child("/lifecycle/states", id);
        for (const auto& [event, transitions] : state.on) {
            const std::string place = json::child(where + "/on", event);
            const TruthReader reader(book, find(section.events, event));
            Fork{book, reader, id, event, transitions, place}.lint(issues);
        }
        lint_deadlines(book, state, where, issues);
    }
    const TruthReader reader(book, find(section.events, section.starts_with));
    const std::vector<Transition> start{section.start};
    const std::string place = "/lifecycle/starts_with";
    Issues own;
    Fork{book, reader, section.initial, section.starts_with, start, place}.lint(own);
    for (Issue& issue : own) {
        issue.where.replace(place.size(), 2, "");  // it is no list
        issues.push_back(std::move(issue));
    }
}

}  // namespace biaochi::detail
