#pragma once
/// @file
/// What the evidence of an expression says of its answer.

#include <vector>

#include "biaochi/condition/check.hpp"

namespace biaochi::detail {

/// @return whether a quantifier found no member; one that stands for a single member of another group does not count
[[nodiscard]] bool found_nothing(const Grounds& grounds);

/// @return what was not given or is open, each once: what left a step undecided, then inputs that the expression reads itself
/// @param grounds  of an expression
/// @param value    of the expression
[[nodiscard]] std::vector<Missing> needs_of(const Rulebook& book, const Grounds& grounds, std::span<const feel::Value> inputs,
                                            const feel::Value& value);

/// Adds what is not there yet.
void add_needs(std::vector<Missing>& all, const std::vector<Missing>& more);

/// @return yes: met, no: not_met
[[nodiscard]] Answer answer_of(feel::Verdict verdict) noexcept;

}  // namespace biaochi::detail
