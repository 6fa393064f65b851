#pragma once
/// @file
/// Scoring one leaf.

#include "biaochi/score/score.hpp"

namespace biaochi::detail {

/// Fills in the outcome of a leaf, before the node's rounding.
void score_leaf(const Ruleset& rules, const PlanNode& node, const Record& record, NodeOutcome& outcome);

}  // namespace biaochi::detail
