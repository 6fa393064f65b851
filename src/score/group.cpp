/// @file
/// Sums and means of parts, with excluded ones left out and the rest rescaled.

#include "score/group.hpp"

#include "biaochi/core/elementary.hpp"

namespace biaochi::detail {
namespace {

/// The parts that take part, and their share.
struct Present {
    Number share;  ///< points or weights of the parts that are present
    Number whole;  ///< of all parts
    std::size_t count = 0;
    bool refused = false;
};

/// A group with all that combining its parts needs.
struct Group {
    const PlanNode& node;
    const std::vector<PlanNode>& nodes;
    const Scorecard& card;
    const PartWeights* weights;  ///< null: as the rules say

    /// What a part counts for: its points under a sum, its weight under a mean.
    [[nodiscard]] const Number& measure(std::size_t part) const {
        if (weights != nullptr) return weights->measure[part];
        const Node& source = *nodes[part].source;
        return node.source->combine == Combine::sum ? source.points : source.weight;
    }
};

Present find_present(const Group& group) {
    const auto& [node, nodes, card, weights] = group;
    Present present;
    for (const std::size_t part : node.parts) {
        const Number& share = group.measure(part);
        present.whole += share;
        const NodeState state = card.nodes[part].state;
        present.refused = present.refused || state == NodeState::refused;
        if (state != NodeState::scored) continue;
        present.share += share;
        ++present.count;
    }
    return present;
}

/// Which end of the parts' intervals to combine.
using End = Number Interval::*;

Number sum_of(const Group& group, End end) {
    Number sum;
    for (const std::size_t part : group.node.parts) {
        const NodeOutcome& outcome = group.card.nodes[part];
        if (outcome.state != NodeState::scored) continue;
        // Two statements: a choice of the two would copy the number.
        if (group.weights == nullptr) {
            sum += outcome.points.*end;
        } else {
            sum += outcome.points.*end * group.weights->times[part];
        }
    }
    return sum;
}

Number arithmetic_mean(const Group& group, End end) {
    Number sum;
    Number weights;
    for (const std::size_t part : group.node.parts) {
        const NodeOutcome& outcome = group.card.nodes[part];
        if (outcome.state != NodeState::scored) continue;
        sum += group.measure(part) * (outcome.points.*end);
        weights += group.measure(part);
    }
    return sum / weights;
}

Number harmonic_mean(const Group& group, End end) {
    Number sum;
    Number weights;
    for (const std::size_t part : group.node.parts) {
        const NodeOutcome& outcome = group.card.nodes[part];
        if (outcome.state != NodeState::scored) continue;
        const Number& value = outcome.points.*end;
        if (value.sign() <= 0) return Number();
        sum += group.measure(part) / value;
        weights += group.measure(part);
    }
    return weights / sum;
}

Number mean_by_roots(const Group& group, End end) {
    std::vector<Number> values;
    std::vector<Number> weights;
    for (const std::size_t part : group.node.parts) {
        const NodeOutcome& outcome = group.card.nodes[part];
        if (outcome.state != NodeState::scored) continue;
        values.push_back(outcome.points.*end);
        weights.push_back(group.measure(part));
    }
    return geometric_mean(values, weights, *group.node.source->precision);
}

Number combine(const Group& group, End end) {
    switch (group.node.source->combine) {
        case Combine::sum:
            return sum_of(group, end);
        case Combine::arithmetic:
            return arithmetic_mean(group, end);
        case Combine::harmonic:
            return harmonic_mean(group, end);
        case Combine::geometric:
            return mean_by_roots(group, end);
    }
    return Number();
}

bool all_decided(const Group& group) {
    for (const std::size_t part : group.node.parts) {
        const NodeOutcome& outcome = group.card.nodes[part];
        if (outcome.state == NodeState::scored && !outcome.points.decided()) return false;
    }
    return true;
}

}  // namespace

void score_group(const PlanNode& node, const std::vector<PlanNode>& nodes, Scorecard& card, NodeOutcome& outcome,
                 const PartWeights* weights) {
    const Group group{node, nodes, card, weights};
    const Present present = find_present(group);
    if (present.refused || present.count == 0) {
        outcome.state = present.refused ? NodeState::refused : NodeState::excluded;
        outcome.cause = Cause::by_status;
        return;
    }
    const bool complete = present.count == node.parts.size();
    outcome.present = complete ? Number(1) : present.share / present.whole;
    if (!complete && outcome.present < node.source->coverage) {
        outcome.cause = Cause::unknown;
        outcome.raw = outcome.points = node.bounds;
        return;
    }
    outcome.raw.low = combine(group, &Interval::low);
    outcome.raw.high = all_decided(group) ? outcome.raw.low : combine(group, &Interval::high);
    outcome.points = outcome.raw;
    if (node.source->combine != Combine::sum) return;
    if (!complete) {
        outcome.points.low /= outcome.present;
        outcome.points.high /= outcome.present;
    }
    if (!node.source->cap) return;
    const Number& most = node.source->points;
    outcome.capped = outcome.points.low > most;
    if (outcome.points.low > most) outcome.points.low = most;
    if (outcome.points.high > most) outcome.points.high = most;
}

}  // namespace biaochi::detail
