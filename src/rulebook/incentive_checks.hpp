#pragma once
/// @file
/// Checks of what incentives come to: numbers, tiers, and the words by which numbers are looked up.

#include <string>

#include "biaochi/rulebook/incentive_section.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {

/// Checks numbers, tiers, caps and shares.
/// @param pointer  of the incentive
void check_amounts(Context& context, const Incentive& incentive, const std::string& pointer);

/// Checks that numbers are looked up by a field of the claim, and by words that it can hold.
/// @param pointer  of the incentive
void check_lookup(Context& context, const Amount& amount, const ClaimKind& kind, const std::string& pointer);

/// @return whether the text of a row's key is a whole number as a field may hold it, without superfluous zeros
[[nodiscard]] bool is_whole_key(std::string_view text) noexcept;

}  // namespace biaochi::detail
