/// @file
/// Ten rounds of multiply, exchange, add.

#include "biaochi/whatif/philox.hpp"

namespace biaochi {
namespace {

/// The constants of the paper: two multipliers, and the steps of the key (golden ratio, square root of three less one).
constexpr std::uint64_t first_multiplier = 0xD2511F53;
constexpr std::uint64_t second_multiplier = 0xCD9E8D57;
constexpr std::uint32_t first_step = 0x9E3779B9;
constexpr std::uint32_t second_step = 0xBB67AE85;
constexpr int rounds = 10;

}  // namespace

PhiloxBlock philox(PhiloxBlock counter, std::array<std::uint32_t, 2> key) noexcept {
    constexpr int word = 32;
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t first = first_multiplier * counter[0];
        const std::uint64_t second = second_multiplier * counter[2];
        counter = {static_cast<std::uint32_t>(second >> word) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> word) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
        key[0] += first_step;
        key[1] += second_step;
    }
    return counter;
}

}  // namespace biaochi
