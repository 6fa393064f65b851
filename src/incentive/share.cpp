/// @file
/// Sharing a budget that is too small.

#include "biaochi/incentive/share.hpp"

#include <algorithm>
#include <numeric>

#include "biaochi/core/error.hpp"
#include "biaochi/core/rounding.hpp"

namespace biaochi {
namespace {

constexpr Rounding to_the_fen{2, RoundingMode::down};

void expect_whole_fen(const Number& amount) {
    if (!is_whole_fen(amount)) throw Error(ErrorCode::out_of_range, "amounts to be shared are whole fen, 0 or more, not " + amount.text());
}

/// Gives the fen that are left over to the largest cut-off parts, the earlier claim first.
void give_rest(SharedBudget& shared) {
    std::vector<Number> cut_off(shared.shares.size());
    Number left = shared.budget;
    for (std::size_t i = 0; i < shared.shares.size(); ++i) {
        cut_off[i] = shared.shares[i].quota - shared.shares[i].paid;
        left -= shared.shares[i].paid;
    }
    std::vector<std::size_t> order(shared.shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return cut_off[a] > cut_off[b]; });
    const Number fen(1, 100);
    for (std::size_t i = 0; left.sign() > 0; ++i, left -= fen) {
        shared.shares[order[i]].paid += fen;
        shared.shares[order[i]].extra = true;
    }
}

}  // namespace

bool is_whole_fen(const Number& amount) { return amount.sign() >= 0 && (amount * Number(100)).is_whole(); }

SharedBudget share(const Number& budget, std::span<const Number> claims) {
    expect_whole_fen(budget);
    SharedBudget shared;
    shared.budget = budget;
    for (const Number& claim : claims) {
        expect_whole_fen(claim);
        shared.claimed += claim;
    }
    shared.in_full = budget >= shared.claimed;
    shared.paid = min(budget, shared.claimed);
    shared.shares.reserve(claims.size());
    for (const Number& claim : claims) {
        if (shared.in_full) {
            shared.shares.push_back({claim, claim, claim, false});
            continue;
        }
        const Number quota = budget * claim / shared.claimed;
        shared.shares.push_back({claim, quota, round(quota, to_the_fen), false});
    }
    if (!shared.in_full) give_rest(shared);
    return shared;
}

}  // namespace biaochi
