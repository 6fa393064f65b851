#pragma once
/// @file
/// The order in which incentives for a claim are looked at.

#include "biaochi/ruleset/incentive_plan.hpp"

namespace biaochi::detail {

/// Turns the ids of `unless` into positions, and puts each incentive of a kind of claim behind those that go before it.
/// @param plan  with its claims and incentives; `unless` names incentives for the same claims, without circles
void order_incentives(IncentivePlan& plan);

}  // namespace biaochi::detail
