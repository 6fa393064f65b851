/// @file
/// Durations: the texts of ISO 8601, read exactly and printed in their normal form.

#include "feel/duration.hpp"

#include <array>
#include <optional>

#include "biaochi/core/rounding.hpp"

namespace biaochi::feel::detail {

namespace {

/// A number and the letter after it; only seconds may have a fraction.
struct Part {
    Number count;
    char letter = 0;
};

std::optional<Part> take_part(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.')) ++end;
    if (end == 0 || end == text.size()) return std::nullopt;
    const std::string_view digits = text.substr(0, end);
    const char letter = text[end];
    const std::size_t point = digits.find('.');
    if (point != std::string_view::npos && (letter != 'S' || point == 0 || point + 1 == digits.size())) return std::nullopt;
    const std::optional<Number> count = parse_number(digits);
    if (!count) return std::nullopt;
    text.remove_prefix(end + 1);
    return Part{*count, letter};
}

/// Adds up parts whose letters stand in the order of @p letters, each worth its @p factors.
template <std::size_t N>
std::optional<Number> sum_of_parts(std::string_view& text, const std::array<char, N>& letters, const std::array<std::int64_t, N>& factors) {
    Number sum;
    std::size_t next = 0;
    bool any = false;
    while (!text.empty() && text[0] != 'T') {
        const std::optional<Part> part = take_part(text);
        if (!part) return std::nullopt;
        while (next < N && letters[next] != part->letter) ++next;
        if (next == N) return std::nullopt;
        sum += part->count * Number(factors[next++]);
        any = true;
    }
    return any ? std::optional<Number>(sum) : std::nullopt;
}

std::optional<Number> parse_months(std::string_view text) {
    const std::optional<Number> sum = sum_of_parts<2>(text, {'Y', 'M'}, {12, 1});
    return text.empty() && sum && *sum <= Number(most_months) ? sum : std::nullopt;
}

std::optional<Number> parse_seconds(std::string_view text) {
    Number sum;
    if (!text.starts_with('T')) {
        const std::optional<Number> days = sum_of_parts<1>(text, {'D'}, {86'400});
        if (!days) return std::nullopt;
        sum = *days;
        if (text.empty()) return sum;
    }
    text.remove_prefix(1);
    const std::optional<Number> time = sum_of_parts<3>(text, {'H', 'M', 'S'}, {3'600, 60, 1});
    if (!time || !text.empty()) return std::nullopt;
    return sum + *time;
}

std::string part_text(const Number& count, char letter) { return count.sign() == 0 ? std::string() : number_text(count) + letter; }

}  // namespace

Value parse_duration(std::string_view text) {
    const std::string_view whole = text;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.starts_with('P')) {
        text.remove_prefix(1);
        if (const std::optional<Number> months = parse_months(text)) {
            return make_months(negative ? -months->small_numerator() : months->small_numerator());
        }
        if (const std::optional<Number> seconds = parse_seconds(text)) return make_seconds(negative ? -*seconds : *seconds);
    }
    return make_null(Cause::unreadable, whole);
}

std::string months_text(Months months) {
    const std::int64_t count = months.count < 0 ? -months.count : months.count;
    std::string text = months.count < 0 ? "-P" : "P";
    if (count >= 12) text += std::to_string(count / 12) + 'Y';
    if (count % 12 != 0 || count == 0) text += std::to_string(count % 12) + 'M';
    return text;
}

DurationParts duration_parts(const Number& seconds) {
    const Rounding whole{0, RoundingMode::floor};
    DurationParts parts;
    parts.days = round(seconds / Number(86'400), whole);
    Number rest = seconds - parts.days * Number(86'400);
    parts.hours = round(rest / Number(3'600), whole);
    rest -= parts.hours * Number(3'600);
    parts.minutes = round(rest / Number(60), whole);
    parts.seconds = rest - parts.minutes * Number(60);
    return parts;
}

std::string seconds_text(const Number& seconds) {
    const DurationParts parts = duration_parts(seconds.sign() < 0 ? -seconds : seconds);
    const std::string days = part_text(parts.days, 'D');
    std::string time = part_text(parts.hours, 'H') + part_text(parts.minutes, 'M') + part_text(parts.seconds, 'S');
    if (days.empty() && time.empty()) time = "0S";
    return (seconds.sign() < 0 ? "-P" : "P") + days + (time.empty() ? "" : "T") + time;
}

}  // namespace biaochi::feel::detail
