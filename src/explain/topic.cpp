/// @file
/// Names and labels of what statements are about.

#include <array>
#include <cstddef>

#include "explain/explanation.hpp"
#include "explain/phrases.hpp"

namespace biaochi::detail {

namespace {

struct TopicRow {
    std::string_view name;
    Phrase label;
};

constexpr std::array<TopicRow, 16> topics{{
    {"figure", Phrase::topic_figure},
    {"treatment", Phrase::topic_treatment},
    {"band", Phrase::topic_band},
    {"working", Phrase::topic_working},
    {"count", Phrase::topic_count},
    {"option", Phrase::topic_option},
    {"panel", Phrase::topic_panel},
    {"combined", Phrase::topic_combined},
    {"rescaled", Phrase::topic_rescaled},
    {"cap", Phrase::topic_cap},
    {"rounding", Phrase::topic_rounding},
    {"open", Phrase::topic_open},
    {"clause", Phrase::topic_clause},
    {"misprint", Phrase::topic_misprint},
    {"reading", Phrase::topic_reading},
    {"note", Phrase::topic_note},
}};
static_assert(static_cast<std::size_t>(Topic::note) + 1 == topics.size(), "every topic has one row");

}  // namespace

std::string_view name(Topic topic) noexcept { return topics[static_cast<std::size_t>(topic)].name; }

Text label(Topic topic) { return say(topics[static_cast<std::size_t>(topic)].label); }

}  // namespace biaochi::detail
