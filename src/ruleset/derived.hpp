#pragma once
/// @file
/// Compiles derived facts.

#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/ruleset/derived_plan.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi::detail {

/// @return the derived facts of a rulebook, each after those that it rests on
[[nodiscard]] std::vector<DerivedFact> plan_derived(const Rulebook& book, const std::vector<Slot>& slots, std::vector<Issue>& issues);

}  // namespace biaochi::detail
