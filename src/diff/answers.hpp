#pragma once
/// @file
/// What one version of a rulebook answers to a set of questions, as texts that can be compared.

#include <string>
#include <utility>
#include <vector>

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

/// Asks a version everything that it can be asked: score, class, rank and parts of records, conditions of subjects.
/// @param rules  compiled
/// @param data   what the version does not know is left out of its copy
[[nodiscard]] Answers answers_of(const Ruleset& rules, const DiffData& data);

}  // namespace biaochi::detail
