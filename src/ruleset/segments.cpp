/// @file
/// Bands, efficacy, ratio and linear goalposts as segments.

#include "ruleset/segments.hpp"

#include <algorithm>

#include "biaochi/ruleset/evaluate.hpp"

namespace biaochi::detail {
namespace {

Segment flat(const std::optional<Number>& from, const std::optional<Number>& to, const Number& points) {
    Segment segment;
    segment.from = from;
    segment.to = to;
    segment.base = points;
    segment.span = {points, points};
    return segment;
}

/// A straight line through (at, base); its span is filled in where both ends are there.
Segment line(const std::optional<Number>& from, const std::optional<Number>& to, const Number& at, const Number& base,
             const Number& slope) {
    Segment segment;
    segment.from = from;
    segment.to = to;
    segment.at = at;
    segment.base = base;
    segment.slope = slope;
    segment.intercept = base - at * slope;
    const Number first = from ? points_at(segment, *from) : base;
    const Number last = to ? points_at(segment, *to) : base;
    segment.span = {min(first, last), max(first, last)};
    return segment;
}

Interval whole_span(const Bands& bands, const Number& points) {
    Interval span{Number(), points};
    for (const Band& row : bands.rows) {
        for (const auto& [reading, value] : row.points.by) span.low = min(span.low, min(value.at_from, value.at_to));
    }
    return span;
}

Segment segment_of_band(const Band& row, const Resolved<Inside>& inside, const Resolved<BandPoints>& points, const Interval& whole) {
    if (points.value == nullptr) {
        Segment unread = flat(row.from, row.to, Number());
        unread.known = false;
        unread.span = whole;
        unread.open = points.open;
        return unread;
    }
    const BandPoints& ends = *points.value;
    if (!ends.range || ends.at_from == ends.at_to) return flat(row.from, row.to, ends.at_from);
    const Number& least = min(ends.at_from, ends.at_to);
    const Number& most = max(ends.at_from, ends.at_to);
    if (inside.value == nullptr) {
        Segment unread = flat(row.from, row.to, Number());
        unread.known = false;
        unread.span = {least, most};
        unread.open = inside.open;
        return unread;
    }
    if (*inside.value == Inside::lower) return flat(row.from, row.to, least);
    if (*inside.value == Inside::upper) return flat(row.from, row.to, most);
    return line(row.from, row.to, *row.from, ends.at_from, (ends.at_to - ends.at_from) / (*row.to - *row.from));
}

/// The stretch beyond the outermost standard; @p slope is that of the neighbouring line.
Segment beyond(Beyond mode, const std::optional<Number>& from, const std::optional<Number>& to, const Number& edge, const Number& points,
               const Number& slope) {
    if (mode == Beyond::extend) return line(from, to, edge, points, slope);
    return flat(from, to, mode == Beyond::zero ? Number() : points);
}

void widen(std::optional<Interval>& hull, const Number& value) {
    if (!hull) {
        hull = Interval{value, value};
        return;
    }
    hull->low = min(hull->low, value);
    hull->high = max(hull->high, value);
}

}  // namespace

std::vector<Segment> segments_of_bands(const Bands& bands, const Number& points, const Choices& choices) {
    const Resolved<Inside> inside = choices.resolve(bands.inside);
    const Interval whole = whole_span(bands, points);
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < bands.rows.size(); ++i) {
        const Band& row = bands.rows[i];
        segments.push_back(segment_of_band(row, inside, choices.resolve(row.points), whole));
        segments.back().source = i;
    }
    std::stable_sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
        if (!a.from || !b.from) return !a.from && b.from;
        return *a.from < *b.from;
    });
    return segments;
}

std::vector<Segment> segments_of_efficacy(const std::vector<Standard>& standards, const Efficacy& rule, const Number& points) {
    const bool less_is_better = standards.front().at < standards.back().at;
    std::vector<std::size_t> order(standards.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = less_is_better ? i : order.size() - 1 - i;
    const auto at = [&](std::size_t i) -> const Number& { return standards[order[i]].at; };
    const auto worth = [&](std::size_t i) { return points * standards[order[i]].coefficient; };
    const auto slope = [&](std::size_t i) { return (worth(i + 1) - worth(i)) / (at(i + 1) - at(i)); };
    const std::size_t last = order.size() - 1;
    const Beyond low_side = less_is_better ? rule.above : rule.below;
    const Beyond high_side = less_is_better ? rule.below : rule.above;

    std::vector<Segment> segments;
    segments.push_back(beyond(low_side, std::nullopt, at(0), at(0), worth(0), slope(0)));
    for (std::size_t i = 0; i < last; ++i) {
        segments.push_back(line(at(i), at(i + 1), at(i), worth(i), slope(i)));
        segments.back().source = std::min(order[i], order[i + 1]);
    }
    // The worst standard value itself still earns its coefficient; only what is worse gets nothing.
    if (high_side == Beyond::zero) segments.back().to_included = true;
    segments.push_back(beyond(high_side, at(last), std::nullopt, at(last), worth(last), slope(last - 1)));
    if (high_side == Beyond::zero) segments.back().from_included = false;
    return segments;
}

std::vector<Segment> segments_of_ratio(const Number& standard, Beyond above, const Number& points) {
    const Number slope = points / standard;
    if (above == Beyond::extend) return {line(std::nullopt, std::nullopt, Number(), Number(), slope)};
    return {line(std::nullopt, standard, Number(), Number(), slope), flat(standard, std::nullopt, points)};
}

std::vector<Segment> segments_of_goalposts(const Number& from, const Number& to, Beyond outside, const Number& points) {
    const Number slope = points / (to - from);
    if (outside == Beyond::extend) return {line(std::nullopt, std::nullopt, from, Number(), slope)};
    const bool rising = from < to;
    const Number& low = min(from, to);
    const Number& high = max(from, to);
    return {flat(std::nullopt, low, rising ? Number() : points), line(low, high, from, Number(), slope),
            flat(high, std::nullopt, rising ? points : Number())};
}

Interval bounds_of_segments(const std::vector<Segment>& segments, const Slot& slot) {
    std::optional<Interval> hull;
    for (const Segment& segment : segments) {
        if (slot.min && segment.to && (segment.to_included ? *segment.to < *slot.min : *segment.to <= *slot.min)) continue;
        if (slot.max && segment.from && (segment.from_included ? *segment.from > *slot.max : *segment.from >= *slot.max)) continue;
        if (!segment.known || segment.slope.sign() == 0) {
            widen(hull, segment.span.low);
            widen(hull, segment.span.high);
            continue;
        }
        const bool clip_low = slot.min && (!segment.from || *segment.from < *slot.min);
        const bool clip_high = slot.max && (!segment.to || *slot.max < *segment.to);
        const std::optional<Number>& first = clip_low ? slot.min : segment.from;
        const std::optional<Number>& last = clip_high ? slot.max : segment.to;
        if (first) widen(hull, points_at(segment, *first));
        if (last) widen(hull, points_at(segment, *last));
    }
    return hull.value_or(Interval{});
}

}  // namespace biaochi::detail
