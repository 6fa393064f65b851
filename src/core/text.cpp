/// @file
/// Words in two languages, and how far one word is from another.

#include "biaochi/core/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace biaochi {

namespace {

constexpr std::size_t most_compared = 256;

/// The optimal string alignment distance of two texts of at most most_compared bytes; three rows of its table are kept.
std::size_t aligned_distance(std::string_view a, std::string_view b) noexcept {
    std::array<std::array<std::size_t, most_compared + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a.size() % 3][b.size()];
}

}  // namespace

const std::string& Text::in(Language language) const noexcept {
    if (language == Language::zh) return zh.empty() ? en : zh;
    return en.empty() ? zh : en;
}

std::optional<Language> language(std::string_view code) noexcept {
    if (code == "zh") return Language::zh;
    if (code == "en") return Language::en;
    return std::nullopt;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::string_view rest_of_a = a.substr(std::min(a.size(), most_compared));
    const std::string_view rest_of_b = b.substr(std::min(b.size(), most_compared));
    const std::size_t rest = rest_of_a == rest_of_b ? 0 : std::max(rest_of_a.size(), rest_of_b.size());
    return aligned_distance(a.substr(0, most_compared), b.substr(0, most_compared)) + rest;
}

}  // namespace biaochi
