#pragma once
/// @file
/// What one version of a rulebook answers to a set of questions, as texts that can be compared.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/diff/diff.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// Whose answer, and to what.
using Question = std::pair<std::string, std::string>;

/// Answers in the order of the data, and what kept them from being given.
struct Answers {
    std::vector<std::pair<Question, std::string>> given;
    std::vector<Issue> issues;  ///< places begin with `/data`
};

/// Asks a version everything that it can be asked: score, class, rank, parts and targets of records, conditions of subjects, grants.
/// @param rules  compiled
/// @param data   what the version does not know is left out of its copy
/// @param on     the day for which targets are asked; none: the last day of the latest period
[[nodiscard]] Answers answers_of(const Ruleset& rules, const DiffData& data, std::optional<Date> on);

}  // namespace biaochi::detail
