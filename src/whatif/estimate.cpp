/// @file
/// Coefficients, scores, ranks and classes of a draw.

#include "whatif/estimate.hpp"

#include <algorithm>
#include <cmath>

#include "biaochi/core/rounding.hpp"
#include "whatif/uniform.hpp"

namespace biaochi::detail {
namespace {

constexpr double unit = 0x1p-53;
constexpr std::uint64_t no_draw = static_cast<std::uint64_t>(-1);

}  // namespace

Estimate::Estimate(const WhatIf::Data& data, const DrawSource& source, VectorCode code)
    : data_(data),
      source_(source),
      loops_(detail::loops(code)),
      pieces_(make_pieces(data.rules)),
      ties_(data.rules.rulebook().ranking.ties),
      ranks_rounded_(data.rules.rulebook().ranking.compare == Compare::rounded),
      drawn_(data.variations.size()),
      by_node_(data.linear.coefficients, 1.0),
      coefficients_(data.linear.terms.size()),
      points_(data.linear.points),
      scores_(data.linear.rows.size()),
      rounded_(data.linear.rows.size()),
      ranks_(data.linear.rows.size()),
      passed_(data.linear.rows.size()),
      variant_(data),
      exact_draw_(no_draw),
      exact_(data.linear.rows.size()),
      constants_(data.linear.rows.size()),
      settled_in_(data.linear.rows.size(), no_draw) {}

/// From weights drawn to coefficients: the operations that pass_on() counts.
void Estimate::coefficients() {
    for (const CoefficientStep& step : data_.linear.steps) {
        double sum = 0;
        for (const auto& out : step.varied) sum += drawn_[out.variation];
        double varied = by_node_[step.base];
        double rest = varied;
        if (step.rescale && step.rest_whole <= 0) {
            varied *= step.whole / sum;
        } else if (step.rescale) {
            rest *= (step.whole - sum) / step.rest_whole;
        }
        if (step.mean) {
            const double divisor = step.rescale ? step.whole : sum + step.rest_whole;
            varied /= divisor;
            rest /= divisor;
        }
        for (const auto& out : step.varied) by_node_[out.coefficient] = drawn_[out.variation] * out.scale * varied;
        for (const auto& out : step.rest) by_node_[out.coefficient] = out.scale * rest;
    }
    for (std::size_t t = 0; t < coefficients_.size(); ++t) coefficients_[t] = by_node_[data_.linear.terms[t].coefficient];
}

void Estimate::begin_exact(std::uint64_t draw) {
    if (exact_draw_ == draw) return;
    variant_.draw(values_of(data_.variations, source_, draw));
    for (auto& score : exact_) score.reset();
    exact_draw_ = draw;
}

/// Scores the leaves that the draw changes, exactly, and takes their points as doubles.
bool Estimate::fill_leaves(std::uint64_t draw) {
    begin_exact(draw);
    const Linear& linear = data_.linear;
    for (std::size_t row = 0; row < linear.rows.size(); ++row) {
        if (linear.rows[row].records.empty()) continue;
        const std::size_t record = linear.rows[row].records.front();
        if (data_.changes.leaves[record].empty()) continue;
        variant_.score_leaves(record);
        for (std::size_t t = 0; t < linear.terms.size(); ++t) {
            const LinearTerm& term = linear.terms[t];
            if (term.leaf == no_index) continue;
            const NodeOutcome& outcome = variant_.outcome(record, term.leaf);
            if (outcome.state != NodeState::scored || !outcome.points.decided()) return false;
            const double points = outcome.points.low.approximate();
            if (!(std::abs(points) <= term.most)) return false;
            points_[t * linear.rows.size() + row] = points;
        }
    }
    return true;
}

const Number& Estimate::exact(std::uint64_t draw, std::size_t row) {
    const bool constant = data_.linear.rows[row].constant;
    if (constant && constants_[row]) return *constants_[row];
    begin_exact(draw);
    auto& score = constant ? constants_[row] : exact_[row];
    if (!score) {
        const std::size_t record = data_.linear.rows[row].records.front();
        variant_.score_leaves(record);
        score = variant_.score_groups(record).points.low;
    }
    return *score;
}

/// The exact score of a row that the estimate leaves open.
const Number& Estimate::settle(std::uint64_t draw, std::size_t row) {
    if (settled_in_[row] != draw) ++settled_;
    settled_in_[row] = draw;
    return exact(draw, row);
}

bool Estimate::answer(std::uint64_t draw) {
    const Linear& linear = data_.linear;
    uniforms(source_, draw, drawn_.size(), drawn_.data());
    for (std::size_t k = 0; k < drawn_.size(); ++k) drawn_[k] = linear.low[k] + linear.span[k] * drawn_[k];
    coefficients();
    const bool leaves_change = !data_.changes.edges.empty() || !data_.changes.figures.empty();
    if (leaves_change && !fill_leaves(draw)) return false;
    loops_.add_up(coefficients_.data(), points_.data(), coefficients_.size(), scores_.size(), scores_.data());
    if (ranks_rounded_ || pieces_.compare_rounded) round_scores(draw);
    for (const CohortRows& cohort : linear.cohorts) rank(draw, cohort);
    if (!pieces_.edges.empty()) classify(draw);
    return true;
}

/// Every two rows are surely in order exactly when the weights counted add up to those of all pairs.
void Estimate::rank(std::uint64_t draw, const CohortRows& cohort) {
    if (ranks_rounded_) return rank_with_care(draw, cohort);
    const Linear& linear = data_.linear;
    const std::int64_t* weights = linear.weights.data() + cohort.first;
    std::int64_t* ranks = ranks_.data() + cohort.first;
    loops_.count_above(scores_.data() + cohort.first, weights, cohort.padded, linear.margin, ranks);
    std::int64_t pairs = 0;
    for (std::size_t i = 0; i < cohort.padded; ++i) pairs += ranks[i] * weights[i];
    if (pairs != cohort.pairs) return rank_with_care(draw, cohort);
    if (ties_ != Ties::average) return;
    for (std::size_t i = 0; i < cohort.count; ++i) ranks[i] = 2 * ranks[i] + weights[i] - 1;
}

void Estimate::rank_with_care(std::uint64_t draw, const CohortRows& cohort) {
    const std::vector<double>& keys = ranks_rounded_ ? rounded_ : scores_;
    order_.clear();
    for (std::size_t i = 0; i < cohort.count; ++i) order_.push_back({cohort.first + i, false});
    std::sort(order_.begin(), order_.end(), [&](const Place& a, const Place& b) { return keys[a.row] > keys[b.row]; });
    if (ranks_rounded_) {
        for (std::size_t i = 1; i < order_.size(); ++i) order_[i].ties = keys[order_[i].row] == keys[order_[i - 1].row];
    } else {
        order_exactly(draw);
    }
    give_ranks();
}

/// Puts rows whose estimates are too near each other in order by their exact scores.
void Estimate::order_exactly(std::uint64_t draw) {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= order_.size(); ++i) {
        if (i < order_.size() && scores_[order_[i - 1].row] - scores_[order_[i].row] <= data_.linear.margin) continue;
        if (i - first > 1) {
            for (std::size_t k = first; k < i; ++k) static_cast<void>(settle(draw, order_[k].row));
            const auto begin = order_.begin() + static_cast<std::ptrdiff_t>(first);
            std::sort(begin, order_.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Place& a, const Place& b) { return exact(draw, a.row) > exact(draw, b.row); });
            for (std::size_t k = first + 1; k < i; ++k) order_[k].ties = exact(draw, order_[k].row) == exact(draw, order_[k - 1].row);
        }
        first = i;
    }
}

