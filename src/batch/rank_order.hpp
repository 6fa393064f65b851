#pragma once
/// @file
/// The ends of scores, cohort by cohort, sorted; those that doubles cannot tell apart are told apart exactly.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "batch/rank_counter.hpp"
#include "batch/score_table.hpp"
#include "batch/unit_table.hpp"
#include "batch/workers.hpp"

namespace biaochi::detail {

/// Where ranks are written, by row.
struct RankColumns {
    double* best = nullptr;
    double* worst = nullptr;
};

/// @return the rows of a table that have a score
template <class Table>
[[nodiscard]] std::vector<RowIndex> scored_rows(const Table& table) {
    std::vector<RowIndex> rows;
    rows.reserve(table.rows());
    for (RowIndex row = 0; row < table.rows(); ++row) {
        if (table.has_score(row)) rows.push_back(row);
    }
    return rows;
}

/// An end of a score before it is known exactly.
template <class At>
struct End {
    At at;
    RowSide of;
};

/// The ends of all cohorts, one cohort after the other, each sorted from the highest down.
template <class At>
struct SortedEnds {
    std::vector<End<At>> ends;
    std::vector<std::size_t> starts;  ///< of the cohorts; the last one is the end of all

    [[nodiscard]] std::size_t cohorts() const noexcept { return starts.size() - 1; }
    [[nodiscard]] std::span<const End<At>> cohort(std::size_t index) const noexcept {
        return std::span<const End<At>>(ends).subspan(starts[index], starts[index + 1] - starts[index]);
    }
};

/// Numbers the cohorts of rows from 0 on, in the order of their first rows.
/// @param rows     which rows
/// @param cohorts  by row; null: one cohort
/// @param count    how many there are
/// @return one number a row of @p rows; empty where there is one cohort
[[nodiscard]] std::vector<std::uint32_t> number_cohorts(std::span<const RowIndex> rows, const std::uint32_t* cohorts, std::size_t& count);

/// Sorts the ends of the scores of rows.
/// @param table    ScoreTable or UnitTable, filled
/// @param rows     that have a score
/// @param cohorts  by row; null: one cohort
template <class Table>
[[nodiscard]] SortedEnds<typename Table::At> sort_ends(const Table& table, std::span<const RowIndex> rows, const std::uint32_t* cohorts,
                                                       unsigned workers);

/// @return the rows whose exact scores are needed to rank @p ends
[[nodiscard]] std::vector<RowIndex> unclear_rows(const ScoreTable& table, const SortedEnds<double>& ends);

/// Ranks rows that have a score.
/// @return false where @p watch stopped it
bool rank(ScoreTable& table, std::span<const RowIndex> rows, const std::uint32_t* cohorts, const RankColumns& out, const Watch& watch);
/// Ranks rows that have a score, all of whose rounded scores are whole units.
void rank(const UnitTable& table, const ScoreSource& source, std::span<const RowIndex> rows, const std::uint32_t* cohorts,
          const RankColumns& out);

}  // namespace biaochi::detail
