#pragma once
/// @file
/// Arithmetic of sums that are not known, or open above. All numbers are 0 or more.

#include "biaochi/incentive/award.hpp"

namespace biaochi::detail {

/// @return a sum that is known
[[nodiscard]] Sum exactly(const Number& value);
/// @return anything from 0 on
[[nodiscard]] Sum anything();
/// @return what a number may be
[[nodiscard]] Sum sum_of(const PlannedNumber& number);
/// Adds.
void add(Sum& to, const Sum& more);
/// @return the product
[[nodiscard]] Sum product(const Sum& a, const Sum& b);
/// @return the smaller one, whichever that is
[[nodiscard]] Sum least(const Sum& a, const Sum& b);
/// @return what is left of @p whole, at least 0
[[nodiscard]] Sum rest(const Sum& whole, const Sum& taken);
/// @return whether all that @p a may be is at most the least that @p b may be
[[nodiscard]] bool surely_within(const Sum& a, const Sum& b) noexcept;
/// @return whether nothing can come of it
[[nodiscard]] bool is_nothing(const Sum& sum) noexcept;

}  // namespace biaochi::detail
