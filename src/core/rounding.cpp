/// @file
/// Rounding to decimal places: exact division with a remainder, then one decision.

#include "biaochi/core/rounding.hpp"

#include <array>

#include "biaochi/core/error.hpp"
#include "core/rounding_step.hpp"
#include "core/small_arithmetic.hpp"

namespace biaochi {

namespace {

using detail::BigInt;
using detail::BigRational;
using detail::Remainder;

constexpr std::array<std::string_view, 6> mode_names{"half_up", "half_even", "down", "up", "floor", "ceiling"};

constexpr int most_places = 100;

/// @return how a remainder below the divisor compares with half of it
template <class Integer>
Remainder remainder_of(const Integer& rest, const Integer& divisor) {
    if (rest == 0) return Remainder::none;
    const Integer other = divisor - rest;
    if (rest == other) return Remainder::half;
    return rest < other ? Remainder::below_half : Remainder::above_half;
}

bool is_quick(const Number& value, int places) {
    return value.is_small() && places >= 0 && places < static_cast<int>(detail::powers_of_ten.size());
}

/// |value| in units of 10^-places, rounded; below 2^124.
detail::UnsignedWide quick_units(const Number& value, Rounding rule) {
    const auto power = static_cast<std::uint64_t>(detail::powers_of_ten[static_cast<std::size_t>(rule.places)]);
    const auto scaled = static_cast<detail::UnsignedWide>(detail::magnitude(value.small_numerator())) * power;
    const auto divisor = static_cast<std::uint64_t>(value.small_denominator());
    const bool narrow = (scaled >> 64) == 0;
    const detail::UnsignedWide units = narrow ? static_cast<std::uint64_t>(scaled) / divisor : scaled / divisor;
    const auto rest = static_cast<std::uint64_t>(scaled - units * divisor);
    const bool away = detail::goes_away_from_zero(rule.mode, value.sign() < 0, (units & 1) != 0, remainder_of(rest, divisor));
    return units + (away ? 1 : 0);
}

/// The value in units of 10^-places, rounded.
BigInt units_of(const Number& value, Rounding rule) {
    const BigRational big = detail::to_big(value);
    const BigInt power = detail::big_power_of_ten(static_cast<unsigned>(std::abs(rule.places)));
    return rule.places < 0 ? detail::rounded_quotient(big.numerator, big.denominator * power, rule.mode)
                           : detail::rounded_quotient(big.numerator * power, big.denominator, rule.mode);
}

std::string with_point(std::string units, int places) {
    const auto decimals = static_cast<std::size_t>(places);
    if (decimals == 0) return units;
    if (units.size() <= decimals) units.insert(0, decimals + 1 - units.size(), '0');
    return units.insert(units.size() - decimals, 1, '.');
}

}  // namespace

namespace detail {

void check_places(int places, int least) {
    if (places < least || places > most_places) {
        throw Error(ErrorCode::out_of_range,
                    "places are " + std::to_string(places) + "; expected " + std::to_string(least) + " to " + std::to_string(most_places));
    }
}

BigInt rounded_quotient(const BigInt& numerator, const BigInt& denominator, RoundingMode mode) {
    const bool negative = numerator < 0;
    BigInt quotient;
    BigInt rest;
    divide_qr(BigInt(abs(numerator)), denominator, quotient, rest);
    if (goes_away_from_zero(mode, negative, bit_test(quotient, 0), remainder_of(rest, denominator))) ++quotient;
    return negative ? BigInt(-quotient) : quotient;
}

Number in_places(const BigInt& units, int places) {
    if (places < 0) return NumberParts::reduced(units * big_power_of_ten(static_cast<unsigned>(-places)), 1);
    return to_decimal(units, static_cast<unsigned>(places));
}

}  // namespace detail

Number round(const Number& value, Rounding rule) {
    detail::check_places(rule.places, -30);
    if (value.is_small() && value.is_whole() && rule.places >= 0) return value;
    if (is_quick(value, rule.places)) {
        const detail::UnsignedWide units = quick_units(value, rule);
        if ((units >> 63) == 0) {
            const auto size = static_cast<std::int64_t>(units);
            return Number(value.sign() < 0 ? -size : size, detail::powers_of_ten[static_cast<std::size_t>(rule.places)]);
        }
    }
    return detail::in_places(units_of(value, rule), rule.places);
}

std::string fixed_text(const Number& value, Rounding rule) {
    detail::check_places(rule.places, 0);
    if (is_quick(value, rule.places)) {
        const detail::UnsignedWide units = quick_units(value, rule);
        if ((units >> 64) == 0) {
            const std::string text = with_point(std::to_string(static_cast<std::uint64_t>(units)), rule.places);
            return value.sign() < 0 && units != 0 ? "-" + text : text;
        }
    }
    const BigInt units = units_of(value, rule);
    const std::string text = with_point(BigInt(abs(units)).str(), rule.places);
    return units < 0 ? "-" + text : text;
}

std::string_view name(RoundingMode mode) noexcept { return mode_names[static_cast<std::size_t>(mode)]; }

std::optional<RoundingMode> rounding_mode(std::string_view name) noexcept {
    for (std::size_t i = 0; i < mode_names.size(); ++i) {
        if (mode_names[i] == name) return static_cast<RoundingMode>(i);
    }
    return std::nullopt;
}

}  // namespace biaochi
