#pragma once
/// @file
/// Names and values of verdicts as they stand in a sentence.

#include <string>
#include <string_view>

#include "biaochi/condition/check.hpp"
#include "biaochi/core/text.hpp"

namespace biaochi::detail {

/// @return a value as a person reads it: the exact number, a text in quotation marks, "not given"
[[nodiscard]] Text value_words(const feel::Value& value);

/// @return the name of a field of any group of members, or its id
[[nodiscard]] Text field_words(const Rulebook& book, std::string_view id);

/// @return a path such as `counties.Alpha.history.2022.score` in words: `Alpha 2022 score`
[[nodiscard]] Text path_words(const Rulebook& book, const std::string& path);

/// @return the name of a condition; empty for one without
[[nodiscard]] Text condition_words(const Ruleset& rules, std::size_t condition);

/// @return a comparison, member or empty set in words
[[nodiscard]] Text finding_words(const Rulebook& book, const Finding& finding);

/// @return "met", "not met" or "undetermined"
[[nodiscard]] Text answer_words(Answer answer);

}  // namespace biaochi::detail
