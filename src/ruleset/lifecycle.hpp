#pragma once
/// @file
/// From a lifecycle as written to its plan.

#include <optional>
#include <vector>

#include "biaochi/ruleset/lifecycle_plan.hpp"
#include "ruleset/choices.hpp"

namespace biaochi::detail {

/// Compiles the lifecycle of a rulebook; every expression is checked strictly.
/// @param book     with a lifecycle; the plan points into it
/// @param choices  which reading each open point has
/// @param issues   what is wrong with the expressions, each at its JSON Pointer with line and column
[[nodiscard]] LifecyclePlan compile_lifecycle(const Rulebook& book, const Choices& choices, std::vector<Issue>& issues);

}  // namespace biaochi::detail
