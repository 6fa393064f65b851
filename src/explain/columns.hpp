#pragma once
/// @file
/// Widths of text on a terminal, where Chinese characters take two columns.

#include <cstddef>
#include <string>
#include <string_view>

namespace biaochi::detail {

/// @return the columns that valid UTF-8 takes: two for wide characters, none for combining ones, one for the others
[[nodiscard]] std::size_t columns(std::string_view text) noexcept;
/// @return the text, filled with spaces on the right up to @p width columns
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);
/// @return the text, filled with spaces on the left up to @p width columns
[[nodiscard]] std::string right_aligned(std::string_view text, std::size_t width);

}  // namespace biaochi::detail
