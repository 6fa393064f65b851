/// @file
/// Rounding to 34 significant digits by way of the operations of core, which round to places.

#include "feel/decimal34.hpp"

#include <cstdint>

#include "biaochi/core/elementary.hpp"
#include "biaochi/core/rounding.hpp"

namespace biaochi::feel::detail {

namespace {

constexpr int digits = 34;

Number ten_to(int exponent) {
    const Number ten = power(Number(10), static_cast<unsigned>(exponent < 0 ? -exponent : exponent));
    return exponent < 0 ? Number(1) / ten : ten;
}

/// The exponent e for which 10^e <= value < 10^(e+1). @pre value is positive
int magnitude(const Number& value) {
    // By bisection on exact powers: no estimate in floating point decides.
    int low = 0;
    int high = 1;
    if (value >= Number(1)) {
        while (ten_to(high) <= value) high *= 2;
        low = high / 2;
        if (low == 1) low = 0;
    } else {
        low = -1;
        while (value < ten_to(low)) low *= 2;
        high = 0;
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (ten_to(middle) <= value ? low : high) = middle;
    }
    return low;
}

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

/// The root of a positive number: scaled to one digit before the point, rooted at 33 places, scaled back.
Number root34(const Number& value, unsigned degree) {
    const int shift = floor_div(magnitude(value), static_cast<int>(degree));
    const Number scaled = value / ten_to(shift * static_cast<int>(degree));
    return root(scaled, degree, {digits - 1, RoundingMode::half_even}) * ten_to(shift);
}

}  // namespace

Number round34(const Number& value) {
    if (value.sign() == 0) return value;
    const Number scale = ten_to(magnitude(value.sign() < 0 ? -value : value));
    return round(value / scale, {digits - 1, RoundingMode::half_even}) * scale;
}

Number sqrt34(const Number& value) { return value.sign() == 0 ? value : root34(value, 2); }

Number ln34(const Number& value) { return round34(ln(value, {100, RoundingMode::half_even})); }

std::optional<Number> exp34(const Number& value) {
    if (value < Number(-1000) || value > Number(1000)) return std::nullopt;
    if (value.sign() < 0) return round34(Number(1) / exp(-value, {100, RoundingMode::half_even}));
    return round34(exp(value, {100, RoundingMode::half_even}));
}

namespace {

std::optional<Number> whole_power(const Number& base, const Number& exponent, unsigned bits) {
    if (base == Number(1) || exponent.sign() == 0) return Number(1);
    if (base == Number(-1)) return (exponent / Number(2)).is_whole() ? Number(1) : Number(-1);
    if (base.sign() == 0) return exponent.sign() > 0 ? std::optional<Number>(Number()) : std::nullopt;
    if (exponent > Number(10'000) || exponent < Number(-10'000)) return std::nullopt;
    const std::int64_t times = exponent.small_numerator();
    const auto count = static_cast<unsigned>(times < 0 ? -times : times);
    if (static_cast<std::uint64_t>(base.bits()) * count > 2 * static_cast<std::uint64_t>(bits)) return std::nullopt;
    const Number raised = power(base, count);
    return times < 0 ? Number(1) / raised : raised;
}

}  // namespace

std::optional<Number> power34(const Number& base, const Number& exponent, unsigned bits) {
    if (exponent.is_whole()) return whole_power(base, exponent, bits);
    if (base.sign() < 0) return std::nullopt;
    if (base.sign() == 0) return exponent.sign() > 0 ? std::optional<Number>(Number()) : std::nullopt;
    if (exponent.is_small() && exponent.small_denominator() <= 100) {
        const auto degree = static_cast<unsigned>(exponent.small_denominator());
        const std::optional<Number> raised = whole_power(base, Number(exponent.small_numerator()), bits);
        if (raised) return root34(*raised, degree);
    }
    const Number power_of_e = exponent * ln(base, {100, RoundingMode::half_even});
    return exp34(round(power_of_e, {100, RoundingMode::half_even}));
}

}  // namespace biaochi::feel::detail
