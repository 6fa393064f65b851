#pragma once
/// @file
/// From an explanation as data to a page of text, Markdown or JSON.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explain/explanation.hpp"

namespace biaochi::detail {

[[nodiscard]] std::string render_text(const Explanation& explanation, Language language);
[[nodiscard]] std::string render_markdown(const Explanation& explanation, Language language);
[[nodiscard]] std::string render_json(const Explanation& explanation);

/// A label and what it says; what the head and the result of a page consist of.
using Rows = std::vector<std::pair<Text, Text>>;

/// @return rulebook, date, region, period and group
[[nodiscard]] Rows head_rows(const Explanation& explanation);
/// @return score, class and rank
[[nodiscard]] Rows result_rows(const Explanation& explanation);
/// @return the readings that can be chosen, each with what it says
[[nodiscard]] Text choices_words(const Named<Reading>& readings);
/// @return what a label such as "synthetic" tells the reader
[[nodiscard]] Text label_words(const std::string& label);
/// @return the points of a node as shown, or that it has none
[[nodiscard]] Text points_words(const NodeExplanation& node, Rounding shown);
/// @return the points lost as shown; empty where there are none to speak of
[[nodiscard]] std::string lost_words(const NodeExplanation& node, Rounding shown);
/// @return how a reading was settled: question, reading, reason, clause
[[nodiscard]] Rows reading_rows(const ReadingExplanation& reading);

}  // namespace biaochi::detail
