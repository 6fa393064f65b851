#pragma once
/// @file
/// The scores of rows in whole units of the place shown, where ranks compare rounded scores.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "batch/score_table.hpp"

namespace biaochi::detail {

/// Rounded scores of rows, exact by themselves.
class UnitTable {
public:
    using At = std::int64_t;

    explicit UnitTable(const ScoreSource& source);

    /// Fills all rows.
    /// @return false where @p watch stopped it
    bool fill(const Watch& watch);
    /// @return whether the scores of all rows that have one fit whole units
    [[nodiscard]] bool all_fit() const noexcept;

    [[nodiscard]] std::size_t rows() const noexcept { return low_.size(); }
    [[nodiscard]] bool has_score(RowIndex row) const noexcept {
        return status_[row] == RowStatus::decided || status_[row] == RowStatus::undetermined;
    }
    [[nodiscard]] std::int64_t low(RowIndex row) const noexcept { return low_[row]; }
    [[nodiscard]] std::int64_t high(RowIndex row) const noexcept { return high_[row]; }
    /// @return whether an end is below another
    [[nodiscard]] static bool surely_below(std::int64_t end, std::int64_t mark) noexcept { return end < mark; }

private:
    ScoreSource source_;
    std::vector<std::int64_t> low_;
    std::vector<std::int64_t> high_;
    std::vector<RowStatus> status_;
};

}  // namespace biaochi::detail
