/// @file
/// What guards and effects see, and how guards are answered.

#include <algorithm>

#include "biaochi/condition/check.hpp"
#include "biaochi/feel/evaluate.hpp"
#include "condition/findings.hpp"
#include "lifecycle/fold.hpp"

namespace biaochi::detail {
namespace {

/// A guard as it stands under one reading.
struct Guarded {
    Reason reason;
    std::vector<Missing> needs;
};

Answer answer_of(const feel::Value& value) {
    if (value.is(true)) return Answer::met;
    return value.is(false) ? Answer::not_met : Answer::undetermined;
}

/// Whether an expression may ask about the members of a set, which may be empty.
bool may_quantify(const feel::Expression& expression) {
    return expression.text().find("every") != std::string::npos || expression.text().find("some") != std::string::npos;
}

/// Without evidence, which takes time; a set without members decides nothing, and only evidence tells of one.
Answer quick_answer(const Ruleset& rules, const GuardAlternative& guard, const Inputs& inputs) {
    if (guard.condition != no_index) return check(rules, inputs.subject(), guard.condition).answer;
    if (may_quantify(*guard.expression)) return judge(rules, *guard.expression, inputs.values()).answer;
    return answer_of(feel::evaluate(*guard.expression, inputs.values()));
}

Guarded explained(const Ruleset& rules, const GuardAlternative& guard, const Inputs& inputs) {
    if (guard.condition != no_index) {
        Verdict verdict = check(rules, inputs.subject(), guard.condition);
        return {std::move(verdict.reason), std::move(verdict.needs)};
    }
    Judgement judged = judge(rules, *guard.expression, inputs.values());
    Reason reason;
    reason.answer = judged.answer;
    reason.grounds = std::move(judged.grounds);
    if (judged.value.is_null()) reason.cause = judged.value.null().cause;
    return {std::move(reason), std::move(judged.needs)};
}

/// Guards of several readings of an unread open point: what all of them say holds where they are all that the text may mean.
Answer agreed(const Ruleset& rules, std::size_t open, Answer first, bool agree) {
    return agree && (open == no_index || exhaustive(rules.rulebook().open[open].second)) ? first : Answer::undetermined;
}

Answer explain(const Ruleset& rules, const TransitionPlan& transition, const Inputs& inputs, Tried& why) {
    std::vector<Reason> parts;
    for (const GuardAlternative& each : transition.guard) {
        Guarded guarded = explained(rules, each, inputs);
        guarded.reason.reading = each.reading;
        add_needs(why.needs, guarded.needs);
        parts.push_back(std::move(guarded.reason));
    }
    if (transition.open == no_index) {
        why.reason = std::move(parts.front());
    } else {
        const Answer first = parts.front().answer;
        const bool agree = std::all_of(parts.begin(), parts.end(), [&](const Reason& part) { return part.answer == first; });
        why.reason.answer = agreed(rules, transition.open, first, agree);
        why.reason.open = transition.open;
        why.reason.parts = std::move(parts);
        why.needs.insert(why.needs.begin(), Missing{{}, transition.open, {}});
    }
    if (why.reason.answer != Answer::undetermined) why.needs.clear();
    return why.reason.answer;
}

/// An event with its keys, the values to be filled in. A reason that was kept may still hold the one before.
std::shared_ptr<feel::Context> blank_event(const LifecycleEvent& event) {
    auto context = std::make_shared<feel::Context>();
    context->entries.emplace_back("date", feel::Value{});
    for (const auto& [id, field] : event.data) context->entries.emplace_back(id, feel::Value{});
    return context;
}

}  // namespace

Inputs::Inputs(const Ruleset& rules, Subjects subjects, Calendars calendars)
    : rules_(rules),
      plan_(*rules.lifecycle()),
      subjects_(subjects),
      calendars_(calendars),
      nothing_(empty_subject(rules)),
      subject_(&nothing_),
      contexts_(section(rules).events.size()) {
    values_ = nothing_.inputs;
    values_.resize(plan_.field_slot + section(rules).fields.size(), feel::make_null(feel::Cause::missing_fact));
}

void Inputs::index_subjects() {
    for (const Subject& each : subjects_) by_region_[each.region].push_back(&each);
    for (auto& [region, list] : by_region_) {
        std::stable_sort(list.begin(), list.end(), [](const Subject* a, const Subject* b) { return a->on < b->on; });
    }
}

void Inputs::set_subject(const std::string& region, Date on) {
    const Subject* latest = nullptr;
    const auto take = [&](const Subject& each) {
        if (each.on <= on && (latest == nullptr || latest->on < each.on)) latest = &each;
    };
    if (by_region_.empty()) {
        for (const Subject& each : subjects_) {
            if (each.region == region) take(each);
        }
    } else if (const auto found = by_region_.find(region); found != by_region_.end()) {
        for (const Subject* each : found->second) take(*each);
    }
    if (latest == nullptr) latest = &nothing_;
    if (latest == subject_) return;
    subject_ = latest;
    std::copy(latest->inputs.begin(), latest->inputs.end(), values_.begin());
}

void Inputs::set_fields(const std::vector<feel::Value>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) values_[plan_.field_slot + i] = fields[i];
}

void Inputs::set_event(const DatedEvent& event) {
    feel::Value& place = values_[plan_.event_slot];
    place = feel::Value{};
    std::shared_ptr<feel::Context>& context = contexts_[event.event];
    if (context == nullptr || context.use_count() > 1) context = blank_event(section(rules_).events[event.event].second);
    context->extent = {1, 1 + event.data.size() + 1};
    context->entries[0].second = feel::make_date(event.date);
    for (std::size_t i = 0; i < event.data.size(); ++i) {
        context->entries[i + 1].second = event.data[i];
        context->extent.weight += feel::extent(event.data[i]).weight - 1;
    }
    place.data.emplace<std::shared_ptr<const feel::Context>>(context);
}

Answer answer(const Ruleset& rules, const TransitionPlan& transition, const Inputs& inputs) {
    if (transition.guard.empty()) return Answer::met;
    const Answer first = quick_answer(rules, transition.guard.front(), inputs);
    const bool agree = std::all_of(transition.guard.begin() + 1, transition.guard.end(),
                                   [&](const GuardAlternative& each) { return quick_answer(rules, each, inputs) == first; });
    return agreed(rules, transition.open, first, agree);
}

Tried answer_with_reasons(const Ruleset& rules, const TransitionPlan& transition, const Inputs& inputs) {
    Tried tried;
    tried.transition = &transition;
    tried.reason.answer = Answer::met;
    tried.answer = transition.guard.empty() ? Answer::met : explain(rules, transition, inputs, tried);
    return tried;
}

}  // namespace biaochi::detail
