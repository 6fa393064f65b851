#pragma once
/// @file
/// Comparing what is known of a value with a goal.

#include <optional>

#include "biaochi/condition/check.hpp"
#include "biaochi/core/interval.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/rulebook/target_section.hpp"

namespace biaochi::detail {

/// What is known of a value: its ends as far as they are known.
struct Known {
    std::optional<Number> low;
    std::optional<Number> high;

    Known() = default;
    /// A value that is known exactly.
    explicit Known(const Number& value) : low(value), high(value) {}
    /// @return both ends, where there are both
    [[nodiscard]] std::optional<Interval> interval() const;
};

/// What is asked of a value.
struct Aim {
    Bound bound = Bound::at_least;
    Number goal;
    Number enough;             ///< what just meets it: the goal, less a tolerance
    bool downward = false;     ///< less is better
    bool slack = false;        ///< about, without a tolerance: what does not reach the goal may be enough
    std::optional<Number> to;  ///< upper end of an interval
};

/// Makes the aim of a goal.
/// @param form       a place is better the lower it is
/// @param goal       as written
/// @param value      its number as read
/// @param tolerance  its tolerance as read, in percent
[[nodiscard]] Aim aim_of(Target::Form form, const Goal& goal, const Number& value, const std::optional<Number>& tolerance);

/// @return whether the value reaches the aim, as far as it is known
[[nodiscard]] Answer reaches(const Aim& aim, const Known& value);

/// @return what lacks to the aim, 0 or more
[[nodiscard]] Number distance_to(const Aim& aim, const Number& value);

/// @return the value in percent of the goal, or the goal in percent of the value where less is better; none where there is no sense in it
[[nodiscard]] std::optional<Number> completion_of(const Aim& aim, const Number& value);

}  // namespace biaochi::detail
