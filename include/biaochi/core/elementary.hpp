#pragma once
/// @file
/// The only inexact operations: each states its places and mode, and is correctly rounded to them.

#include <span>

#include "biaochi/core/number.hpp"
#include "biaochi/core/rounding.hpp"

namespace biaochi {

/// The natural logarithm, correctly rounded.
/// @param value  positive
/// @param rule   places within 0..100
/// @throws Error with code out_of_range when the value is not positive or the places are outside their range
[[nodiscard]] Number ln(const Number& value, Rounding rule);

/// The exponential, correctly rounded.
/// @param value  -1000 to 1000
/// @param rule   places within 0..100
/// @throws Error with code out_of_range when value or places are outside their range
[[nodiscard]] Number exp(const Number& value, Rounding rule);

/// The real root of a non-negative number, correctly rounded.
/// @param value   zero or more
/// @param degree  1 to 10000
/// @param rule    places within 0..100
/// @throws Error with code out_of_range when an argument is outside its range
[[nodiscard]] Number root(const Number& value, unsigned degree, Rounding rule);

/// The weighted geometric mean, (x1^w1 · x2^w2 · …)^(1/Σw), correctly rounded; zero when a value of positive weight is zero.
/// @param values   zero or more each; at least one
/// @param weights  positive, one a value; brought to a common denominator they must add up to at most 10000
/// @param rule     places within 0..100
/// @throws Error with code out_of_range when an argument is outside its range
[[nodiscard]] Number geometric_mean(std::span<const Number> values, std::span<const Number> weights, Rounding rule);

}  // namespace biaochi
