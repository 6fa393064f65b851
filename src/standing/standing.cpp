/// @file
/// Ranks inside each period and, where the rulebook says so, each peer group.

#include "biaochi/standing/standing.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "biaochi/core/error.hpp"
#include "biaochi/core/rounding.hpp"
#include "standing/ranks.hpp"

namespace biaochi {

namespace {

using Cohort = std::pair<std::string_view, std::string_view>;  ///< period and peer group

bool has_score(const Scorecard& card) { return !card.nodes.empty() && card.nodes.front().state == NodeState::scored; }

std::map<Cohort, std::vector<std::size_t>> cohorts(const Ranking& ranking, std::span<const Record> records,
                                                   std::span<const Scorecard> cards) {
    std::map<Cohort, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!has_score(cards[i])) continue;
        const std::string_view group = ranking.within_group ? std::string_view(records[i].group) : std::string_view();
        members[Cohort(records[i].period, group)].push_back(i);
    }
    return members;
}

}  // namespace

std::vector<Standing> standings(const Ruleset& rules, std::span<const Record> records, std::span<const Scorecard> cards) {
    if (records.size() != cards.size()) {
        throw Error(ErrorCode::out_of_range, "standings: there must be one scorecard a record");
    }
    const Rulebook& book = rules.rulebook();
    std::vector<Standing> result(records.size());
    for (const auto& [cohort, members] : cohorts(book.ranking, records, cards)) {
        std::vector<Interval> values;
        values.reserve(members.size());
        for (const std::size_t i : members) values.push_back(compared(cards[i].nodes.front().points, book));
        auto ranks = rank_ranges(values, book.ranking.ties, step(book));
        for (std::size_t k = 0; k < members.size(); ++k) {
            Standing& standing = result[members[k]];
            standing.classes = classify(rules, cards[members[k]].nodes.front().points);
            standing.ranked = true;
            standing.best = std::move(ranks[k].low);
            standing.worst = std::move(ranks[k].high);
        }
    }
    return result;
}

}  // namespace biaochi
