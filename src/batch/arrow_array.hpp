#pragma once
/// @file
/// One array of a frame, read and scored.

#include <cstddef>
#include <vector>

#include "batch/arrow_answer.hpp"
#include "batch/arrow_columns.hpp"

namespace biaochi::detail {

/// An array whose figures can be read.
struct ReadArray {
    TakenArray array;
    FrameColumns columns{};
};

/// Checks an array and reads its figures.
/// @param issues  gets what is wrong with it
[[nodiscard]] ReadArray read_array(const FrameLayout& layout, TakenArray array, std::vector<Issue>& issues);

/// Scores an array that was read.
/// @param before  rows of arrays before it
/// @param issues  gets what is wrong
/// @return the result; released where something is wrong, or `watch` stopped it
[[nodiscard]] TakenArray score_read(const FrameLayout& layout, ReadArray read, const RowRanks& ranks, std::size_t before,
                                    std::vector<Issue>& issues);

}  // namespace biaochi::detail
