#pragma once
/// @file
/// Single cells of columns, exactly.

#include <cstddef>
#include <cstdint>

#include "biaochi/batch/column.hpp"
#include "biaochi/record/record.hpp"

namespace biaochi::detail {

/// Reads the figure of a row.
/// @return false where the value is infinite, or has_status() is false; @p cell is then missing
bool read_cell(const Column& column, std::size_t row, Cell& cell);

/// @return whether the row's byte of status stands for one
[[nodiscard]] inline bool has_status(const Column& column, std::size_t row) noexcept {
    return column.statuses == nullptr || column.statuses[row] <= static_cast<std::uint8_t>(Status::rejected);
}

/// @return whether the row has a value by its bit of validity
[[nodiscard]] inline bool is_valid(const Column& column, std::size_t row) noexcept {
    const std::size_t bit = column.offset + row;
    return column.validity == nullptr || ((column.validity[bit / 8] >> (bit % 8)) & 1U) != 0;
}

/// @return the address of the value of a row
[[nodiscard]] inline const unsigned char* value_at(const Column& column, std::size_t row) noexcept {
    const auto step = column.stride == 0 ? static_cast<std::ptrdiff_t>(cell_bytes(column.type)) : column.stride;
    return static_cast<const unsigned char*>(column.values) + static_cast<std::ptrdiff_t>(column.offset + row) * step;
}

}  // namespace biaochi::detail
