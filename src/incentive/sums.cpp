/// @file
/// Arithmetic of sums that are not known, or open above.

#include "incentive/sums.hpp"

namespace biaochi::detail {

Sum exactly(const Number& value) { return {value, value, false}; }

Sum anything() { return {Number(), Number(), true}; }

Sum sum_of(const PlannedNumber& number) { return {number.low, number.high, number.open_above}; }

void add(Sum& to, const Sum& more) {
    to.low += more.low;
    to.open_above = to.open_above || more.open_above;
    if (!to.open_above) to.high += more.high;
}

Sum product(const Sum& a, const Sum& b) {
    Sum result;
    result.low = a.low * b.low;
    result.open_above = (a.open_above && !is_nothing(b)) || (b.open_above && !is_nothing(a));
    if (!result.open_above && !a.open_above && !b.open_above) result.high = a.high * b.high;
    return result;
}

Sum least(const Sum& a, const Sum& b) {
    Sum result;
    result.low = min(a.low, b.low);
    result.open_above = a.open_above && b.open_above;
    if (result.open_above) return result;
    result.high = a.open_above ? b.high : b.open_above ? a.high : min(a.high, b.high);
    return result;
}

Sum rest(const Sum& whole, const Sum& taken) {
    Sum left;
    if (!taken.open_above && whole.low > taken.high) left.low = whole.low - taken.high;
    left.open_above = whole.open_above;
    if (!left.open_above && whole.high > taken.low) left.high = whole.high - taken.low;
    return left;
}

bool surely_within(const Sum& a, const Sum& b) noexcept { return !a.open_above && a.high <= b.low; }

bool is_nothing(const Sum& sum) noexcept { return !sum.open_above && sum.high.sign() <= 0; }

}  // namespace biaochi::detail
