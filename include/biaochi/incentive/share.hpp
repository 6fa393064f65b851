#pragma once
/// @file
/// Sharing a budget that is too small: in proportion, to the last fen.

#include <span>
#include <vector>

#include "biaochi/core/number.hpp"

namespace biaochi {

/// What a claim gets of a budget.
struct BudgetShare {
    Number claimed;
    Number quota;        ///< budget × claimed / all claimed, before it is cut to whole fen; the claim itself where all are paid in full
    Number paid;         ///< whole fen
    bool extra = false;  ///< it has one of the fen that were left over
};

/// A budget shared.
struct SharedBudget {
    Number budget;
    Number claimed;  ///< by all
    Number paid;     ///< to all: the budget, or all that is claimed where that is less
    bool in_full = false;
    std::vector<BudgetShare> shares;  ///< in the order of the claims
};

/// Shares a budget in proportion to what is claimed.
///
/// Where it is enough, all claims are paid in full. Otherwise each gets its part of the budget cut to whole fen, and the fen left over go
/// one each to the claims with the largest cut-off parts; among equal ones to the earlier claim. Nothing is lost or made: what is paid adds
/// up to the budget.
///
/// @param budget  in 元: whole fen, 0 or more
/// @param claims  in 元: whole fen, 0 or more each
/// @throws Error with code out_of_range when one of them is negative or no whole number of fen
[[nodiscard]] SharedBudget share(const Number& budget, std::span<const Number> claims);

/// @return whether an amount in 元 is a whole number of fen, 0 or more
[[nodiscard]] bool is_whole_fen(const Number& amount);

}  // namespace biaochi
