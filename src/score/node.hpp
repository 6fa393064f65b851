#pragma once
/// @file
/// Scoring one node, of the compiled rules or of a variant of them.

#include <cstddef>
#include <vector>

#include "biaochi/score/score.hpp"
#include "score/group.hpp"

namespace biaochi::detail {

/// Fills in the outcome of a node from a record, or from the outcomes of its parts.
/// @param nodes    the tree: that of @p rules, or one with other rules in its leaves
/// @param index    which node
/// @param card     one outcome a node; those of the parts are filled
/// @param weights  of parts where they are not what the rules say; null: they are
void score_node(const Ruleset& rules, const std::vector<PlanNode>& nodes, std::size_t index, const Record& record, Scorecard& card,
                const PartWeights* weights);

}  // namespace biaochi::detail
