#pragma once
/// @file
/// From the evidence of an expression to what it turned on.

#include <vector>

#include "biaochi/condition/check.hpp"

namespace biaochi::detail {

/// @return what the expression turned on; comparisons made for a single member are left out, since the member stands for them
[[nodiscard]] std::vector<Finding> findings_of(const feel::Expression& expression, const feel::Evidence& evidence);

/// @return what was not given or is open, each once: what left a step undecided, then inputs that the expression reads itself
/// @param value  of the expression
[[nodiscard]] std::vector<Missing> needs_of(const Rulebook& book, const feel::Expression& expression, std::span<const feel::Value> inputs,
                                            const feel::Value& value, const feel::Evidence& evidence);

/// Adds what is not there yet.
void add_needs(std::vector<Missing>& all, const std::vector<Missing>& more);

/// @return yes: met, no: not_met
[[nodiscard]] Answer answer_of(feel::Verdict verdict) noexcept;

}  // namespace biaochi::detail
