#pragma once
/// @file
/// How few, and how many, distinct values a set of intervals can take above a mark.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "biaochi/core/interval.hpp"

namespace biaochi {

/// @return how many of the ascending values are above @p mark
[[nodiscard]] std::size_t count_above(const std::vector<Number>& ascending, const Number& mark);
/// @return how many of the ascending values equal @p mark
[[nodiscard]] std::size_t count_equal(const std::vector<Number>& ascending, const Number& mark);

/// The least number of distinct values above a mark: the piercing number of the intervals that lie wholly above it.
///
/// Points are put greedily from the right, each at the highest lower end that no point pierces yet. A mark only ends that walk
/// earlier, so one walk answers for all marks.
class FewestDistinct {
public:
    explicit FewestDistinct(std::span<const Interval> values);
    [[nodiscard]] std::size_t above(const Number& mark) const { return count_above(points_, mark); }

private:
    std::vector<Number> points_;  ///< ascending
};

/// The greatest number of distinct values above an interval's lower end that the other intervals can take.
///
/// Real values: each undecided interval has room for a value of its own, decided ones count once a value. On a grid it is a greatest
/// matching of intervals and grid points: the points are walked downward, and each goes to the open interval that ends soonest (Glover).
/// A mark only ends that walk earlier here too.
class MostDistinct {
public:
    /// @param step  distance of the grid's points; none: real values
    MostDistinct(std::span<const Interval> values, const std::optional<Number>& step);
    /// @param value  one of the intervals, which is itself left out of the count
    [[nodiscard]] std::size_t above_low_of(const Interval& value) const;

private:
    void match(std::span<const Interval> values);
    void spread(std::span<const Interval> values);
    [[nodiscard]] bool had_a_point_to_itself(const Interval& value) const;

    std::optional<Number> step_;
    std::vector<Number> taken_;    ///< grid points that are matched (real values: decided values, once each), ascending
    std::vector<Number> highs_;    ///< real values: upper ends of the undecided, ascending
    std::vector<Number> cleared_;  ///< grid points after which no interval was waiting, ascending
};

}  // namespace biaochi
