/// @file
/// Where terms begin, and their last day: days, working days, months, years.

#include "lifecycle/term.hpp"

#include <algorithm>

#include "biaochi/calendar/months.hpp"
#include "biaochi/calendar/words.hpp"
#include "biaochi/feel/evaluate.hpp"

namespace biaochi::detail {
namespace {

/// Counted from the next day, n days end n days later; counted from the day itself, one day before that. No days end on the day itself.
TermEnd end_of_days(int count, Date from, Start start, const std::string& where) {
    const int shift = count > 0 && start == Start::same_day ? count - 1 : count;
    const Date end(std::chrono::sys_days(from) + std::chrono::days(shift));
    if (end.year() > std::chrono::year(9999)) return {{}, no_such_day(from, count, TermUnit::days, where)};
    return {end, {}};
}

TermEnd end_of_working_days(const Term& term, Date from, Start start, Calendars calendars, const std::string& where) {
    const auto calendar = std::find_if(calendars.begin(), calendars.end(), [&](const auto& each) { return each.id == term.calendar; });
    if (calendar == calendars.end()) return {{}, make_issue(IssueCode::calendar_not_given, where, {term.calendar})};
    const Covered<Date> end = add_working_days(*calendar, from, term.count, start);
    if (end.outside) return {{}, not_covered(*calendar, *end.outside, where)};
    return {end.value, {}};
}

const DatedEvent* last(const Case& of, std::size_t event) {
    const auto found = std::find_if(of.history.rbegin(), of.history.rend(), [&](const auto& each) { return each.event == event; });
    return found == of.history.rend() ? nullptr : &*found;
}

}  // namespace

std::optional<Date> date_of(const feel::Expression& expression, const Inputs& inputs) {
    const feel::Value value = feel::evaluate(expression, inputs.values());
    return value.kind() == feel::Kind::date ? feel::to_date(value.date()) : std::nullopt;
}

Begins begins(std::span<const TermStart> from, const Case& of, const Inputs& inputs) {
    Begins list;
    for (const TermStart& each : from) {
        if (each.entered) {
            list.days.push_back({of.since, each.start});
        } else if (each.event != no_index) {
            const DatedEvent* event = last(of, each.event);
            if (event != nullptr) {
                list.days.push_back({event->date, each.start});
            } else {
                list.not_yet = true;
            }
        } else if (const auto day = date_of(*each.expression, inputs)) {
            list.days.push_back({*day, each.start});
        } else {
            list.unknown.push_back(each.expression->text());
        }
    }
    return list;
}

TermEnd end_of_term(const Term& term, Date from, Start start, Calendars calendars, const std::string& where) {
    if (term.kind == TermKind::days) return end_of_days(term.count, from, start, where);
    if (term.kind == TermKind::working_days) return end_of_working_days(term, from, start, calendars, where);
    const bool in_years = term.kind == TermKind::years;
    if (const auto end = end_of_months(from, in_years ? term.count * 12 : term.count, start, term.rounding)) return {end, {}};
    return {{}, no_such_day(from, term.count, in_years ? TermUnit::years : TermUnit::months, where)};
}

}  // namespace biaochi::detail
