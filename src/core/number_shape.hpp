#pragma once
/// @file
/// Whether a text is written like a number, however long.

#include <string_view>

namespace biaochi::detail {

/// @return whether a text has the shape of a decimal or of a fraction that parse_number() reads, whatever its length and exponent
[[nodiscard]] bool has_shape_of_number(std::string_view text) noexcept;

}  // namespace biaochi::detail
