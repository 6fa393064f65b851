#pragma once
/// @file
/// Single leaves as steps.

#include <optional>
#include <vector>

#include "batch/program.hpp"

namespace biaochi::detail {

/// A step with what its points are worth.
struct LeafStep {
    Step step;
    Bound bound;
    std::optional<Number> denominator;  ///< points × this × 10^k is whole where figures × 10^k are; none: there is no such number
    std::vector<std::size_t> columns;
    double least_width = 0;  ///< the narrowest interval that it may give; 0: none
};

/// Numbers the columns of slots as they are asked for.
class ColumnsOfSlots {
public:
    [[nodiscard]] std::size_t of(std::size_t slot);
    [[nodiscard]] const std::vector<std::size_t>& slots() const noexcept { return slots_; }

private:
    std::vector<std::size_t> slots_;
};

/// @return the figures of a slot that can be estimated, nearer to 0 than @p most_size; none where there are none
[[nodiscard]] std::optional<FastRange> fast_range(const Slot& slot, double most_size);

/// @return how a leaf's figures are bounded at most, where its slot has no bounds of its own
inline constexpr double most_figure = 1e12;

/// Makes the step of a leaf.
/// @param factor   what its points are multiplied with
/// @param into     the buffer that they are added to
/// @return none where it cannot be estimated
[[nodiscard]] std::optional<LeafStep> make_leaf_step(const Ruleset& rules, const PlanNode& node, const Number& factor, std::size_t into,
                                                     ColumnsOfSlots& columns);

/// @return the least common multiple of two denominators, or none where it is above 2^50
[[nodiscard]] std::optional<Number> common_multiple(const std::optional<Number>& a, const std::optional<Number>& b);
/// @return the reduced denominator of a number, or none where it is above 2^50
[[nodiscard]] std::optional<Number> denominator_of(const Number& value);

/// Half the distance of neighbouring doubles around 1.
inline constexpr double unit_roundoff = 0x1p-53;
/// Covers what the bounds' own arithmetic rounds off, and products of bounds.
inline constexpr double margin = 1.0001;

}  // namespace biaochi::detail
