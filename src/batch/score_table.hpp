#pragma once
/// @file
/// The scores of rows as doubles that are close enough for most comparisons, and exactly where somebody asks.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "biaochi/batch/batch.hpp"

namespace biaochi::detail {

/// A row by its number. Tables of more than 2^32 - 3 rows are refused.
using RowIndex = std::uint32_t;

/// Told how much of some work is done, from 0 to 1; false: stop. May be empty.
using Watch = std::function<bool(double share)>;

/// Work has two stages, each of which may take most of the time; they are told as half of the rows each.
/// @param watch   told the rows done; may be empty
/// @param number  0 or 1
/// @return what a stage tells its share; outlived by @p watch
[[nodiscard]] Watch stage(const std::function<bool(std::size_t done)>& watch, std::size_t rows, int number);

/// Estimates scores as BatchScorer::estimate() does: those of @p count rows from @p first on.
using Estimate = std::function<void(std::size_t first, std::size_t count, double* low, double* high)>;

/// Gives exact scores as whole multiples of a unit as BatchScorer::grid() does.
using Grid = std::function<void(std::size_t first, std::size_t count, std::int64_t* low, std::int64_t* high)>;

/// What scores are read from.
struct ScoreSource {
    const BatchScorer& scorer;
    std::span<const Column> columns;
    std::size_t rows = 0;
    unsigned workers = 1;
    VectorCode code = VectorCode::best;
    Estimate estimate{};  ///< empty: there is none
    double error = 0;     ///< how far an estimate may be from the exact score
    Grid grid{};          ///< empty: there is none
    Number unit{};        ///< of the grid
};

/// @param threads  as of BatchRequest
/// @return the source of a scorer's scores
/// @throws Error with code out_of_range where check() would find an error, or there are too many rows
[[nodiscard]] ScoreSource score_source(const BatchScorer& scorer, std::span<const Column> columns, std::size_t rows, unsigned threads,
                                       VectorCode code);

/// Scores exactly, by any number of threads, row by row.
/// @param source  the rows
/// @param rows    which of them
/// @param scores  room for one interval a row of @p rows
/// @param scored  room for one mark a row of @p rows: whether it has a score
/// @return false where @p watch stopped it
bool exact_scores(const ScoreSource& source, std::span<const RowIndex> rows, Interval* scores, std::uint8_t* scored, const Watch& watch);

/// A score in whole units of the grid.
struct GridScore {
    std::int64_t low = no_units;
    std::int64_t high = no_units;
};

/// Scores of rows: first as doubles, then exactly for those that are asked for, each once.
class ScoreTable {
public:
    using At = double;

    /// @param rounded  scores are compared as the rulebook ranks them, which may be rounded; no: always as they are
    ScoreTable(const ScoreSource& source, bool rounded);

    /// Fills all rows; those that cannot be estimated exactly.
    /// @return false where @p watch stopped it
    bool fill(const Watch& watch);
    /// Makes rows exact that are not yet: where rows are many by the grid, otherwise row by row.
    /// @return false where @p watch stopped it
    bool make_exact(std::span<const RowIndex> rows, const Watch& watch);

    [[nodiscard]] std::size_t rows() const noexcept { return low_.size(); }
    [[nodiscard]] bool has_score(RowIndex row) const noexcept { return states_[row] != State::unscored; }
    [[nodiscard]] double low(RowIndex row) const noexcept { return low_[row]; }
    [[nodiscard]] double high(RowIndex row) const noexcept { return high_[row]; }
    /// @return more than two doubles together are off; where ends differ by more, their exact values are in the order of the doubles
    [[nodiscard]] double gap() const noexcept { return gap_; }
    /// @return whether the exact value of an end is below that of another, by their doubles alone
    [[nodiscard]] bool surely_below(double end, double mark) const noexcept { return mark - end > gap_; }
    [[nodiscard]] bool is_exact(RowIndex row) const noexcept { return states_[row] == State::exact || is_on_grid(row); }
    /// @pre is_exact(row)
    [[nodiscard]] Interval exact(RowIndex row) const;
    [[nodiscard]] bool is_on_grid(RowIndex row) const noexcept { return states_[row] == State::on_grid; }
    /// @pre is_on_grid(row)
    [[nodiscard]] const GridScore& on_grid(RowIndex row) const noexcept { return grid_[places_[row]]; }
    /// @return whether scores are compared rounded; all are exact then
    [[nodiscard]] bool rounded() const noexcept { return rounded_; }
    [[nodiscard]] const ScoreSource& source() const noexcept { return source_; }

private:
    enum class State : std::uint8_t { estimated, unscored, on_grid, exact };

    bool estimate(const Watch& watch);
    [[nodiscard]] std::vector<GridScore> find_on_grid(std::span<const RowIndex> wanted) const;
    void place_on_grid(std::vector<RowIndex>& wanted);
    bool place_exactly(std::span<const RowIndex> wanted, const Watch& watch);
    void keep_double(RowIndex row);
    void settle_gap() noexcept;

    ScoreSource source_;
    bool rounded_;
    double gap_ = 0;
    std::vector<double> low_;
    std::vector<double> high_;
    std::vector<State> states_;
    std::vector<RowIndex> places_;  ///< in `grid_` or `exact_`
    std::vector<GridScore> grid_;
    std::vector<Interval> exact_;
};

}  // namespace biaochi::detail
