#pragma once
/// @file
/// Whether the condition of an incentive holds for a claim.

#include "biaochi/incentive/application.hpp"

namespace biaochi::detail {

/// FEEL's three values.
enum class Truth { no, yes, unknown };

/// @return whether all tests hold; no as soon as one does not, whatever the others are
[[nodiscard]] Truth hold(const std::vector<SlotTest>& tests, const Claim& claim) noexcept;

/// @return the answer of an expression; unknown where it has none
[[nodiscard]] Truth truth_of(const PlannedWhen& when, const Claim& claim);

/// @return whether `when` holds; while its open point is unread, what all its readings agree on
[[nodiscard]] Truth entitled(const PlannedIncentive& planned, const Claim& claim);

}  // namespace biaochi::detail
