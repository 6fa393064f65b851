#pragma once
/// @file
/// Durations as ISO 8601 texts.

#include <cstdint>
#include <string>
#include <string_view>

#include "biaochi/feel/value.hpp"

namespace biaochi::feel::detail {

/// The most months a duration may have, either way.
inline constexpr std::int64_t most_months = 1'000'000'000'000'000;

/// Reads `P1Y2M` or `P1DT2H3M4.5S`, with a minus or without.
/// @return months or seconds, or null with cause unreadable
[[nodiscard]] Value parse_duration(std::string_view text);

/// Prints months: `P1Y2M`, `-P3M`, `P0M`.
[[nodiscard]] std::string months_text(Months months);
/// Prints seconds: `P1DT2H`, `PT0.5S`, `PT0S`.
[[nodiscard]] std::string seconds_text(const Number& seconds);

/// A days and time duration in its parts; each is without a sign.
struct DurationParts {
    Number days;
    Number hours;
    Number minutes;
    Number seconds;
};

/// Takes a duration apart.
/// @param seconds  zero or more
[[nodiscard]] DurationParts duration_parts(const Number& seconds);

}  // namespace biaochi::feel::detail
