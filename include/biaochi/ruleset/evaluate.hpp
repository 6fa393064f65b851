#pragma once
/// @file
/// The arithmetic of single compiled rules: from one figure to points.

#include <cstddef>

#include "biaochi/core/number.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi {

/// @return the segment that @p value falls in, or no_index
[[nodiscard]] std::size_t find_segment(const SegmentRule& rule, const Number& value) noexcept;

/// @return the points of a segment whose line is known, at @p value
[[nodiscard]] Number points_at(const Segment& segment, const Number& value);

/// @return points × (ln value − ln from) / (ln to − ln from); clipped to 0 and @p points where the rule says so
/// @param rule    a compiled rule
/// @param points  of the node
/// @param value   above 0 unless the rule clips
[[nodiscard]] Number points_at(const LogRule& rule, const Number& points, const Number& value);

/// @return points × standard / value, at most @p points
/// @param rule    a compiled rule
/// @param points  of the node
/// @param value   0 or more
[[nodiscard]] Number points_at(const InverseRule& rule, const Number& points, const Number& value);

}  // namespace biaochi
