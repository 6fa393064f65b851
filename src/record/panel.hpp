#pragma once
/// @file
/// How the scores of a panel become one figure.

#include <cstddef>
#include <vector>

#include "biaochi/core/number.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// @return the panel rule of the first leaf that reads the slot; the default where none does
[[nodiscard]] Judged panel_of(const Ruleset& rules, std::size_t slot) noexcept;

/// @return the fewest scores that the rule can do with: one is left when the highest and lowest are dropped
[[nodiscard]] std::size_t least_scores(const Judged& panel) noexcept;

/// @return the exact mean of what is left when the highest and lowest scores are dropped
/// @pre at least least_scores() scores
[[nodiscard]] Number panel_mean(const Judged& panel, std::vector<Number> scores);

}  // namespace biaochi::detail
