#pragma once
/// @file
/// Rounding to decimal places, by a named mode.

#include <optional>
#include <string>
#include <string_view>

#include "biaochi/core/number.hpp"

namespace biaochi {

/// How the last place is settled.
enum class RoundingMode {
    half_up,    ///< 四舍五入: the nearer; a half goes away from zero
    half_even,  ///< 四舍六入五成双 (GB/T 8170-2008): the nearer; a half goes to the even digit
    down,       ///< toward zero: cut off
    up,         ///< away from zero
    floor,      ///< toward minus infinity
    ceiling,    ///< toward plus infinity
};

/// A place and a mode: everything that a rounding step must say.
struct Rounding {
    int places = 2;  ///< decimal places, -30 (tens of nonillions) to 100
    RoundingMode mode = RoundingMode::half_up;

    friend bool operator==(const Rounding&, const Rounding&) = default;
};

/// Rounds to the places of @p rule, exactly.
/// @param value  any number
/// @param rule   places within -30..100
/// @throws Error with code out_of_range when the places are outside their range
[[nodiscard]] Number round(const Number& value, Rounding rule);

/// Prints with exactly the places of @p rule, rounded by its mode: `2.50`, `-0.01`; never `-0.00`.
/// @param value  any number
/// @param rule   places within 0..100
/// @throws Error with code out_of_range when the places are outside their range
[[nodiscard]] std::string fixed_text(const Number& value, Rounding rule);

/// @return the mode's name in a rulebook, for example "half_up"
[[nodiscard]] std::string_view name(RoundingMode mode) noexcept;
/// @return the mode of that name, or none
[[nodiscard]] std::optional<RoundingMode> rounding_mode(std::string_view name) noexcept;

}  // namespace biaochi
