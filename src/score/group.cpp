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

const Number& measure(const Node& group, const Node& part) { return group.combine == Combine::sum ? part.points : part.weight; }

Present find_present(const PlanNode& node, const std::vector<PlanNode>& nodes, const Scorecard& card) {
    Present present;
    for (const std::size_t part : node.parts) {
        const Number& share = measure(*node.source, *nodes[part].source);
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

Number sum_of(const PlanNode& node, const Scorecard& card, End end) {
    Number sum;
    for (const std::size_t part : node.parts) {
        const NodeOutcome& outcome = card.nodes[part];
        if (outcome.state == NodeState::scored) sum += outcome.points.*end;
    }
    return sum;
}

Number arithmetic_mean(const PlanNode& node, const std::vector<PlanNode>& nodes, const Scorecard& card, End end) {
    Number sum;
    Number weights;
    for (const std::size_t part : node.parts) {
        const NodeOutcome& outcome = card.nodes[part];
        if (outcome.state != NodeState::scored) continue;
        sum += nodes[part].source->weight * (outcome.points.*end);
        weights += nodes[part].source->weight;
    }
    return sum / weights;
}

Number harmonic_mean(const PlanNode& node, const std::vector<PlanNode>& nodes, const Scorecard& card, End end) {
    Number sum;
    Number weights;
    for (const std::size_t part : node.parts) {
        const NodeOutcome& outcome = card.nodes[part];
        if (outcome.state != NodeState::scored) continue;
        const Number& value = outcome.points.*end;
        if (value.sign() <= 0) return Number();
        sum += nodes[part].source->weight / value;
        weights += nodes[part].source->weight;
    }
    return weights / sum;
}

Number mean_by_roots(const PlanNode& node, const std::vector<PlanNode>& nodes, const Scorecard& card, End end) {
    std::vector<Number> values;
    std::vector<Number> weights;
    for (const std::size_t part : node.parts) {
        const NodeOutcome& outcome = card.nodes[part];
        if (outcome.state != NodeState::scored) continue;
        values.push_back(outcome.points.*end);
        weights.push_back(nodes[part].source->weight);
    }
    return geometric_mean(values, weights, *node.source->precision);
}

Number combine(const PlanNode& node, const std::vector<PlanNode>& nodes, const Scorecard& card, End end) {
    switch (node.source->combine) {
        case Combine::sum:
            return sum_of(node, card, end);
        case Combine::arithmetic:
            return arithmetic_mean(node, nodes, card, end);
        case Combine::harmonic:
            return harmonic_mean(node, nodes, card, end);
        case Combine::geometric:
            return mean_by_roots(node, nodes, card, end);
    }
    return Number();
}

bool all_decided(const PlanNode& node, const Scorecard& card) {
    for (const std::size_t part : node.parts) {
        const NodeOutcome& outcome = card.nodes[part];
        if (outcome.state == NodeState::scored && !outcome.points.decided()) return false;
    }
    return true;
}

}  // namespace

void score_group(const PlanNode& node, const std::vector<PlanNode>& nodes, Scorecard& card, NodeOutcome& outcome) {
    const Present present = find_present(node, nodes, card);
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
    outcome.raw.low = combine(node, nodes, card, &Interval::low);
    outcome.raw.high = all_decided(node, card) ? outcome.raw.low : combine(node, nodes, card, &Interval::high);
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
