#pragma once
/// @file
/// Ranks of a frame that comes in one array or more.

#include <span>
#include <vector>

#include "batch/arrow_answer.hpp"
#include "batch/arrow_columns.hpp"
#include "biaochi/batch/cohorts.hpp"

namespace biaochi::detail {

/// The cohorts of a frame's rows, by the words of its columns.
class FrameCohorts {
public:
    explicit FrameCohorts(const FrameLayout& layout) : layout_(layout), codes_(layout.scorer.rules()) {}

    /// Appends the cohort of every row of an array.
    void add(const ArrowArray& array, std::vector<Issue>& issues);
    /// @return one number a row
    [[nodiscard]] const std::uint32_t* numbers() const noexcept { return numbers_.data(); }

private:
    const FrameLayout& layout_;
    CohortCodes codes_;
    std::vector<std::uint32_t> numbers_{};
};

/// Joins the columns of arrays that follow each other.
/// @param parts  of one layout
/// @param rows   of each part
[[nodiscard]] FrameColumns join_columns(std::span<const FrameColumns> parts, std::span<const std::size_t> rows);

/// Ranks rows of the whole frame.
/// @return none where `watch` stopped it
[[nodiscard]] std::optional<RowRanks> rank_frame(const FrameLayout& layout, std::span<const Column> columns, std::size_t rows,
                                                 const FrameCohorts& cohorts);

/// @return the ranks of some of the rows
[[nodiscard]] RowRanks part_of(const RowRanks& ranks, std::size_t first, std::size_t rows);

}  // namespace biaochi::detail
