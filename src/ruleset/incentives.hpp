#pragma once
/// @file
/// From incentives as written to their plan.

#include <memory>
#include <vector>

#include "biaochi/ruleset/incentive_plan.hpp"
#include "biaochi/ruleset/plan.hpp"
#include "ruleset/choices.hpp"

namespace biaochi::detail {

/// Compiles the incentives of a rulebook.
/// @param book     the plan points into it
/// @param slots    the places for figures
/// @param choices  which reading each open point has
/// @param issues   what is wrong, each at its JSON Pointer
/// @return null where the rulebook has none
[[nodiscard]] std::shared_ptr<const IncentivePlan> compile_incentives(const Rulebook& book, const std::vector<Slot>& slots,
                                                                      const Choices& choices, std::vector<Issue>& issues);

}  // namespace biaochi::detail
