#pragma once
/// @file
/// The inexact operations of FEEL, rounded half even to the 34 significant digits of DMN's numbers.

#include <optional>

#include "biaochi/core/number.hpp"

namespace biaochi::feel::detail {

/// Rounds to 34 significant digits, half even.
[[nodiscard]] Number round34(const Number& value);
/// The square root. @pre value is not negative
[[nodiscard]] Number sqrt34(const Number& value);
/// The natural logarithm. @pre value is positive
[[nodiscard]] Number ln34(const Number& value);
/// The exponential, or none where the exponent is not within -1000 and 1000.
[[nodiscard]] std::optional<Number> exp34(const Number& value);
/// A power: exact for whole exponents, otherwise rounded.
/// @param bits  the most bits that an exact power may have
/// @return none where it has no real value or is too large
[[nodiscard]] std::optional<Number> power34(const Number& base, const Number& exponent, unsigned bits);

}  // namespace biaochi::feel::detail
