/// @file
/// Scoring a record: leaves first, then the groups that they are parts of.

#include "biaochi/score/score.hpp"

#include "biaochi/core/error.hpp"
#include "score/leaf.hpp"
#include "score/node.hpp"

namespace biaochi {
namespace {

void clear(NodeOutcome& outcome) {
    static const Number zero;
    outcome.state = NodeState::scored;
    outcome.cause = Cause::none;
    outcome.capped = false;
    outcome.rounded = false;
    outcome.points.low = outcome.points.high = zero;
    outcome.raw.low = outcome.raw.high = zero;
    outcome.present = zero;
    outcome.segment = no_index;
}

void apply_rounding(const Rounding& rule, NodeOutcome& outcome) {
    const Number low = round(outcome.points.low, rule);
    const Number high = outcome.points.decided() ? low : round(outcome.points.high, rule);
    outcome.rounded = low != outcome.points.low || high != outcome.points.high;
    outcome.points = {low, high};
}

}  // namespace

namespace detail {

void score_node(const Ruleset& rules, const std::vector<PlanNode>& nodes, std::size_t index, const Record& record, Scorecard& card,
                const PartWeights* weights) {
    const PlanNode& node = nodes[index];
    NodeOutcome& outcome = card.nodes[index];
    clear(outcome);
    if (node.parts.empty()) {
        score_leaf(rules, node, record, outcome);
    } else {
        score_group(node, nodes, card, outcome, weights);
    }
    if (node.source->round && outcome.state == NodeState::scored) apply_rounding(*node.source->round, outcome);
}

}  // namespace detail

void score(const Ruleset& rules, const Record& record, Scorecard& card) {
    const std::vector<PlanNode>& nodes = rules.nodes();
    if (nodes.empty()) throw Error(ErrorCode::wrong_ruleset, "the rulebook has no score tree");
    if (record.cells.size() != rules.slots().size()) {
        throw Error(ErrorCode::wrong_ruleset, "the record was laid out for other rules: " + std::to_string(record.cells.size()) +
                                                  " figures, expected " + std::to_string(rules.slots().size()));
    }
    card.nodes.resize(nodes.size());
    // Pre-order puts parts behind their parent, so that going backwards meets them first.
    for (std::size_t i = nodes.size(); i-- > 0;) detail::score_node(rules, nodes, i, record, card, nullptr);
}

Scorecard score(const Ruleset& rules, const Record& record) {
    Scorecard card;
    score(rules, record, card);
    return card;
}

}  // namespace biaochi
