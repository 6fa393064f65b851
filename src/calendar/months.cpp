/// @file
/// Months and years added to dates, periods of them, and days that come every year.

#include "biaochi/calendar/months.hpp"

#include <chrono>

namespace biaochi {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month;

constexpr int first_year = 0;
constexpr int last_year = 9999;
constexpr int most_months = 12 * (last_year + 1);
constexpr int gap_of_leap_days = 8;  // 1896 to 1904

std::optional<Date> in_range(Date date) {
    const int number = static_cast<int>(date.year());
    return number >= first_year && number <= last_year ? std::optional(date) : std::nullopt;
}

/// The day itself, or what stands for it.
std::optional<Date> rounded(Date date, MonthRounding rounding) {
    if (date.ok()) return in_range(date);
    const year_month month = date.year() / date.month();
    if (rounding == MonthRounding::last_day) return in_range(month / std::chrono::last);
    if (rounding == MonthRounding::next_month_first_day) return in_range((month + std::chrono::months(1)) / 1);
    return std::nullopt;
}

/// The day so many months later, which may not exist; none where its year is out of range.
std::optional<Date> shifted(Date from, int months) {
    if (months > most_months || months < -most_months) return std::nullopt;
    return in_range(from + std::chrono::months(months));
}

}  // namespace

std::optional<Date> add_months(Date from, int months, MonthRounding rounding) {
    const std::optional<Date> same = shifted(from, months);
    return same ? rounded(*same, rounding) : std::nullopt;
}

std::optional<Date> add_years(Date from, int years, MonthRounding rounding) {
    if (years > last_year || years < -last_year) return std::nullopt;
    return add_months(from, 12 * years, rounding);
}

std::optional<Date> end_of_months(Date from, int months, Start start, MonthRounding rounding) {
    const std::optional<Date> same = shifted(from, months);
    if (!same) return std::nullopt;
    const std::optional<Date> end = rounded(*same, rounding);
    if (!end || start == Start::next_day) return end;
    if (!same->ok() && rounding == MonthRounding::last_day) return end;
    return in_range(sys_days(*end) - days(1));
}

std::optional<Date> next_yearly(YearlyDay day, Date from, MonthRounding rounding) {
    for (int i = 0; i <= gap_of_leap_days; ++i) {
        const std::optional<Date> found = rounded((from.year() + std::chrono::years(i)) / day.month() / day.day(), rounding);
        if (found && *found >= from) return found;
    }
    return std::nullopt;
}

std::optional<Date> last_yearly(YearlyDay day, Date from, MonthRounding rounding) {
    for (int i = 0; i <= gap_of_leap_days; ++i) {
        const std::optional<Date> found = rounded((from.year() - std::chrono::years(i)) / day.month() / day.day(), rounding);
        if (found && *found <= from) return found;
    }
    return std::nullopt;
}

}  // namespace biaochi
