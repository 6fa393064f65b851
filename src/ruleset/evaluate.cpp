/// @file
/// From one figure to points.

#include "biaochi/ruleset/evaluate.hpp"

#include "biaochi/core/elementary.hpp"

namespace biaochi {
namespace {

bool starts_at_or_below(const Segment& segment, const Number& value) noexcept {
    if (!segment.from) return true;
    return segment.from_included ? *segment.from <= value : *segment.from < value;
}

bool ends_above(const Segment& segment, const Number& value) noexcept {
    if (!segment.to) return true;
    return segment.to_included ? value <= *segment.to : value < *segment.to;
}

}  // namespace

std::size_t find_segment(const SegmentRule& rule, const Number& value) noexcept {
    std::size_t first = 0;
    std::size_t last = rule.segments.size();
    while (last - first > 1) {
        const std::size_t middle = first + (last - first) / 2;
        if (starts_at_or_below(rule.segments[middle], value)) {
            first = middle;
        } else {
            last = middle;
        }
    }
    if (first == last) return no_index;
    const Segment& segment = rule.segments[first];
    return starts_at_or_below(segment, value) && ends_above(segment, value) ? first : no_index;
}

Number points_at(const Segment& segment, const Number& value) {
    if (segment.slope.sign() == 0) return segment.base;
    return segment.intercept + value * segment.slope;
}

Number points_at(const LogRule& rule, const Number& points, const Number& value) {
    if (rule.clip) {
        const bool rising = rule.from < rule.to;
        if (rising ? value <= rule.from : value >= rule.from) return Number();
        if (rising ? value >= rule.to : value <= rule.to) return points;
    }
    return points * (ln(value, rule.ln) - rule.ln_from) / (rule.ln_to - rule.ln_from);
}

Number points_at(const InverseRule& rule, const Number& points, const Number& value) {
    if (value <= rule.standard) return points;
    return points * rule.standard / value;
}

}  // namespace biaochi
