/// @file
/// One step of the fold: what forbids an event, which transition is taken, what it sets.

#include "lifecycle/term.hpp"

#include <algorithm>

#include "biaochi/core/error.hpp"
#include "biaochi/feel/evaluate.hpp"

namespace biaochi {
namespace detail {
namespace {

/// The transition that is taken, or why none is.
struct Taken {
    const TransitionPlan* transition = nullptr;
    RefusalKind why = RefusalKind::not_possible;
};

Taken choose(const Ruleset& rules, const TransitionPlan* begin, const TransitionPlan* end, const Case& of, Date on, const Inputs& inputs) {
    Taken taken;
    for (const TransitionPlan* each = begin; each != end; ++each) {
        const Look found = look(rules, *each, of, on, inputs);
        if (found.both() == Answer::met) return {each, {}};
        if (found.both() == Answer::undetermined) return {nullptr, RefusalKind::undetermined};
        const bool by_day = found.guard != Answer::not_met;
        if (by_day || taken.why != RefusalKind::too_early) taken.why = by_day ? RefusalKind::too_early : RefusalKind::not_met;
    }
    return taken;
}

bool reads_inputs(const TransitionPlan& transition) {
    return !transition.guard.empty() || !transition.set.empty() || transition.not_before;
}

/// Lays out only what the transitions read.
void lay_out(const Case& of, const DatedEvent& event, const TransitionPlan* begin, const TransitionPlan* end, Inputs& inputs) {
    if (std::none_of(begin, end, reads_inputs)) return;
    inputs.set_subject(of.id, event.date);
    inputs.set_fields(of.fields);
    if (std::any_of(begin, end, [](const TransitionPlan& each) { return each.reads_event; })) inputs.set_event(event);
}

/// A field holds what a saved Case can hold: a value that is none, whatever its cause, is one that is not known.
feel::Value kept(feel::Value value, const std::string& field) {
    const bool no_day = value.kind() == feel::Kind::date && !feel::to_date(value.date());
    if (value.is_null() || no_day) return feel::make_null(feel::Cause::missing_fact, field);
    return value;
}

void set_fields(const Ruleset& rules, const TransitionPlan& transition, Case& of, const Inputs& inputs) {
    const auto& fields = section(rules).fields;
    if (transition.set.size() == 1) {
        const Assignment& only = transition.set.front();
        of.fields[only.field] = kept(feel::evaluate(only.value, inputs.values()), fields[only.field].first);
        return;
    }
    std::vector<feel::Value> values;
    values.reserve(transition.set.size());
    for (const Assignment& each : transition.set) {
        values.push_back(kept(feel::evaluate(each.value, inputs.values()), fields[each.field].first));
    }
    for (std::size_t i = 0; i < values.size(); ++i) of.fields[transition.set[i].field] = std::move(values[i]);
}

void begin_fields(const Ruleset& rules, Case& of, Inputs& inputs) {
    const LifecyclePlan& plan = *rules.lifecycle();
    of.fields.clear();
    const auto& fields = section(rules).fields;
    of.fields.reserve(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& initial = plan.initial_values[i];
        of.fields.push_back(kept(initial ? feel::evaluate(*initial, inputs.values()) : feel::Value{}, fields[i].first));
    }
    inputs.set_fields(of.fields);
}

Refusal refuse(const Ruleset& rules, RefusalKind kind, const Case& of, DatedEvent& event, const TransitionPlan* begin,
               const TransitionPlan* end, const Inputs& inputs) {
    Refusal refusal;
    refusal.kind = kind;
    refusal.state = of.state;
    for (const TransitionPlan* each = begin; each != end; ++each) {
        refusal.tried.push_back(look_at(rules, *each, of, event.date, inputs));
        if (look_of(refusal.tried.back()).both() == Answer::undetermined) break;
    }
    refusal.event = std::move(event);
    return refusal;
}

}  // namespace

Look look(const Ruleset& rules, const TransitionPlan& transition, const Case& of, Date on, const Inputs& inputs) {
    Look found;
    if (!transition.guard.empty()) found.guard = answer(rules, transition, inputs);
    if (transition.not_before && found.guard != Answer::not_met) found.day = first_day(transition, of, on, inputs).come;
    return found;
}

Tried look_at(const Ruleset& rules, const TransitionPlan& transition, const Case& of, Date on, const Inputs& inputs) {
    Tried tried = answer_with_reasons(rules, transition, inputs);
    if (transition.not_before) tried.first_day = first_day(transition, of, on, inputs);
    return tried;
}

bool in_force(const Ruleset& rules, bool begins, Date on) {
    const Period& effective = rules.rulebook().effective;
    return begins ? effective.contains(on) : on >= effective.from;
}

std::optional<RefusalKind> fault(const Ruleset& rules, const std::vector<DatedEvent>& history, const DatedEvent& event) {
    if (!in_force(rules, history.empty(), event.date)) return RefusalKind::not_in_force;
    return out_of_turn(rules, history, event);
}

std::optional<RefusalKind> out_of_turn(const Ruleset& rules, const std::vector<DatedEvent>& history, const DatedEvent& event) {
    if (history.empty()) {
        if (event.event != rules.lifecycle()->starts_with) return RefusalKind::not_begun;
        return std::nullopt;
    }
    if (event.date < history.back().date) {
        return event.date < history.front().date ? RefusalKind::before_begin : RefusalKind::out_of_order;
    }
    for (auto before = history.rbegin(); before != history.rend() && before->date == event.date; ++before) {
        if (before->event != event.event) continue;
        return before->data == event.data ? RefusalKind::repeated : RefusalKind::contradicts;
    }
    return std::nullopt;
}

std::optional<Refusal> step(const Ruleset& rules, Case& of, DatedEvent& event, Inputs& inputs) {
    const LifecyclePlan& plan = *rules.lifecycle();
    if (const auto kind = fault(rules, of.history, event)) return refuse(rules, *kind, of, event, nullptr, nullptr, inputs);
    const bool begins = of.state == no_index;
    const TransitionPlan* begin = &plan.start;
    const TransitionPlan* end = begin + 1;
    if (!begins) {
        const auto& transitions = plan.states[of.state].on[event.event];
        begin = transitions.data();
        end = begin + transitions.size();
    }
    if (begins) begin_fields(rules, of, inputs);
    lay_out(of, event, begin, end, inputs);
    const Taken taken = choose(rules, begin, end, of, event.date, inputs);
    if (taken.transition == nullptr) {
        Refusal refusal = refuse(rules, taken.why, of, event, begin, end, inputs);
        if (begins) of.fields.clear();
        return refusal;
    }
    if (!taken.transition->set.empty()) set_fields(rules, *taken.transition, of, inputs);
    const std::size_t to = begins ? plan.initial : taken.transition->to;
    if (to != no_index && to != of.state) {
        of.state = to;
        of.since = event.date;
    }
    of.history.push_back(std::move(event));
    return std::nullopt;
}

void expect_same_rules(const Ruleset& rules, const Case& of) {
    const Rulebook& book = rules.rulebook();
    if (rules.lifecycle() == nullptr) throw Error(ErrorCode::wrong_ruleset, "the rulebook " + book.id + " has no lifecycle");
    if (of.rulebook == book.id && of.version == book.version) return;
    throw Error(ErrorCode::wrong_ruleset, "the case " + of.id + " belongs to " + of.rulebook + " version " + of.version + ", not to " +
                                              book.id + " version " + book.version);
}

}  // namespace detail

std::string_view name(RefusalKind kind) noexcept {
    switch (kind) {
        case RefusalKind::not_in_force:
            return "not_in_force";
        case RefusalKind::not_begun:
            return "not_begun";
        case RefusalKind::before_begin:
            return "before_begin";
        case RefusalKind::out_of_order:
            return "out_of_order";
        case RefusalKind::repeated:
            return "repeated";
        case RefusalKind::contradicts:
            return "contradicts";
        case RefusalKind::not_possible:
            return "not_possible";
        case RefusalKind::too_early:
            return "too_early";
        case RefusalKind::not_met:
            return "not_met";
        case RefusalKind::undetermined:
            break;
    }
    return "undetermined";
}

}  // namespace biaochi
