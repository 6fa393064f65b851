/// @file
/// The least and most points that any figures can give: nodes.

#include "rulebook/reach.hpp"

#include <algorithm>

#include "rulebook/reach_methods.hpp"

namespace biaochi::detail {

namespace {

Interval rounded(const Interval& reach, const std::optional<Rounding>& rule) {
    return rule ? Interval{round(reach.low, *rule), round(reach.high, *rule)} : reach;
}

bool may_be(const Choice<Treatment>& choice, Treatment treatment) {
    return std::any_of(choice.by.begin(), choice.by.end(), [&](const auto& each) { return each.second == treatment; });
}

bool some_status_may_be(const Treatments& treat, Treatment treatment) {
    return may_be(treat.missing, treatment) || may_be(treat.not_applicable, treatment) || may_be(treat.estimated, treatment) ||
           may_be(treat.rejected, treatment);
}

bool may_lose_parts(const Node& node) {
    if (node.parts.empty()) return some_status_may_be(node.treat, Treatment::exclude);
    return std::any_of(node.parts.begin(), node.parts.end(), may_lose_parts);
}

Interval any_leaf_reach(const Rulebook& rulebook, const Node& leaf) {
    Reach all;
    for (const World& world : worlds_of(rulebook, open_points_of(leaf.method))) {
        const Reach one = leaf_reach(rulebook, leaf, world);
        if (!one) continue;
        include(all, one->low);
        include(all, one->high);
    }
    if (!all) all = Interval{Number(0), leaf.points};
    if (some_status_may_be(leaf.treat, Treatment::zero)) include(all, Number(0));
    return *all;
}

/// The ends of a mean lie between the least and the greatest of its parts; so do those of a group that may lose parts, by share.
Interval between_shares(const Rulebook& rulebook, const Node& group) {
    Reach shares;
    for (const Node& part : group.parts) {
        const Interval one = node_reach(rulebook, part);
        include(shares, one.low / part.points);
        include(shares, one.high / part.points);
    }
    return {shares->low * group.points, shares->high * group.points};
}

Interval added_up(const Rulebook& rulebook, const Node& group) {
    Interval sum;
    for (const Node& part : group.parts) {
        const Interval one = node_reach(rulebook, part);
        sum.low += one.low;
        sum.high += one.high;
    }
    return sum;
}

Interval group_reach(const Rulebook& rulebook, const Node& group) {
    const bool by_share = group.combine != Combine::sum || may_lose_parts(group);
    Interval reach = by_share ? between_shares(rulebook, group) : added_up(rulebook, group);
    if (by_share && group.combine == Combine::sum) {
        const Interval whole = added_up(rulebook, group);
        reach = {min(reach.low, whole.low), max(reach.high, whole.high)};
    }
    if (group.cap) reach = {min(reach.low, group.points), min(reach.high, group.points)};
    return reach;
}

}  // namespace

std::optional<Interval> leaf_reach(const Rulebook& rulebook, const Node& leaf, const World& world) {
    const Fact* fact = find(rulebook.facts, leaf.fact);
    if (fact == nullptr) return std::nullopt;
    const Question question{leaf.points, *fact, world};
    Reach reach = std::visit([&question](const auto& method) { return reach_of(method, question); }, leaf.method);
    if (!reach) return reach;
    return rounded(*reach, leaf.round);
}

Interval node_reach(const Rulebook& rulebook, const Node& node) {
    return node.parts.empty() ? any_leaf_reach(rulebook, node) : rounded(group_reach(rulebook, node), node.round);
}

}  // namespace biaochi::detail
