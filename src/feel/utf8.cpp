/// @file
/// Characters of UTF-8 texts: strict decoding, and FEEL's classes of characters (DMN 1.5, 10.3.1.2, rules 28 to 30).

#include "feel/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace biaochi::feel::detail {

namespace {

using Span = std::pair<std::uint32_t, std::uint32_t>;

template <std::size_t N>
bool within(const std::array<Span, N>& spans, std::uint32_t code) noexcept {
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return span.first <= code && code <= span.second; });
}

constexpr std::array<Span, 5> letters_of_ascii{{{'A', 'Z'}, {'a', 'z'}, {'_', '_'}, {'?', '?'}, {0xC0, 0xD6}}};

/// The standard's, without the punctuation of Chinese and Japanese and the full-width forms of ASCII punctuation.
constexpr std::array<Span, 19> letters{{{0xD8, 0xF6},
                                        {0xF8, 0x2FF},
                                        {0x370, 0x37D},
                                        {0x37F, 0x167F},
                                        {0x1681, 0x180D},
                                        {0x180F, 0x1FFF},
                                        {0x200C, 0x200D},
                                        {0x2070, 0x218F},
                                        {0x2C00, 0x2FEF},
                                        {0x3005, 0x3007},
                                        {0x3021, 0x302F},
                                        {0x3031, 0xD7FF},
                                        {0xF900, 0xFDCF},
                                        {0xFDF0, 0xFE0F},
                                        {0xFE70, 0xFEFE},
                                        {0xFF10, 0xFF19},
                                        {0xFF21, 0xFF3A},
                                        {0xFF41, 0xFF5A},
                                        {0xFF66, 0xFFDC}}};

constexpr std::array<Span, 6> spaces{{{0x09, 0x0D}, {0x20, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x2000, 0x200B}, {0x2028, 0x2029}}};
constexpr std::array<std::uint32_t, 6> other_spaces{0x1680, 0x180E, 0x202F, 0x205F, 0x3000, 0xFEFF};

unsigned byte(std::string_view text, std::size_t at) noexcept { return static_cast<unsigned char>(text[at]); }

}  // namespace

Character character_at(std::string_view text, std::size_t at) noexcept {
    const unsigned lead = byte(text, at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {};
    std::uint32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(text[at + i])) return {};
        code = code << 6 | (byte(text, at + i) & 0x3FU);
    }
    const bool too_long = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    if (too_long || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) return {};
    return {code, size};
}

void append_character(std::string& text, std::uint32_t code) {
    const auto put = [&](std::uint32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0U | code >> 6);
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12);
        put(0x80U | (code >> 6 & 0x3FU));
    } else {
        put(0xF0U | code >> 18);
        put(0x80U | (code >> 12 & 0x3FU));
        put(0x80U | (code >> 6 & 0x3FU));
    }
    put(0x80U | (code & 0x3FU));
}

std::vector<std::size_t> character_starts(std::string_view text) {
    std::vector<std::size_t> starts;
    starts.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) starts.push_back(at);
    return starts;
}

bool is_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        if (next.size == 1 && next.code == 0xFFFD) return false;
        at += next.size;
    }
    return true;
}

bool begins_name(std::uint32_t code) noexcept {
    return within(letters_of_ascii, code) || within(letters, code) || (code >= 0x10000 && code <= 0xEFFFF);
}

bool continues_name(std::uint32_t code) noexcept {
    return begins_name(code) || (code >= '0' && code <= '9') || code == 0xB7 || (code >= 0x300 && code <= 0x36F) || code == 0x203F ||
           code == 0x2040;
}

bool is_space(std::uint32_t code) noexcept {
    return within(spaces, code) || std::find(other_spaces.begin(), other_spaces.end(), code) != other_spaces.end();
}

}  // namespace biaochi::feel::detail
