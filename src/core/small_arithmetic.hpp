#pragma once
/// @file
/// Helpers for arithmetic in machine words: 128-bit products, greatest common divisors, powers of ten.

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <utility>

namespace biaochi::detail {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

/// 10^0 to 10^18: the powers of ten that fit 64 bits with a sign.
inline constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (std::size_t i = 0; i < powers.size(); ++i) {
        powers[i] = power;
        if (i + 1 < powers.size()) power *= 10;
    }
    return powers;
}();

/// @return the absolute value, also of the least integer
constexpr std::uint64_t magnitude(std::int64_t value) noexcept {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

/// @return the absolute value, also of the least integer
constexpr UnsignedWide magnitude(Wide value) noexcept {
    const auto bits = static_cast<UnsignedWide>(value);
    return value < 0 ? 0 - bits : bits;
}

/// The greatest common divisor: one division to even out the sizes, then shifts and subtractions. @pre not both are zero
constexpr std::uint64_t common_divisor(std::uint64_t a, std::uint64_t b) noexcept {
    if (a == 1 || b == 1) return 1;
    if (a < b) std::swap(a, b);
    if (b == 0) return a;
    a = ((a | b) >> 32) == 0 ? static_cast<std::uint32_t>(a) % static_cast<std::uint32_t>(b) : a % b;
    if (a == 0) return b;
    const int shift = std::countr_zero(a | b);
    a >>= std::countr_zero(a);
    b >>= std::countr_zero(b);
    while (a != b) {
        const std::uint64_t difference = a - b;
        const std::uint64_t smaller = a < b ? a : b;
        a = (a < b ? 0 - difference : difference) >> std::countr_zero(difference);
        b = smaller;
    }
    return a << shift;
}

/// @return whether a value is within the range of std::int64_t
constexpr bool fits_small(Wide value) noexcept { return value == static_cast<std::int64_t>(value); }

}  // namespace biaochi::detail
