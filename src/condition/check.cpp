/// @file
/// Whether a subject meets a condition, and why.

#include "biaochi/condition/check.hpp"

#include <algorithm>
#include <utility>

#include "biaochi/core/error.hpp"
#include "condition/findings.hpp"
#include "ruleset/choices.hpp"

namespace biaochi {
namespace detail {
namespace {

using Form = Condition::Form;

Answer combine(const Condition& source, const std::vector<Reason>& parts, Count& count) {
    for (const Reason& part : parts) {
        count.have += part.answer == Answer::met ? 1U : 0U;
        count.undecided += part.answer == Answer::undetermined ? 1U : 0U;
    }
    count.of = parts.size();
    count.needed = source.form == Form::all ? parts.size() : source.form == Form::any ? 1 : source.least;
    if (count.have >= count.needed) return Answer::met;
    return count.have + count.undecided < count.needed ? Answer::not_met : Answer::undetermined;
}

Answer opposite(Answer answer) noexcept {
    if (answer == Answer::undetermined) return answer;
    return answer == Answer::met ? Answer::not_met : Answer::met;
}

/// One check under way.
struct Checker {
    const Ruleset& rules;
    const Subject& subject;
    std::vector<std::optional<Answer>> known;  ///< by condition
    std::vector<std::vector<Missing>> needs;   ///< by condition

    Reason reason(std::size_t index);
    void express(std::size_t index, Reason& reason);
    void choose(std::size_t index, Reason& reason);
    void ask(std::size_t index, Reason& reason);
    void settle_open(std::size_t index, Reason& reason);
    void put_together(std::size_t index, Reason& reason);
};

/// An unread open point decides nothing by itself; where all its readings agree and none is a mere illustration, they decide.
void Checker::settle_open(std::size_t index, Reason& reason) {
    reason.open = rules.conditions()[index].open;
    const Answer first = reason.parts.front().answer;
    const bool agree = std::all_of(reason.parts.begin(), reason.parts.end(), [&](const Reason& part) { return part.answer == first; });
    reason.answer = agree && exhaustive(rules.rulebook().open[reason.open].second) ? first : Answer::undetermined;
    std::vector<Missing> all{{{}, reason.open, {}}};
    add_needs(all, needs[index]);
    needs[index] = std::move(all);
}

void Checker::express(std::size_t index, Reason& reason) {
    const PlannedCondition& planned = rules.conditions()[index];
    for (const auto& [reading, expression] : planned.expressions) {
        Judgement judged = judge(rules, expression, subject.inputs, planned.source->empty);
        add_needs(needs[index], judged.needs);
        if (planned.open == no_index) {
            reason.answer = judged.answer;
            reason.grounds = std::move(judged.grounds);
            reason.cause = judged.value.is_null() ? judged.value.null().cause : feel::Cause::none;
            reason.reading = reading;
            return;
        }
        Reason part;
        part.answer = judged.answer;
        part.grounds = std::move(judged.grounds);
        part.cause = judged.value.is_null() ? judged.value.null().cause : feel::Cause::none;
        part.reading = reading;
        reason.parts.push_back(std::move(part));
    }
    if (!reason.parts.empty()) settle_open(index, reason);
}

void Checker::choose(std::size_t index, Reason& reason) {
    const PlannedCondition& planned = rules.conditions()[index];
    for (std::size_t i = 0; i < planned.parts.size(); ++i) {
        reason.parts.push_back(this->reason(planned.parts[i]));
        reason.parts.back().reading = planned.readings[i];
        if (reason.parts.back().answer == Answer::undetermined) add_needs(needs[index], needs[planned.parts[i]]);
    }
    if (planned.open == no_index) {
        reason.answer = reason.parts.front().answer;
    } else {
        settle_open(index, reason);
    }
}

void Checker::ask(std::size_t index, Reason& reason) {
    const std::string& id = rules.conditions()[index].id;
    const auto found = subject.judged.find(id);
    if (found == subject.judged.end()) {
        needs[index].push_back({{}, no_index, id});
        return;
    }
    reason.judged = &found->second;
    reason.answer = found->second.met ? Answer::met : Answer::not_met;
}

void Checker::put_together(std::size_t index, Reason& reason) {
    const PlannedCondition& planned = rules.conditions()[index];
    reason.parts.reserve(planned.parts.size());
    for (const std::size_t part : planned.parts) {
        reason.parts.push_back(this->reason(part));
        if (reason.parts.back().answer == Answer::undetermined) add_needs(needs[index], needs[part]);
    }
    if (planned.source->form == Form::negation) {
        reason.answer = opposite(reason.parts.front().answer);
    } else {
        reason.answer = combine(*planned.source, reason.parts, reason.count.emplace());
    }
}

Reason Checker::reason(std::size_t index) {
    Reason reason;
    reason.condition = index;
    if (known[index]) {
        reason.repeated = true;
        reason.answer = *known[index];
        return reason;
    }
    switch (rules.conditions()[index].source->form) {
        case Form::expression:
            express(index, reason);
            break;
        case Form::choice:
            choose(index, reason);
            break;
        case Form::judged:
            ask(index, reason);
            break;
        default:
            put_together(index, reason);
            break;
    }
    if (reason.answer != Answer::undetermined) needs[index].clear();
    known[index] = reason.answer;
    return reason;
}

Answer settle(const Judgement& judged, EmptySet empty) {
    if (found_nothing(judged.grounds)) {
        if (empty == EmptySet::undetermined) return Answer::undetermined;
        return empty == EmptySet::met ? Answer::met : Answer::not_met;
    }
    if (judged.value.kind() != feel::Kind::boolean) return Answer::undetermined;
    return judged.value.boolean() ? Answer::met : Answer::not_met;
}

}  // namespace
}  // namespace detail

bool exhaustive(const OpenPoint& point) { return detail::readings_are_all(point); }

Judgement judge(const Ruleset& rules, const feel::Expression& expression, std::span<const feel::Value> inputs, EmptySet empty) {
    Judgement judged;
    judged.grounds.expression = &expression;
    judged.value = feel::evaluate(expression, inputs, {}, &judged.grounds.evidence);
    judged.answer = detail::settle(judged, empty);
    if (judged.answer == Answer::undetermined) judged.needs = detail::needs_of(rules.rulebook(), judged.grounds, inputs, judged.value);
    return judged;
}

Verdict check(const Ruleset& rules, const Subject& subject, std::size_t condition) {
    const std::size_t size = rules.conditions().size();
    if (condition >= size) throw Error(ErrorCode::out_of_range, "there is no condition of that index");
    detail::Checker checker{rules, subject, std::vector<std::optional<Answer>>(size), std::vector<std::vector<Missing>>(size)};
    Verdict verdict;
    verdict.reason = checker.reason(condition);
    verdict.answer = verdict.reason.answer;
    verdict.needs = std::move(checker.needs[condition]);
    return verdict;
}

}  // namespace biaochi
