/// @file
/// Series for logarithm and exponential on big integers; every truncation is counted into the error.

#include "core/fixed_point.hpp"

#include <algorithm>
#include <cstdlib>

namespace biaochi::detail {

namespace {

/// @return value · 2^shift, cut off toward minus infinity
BigInt shifted(const BigInt& value, long shift) {
    return shift >= 0 ? BigInt(value << static_cast<unsigned>(shift)) : BigInt(value >> static_cast<unsigned>(-shift));
}

/// 2 · artanh(numerator / denominator) = 2 · Σ z^(2i+1) / (2i+1), for 0 ≤ z ≤ 1/3.
///
/// In units of 2^-bits: z² is short by less than 5/3, each power of z by less than two (the last shortage shrunk by 1/9, 5/9 from
/// z², one cut off), each quotient by less than three; the tail after the first power of zero is below three. All of it doubled.
Approximation twice_artanh(const BigInt& numerator, const BigInt& denominator, unsigned bits) {
    BigInt power = (numerator << bits) / denominator;
    const BigInt square = (power * power) >> bits;
    BigInt sum = 0;
    unsigned terms = 0;
    for (; power != 0; ++terms) {
        sum += power / (2 * terms + 1);
        power = (power * square) >> bits;
    }
    return {sum << 1, 6 * (BigInt(terms) + 2)};
}

/// The natural logarithm of two.
Approximation fixed_ln2(unsigned bits) { return twice_artanh(1, 3, bits); }

/// Σ r^i / i! for |r| ≤ 1/2, of an exact r.
///
/// In units of 2^-bits: each term is short by less than four (half of the last shortage and two cuts); so is the tail after a term of zero.
Approximation exponential_series(const BigInt& power, unsigned bits) {
    const bool negative = power < 0;
    const BigInt size = abs(power);
    BigInt term = BigInt(1) << bits;
    BigInt sum = term;
    unsigned terms = 1;
    for (; term != 0; ++terms) {
        term = ((term * size) >> bits) / terms;
        sum += negative && terms % 2 == 1 ? BigInt(-term) : term;
    }
    return {sum, 4 * (BigInt(terms) + 2)};
}

}  // namespace

Approximation fixed_ln(const BigInt& numerator, const BigInt& denominator, unsigned bits) {
    // numerator / denominator = m · 2^k with m within 2/3 to 4/3, so that z = (m - 1) / (m + 1) lies within ±1/5.
    long k = static_cast<long>(msb(numerator)) - static_cast<long>(msb(denominator));
    BigInt upper = k < 0 ? BigInt(numerator << static_cast<unsigned>(-k)) : numerator;
    BigInt lower = k > 0 ? BigInt(denominator << static_cast<unsigned>(k)) : denominator;
    if (3 * upper > 4 * lower) {
        lower <<= 1;
        ++k;
    } else if (3 * upper < 2 * lower) {
        upper <<= 1;
        --k;
    }
    const BigInt difference = upper - lower;
    Approximation result = twice_artanh(abs(difference), upper + lower, bits);
    if (difference < 0) result.value = -result.value;
    if (k != 0) {
        const Approximation ln2 = fixed_ln2(bits);
        result.value += ln2.value * k;
        result.error += ln2.error * std::abs(k);
    }
    return result;
}

ScaledApproximation fixed_exp(const Approximation& power, unsigned bits) {
    // power = k · ln 2 + r with |r| ≤ 1/2; ln 2 needs as many more places as k has bits.
    const unsigned fine = std::max(bits, static_cast<unsigned>(msb(BigInt(abs(power.value) + 1))) + 2);
    const Approximation ln2 = fixed_ln2(fine);
    const BigInt wide = shifted(power.value, static_cast<long>(fine - bits));
    const BigInt half = ln2.value >> 1;
    const BigInt k = (wide + (power.value < 0 ? BigInt(-half) : half)) / ln2.value;
    const BigInt rest = shifted(BigInt(wide - k * ln2.value), static_cast<long>(bits) - static_cast<long>(fine));
    const BigInt rest_error = shifted(BigInt(abs(k) * ln2.error), static_cast<long>(bits) - static_cast<long>(fine)) + 2 + power.error;
    Approximation mantissa = exponential_series(rest, bits);
    // exp(r + e) - exp(r) is below 2 · exp(r) · |e| < 4 · |e|.
    mantissa.error += 4 * rest_error;
    return {std::move(mantissa), static_cast<long>(k)};
}

}  // namespace biaochi::detail
