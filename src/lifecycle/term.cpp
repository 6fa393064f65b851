/// @file
/// The last day of a term: days, working days, months, years.

#include "lifecycle/term.hpp"

#include <algorithm>

#include "biaochi/calendar/months.hpp"

namespace biaochi::detail {
namespace {

/// Counted from the next day, n days end n days later; counted from the day itself, one day before that. No days end on the day itself.
TermEnd end_of_days(int count, Date from, Start start, const std::string& where) {
    const int shift = count > 0 && start == Start::same_day ? count - 1 : count;
    const Date end(std::chrono::sys_days(from) + std::chrono::days(shift));
    if (end.year() > std::chrono::year(9999))
        return {{}, make_issue(IssueCode::no_such_day, where, {date_text(from), std::to_string(count)})};
    return {end, {}};
}

TermEnd end_of_working_days(const Term& term, Date from, Start start, std::span<const WorkingCalendar> calendars,
                            const std::string& where) {
    const auto calendar = std::find_if(calendars.begin(), calendars.end(), [&](const auto& each) { return each.id == term.calendar; });
    if (calendar == calendars.end()) return {{}, make_issue(IssueCode::calendar_not_given, where, {term.calendar})};
    const Covered<Date> end = add_working_days(*calendar, from, term.count, start);
    if (end.outside) return {{}, not_covered(*calendar, *end.outside, where)};
    return {end.value, {}};
}

}  // namespace

TermEnd end_of_term(const Term& term, Date from, Start start, std::span<const WorkingCalendar> calendars, const std::string& where) {
    if (term.kind == TermKind::days) return end_of_days(term.count, from, start, where);
    if (term.kind == TermKind::working_days) return end_of_working_days(term, from, start, calendars, where);
    const int months = term.kind == TermKind::years ? term.count * 12 : term.count;
    if (const auto end = end_of_months(from, months, start, term.rounding)) return {end, {}};
    return {{}, make_issue(IssueCode::no_such_day, where, {date_text(from), std::to_string(months)})};
}

}  // namespace biaochi::detail
