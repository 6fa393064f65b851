#pragma once
/// @file
/// Putting the points of parts together.

#include "biaochi/score/score.hpp"

namespace biaochi::detail {

/// Fills in the outcome of a group from those of its parts, before the node's rounding.
void score_group(const PlanNode& node, const std::vector<PlanNode>& nodes, Scorecard& card, NodeOutcome& outcome);

}  // namespace biaochi::detail
