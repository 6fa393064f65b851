/// @file
/// Estimates in blocks, exact scores in blocks, and how far a double may be off.

#include "batch/score_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "batch/exact.hpp"
#include "batch/workers.hpp"
#include "biaochi/core/error.hpp"
#include "standing/ranks.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t estimate_block = std::size_t{1} << 14U;
constexpr std::size_t exact_block = std::size_t{1} << 8U;

std::size_t blocks_of(std::size_t count, std::size_t block) { return (count + block - 1) / block; }

std::function<bool(std::size_t)> by_parts(const Watch& watch, std::size_t parts) {
    if (!watch) return {};
    return [&watch, parts](std::size_t done) { return watch(static_cast<double>(done) / static_cast<double>(parts)); };
}

}  // namespace

Watch stage(const std::function<bool(std::size_t done)>& watch, std::size_t rows, int number) {
    if (!watch) return {};
    return
        [&watch, rows, number](double share) { return watch(static_cast<std::size_t>(static_cast<double>(rows) * (number + share) / 2)); };
}

ScoreSource score_source(const BatchScorer& scorer, std::span<const Column> columns, std::size_t rows, unsigned threads, VectorCode code) {
    constexpr std::size_t most = UINT32_MAX - 2;
    if (rows > most) throw Error(ErrorCode::out_of_range, std::to_string(rows) + " rows; at most 4294967293 can be ranked");
    if (has_errors(scorer.check(columns, rows))) throw Error(ErrorCode::out_of_range, "a column cannot be read; check() says why");
    ScoreSource source{scorer, columns, rows, worker_count(threads), code};
    if (scorer.estimates() && code != VectorCode::none) {
        source.error = scorer.error();
        source.unit = scorer.grid_unit();
        source.estimate = [&scorer, columns, code](std::size_t first, std::size_t count, double* low, double* high) {
            scorer.estimate(columns, first, count, low, high, code);
        };
        if (source.unit.sign() > 0) {
            source.grid = [&scorer, columns](std::size_t first, std::size_t count, std::int64_t* low, std::int64_t* high) {
                scorer.grid(columns, first, count, low, high);
            };
        }
    }
    return source;
}

bool exact_scores(const ScoreSource& source, std::span<const RowIndex> rows, Interval* scores, std::uint8_t* scored, const Watch& watch) {
    if (rows.empty()) return true;
    const std::size_t blocks = blocks_of(rows.size(), exact_block);
    const auto workers = static_cast<unsigned>(std::min<std::size_t>(source.workers, blocks));
    std::vector<ExactRow> rooms(workers, ExactRow(source.scorer.rules()));
    const auto score_block = [&](unsigned worker, std::size_t block) {
        ExactRow& room = rooms[worker];
        const std::size_t end = std::min(rows.size(), (block + 1) * exact_block);
        for (std::size_t i = block * exact_block; i < end; ++i) {
            room.score(source.columns, rows[i]);
            const RowStatus status = room.status();
            scored[i] = status == RowStatus::decided || status == RowStatus::undetermined ? 1 : 0;
            if (scored[i] != 0) scores[i] = room.card().nodes.front().points;
        }
    };
    return do_parts(workers, blocks, score_block, by_parts(watch, blocks));
}

ScoreTable::ScoreTable(const ScoreSource& source, bool rounded)
    : source_(source), rounded_(rounded && source.scorer.rules().rulebook().ranking.compare == Compare::rounded) {
    low_.assign(source.rows, std::numeric_limits<double>::quiet_NaN());
    high_ = low_;
    states_.assign(source.rows, State::estimated);
    places_.assign(source.rows, 0);
}

bool ScoreTable::estimate(const Watch& watch) {
    if (rounded_ || !source_.estimate) return true;
    const std::size_t blocks = blocks_of(rows(), estimate_block);
    const auto estimate_one = [this](unsigned, std::size_t block) {
        const std::size_t first = block * estimate_block;
        const std::size_t count = std::min(estimate_block, rows() - first);
        source_.estimate(first, count, low_.data() + first, high_.data() + first);
    };
    return do_parts(source_.workers, blocks, estimate_one, by_parts(watch, blocks));
}

bool ScoreTable::fill(const Watch& watch) {
    constexpr double half = 0.5;
    if (!estimate(watch ? [&watch](double share) { return watch(half * share); } : Watch())) return false;
    std::vector<RowIndex> unknown;
    for (RowIndex row = 0; row < rows(); ++row) {
        if (std::isnan(low_[row]) || std::isnan(high_[row])) unknown.push_back(row);
    }
    const bool finished = make_exact(unknown, watch ? [&watch](double share) { return watch(half + half * share); } : Watch());
    settle_gap();
    return finished;
}

