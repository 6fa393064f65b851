/// @file
/// What guards and effects see, and how guards are answered.

#include <algorithm>

#include "biaochi/condition/check.hpp"
#include "biaochi/feel/evaluate.hpp"
#include "lifecycle/fold.hpp"

namespace biaochi::detail {
namespace {

GuardAnswer answer_of(const feel::Value& value) {
    if (value.is(true)) return GuardAnswer::met;
    return value.is(false) ? GuardAnswer::not_met : GuardAnswer::undetermined;
}

GuardAnswer answer_of(feel::Verdict verdict) {
    if (verdict == feel::Verdict::yes) return GuardAnswer::met;
    return verdict == feel::Verdict::no ? GuardAnswer::not_met : GuardAnswer::undetermined;
}

void note_unknown(const feel::Value& value, std::vector<std::string>& unknown) {
    if (!value.is_null() || !value.null().about || value.null().about->empty()) return;
    if (std::find(unknown.begin(), unknown.end(), *value.null().about) == unknown.end()) unknown.push_back(*value.null().about);
}

GuardAnswer answer_of(Answer answer) {
    if (answer == Answer::met) return GuardAnswer::met;
    return answer == Answer::not_met ? GuardAnswer::not_met : GuardAnswer::undetermined;
}

GuardAnswer explain(const feel::Expression& expression, std::span<const feel::Value> inputs, Tried& why) {
    feel::Evidence evidence;
    const feel::Value value = feel::evaluate(expression, inputs, {}, &evidence);
    for (const feel::EvidenceRecord& record : evidence.records) {
        if (record.kind != feel::EvidenceKind::comparison) continue;
        why.compared.push_back({std::string(expression.source(record.node)), std::string(expression.word(record.node)), record.left,
                                record.right, answer_of(record.verdict)});
        note_unknown(record.left, why.unknown);
        note_unknown(record.right, why.unknown);
    }
    note_unknown(value, why.unknown);
    return answer_of(value);
}

void note_reason(const Reason& reason, Tried& why) {
    for (const Finding& each : reason.findings) {
        if (each.kind == Finding::Kind::comparison)
            why.compared.push_back({each.text, each.word, each.left, each.right, answer_of(each.held)});
    }
    for (const Reason& part : reason.parts) note_reason(part, why);
}

GuardAnswer check_condition(const Ruleset& rules, std::size_t condition, const Inputs& inputs, Tried* why) {
    const Verdict verdict = check(rules, inputs.subject(), condition);
    if (why != nullptr) {
        note_reason(verdict.reason, *why);
        for (const Missing& need : verdict.needs) why->unknown.push_back(!need.fact.empty() ? need.fact : need.judged);
    }
    return answer_of(verdict.answer);
}

}  // namespace

Inputs::Inputs(const Ruleset& rules, Subjects subjects, Calendars calendars)
    : rules_(rules),
      plan_(*rules.lifecycle()),
      subjects_(subjects),
      calendars_(calendars),
      nothing_(empty_subject(rules)),
      subject_(&nothing_) {
    values_ = nothing_.inputs;
    values_.resize(plan_.field_slot + section(rules).fields.size(), feel::make_null(feel::Cause::missing_fact));
}

void Inputs::set_subject(const std::string& region, Date on) {
    const Subject* latest = nullptr;
    for (const Subject& each : subjects_) {
        if (each.region == region && each.on <= on && (latest == nullptr || latest->on < each.on)) latest = &each;
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
    const auto& fields = section(rules_).events[event.event].second.data;
    std::vector<feel::Context::Entry> entries;
    entries.reserve(fields.size() + 1);
    entries.emplace_back("date", feel::make_date(event.date));
    for (std::size_t i = 0; i < fields.size(); ++i) entries.emplace_back(fields[i].first, event.data[i]);
    values_[plan_.event_slot] = feel::make_context(std::move(entries));
}

GuardAnswer answer(const Ruleset& rules, const TransitionPlan& transition, const Inputs& inputs, Tried* why) {
    if (why != nullptr) *why = {&transition, GuardAnswer::met, {}, {}, {}, transition.open};
    bool first = true;
    GuardAnswer all = GuardAnswer::met;
    for (const GuardAlternative& each : transition.guard) {
        const GuardAnswer one = each.condition != no_index ? check_condition(rules, each.condition, inputs, why)
                                : why != nullptr           ? explain(*each.expression, inputs.values(), *why)
                                                           : answer_of(feel::evaluate(*each.expression, inputs.values()));
        all = first || all == one ? one : GuardAnswer::undetermined;
        first = false;
    }
    if (transition.open != no_index && !exhaustive(rules.rulebook().open[transition.open].second)) all = GuardAnswer::undetermined;
    if (why != nullptr) {
        why->answer = all;
        if (all != GuardAnswer::undetermined) why->unknown.clear();
    }
    return all;
}

}  // namespace biaochi::detail
