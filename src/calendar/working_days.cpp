/// @file
/// Working days by a calendar of days off and make-up working days.

#include "biaochi/calendar/working_days.hpp"

#include <algorithm>
#include <chrono>

#include "biaochi/core/error.hpp"

namespace biaochi {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool is_among(const std::vector<CalendarDay>& list, Date day) {
    const auto at =
        std::lower_bound(list.begin(), list.end(), day, [](const CalendarDay& each, Date wanted) { return each.date < wanted; });
    return at != list.end() && at->date == day;
}

bool is_weekend(Date day) {
    const std::chrono::weekday weekday{sys_days(day)};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

/// @pre the calendar covers the day
bool is_worked(const WorkingCalendar& calendar, Date day) {
    return is_weekend(day) ? is_among(calendar.make_up_days, day) : !is_among(calendar.days_off, day);
}

}  // namespace

std::optional<bool> is_working_day(const WorkingCalendar& calendar, Date day) {
    if (!calendar.coverage.contains(day)) return std::nullopt;
    return is_worked(calendar, day);
}

Covered<Date> add_working_days(const WorkingCalendar& calendar, Date from, std::int64_t n, Start start) {
    if (n < 0) throw Error(ErrorCode::out_of_range, "add_working_days: " + std::to_string(n) + " days, expected 0 or more");
    if (!calendar.coverage.contains(from)) return {std::nullopt, from};
    if (n == 0) return {from, std::nullopt};
    for (sys_days day = sys_days(from) + days(start == Start::next_day ? 1 : 0);; day += days(1)) {
        const Date date(day);
        if (!calendar.coverage.contains(date)) return {std::nullopt, date};
        if (is_worked(calendar, date) && --n == 0) return {date, std::nullopt};
    }
}

Covered<std::int64_t> working_days_between(const WorkingCalendar& calendar, Date from, Date until) {
    if (until < from) {
        Covered<std::int64_t> reversed = working_days_between(calendar, until, from);
        if (reversed.value) *reversed.value = -*reversed.value;
        return reversed;
    }
    std::int64_t count = 0;
    for (sys_days day(from); day < sys_days(until); day += days(1)) {
        const Date date(day);
        if (!calendar.coverage.contains(date)) return {std::nullopt, date};
        if (is_worked(calendar, date)) ++count;
    }
    return {count, std::nullopt};
}

Date last_covered(const WorkingCalendar& calendar) { return sys_days(calendar.coverage.until.value()) - days(1); }

Issue not_covered(const WorkingCalendar& calendar, Date day, std::string where) {
    return make_issue(IssueCode::day_not_in_calendar, std::move(where),
                      {date_text(day), calendar.id, date_text(calendar.coverage.from), date_text(last_covered(calendar))});
}

}  // namespace biaochi
