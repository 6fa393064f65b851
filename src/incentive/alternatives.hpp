#pragma once
/// @file
/// Totals where of several incentives for a claim one excludes the others, and it is open which.

#include "biaochi/incentive/award.hpp"

namespace biaochi::detail {

/// Takes from the totals what cannot come out: an incentive and one that it goes before are never both given, and where the first is not,
/// the second may be certain. Incentives that are given once, or have caps over several claims, are left as they are.
/// @param award  with its totals added up
void narrow_totals(const IncentivePlan& plan, const Application& application, Award& award);

}  // namespace biaochi::detail
