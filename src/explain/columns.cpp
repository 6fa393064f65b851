/// @file
/// Widths of text on a terminal, after the wide ranges of Unicode's East Asian Width (UAX #11).

#include "explain/columns.hpp"

#include <algorithm>
#include <array>

namespace biaochi::detail {

namespace {

struct CodeRange {
    char32_t first;
    char32_t last;
};

constexpr std::array<CodeRange, 12> wide{{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0xA4CF},
                                          {0xA960, 0xA97C},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F},
                                          {0x1F900, 0x1F9FF},
                                          {0x20000, 0x3FFFD}}};
constexpr std::array<CodeRange, 4> without_width{{{0x0300, 0x036F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};

template <class Ranges>
bool within(const Ranges& ranges, char32_t code) noexcept {
    return std::any_of(ranges.begin(), ranges.end(), [&](const CodeRange& range) { return range.first <= code && code <= range.last; });
}

std::size_t width(char32_t code) noexcept {
    if (within(without_width, code)) return 0;
    return within(wide, code) ? 2 : 1;
}

std::string spaces(std::string_view text, std::size_t total) {
    const std::size_t used = columns(text);
    return std::string(used < total ? total - used : 0, ' ');
}

}  // namespace

std::size_t columns(std::string_view text) noexcept {
    std::size_t total = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
        char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            code = (code << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        total += width(code);
        i += length;
    }
    return total;
}

std::string padded(std::string_view text, std::size_t width) { return std::string(text) + spaces(text, width); }

std::string right_aligned(std::string_view text, std::size_t width) { return spaces(text, width) + std::string(text); }

}  // namespace biaochi::detail
