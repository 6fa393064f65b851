#pragma once
/// @file
/// Words in the two languages that every user-facing text has.

#include <optional>
#include <string>
#include <string_view>

namespace biaochi {

/// The languages of messages and reports.
enum class Language { zh, en };

/// A text in Chinese and English; one of the two may be empty in a rulebook, never in a message.
struct Text {
    std::string zh;
    std::string en;

    /// @return the text in @p language, or the other one where that is empty
    [[nodiscard]] const std::string& in(Language language) const noexcept;
    /// @return whether both are empty
    [[nodiscard]] bool empty() const noexcept { return zh.empty() && en.empty(); }

    friend bool operator==(const Text&, const Text&) = default;
};

/// @return the language of the code "zh" or "en", or none
[[nodiscard]] std::optional<Language> language(std::string_view code) noexcept;

/// Finds the name that @p wrong was most likely meant to be.
///
/// @param wrong  what was written, UTF-8
/// @param names  any range of the names that exist; looked at in order, so that the answer is the same every time
/// @return the nearest by edit distance if it is near (at most a third of the longer name), otherwise an empty text
template <class Range>
[[nodiscard]] std::string nearest_name(std::string_view wrong, const Range& names);

/// The number of single-byte insertions, deletions, replacements and swaps of neighbours between two texts;
/// what differs beyond their first 256 bytes counts as replaced, so that time and memory are bounded.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

template <class Range>
std::string nearest_name(std::string_view wrong, const Range& names) {
    std::string best;
    std::size_t best_distance = wrong.size() + 1;
    for (const auto& name : names) {
        const std::string_view candidate(name);
        const std::size_t distance = edit_distance(wrong, candidate);
        const std::size_t longer = wrong.size() > candidate.size() ? wrong.size() : candidate.size();
        if (distance < best_distance && distance * 3 <= longer) {
            best_distance = distance;
            best = std::string(candidate);
        }
    }
    return best;
}

}  // namespace biaochi
