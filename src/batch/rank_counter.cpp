/// @file
/// Counting ends above, and equal ones.

#include "batch/rank_counter.hpp"

#include "standing/ranks.hpp"

namespace biaochi::detail {
namespace {

double rank_of(std::size_t above) { return static_cast<double>(above) + 1; }

/// Half a rank for every value that a tie cannot be avoided with.
double half(std::size_t ties) { return static_cast<double>(ties) / 2; }

}  // namespace

void RankCounter::take(std::span<const RowSide> equal) {
    if (ties_ == Ties::dense) {
        note_value(equal);
    } else {
        count(equal);
    }
}

/// Oneself is counted with the others and taken off again, as in rank_ranges().
void RankCounter::count(std::span<const RowSide> equal) {
    std::size_t lows = 0;
    std::size_t highs = 0;
    for (const RowSide& end : equal) {
        if (end.side != Side::high) ++lows;
        if (end.side != Side::low) ++highs;
    }
    const bool average = ties_ == Ties::average;
    for (const RowSide& end : equal) {
        const std::size_t self_tied = end.side == Side::both ? 1 : 0;
        if (end.side != Side::low) best_[end.row] = rank_of(lows_above_) + (average ? half(lows - self_tied) : 0);
        if (end.side != Side::high) worst_[end.row] = rank_of(highs_above_ - (1 - self_tied)) + (average ? half(highs - self_tied) : 0);
    }
    lows_above_ += lows;
    highs_above_ += highs;
}

void RankCounter::note_value(std::span<const RowSide> equal) {
    for (const RowSide& end : equal) {
        if (end.side != Side::low) best_[end.row] = rank_of(values_);
        if (end.side != Side::high) worst_[end.row] = rank_of(values_);
        if (end.side == Side::both) decided_.push_back(end.row);
        if (end.side == Side::high) undecided_.push_back(end.row);
    }
    ++values_;
}

Interval RankCounter::order_of(RowIndex row) const {
    return {Number(-static_cast<std::int64_t>(worst_[row])), Number(-static_cast<std::int64_t>(best_[row]))};
}

/// Rows with the same decided value have the same ranks, and one of them is as good as all for the others.
void RankCounter::finish(const std::function<Interval(RowIndex)>& score_of, const std::optional<Number>& step) {
    if (undecided_.empty()) return;
    const auto score = [&](RowIndex row) { return score_of ? score_of(row) : order_of(row); };
    std::vector<Interval> values;
    std::vector<std::size_t> place(decided_.size());
    for (std::size_t i = 0; i < decided_.size(); ++i) {
        if (i == 0 || best_[decided_[i]] != best_[decided_[i - 1]]) values.push_back(score(decided_[i]));
        place[i] = values.size() - 1;
    }
    const std::size_t distinct = values.size();
    values.reserve(distinct + undecided_.size());
    for (const RowIndex row : undecided_) values.push_back(score(row));
    const std::vector<Interval> ranks = rank_ranges(values, ties_, step);
    const auto write = [&](RowIndex row, const Interval& rank) {
        best_[row] = rank.low.approximate();
        worst_[row] = rank.high.approximate();
    };
    for (std::size_t i = 0; i < decided_.size(); ++i) write(decided_[i], ranks[place[i]]);
    for (std::size_t i = 0; i < undecided_.size(); ++i) write(undecided_[i], ranks[distinct + i]);
}

}  // namespace biaochi::detail
