#pragma once
/// @file
/// Expressions that only compare fields with words, numbers or truths, as tests that need no evaluation.

#include <optional>
#include <vector>

#include "biaochi/ruleset/incentive_plan.hpp"

namespace biaochi::detail {

/// Reads an expression as tests that must all hold and come to the same answer for every claim, known or not.
/// @param expression  boolean
/// @param inputs      by slot
/// @return the tests, or none where it asks for more than they can say
[[nodiscard]] std::optional<std::vector<SlotTest>> simple_tests(const feel::Expression& expression,
                                                                const std::vector<PlannedInput>& inputs);

}  // namespace biaochi::detail