Interval ScoreTable::exact(RowIndex row) const {
    if (!is_on_grid(row)) return exact_[places_[row]];
    const GridScore& score = on_grid(row);
    Number low = Number(score.low) * source_.unit;
    Number high = score.low == score.high ? low : Number(score.high) * source_.unit;
    return {std::move(low), std::move(high)};
}

/// What had no estimate gets the exact value's double; the order of estimates stays.
void ScoreTable::keep_double(RowIndex row) {
    if (!std::isnan(low_[row]) && !std::isnan(high_[row])) return;
    const Interval score = exact(row);
    low_[row] = score.low.approximate();
    high_[row] = score.high.approximate();
}

/// The grid is found for whole blocks; where only a few rows of one are wanted, row by row is quicker.
std::vector<GridScore> ScoreTable::find_on_grid(std::span<const RowIndex> wanted) const {
    constexpr std::size_t as_quick = 64;  // rows by the grid in the time of one by itself
    std::vector<std::size_t> starts;      // of blocks among those wanted
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i == 0 || wanted[i] / estimate_block != wanted[i - 1] / estimate_block) starts.push_back(i);
    }
    starts.push_back(wanted.size());
    std::vector<GridScore> found(wanted.size());
    do_parts(source_.workers, starts.size() - 1, [&](unsigned, std::size_t block) {
        const std::span<const RowIndex> some = wanted.subspan(starts[block], starts[block + 1] - starts[block]);
        const std::size_t first = some.front();
        const std::size_t count = some.back() - first + 1;
        if (count > some.size() * as_quick) return;
        std::vector<std::int64_t> low(count);
        std::vector<std::int64_t> high(count);
        source_.grid(first, count, low.data(), high.data());
        for (std::size_t i = 0; i < some.size(); ++i) found[starts[block] + i] = {low[some[i] - first], high[some[i] - first]};
    });
    return found;
}

/// @param wanted  ascending; those found are taken off
void ScoreTable::place_on_grid(std::vector<RowIndex>& wanted) {
    if (rounded_ || !source_.grid || wanted.empty()) return;
    const std::vector<GridScore> found = find_on_grid(wanted);
    grid_.reserve(grid_.size() + wanted.size());
    std::size_t left = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const RowIndex row = wanted[i];
        if (found[i].low == no_units || found[i].high == no_units) {
            wanted[left++] = row;
            continue;
        }
        states_[row] = State::on_grid;
        places_[row] = static_cast<RowIndex>(grid_.size());
        grid_.push_back(found[i]);
        keep_double(row);
    }
    wanted.resize(left);
}

bool ScoreTable::place_exactly(std::span<const RowIndex> wanted, const Watch& watch) {
    std::vector<Interval> scores(wanted.size());
    std::vector<std::uint8_t> scored(wanted.size());
    if (!exact_scores(source_, wanted, scores.data(), scored.data(), watch)) return false;
    const Rulebook& book = source_.scorer.rules().rulebook();
    exact_.reserve(exact_.size() + wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const RowIndex row = wanted[i];
        states_[row] = scored[i] != 0 ? State::exact : State::unscored;
        if (scored[i] == 0) continue;
        places_[row] = static_cast<RowIndex>(exact_.size());
        exact_.push_back(rounded_ ? compared(scores[i], book) : std::move(scores[i]));
        keep_double(row);
    }
    return true;
}

bool ScoreTable::make_exact(std::span<const RowIndex> rows, const Watch& watch) {
    std::vector<RowIndex> wanted;
    wanted.reserve(rows.size());
    for (const RowIndex row : rows) {
        if (states_[row] == State::estimated) wanted.push_back(row);
    }
    if (!std::is_sorted(wanted.begin(), wanted.end())) std::sort(wanted.begin(), wanted.end());
    place_on_grid(wanted);
    return place_exactly(wanted, watch);
}

/// An estimate is within the scorer's bound; the double of an exact score within half a unit of its last place, 2^-53 of it or the
/// least double there is. Two of them, and a little for the rounding of these very sums.
void ScoreTable::settle_gap() noexcept {
    constexpr double last_place = std::numeric_limits<double>::epsilon();
    constexpr double a_little_more = 1 + 1e-9;
    double largest = 0;
    for (RowIndex row = 0; row < rows(); ++row) {
        if (has_score(row)) largest = std::max({largest, std::abs(low_[row]), std::abs(high_[row])});
    }
    const double off = source_.error + largest * last_place + std::numeric_limits<double>::min();
    gap_ = 2 * off * a_little_more;
}

}  // namespace biaochi::detail
