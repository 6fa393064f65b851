#pragma once
/// @file
/// Text from a file made safe to show in a message.

#include <cstddef>
#include <string>
#include <string_view>

namespace biaochi::detail {

/// Replaces what cannot be shown (control characters, characters that turn the direction of writing, bytes that are not UTF-8)
/// by U+FFFD, and cuts what is long.
///
/// @param text     any bytes
/// @param longest  how many characters are shown at most, the ellipsis that replaces the rest included; 1 or more
/// @return valid UTF-8
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest);

}  // namespace biaochi::detail
