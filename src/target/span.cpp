/// @file
/// How long it is between two days, in years.

#include "target/span.hpp"

#include "biaochi/calendar/months.hpp"

namespace biaochi::detail {

Number years_between(Date from, Date to) {
    using std::chrono::sys_days;
    int whole = static_cast<int>(to.year()) - static_cast<int>(from.year());
    if (from.month() == to.month() && from.day() == to.day()) return Number(whole);
    const auto after = [&](int years) { return sys_days(add_years(from, years, MonthRounding::last_day).value_or(to)); };
    if (after(whole) > sys_days(to)) --whole;
    const auto begun = after(whole);
    const auto left = (sys_days(to) - begun).count();
    const auto length = (after(whole + 1) - begun).count();
    if (left == 0 || length == 0) return Number(whole);
    return Number(whole) + Number(left, length);
}

Date end_of_year(int year) noexcept { return std::chrono::year(year) / std::chrono::December / 31; }

int last_whole_year(Date day) noexcept {
    const int year = static_cast<int>(day.year());
    return day == end_of_year(year) ? year : year - 1;
}

}  // namespace biaochi::detail
