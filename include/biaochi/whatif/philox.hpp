#pragma once
/// @file
/// Philox4x32-10, a generator of random words that is a function of a counter and a key.

#include <array>
#include <cstdint>

namespace biaochi {

/// Four words of a counter, or of what comes out.
using PhiloxBlock = std::array<std::uint32_t, 4>;

/// Turns a counter into four random words: Philox4x32 with 10 rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy
/// as 1, 2, 3. SC 2011).
/// @param counter  which block
/// @param key      which sequence
[[nodiscard]] PhiloxBlock philox(PhiloxBlock counter, std::array<std::uint32_t, 2> key) noexcept;

}  // namespace biaochi
