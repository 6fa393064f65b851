#pragma once
/// @file
/// Ranks of a frame that comes in one array or more.

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "batch/arrow_answer.hpp"
#include "batch/arrow_columns.hpp"

namespace biaochi::detail {

/// Numbers the cohorts of rows: those of one period and, where the rulebook says so, of one group.
class Cohorts {
public:
    explicit Cohorts(const FrameLayout& layout);

    /// Appends the cohort of every row of an array.
    void add(const ArrowArray& array, std::vector<Issue>& issues);
    /// @return one number a row; null where all rows are of one cohort
    [[nodiscard]] const std::uint32_t* numbers() const noexcept { return all_one_ ? nullptr : numbers_.data(); }

private:
    const FrameLayout& layout_;
    std::vector<const FrameName*> names_{};
    bool all_one_;
    std::unordered_map<std::string, std::uint32_t> known_{};
    std::vector<std::uint32_t> numbers_{};
};

/// Joins the columns of arrays that follow each other.
/// @param parts  of one layout
/// @param rows   of each part
[[nodiscard]] FrameColumns join_columns(std::span<const FrameColumns> parts, std::span<const std::size_t> rows);

/// Ranks rows of the whole frame.
/// @return none where `watch` stopped it
[[nodiscard]] std::optional<RowRanks> rank_frame(const FrameLayout& layout, std::span<const Column> columns, std::size_t rows,
                                                 const Cohorts& cohorts);

/// @return the ranks of some of the rows
[[nodiscard]] RowRanks part_of(const RowRanks& ranks, std::size_t first, std::size_t rows);

}  // namespace biaochi::detail
