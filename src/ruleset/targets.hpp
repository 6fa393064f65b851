#pragma once
/// @file
/// From targets as written to their plan.

#include <memory>
#include <vector>

#include "biaochi/ruleset/plan.hpp"
#include "biaochi/ruleset/target_plan.hpp"
#include "ruleset/choices.hpp"

namespace biaochi::detail {

/// Compiles the targets of a rulebook.
/// @param book     the plan points into it
/// @param slots    the places for figures
/// @param choices  which reading each open point has
/// @param issues   what is wrong, each at its JSON Pointer
/// @return null where the rulebook has none
[[nodiscard]] std::shared_ptr<const TargetPlan> compile_targets(const Rulebook& book, const std::vector<Slot>& slots,
                                                                const Choices& choices, std::vector<Issue>& issues);

}  // namespace biaochi::detail
