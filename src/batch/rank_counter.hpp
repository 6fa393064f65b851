#pragma once
/// @file
/// Ranks of one cohort, counted while its ends go by from the highest to the lowest.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "batch/score_table.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// What an end of a score is: of a decided score both at once.
enum class Side : std::uint8_t { both, low, high };

/// An end of the score of a row.
struct RowSide {
    RowIndex row = 0;
    Side side = Side::both;
};

/// Gives ranks as rank_ranges() does: the best case puts oneself at the upper end and all others at their lower ends, the worst case
/// the reverse.
class RankCounter {
public:
    /// @param best   where the best rank of a row is written, by row
    /// @param worst  where the worst one is
    RankCounter(Ties ties, double* best, double* worst) : ties_(ties), best_(best), worst_(worst) {}

    /// Takes ends that are equal, and lower than all before. The upper end of a row comes before its lower end.
    void take(std::span<const RowSide> equal);

    /// Finishes a cohort. Dense ranks among intervals are not a matter of counting: rank_ranges() finds them.
    /// @param score_of  the score of a row as compared; none: any values in the order of the ends will do
    /// @param step      as of rank_ranges()
    void finish(const std::function<Interval(RowIndex)>& score_of, const std::optional<Number>& step);

private:
    void count(std::span<const RowSide> equal);
    void note_value(std::span<const RowSide> equal);
    [[nodiscard]] Interval order_of(RowIndex row) const;

    Ties ties_;
    double* best_;
    double* worst_;
    std::size_t values_ = 0;           ///< distinct ones so far
    std::size_t lows_above_ = 0;       ///< lower ends so far
    std::size_t highs_above_ = 0;      ///< upper ends so far
    std::vector<RowIndex> decided_;    ///< of dense ranks, in the order of their values
    std::vector<RowIndex> undecided_;  ///< of dense ranks
};

}  // namespace biaochi::detail
