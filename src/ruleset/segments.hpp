#pragma once
/// @file
/// Compiling methods that are piecewise linear into segments.

#include <vector>

#include "biaochi/ruleset/plan.hpp"
#include "ruleset/choices.hpp"

namespace biaochi::detail {

[[nodiscard]] std::vector<Segment> segments_of_bands(const Bands& bands, const Number& points, const Choices& choices);
[[nodiscard]] std::vector<Segment> segments_of_efficacy(const std::vector<Standard>& standards, const Efficacy& rule, const Number& points);
[[nodiscard]] std::vector<Segment> segments_of_ratio(const Number& standard, Beyond above, const Number& points);
[[nodiscard]] std::vector<Segment> segments_of_goalposts(const Number& from, const Number& to, Beyond outside, const Number& points);

/// The least and most points over the sensible values of a figure.
[[nodiscard]] Interval bounds_of_segments(const std::vector<Segment>& segments, const Slot& slot);

}  // namespace biaochi::detail
