#pragma once
/// @file
/// Exact edges as doubles: since the shortest decimals of doubles are in the order of the doubles, comparing with the right double is
/// exact.

#include "biaochi/core/number.hpp"

namespace biaochi::detail {

/// @return the least double whose shortest decimal is @p edge or more
[[nodiscard]] double first_at_or_above(const Number& edge);
/// @return the least double whose shortest decimal is more than @p edge
[[nodiscard]] double first_above(const Number& edge);
/// @return the greatest double whose shortest decimal is @p edge or less
[[nodiscard]] double last_at_or_below(const Number& edge);

}  // namespace biaochi::detail
