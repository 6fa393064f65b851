/// @file
/// Counting ranks, classes and the ends of scores.

#include "whatif/tally.hpp"

#include <algorithm>

namespace biaochi::detail {
namespace {

/// So many draws may be kept as candidates for an end before they are settled.
constexpr std::size_t most_candidates = 64;

template <class T>
void add_all(std::vector<T>& sums, const std::vector<T>& more) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

void keep_least(std::optional<Extreme>& extreme, const Number& score, std::uint64_t draw) {
    if (extreme && (extreme->score < score || (extreme->score == score && extreme->draw <= draw))) return;
    extreme = Extreme{score, draw};
}

void keep_most(std::optional<Extreme>& extreme, const Number& score, std::uint64_t draw) {
    if (extreme && (extreme->score > score || (extreme->score == score && extreme->draw <= draw))) return;
    extreme = Extreme{score, draw};
}

Counts::Counts(std::size_t things, std::size_t rank_count, std::size_t class_count)
    : rank_width(rank_count),
      class_width(class_count + 1),
      ranks(things * rank_width),
      classes(things * class_width),
      least(things),
      most(things) {}

void Counts::merge(const Counts& other) {
    add_all(ranks, other.ranks);
    add_all(classes, other.classes);
    for (std::size_t i = 0; i < least.size(); ++i) {
        if (other.least[i]) keep_least(least[i], other.least[i]->score, other.least[i]->draw);
        if (other.most[i]) keep_most(most[i], other.most[i]->score, other.most[i]->draw);
    }
}

RowTally::RowTally(const WhatIf::Data& data, std::size_t ranks, std::size_t classes)
    : counts(data.linear.rows.size(), ranks, classes),
      sums(data.linear.rows.size()),
      linear_(data.linear),
      at_once_(!data.changes.edges.empty() || !data.changes.figures.empty()),
      least_mark_(sums.size(), std::numeric_limits<double>::infinity()),
      most_mark_(sums.size(), -std::numeric_limits<double>::infinity()),
      lows_(sums.size()),
      highs_(sums.size()) {
    for (std::size_t row = 0; row < sums.size(); ++row) {
        if (!linear_.rows[row].records.empty() && !linear_.rows[row].constant) continue;
        least_mark_[row] = -std::numeric_limits<double>::infinity();
        most_mark_[row] = std::numeric_limits<double>::infinity();
    }
}

void RowTally::add(Estimate& estimate, const ClassPieces& pieces, std::uint64_t draw) {
    const std::vector<double>& scores = estimate.scores();
    const bool has_classes = counts.class_width > 1;
    for (const CohortRows& cohort : linear_.cohorts) {
        for (std::size_t row = cohort.first; row < cohort.first + cohort.count; ++row) {
            ++counts.ranks[row * counts.rank_width + static_cast<std::size_t>(estimate.ranks()[row])];
            if (!has_classes) continue;
            const std::int16_t class_of = pieces.classes[static_cast<std::size_t>(estimate.passed()[row])];
            ++counts.classes[row * counts.class_width + static_cast<std::size_t>(class_of + 1)];
        }
    }
    for (std::size_t row = 0; row < scores.size(); ++row) sums[row] += scores[row];
    if (!estimate.loops().any_outside(scores.data(), least_mark_.data(), most_mark_.data(), scores.size())) return;
    for (std::size_t row = 0; row < scores.size(); ++row) {
        if (!linear_.rows[row].records.empty() && !linear_.rows[row].constant) note(estimate, row, scores[row], draw);
    }
}

void RowTally::note(Estimate& estimate, std::size_t row, double score, std::uint64_t draw) {
    if (score <= least_mark_[row]) {
        least_mark_[row] = std::min(least_mark_[row], score + linear_.margin);
        if (at_once_) {
            keep_least(counts.least[row], estimate.exact(draw, row), draw);
        } else {
            lows_[row].push_back({score, draw});
            std::erase_if(lows_[row], [&](const Candidate& each) { return each.score > least_mark_[row]; });
            if (lows_[row].size() > most_candidates) settle_least(estimate, row);
        }
    }
    if (score >= most_mark_[row]) {
        most_mark_[row] = std::max(most_mark_[row], score - linear_.margin);
        if (at_once_) {
            keep_most(counts.most[row], estimate.exact(draw, row), draw);
        } else {
            highs_[row].push_back({score, draw});
            std::erase_if(highs_[row], [&](const Candidate& each) { return each.score < most_mark_[row]; });
            if (highs_[row].size() > most_candidates) settle_most(estimate, row);
        }
    }
}

void RowTally::settle_least(Estimate& estimate, std::size_t row) {
    for (const Candidate& each : lows_[row]) keep_least(counts.least[row], estimate.exact(each.draw, row), each.draw);
    lows_[row].clear();
}

void RowTally::settle_most(Estimate& estimate, std::size_t row) {
    for (const Candidate& each : highs_[row]) keep_most(counts.most[row], estimate.exact(each.draw, row), each.draw);
    highs_[row].clear();
}

void RowTally::settle(Estimate& estimate, std::size_t row) {
    if (linear_.rows[row].constant) {
        keep_least(counts.least[row], estimate.exact(0, row), 0);
        keep_most(counts.most[row], estimate.exact(0, row), 0);
    }
    settle_least(estimate, row);
    settle_most(estimate, row);
}

RecordCounts::RecordCounts(const WhatIf::Data& data, std::size_t ranks, std::size_t classes)
    : counts(data.records.size(), ranks, classes),
      sums(data.records.size()),
      best(data.records.size(), std::numeric_limits<std::int64_t>::max()),
      worst(data.records.size(), -1),
      undecided(data.records.size()),
      unranked(data.records.size()) {}

void RecordCounts::add(const WhatIf::Data& data, const std::vector<Scorecard>& cards, const std::vector<Standing>& standings,
                       std::uint64_t draw) {
    const Ties ties = data.rules.rulebook().ranking.ties;
    for (std::size_t i = 0; i < standings.size(); ++i) {
        const Standing& standing = standings[i];
        const std::int16_t class_of = standing.classes.size() == 1 ? static_cast<std::int16_t>(standing.classes.front()) : no_class;
        ++counts.classes[i * counts.class_width + static_cast<std::size_t>(class_of + 1)];
        if (!standing.ranked) {
            ++unranked[i];
            continue;
        }
        const Interval& score = cards[i].nodes.front().points;
        keep_least(counts.least[i], score.low, draw);
        keep_most(counts.most[i], score.high, draw);
        sums[i] += (score.low.approximate() + score.high.approximate()) / 2;
        const std::int64_t first = code_of(standing.best, ties);
        best[i] = std::min(best[i], first);
        worst[i] = std::max(worst[i], code_of(standing.worst, ties));
        if (standing.best == standing.worst) {
            ++counts.ranks[i * counts.rank_width + static_cast<std::size_t>(first)];
        } else {
            ++undecided[i];
        }
    }
}

void RecordCounts::merge(const RecordCounts& other) {
    counts.merge(other.counts);
    add_all(undecided, other.undecided);
    add_all(unranked, other.unranked);
    for (std::size_t i = 0; i < best.size(); ++i) {
        best[i] = std::min(best[i], other.best[i]);
        worst[i] = std::max(worst[i], other.worst[i]);
    }
}

std::int64_t code_of(const Number& rank, Ties ties) {
    const Number code = ties == Ties::average ? rank * Number(2) - Number(2) : rank - Number(1);
    return code.small_numerator();
}

Number rank_of(std::int64_t code, Ties ties) { return ties == Ties::average ? Number(code + 2, 2) : Number(code + 1); }

}  // namespace biaochi::detail

namespace biaochi {

std::optional<Number> rank_at(const RecordTally& tally, const Number& share, Ties ties) {
    if (tally.undecided > 0 || tally.unranked > 0) return std::nullopt;
    std::uint64_t all = 0;
    for (const std::uint64_t draws : tally.ranks) all += draws;
    const Number wanted = share * Number(static_cast<std::int64_t>(all));
    std::uint64_t reached = 0;
    for (std::size_t i = 0; i < tally.ranks.size(); ++i) {
        reached += tally.ranks[i];
        if (reached > 0 && wanted <= Number(static_cast<std::int64_t>(reached))) return detail::rank_of(static_cast<std::int64_t>(i), ties);
    }
    return std::nullopt;
}

}  // namespace biaochi
