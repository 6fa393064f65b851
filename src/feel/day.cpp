/// @file
/// Days as one number: the proleptic Gregorian calendar in 64-bit integers.

#include "biaochi/feel/day.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace biaochi::feel {

namespace {

constexpr std::int64_t days_of_era = 146'097;  // 400 years
constexpr std::int64_t epoch_shift = 719'468;  // from 0000-03-01 to 1970-01-01

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

constexpr bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int last_day(std::int64_t year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// The number of the day; years are counted from March, so that the leap day is the last.
constexpr std::int64_t number_of(CivilDay civil) {
    const std::int64_t year = civil.year - (civil.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_div(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_march_year = (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_march_year;
    return era * days_of_era + day_of_era - epoch_shift;
}

constexpr std::int64_t first_count = number_of({-last_year, 1, 1});
constexpr std::int64_t last_count = number_of({last_year, 12, 31});

/// Reads digits, or gives -1 where there are others or none.
std::int64_t whole(std::string_view text) {
    if (text.empty() || text.size() > 9) return -1;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::optional<Day> day_of(CivilDay civil) noexcept {
    if (civil.year < -last_year || civil.year > last_year || civil.month < 1 || civil.month > 12) return std::nullopt;
    if (civil.day < 1 || civil.day > last_day(civil.year, civil.month)) return std::nullopt;
    return Day{number_of(civil)};
}

Day day_of(Date date) noexcept { return Day{std::chrono::sys_days(date).time_since_epoch().count()}; }

CivilDay civil(Day day) noexcept {
    const std::int64_t shifted = day.count + epoch_shift;
    const std::int64_t era = floor_div(shifted, days_of_era);
    const std::int64_t day_of_era = shifted - era * days_of_era;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_march_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t march_month = (5 * day_of_march_year + 2) / 153;
    const int day_of_month = static_cast<int>(day_of_march_year - (153 * march_month + 2) / 5 + 1);
    const int month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_month};
}

std::optional<Date> to_date(Day day) noexcept {
    const CivilDay parts = civil(day);
    if (parts.year < -32'767 || parts.year > 32'767) return std::nullopt;
    return Date(std::chrono::year(static_cast<int>(parts.year)), std::chrono::month(static_cast<unsigned>(parts.month)),
                std::chrono::day(static_cast<unsigned>(parts.day)));
}

int weekday(Day day) noexcept {
    const std::int64_t from_monday = day.count + 3;  // 1970-01-01 was a Thursday
    return static_cast<int>(from_monday - floor_div(from_monday, 7) * 7) + 1;
}

int day_of_year(Day day) noexcept { return static_cast<int>(day.count - number_of({civil(day).year, 1, 1})) + 1; }

int week_of_year(Day day) noexcept {
    const Day thursday{day.count + 4 - weekday(day)};
    return (day_of_year(thursday) - 1) / 7 + 1;
}

std::optional<Day> add_months(Day day, std::int64_t months) noexcept {
    constexpr std::int64_t most = 12 * (2 * last_year + 2);
    if (months < -most || months > most) return std::nullopt;
    const CivilDay parts = civil(day);
    const std::int64_t total = parts.year * 12 + (parts.month - 1) + months;
    const std::int64_t year = floor_div(total, 12);
    const int month = static_cast<int>(total - year * 12) + 1;
    return day_of({year, month, std::min(parts.day, last_day(year, month))});
}

std::optional<Day> add_days(Day day, std::int64_t days) noexcept {
    constexpr std::int64_t most = 2 * last_count;
    if (days < -most || days > most) return std::nullopt;
    const Day moved{day.count + days};
    if (moved.count < first_count || moved.count > last_count) return std::nullopt;
    return moved;
}

std::int64_t months_between(Day from, Day to) noexcept {
    if (to < from) return -months_between(to, from);
    const CivilDay first = civil(from);
    const CivilDay second = civil(to);
    return (second.year - first.year) * 12 + (second.month - first.month) - (second.day < first.day ? 1 : 0);
}

std::optional<Day> parse_day(std::string_view text) noexcept {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.size() < 10) return std::nullopt;
    const std::size_t digits = text.size() - 6;
    if (text[digits] != '-' || text[digits + 3] != '-') return std::nullopt;
    if (digits > 4 && text[0] == '0') return std::nullopt;
    const std::int64_t year = whole(text.substr(0, digits));
    const std::int64_t month = whole(text.substr(digits + 1, 2));
    const std::int64_t day = whole(text.substr(digits + 4, 2));
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    return day_of({negative ? -year : year, static_cast<int>(month), static_cast<int>(day)});
}

std::string day_text(Day day) {
    const CivilDay parts = civil(day);
    std::string year = std::to_string(parts.year < 0 ? -parts.year : parts.year);
    if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
    return (parts.year < 0 ? "-" : "") + year + '-' + two_digits(parts.month) + '-' + two_digits(parts.day);
}

}  // namespace biaochi::feel
