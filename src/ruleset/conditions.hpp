#pragma once
/// @file
/// From conditions as written to conditions that can be checked.

#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/ruleset/condition_plan.hpp"
#include "ruleset/choices.hpp"

namespace biaochi::detail {

/// Compiles all conditions: the named ones first, in the rulebook's order.
/// @param book     lives as long as the plan
/// @param choices  the readings that hold
/// @param issues   takes what a rulebook that nobody validated has wrong
[[nodiscard]] std::vector<PlannedCondition> plan_conditions(const Rulebook& book, const Choices& choices, std::vector<Issue>& issues);

}  // namespace biaochi::detail
