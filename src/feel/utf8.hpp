#pragma once
/// @file
/// Characters of UTF-8 texts.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace biaochi::feel::detail {

/// @return whether a byte is the second or a later one of a character
[[nodiscard]] constexpr bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// A character and the bytes that it takes; a byte that begins no character is U+FFFD, 1 byte.
struct Character {
    std::uint32_t code = 0xFFFD;
    std::size_t size = 1;
};

/// Reads the character that begins at a place. @pre at < text.size()
[[nodiscard]] Character character_at(std::string_view text, std::size_t at) noexcept;

/// Appends a character. @pre code is a Unicode scalar value
void append_character(std::string& text, std::uint32_t code);

/// @return where each character begins
[[nodiscard]] std::vector<std::size_t> character_starts(std::string_view text);

/// @return whether the text is well-formed
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// @return whether a name may begin with it
[[nodiscard]] bool begins_name(std::uint32_t code) noexcept;
/// @return whether a name may go on with it
[[nodiscard]] bool continues_name(std::uint32_t code) noexcept;
/// @return whether it separates words
[[nodiscard]] bool is_space(std::uint32_t code) noexcept;

}  // namespace biaochi::feel::detail
