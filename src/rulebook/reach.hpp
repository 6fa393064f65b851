#pragma once
/// @file
/// The least and most points that any figures can give, computed from the rulebook as written.

#include <optional>

#include "biaochi/core/interval.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "rulebook/worlds.hpp"

namespace biaochi::detail {

/// @return least and most points of a leaf in a world; none where an open point that it depends on is left open
[[nodiscard]] std::optional<Interval> leaf_reach(const Rulebook& rulebook, const Node& leaf, const World& world);

/// @return an interval that holds every number of points that a node can give, under any readings
[[nodiscard]] Interval node_reach(const Rulebook& rulebook, const Node& node);

}  // namespace biaochi::detail
