/// @file
/// What the classes Scorecard and Table answer.

#include "scorecard.hpp"

#include <utility>

#include "biaochi/explain/results.hpp"

namespace biaochi::python {

Table make_table(const std::shared_ptr<const Rules>& rules, std::vector<Record> records) {
    const py::gil_scoped_release free;
    std::vector<Scorecard> cards;
    cards.reserve(records.size());
    for (const Record& record : records) cards.push_back(biaochi::score(rules->ruleset, record));
    std::vector<Standing> ranks = standings(rules->ruleset, records, cards);
    Table table;
    table.json = results_json(rules->ruleset, records, cards, ranks);
    for (std::size_t i = 0; i < records.size(); ++i) {
        table.cards.push_back(std::make_shared<Card>(Card{rules, std::move(records[i]), std::move(cards[i]), std::move(ranks[i])}));
    }
    return table;
}

std::optional<Range> points_of(const Card& card, std::size_t node) {
    const NodeOutcome& outcome = card.card.nodes[node];
    if (outcome.state != NodeState::scored) return std::nullopt;
    return Range{outcome.points, card.rules->ruleset.rulebook().shown};
}

std::vector<std::string> classes_of(const Card& card) {
    const Ruleset& rules = card.rules->ruleset;
    std::vector<std::string> ids;
    const auto points = points_of(card, 0);
    if (!points) return ids;
    const std::vector<std::size_t> possible = card.standing ? card.standing->classes : classify(rules, points->ends);
    for (const std::size_t index : possible) ids.push_back(rules.cuts()[index].id);
    return ids;
}

}  // namespace biaochi::python
