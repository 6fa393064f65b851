/// @file
/// Dates from and to text, and periods of them.

#include "biaochi/calendar/date.hpp"

#include <cstddef>

namespace biaochi {

namespace {

/// The value of a text of digits; none when another character is in it.
std::optional<unsigned> digits_value(std::string_view digits) noexcept {
    unsigned value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

void append_padded(std::string& text, unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) text.append(width - digits.size(), '0');
    text.append(digits);
}

}  // namespace

bool Period::contains(Date day) const noexcept { return from <= day && (!until || day < *until); }

std::optional<Date> parse_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::optional<unsigned> year = digits_value(text.substr(0, 4));
    const std::optional<unsigned> month = digits_value(text.substr(5, 2));
    const std::optional<unsigned> day = digits_value(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const Date date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month), std::chrono::day(*day)};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string date_text(Date date) {
    std::string text;
    append_padded(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    append_padded(text.append(1, '-'), static_cast<unsigned>(date.month()), 2);
    append_padded(text.append(1, '-'), static_cast<unsigned>(date.day()), 2);
    return text;
}

}  // namespace biaochi
