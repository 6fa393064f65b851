/// @file
/// Bounds of sums and means.

#include "ruleset/group_bounds.hpp"

namespace biaochi::detail {
namespace {

Interval bounds_of_sum(const std::vector<PlanNode>& nodes, const PlanNode& group, const std::vector<Number>* times) {
    Interval bounds;
    for (const std::size_t part : group.parts) {
        const Interval& each = nodes[part].bounds;
        bounds.low += times == nullptr ? each.low : each.low * (*times)[part];
        bounds.high += times == nullptr ? each.high : each.high * (*times)[part];
    }
    const Number& most = group.source->points;
    return group.source->cap ? Interval{min(bounds.low, most), min(bounds.high, most)} : bounds;
}

Interval bounds_of_mean(const std::vector<PlanNode>& nodes, const PlanNode& group) {
    Interval bounds = nodes[group.parts.front()].bounds;
    for (const std::size_t part : group.parts) {
        const Interval& each = nodes[part].bounds;
        bounds = {min(bounds.low, each.low), max(bounds.high, each.high)};
    }
    return bounds;
}

}  // namespace

void set_group_bounds(std::vector<PlanNode>& nodes, std::size_t index, const std::vector<Number>* times) {
    PlanNode& group = nodes[index];
    const bool is_sum = group.source->combine == Combine::sum;
    group.bounds = is_sum ? bounds_of_sum(nodes, group, times) : bounds_of_mean(nodes, group);
    if (!group.source->round) return;
    group.bounds = {round(group.bounds.low, *group.source->round), round(group.bounds.high, *group.source->round)};
}

}  // namespace biaochi::detail
