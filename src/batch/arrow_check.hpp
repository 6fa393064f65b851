#pragma once
/// @file
/// Whether an array is what its schema says, before anything of it is read.

#include <vector>

#include "batch/arrow_layout.hpp"

namespace biaochi::detail {

/// Looks at lengths, offsets, counts and null pointers of a frame and of every column that is read.
/// @param array  of the layout's schema
/// @return issues released_array, wrong_length, wrong_layout; empty: everything up to `offset + length` may be read
[[nodiscard]] std::vector<Issue> check_array(const FrameLayout& layout, const ArrowArray& array);

/// @return the first row that nothing of the struct skips, and how many there are
[[nodiscard]] inline std::size_t first_row(const ArrowArray& array) noexcept { return static_cast<std::size_t>(array.offset); }
[[nodiscard]] inline std::size_t row_count(const ArrowArray& array) noexcept { return static_cast<std::size_t>(array.length); }

/// @return the bits that tell which values are null; null where none is
[[nodiscard]] inline const std::uint8_t* validity_of(const ArrowArray& array) noexcept {
    return array.null_count == 0 || array.n_buffers == 0 ? nullptr : static_cast<const std::uint8_t*>(array.buffers[0]);
}

/// @return whether a bit is set; null bits are all set
[[nodiscard]] inline bool bit_at(const std::uint8_t* bits, std::size_t at) noexcept {
    return bits == nullptr || ((bits[at / 8] >> (at % 8)) & 1U) != 0;
}

}  // namespace biaochi::detail
