/// @file
/// The first day on which a transition may be taken.

#include <algorithm>

#include "biaochi/calendar/months.hpp"
#include "biaochi/calendar/words.hpp"
#include "lifecycle/term.hpp"

namespace biaochi::detail {
namespace {

/// The day itself, the day that comes every year, or the day after a term has run out.
TermEnd first_day_from(const NotBefore& rule, const Begin& begin, Calendars calendars, const std::string& where) {
    if (!rule.term) return {begin.day, {}};
    if (rule.term->kind == TermKind::each_year) {
        if (const auto day = next_yearly(rule.term->each_year, begin.day, rule.term->rounding)) return {day, {}};
        return {{}, no_such_day(begin.day, rule.term->each_year, where)};
    }
    TermEnd end = end_of_term(*rule.term, begin.day, begin.start, calendars, where);
    if (end.day) end.day = Date(std::chrono::sys_days(*end.day) + std::chrono::days(1));
    return end;
}

}  // namespace

FirstDay first_day(const TransitionPlan& transition, const Case& of, Date on, const Inputs& inputs) {
    const NotBeforePlan& plan = *transition.not_before;
    const Begins from = begins(plan.from, of, inputs);
    FirstDay result;
    result.open = plan.open;
    bool may = false;
    bool may_not = from.not_yet;
    if (!from.unknown.empty()) {
        result.issue = make_issue(IssueCode::date_not_known, plan.pointer + "/from", {"not_before", from.unknown.front()});
    }
    for (const Begin& each : from.days) {
        const TermEnd first = first_day_from(*transition.source->not_before, each, inputs.calendars(), plan.pointer);
        if (!first.day) result.issue = first.issue;
        if (!first.day) continue;
        (*first.day <= on ? may : may_not) = true;
        if (!result.earliest || *first.day < *result.earliest) result.earliest = first.day;
        if (!result.latest || *first.day > *result.latest) result.latest = first.day;
    }
    if (result.issue || from.not_yet) result.earliest = result.latest = std::nullopt;
    if (!result.issue && may != may_not) result.come = may ? Answer::met : Answer::not_met;
    return result;
}

}  // namespace biaochi::detail
