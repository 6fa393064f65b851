/// @file
/// Bounds of points from the written structure.

#include "rulebook/bounds.hpp"

#include <algorithm>

namespace biaochi::detail {
namespace {

using Bounds = std::optional<Interval>;

void widen(Interval& hull, const Number& value) {
    hull.low = min(hull.low, value);
    hull.high = max(hull.high, value);
}

Bounds of_bands(const Bands& bands) {
    Bounds hull;
    for (const Band& row : bands.rows) {
        for (const auto& [reading, points] : row.points.by) {
            if (!hull) hull = Interval{points.at_from, points.at_from};
            widen(*hull, points.at_from);
            widen(*hull, points.at_to);
        }
    }
    return hull;
}

Bounds of_options(const Options& options, const Number& most) {
    Interval sum;
    for (const OptionGroup& group : options.groups) {
        for (const auto& [option, points] : group.points) {
            if (points.sign() < 0) sum.low += points;
            if (points.sign() > 0) sum.high += points;
        }
    }
    return Interval{sum.low, min(sum.high, most)};
}

Bounds of_efficacy(const Efficacy& efficacy, const Number& points, const Fact* fact) {
    Interval hull;
    for (const auto& [reading, rows] : efficacy.standards.by) {
        if (rows.size() < 2) continue;
        for (const Standard& row : rows) widen(hull, points * row.coefficient);
        const auto beyond = [&](const Standard& outer, const Standard& inner, const std::optional<Number>& bound) {
            if (!bound || outer.at == inner.at) return;
            const Number slope = (outer.coefficient - inner.coefficient) / (outer.at - inner.at);
            widen(hull, points * (outer.coefficient + (*bound - outer.at) * slope));
        };
        const bool rising = rows.front().at < rows.back().at;
        if (fact == nullptr) continue;
        if (efficacy.above == Beyond::extend) beyond(rows.front(), rows[1], rising ? fact->min : fact->max);
        if (efficacy.below == Beyond::extend) beyond(rows.back(), rows[rows.size() - 2], rising ? fact->max : fact->min);
    }
    return hull;
}

Bounds of_goalposts(const Goalposts& posts, const Number& points, const Fact* fact) {
    Interval hull{Number(), points};
    if (posts.outside != Beyond::extend || fact == nullptr) return hull;
    for (const auto& [from_reading, from] : posts.from.by) {
        for (const auto& [to_reading, to] : posts.to.by) {
            if (from == to) continue;
            for (const auto& bound : {fact->min, fact->max}) {
                if (bound) widen(hull, points * (*bound - from) / (to - from));
            }
        }
    }
    return hull;
}

Bounds of_leaf(const Rulebook& book, const Node& node) {
    const Fact* fact = find(book.facts, node.fact);
    if (const auto* bands = std::get_if<Bands>(&node.method)) return of_bands(*bands);
    if (const auto* options = std::get_if<Options>(&node.method)) return of_options(*options, node.points);
    if (const auto* efficacy = std::get_if<Efficacy>(&node.method)) return of_efficacy(*efficacy, node.points, fact);
    if (const auto* posts = std::get_if<Goalposts>(&node.method)) return of_goalposts(*posts, node.points, fact);
    Interval hull{Number(), node.points};
    const auto* ratio = std::get_if<Ratio>(&node.method);
    if (ratio == nullptr || ratio->above != Beyond::extend || fact == nullptr || !fact->max) return hull;
    for (const auto& [reading, standard] : ratio->standard.by) {
        if (standard.sign() > 0) widen(hull, node.points * *fact->max / standard);
    }
    return hull;
}

}  // namespace

std::optional<Interval> written_bounds(const Rulebook& book, const Node& node) {
    if (node.parts.empty()) return of_leaf(book, node);
    Interval sum;
    std::optional<Interval> hull;
    for (const Node& part : node.parts) {
        const Bounds bounds = written_bounds(book, part);
        if (!bounds) return std::nullopt;
        sum.low += bounds->low;
        sum.high += bounds->high;
        if (!hull) hull = bounds;
        widen(*hull, bounds->low);
        widen(*hull, bounds->high);
    }
    if (node.combine != Combine::sum) return hull;
    if (node.cap) sum.high = min(sum.high, node.points);
    return sum;
}

}  // namespace biaochi::detail