/// From the order of rows to ranks.
void Estimate::give_ranks() {
    std::int64_t above = 0;
    for (std::size_t i = 0; i < order_.size();) {
        std::int64_t records = 0;
        std::size_t end = i;
        for (; end < order_.size() && (end == i || order_[end].ties); ++end) {
            records += static_cast<std::int64_t>(data_.linear.rows[order_[end].row].records.size());
        }
        const std::int64_t rank = ties_ == Ties::average ? 2 * above + records - 1 : above;
        for (std::size_t k = i; k < end; ++k) ranks_[order_[k].row] = rank;
        above += ties_ == Ties::dense ? 1 : records;
        i = end;
    }
}

/// Rounds scores as they are shown, in units of the last place; exactly where the bound leaves it open.
void Estimate::round_scores(std::uint64_t draw) {
    const Rounding& shown = data_.rules.rulebook().shown;
    const double slack = (data_.linear.bound + 8 * unit * data_.linear.most) * pieces_.scale + 8 * unit;
    for (std::size_t row = 0; row < scores_.size(); ++row) {
        if (data_.linear.rows[row].records.empty()) continue;
        const double value = scores_[row] * pieces_.scale;
        rounded_[row] = round_in_units(value - slack, shown.mode);
        if (rounded_[row] == round_in_units(value + slack, shown.mode)) continue;
        const Number rounded = biaochi::round(settle(draw, row), shown);
        rounded_[row] = std::nearbyint(rounded.approximate() * pieces_.scale);
    }
}

void Estimate::classify(std::uint64_t draw) {
    if (pieces_.compare_rounded) {
        for (std::size_t row = 0; row < scores_.size(); ++row) {
            const auto passed = std::upper_bound(pieces_.rounded.begin(), pieces_.rounded.end(), rounded_[row]) - pieces_.rounded.begin();
            passed_[row] = passed;
        }
        return;
    }
    const double margin = data_.linear.margin + 4 * unit * std::abs(pieces_.near.back()) + 4 * unit * std::abs(pieces_.near.front());
    const bool sure = loops_.count_passed(scores_.data(), scores_.size(), pieces_.near.data(), pieces_.near.size(), margin, passed_.data());
    if (sure) return;
    for (std::size_t row = 0; row < scores_.size(); ++row) {
        if (data_.linear.rows[row].records.empty()) continue;
        const auto near = [&](double edge) { return !(scores_[row] > edge + margin) && !(scores_[row] < edge - margin); };
        if (std::none_of(pieces_.near.begin(), pieces_.near.end(), near)) continue;
        const auto passed = std::upper_bound(pieces_.edges.begin(), pieces_.edges.end(), settle(draw, row)) - pieces_.edges.begin();
        passed_[row] = passed;
    }
}

}  // namespace biaochi::detail
