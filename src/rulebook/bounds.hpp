#pragma once
/// @file
/// The least and the most points that a node can give, as far as the written structure tells.

#include <optional>

#include "biaochi/core/interval.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// Bounds over all readings and all sensible figures: a node never gives less or more, though it may not reach them.
/// @param node  valid, or at least complete
/// @return none where a figure without a bound makes the points unbounded
[[nodiscard]] std::optional<Interval> written_bounds(const Rulebook& book, const Node& node);

}  // namespace biaochi::detail
