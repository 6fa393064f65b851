#pragma once
/// @file
/// The one place where a rounding mode decides between two neighbours, and the division that asks it.

#include "biaochi/core/rounding.hpp"
#include "core/big_rational.hpp"

namespace biaochi::detail {

/// What was cut off a quotient, as a part of its last unit.
enum class Remainder { none, below_half, half, above_half };

/// @param negative  whether the value is below zero
/// @param odd       whether the size that was cut off is odd
/// @param rest      what was cut off
/// @return whether the size becomes one unit larger
constexpr bool goes_away_from_zero(RoundingMode mode, bool negative, bool odd, Remainder rest) noexcept {
    if (rest == Remainder::none) return false;
    switch (mode) {
        case RoundingMode::half_up:
            return rest != Remainder::below_half;
        case RoundingMode::half_even:
            return rest == Remainder::above_half || (rest == Remainder::half && odd);
        case RoundingMode::down:
            return false;
        case RoundingMode::up:
            return true;
        case RoundingMode::floor:
            return negative;
        case RoundingMode::ceiling:
            return !negative;
    }
    return false;
}

/// @throws Error with code out_of_range unless the places are from @p least to 100
void check_places(int places, int least);

/// @return numerator / denominator as a whole number. @pre the denominator is positive
BigInt rounded_quotient(const BigInt& numerator, const BigInt& denominator, RoundingMode mode);

/// @return units · 10^-places
Number in_places(const BigInt& units, int places);

}  // namespace biaochi::detail
