#pragma once
/// @file
/// The ranks that are possible for each of a set of independent values known to lie between two ends.

#include <optional>
#include <span>
#include <vector>

#include "biaochi/core/interval.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// Finds the best rank (`low`) and the worst rank (`high`) of every value; the highest value has rank 1.
///
/// @param values  independent of each other
/// @param ties    how equal values share ranks
/// @param step    the values are whole multiples of it, with both ends; none: any real value
/// @return one a value, in O(n log n)
[[nodiscard]] std::vector<Interval> rank_ranges(std::span<const Interval> values, Ties ties, const std::optional<Number>& step);

/// @return points as they are compared for ranks: as they are, or rounded as shown
[[nodiscard]] Interval compared(const Interval& points, const Rulebook& book);

/// @return the distance between two neighbouring values as compared; none where any value can occur
[[nodiscard]] std::optional<Number> step(const Rulebook& book);

}  // namespace biaochi
