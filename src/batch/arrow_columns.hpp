#pragma once
/// @file
/// The figures of an Arrow array as columns, without a copy.

#include <vector>

#include "batch/arrow_export.hpp"
#include "batch/arrow_layout.hpp"

namespace biaochi::detail {

/// Columns, and the little of them that the array itself does not have: statuses, and the validity of a struct with nulls.
struct FrameColumns {
    std::vector<Column> columns;
    std::vector<SharedBuffer> held;
};

/// Reads the figures of an array that check_array() found right.
/// @param issues  gets what shows only now: a dictionary's index that points nowhere
[[nodiscard]] FrameColumns read_columns(const FrameLayout& layout, const ArrowArray& array, std::vector<Issue>& issues);

/// Combines the bits of a column with those of the struct that it stands in.
/// @param array   the struct, of which some row is null
/// @param child   the column
/// @param before  bits to leave before those of the struct's first row
/// @return a bit for each row, after @p before others
[[nodiscard]] SharedBuffer joint_validity(const ArrowArray& array, const ArrowArray& child, std::size_t before);

}  // namespace biaochi::detail
