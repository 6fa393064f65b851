/// @file
/// Exact points and scores as they are written.

#include "batch/answer.hpp"

#include "biaochi/standing/standing.hpp"

namespace biaochi::detail {

ShownEnd shown_end(const Number& points, Rounding rule) {
    const Number rounded = round(points, rule);
    ShownEnd end{no_units, rounded.approximate()};
    const Number units = rounded * power(Number(10), static_cast<unsigned>(rule.places));
    if (units.is_small()) end.units = units.small_numerator();
    return end;
}

ClassRange class_range(const Ruleset& rules, const Interval& score) {
    const std::vector<std::size_t> possible = classify(rules, score);
    if (possible.empty()) return {no_class, no_class, rules.cuts_open() == no_index};
    return {static_cast<std::int16_t>(possible.back()), static_cast<std::int16_t>(possible.front()), possible.size() == 1};
}

}  // namespace biaochi::detail
