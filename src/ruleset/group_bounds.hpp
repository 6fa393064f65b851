#pragma once
/// @file
/// The least and most that a group of parts can give.

#include <cstddef>
#include <vector>

#include "biaochi/ruleset/plan.hpp"

namespace biaochi::detail {

/// Sets the bounds of a group from those of its parts, rounded as the node says.
/// @param nodes  the tree
/// @param index  a node with parts
/// @param times  what each node's points are multiplied by under a sum; null: one
void set_group_bounds(std::vector<PlanNode>& nodes, std::size_t index, const std::vector<Number>* times);

}  // namespace biaochi::detail
