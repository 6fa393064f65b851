#pragma once
/// @file
/// From a scorecard to everything that is said of it.

#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"
#include "explain/explanation.hpp"

namespace biaochi::detail {

/// Gathers all statements on one record, in both languages.
/// @param standing  its class and rank, or null
[[nodiscard]] Explanation build_explanation(const Ruleset& rules, const Record& record, const Scorecard& card, const Standing* standing);

}  // namespace biaochi::detail
