/// @file
/// The places of conditions, lifecycles, targets, incentives and duties that cite.

#include "biaochi/rulebook/duty_section.hpp"
#include "biaochi/rulebook/incentive_section.hpp"
#include "biaochi/rulebook/target_section.hpp"
#include "rulebook/condition_places.hpp"
#include "rulebook/place_walk.hpp"

namespace biaochi::detail {
namespace {

PlaceKind kind_of(const Condition& condition) {
    if (condition.form == Condition::Form::judged) return PlaceKind::judged;
    return condition.form == Condition::Form::expression ? PlaceKind::rule : PlaceKind::support;
}

void walk_condition(const std::string& where, const Condition& condition, bool filed, PlaceWalk& walk) {
    const bool inside = walk.thing(where, condition.provenance, filed, kind_of(condition));
    for (std::size_t i = 0; i < condition.parts.size(); ++i) {
        walk_condition(place_of_part(condition, where, i), condition.parts[i], inside, walk);
    }
}

void walk_fields(const std::string& section, const Named<LifecycleField>& fields, bool filed, PlaceWalk& walk) {
    for (const auto& [id, field] : fields) walk.thing(json::child(section, id), field.field.provenance, filed);
}

void walk_transition(const std::string& where, const Transition& transition, bool filed, PlaceWalk& walk) {
    const bool inside = walk.thing(where, transition.provenance, filed);
    if (transition.not_before) walk.thing(where + "/not_before", transition.not_before->provenance, inside);
}

void walk_state(const std::string& where, const LifecycleState& state, bool filed, PlaceWalk& walk) {
    const bool inside = walk.thing(where, state.provenance, filed);
    for (const auto& [event, transitions] : state.on) {
        for (std::size_t i = 0; i < transitions.size(); ++i) {
            walk_transition(json::child(json::child(where + "/on", event), i), transitions[i], inside, walk);
        }
    }
    walk.named(where + "/deadlines", state.deadlines, inside);
}

void walk_incentive(const std::string& where, const Incentive& incentive, PlaceWalk& walk) {
    const bool inside = walk.thing(where, incentive.provenance);
    walk.things(where + "/tiers", incentive.amount.tiers, inside);
    walk.things(where + "/caps", incentive.caps, inside);
    walk.things(where + "/shares", incentive.shares, inside);
}

void walk_incentives(const IncentiveSection& section, PlaceWalk& walk) {
    walk.named("/payers", section.payers);
    for (const auto& [id, claim] : section.claims) {
        const std::string where = json::child("/claims", id);
        const bool filed = walk.thing(where, claim.provenance);
        walk.named(where + "/fields", claim.fields, filed);
    }
    for (const auto& [id, incentive] : section.incentives) walk_incentive(json::child("/incentives", id), incentive, walk);
}

void walk_duties(const DutySection& section, PlaceWalk& walk) {
    walk.named("/bodies", section.bodies);
    walk.named("/phases", section.phases);
    for (const auto& [id, duty] : section.duties) {
        const std::string where = json::child("/duties", id);
        const bool filed = walk.thing(where, duty.provenance);
        walk.named(where + "/reports", duty.reports, filed);
    }
}

void walk_targets(const TargetSection& section, PlaceWalk& walk) {
    walk.things("/figures", section.figures);
    for (const auto& [id, target] : section.targets) {
        const bool judged = target.form == Target::Form::qualitative;
        walk.thing(json::child("/targets", id), target.provenance, false, judged ? PlaceKind::judged : PlaceKind::rule);
    }
}

}  // namespace

void walk_conditions(const Rulebook& book, PlaceWalk& walk) {
    for (const auto& [id, condition] : book.conditions) walk_condition(json::child("/conditions", id), condition, false, walk);
}

void walk_lifecycle(const Rulebook& book, PlaceWalk& walk) {
    if (!book.lifecycle) return;
    const LifecycleSection& section = *book.lifecycle;
    const bool filed = walk.thing("/lifecycle", section.provenance);
    walk_transition("/lifecycle/starts_with", section.start, filed, walk);
    walk_fields("/lifecycle/fields", section.fields, filed, walk);
    for (const auto& [id, event] : section.events) {
        const std::string where = json::child("/lifecycle/events", id);
        const bool inside = walk.thing(where, event.provenance, filed);
        walk_fields(where + "/data", event.data, inside, walk);
    }
    for (const auto& [id, state] : section.states) walk_state(json::child("/lifecycle/states", id), state, filed, walk);
}

void walk_plans(const Rulebook& book, PlaceWalk& walk) {
    if (book.targets) walk_targets(*book.targets, walk);
    if (book.incentives) walk_incentives(*book.incentives, walk);
    if (book.duties) walk_duties(*book.duties, walk);
}

}  // namespace biaochi::detail
