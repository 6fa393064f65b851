#pragma once
/// @file
/// Putting the points of parts together.

#include <vector>

#include "biaochi/score/score.hpp"

namespace biaochi::detail {

/// What parts count for where it is not what the rules say: one a node of the tree.
struct PartWeights {
    std::vector<Number> measure;  ///< points under a sum, weight under a mean
    std::vector<Number> times;    ///< what the part's points are multiplied by under a sum
};

/// Fills in the outcome of a group from those of its parts, before the node's rounding.
/// @param weights  null: what the rules say
void score_group(const PlanNode& node, const std::vector<PlanNode>& nodes, Scorecard& card, NodeOutcome& outcome,
                 const PartWeights* weights = nullptr);

}  // namespace biaochi::detail
