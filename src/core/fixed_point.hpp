#pragma once
/// @file
/// Logarithm and exponential in binary fixed point of any precision, each with a bound of its error.

#include "core/big_rational.hpp"

namespace biaochi::detail {

/// A real number known to lie within (value ± error) · 2^-bits, where the bits are known from the context.
struct Approximation {
    BigInt value;
    BigInt error;
};

/// The natural logarithm of a fraction.
/// @param numerator    positive
/// @param denominator  positive
/// @param bits         binary places of the result
Approximation fixed_ln(const BigInt& numerator, const BigInt& denominator, unsigned bits);

/// An exponential, split so that it is known to a relative precision.
struct ScaledApproximation {
    Approximation mantissa;  ///< between 1/2 and 2
    long exponent = 0;       ///< the exponential is mantissa · 2^exponent
};

/// The exponential of a real number.
/// @param power  the real number; its error is below one
/// @param bits   binary places of the power and of the mantissa, at least 64
ScaledApproximation fixed_exp(const Approximation& power, unsigned bits);

}  // namespace biaochi::detail
