/// @file
/// Text from a file made safe to show in a message.

#include "core/printable.hpp"

namespace biaochi::detail {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view ellipsis = "\xE2\x80\xA6";     // U+2026

/// A character and its bytes; not shown where it is a control or no character at all.
struct Character {
    std::size_t bytes = 1;
    bool shown = false;
};

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// The number of bytes that a first byte announces; 0 where it cannot be first.
std::size_t announced(unsigned first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

bool is_scalar(std::size_t bytes, unsigned code) {
    if (bytes == 3) return code >= 0x800 && (code < 0xD800 || code > 0xDFFF);
    if (bytes == 4) return code >= 0x10000 && code <= 0x10FFFF;
    return true;
}

bool is_control(unsigned code) {
    const bool c0_or_c1 = code < 0x20 || (code >= 0x7F && code <= 0x9F);
    const bool separator_or_direction = code >= 0x2028 && code <= 0x202E;
    const bool direction = (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x061C;
    return c0_or_c1 || separator_or_direction || direction;
}

Character next_character(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    const std::size_t bytes = announced(first);
    if (bytes == 0 || at + bytes > text.size()) return {};
    unsigned code = bytes == 1 ? first : first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const unsigned next = byte_at(text, at + i);
        if ((next & 0xC0U) != 0x80U) return {};
        code = code << 6U | (next & 0x3FU);
    }
    if (!is_scalar(bytes, code)) return {};
    return {bytes, !is_control(code)};
}

}  // namespace

std::string printable(std::string_view text, std::size_t longest) {
    std::string shown;
    std::size_t count = 0;
    std::size_t before_last = 0;  // where the last character that may stay begins
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == longest) return shown.substr(0, before_last).append(ellipsis);
        const Character character = next_character(text, at);
        before_last = shown.size();
        shown += character.shown ? text.substr(at, character.bytes) : replacement;
        at += character.bytes;
    }
    return shown;
}

}  // namespace biaochi::detail
