#pragma once
/// @file
/// The answers of a whole table as one JSON document: the same bytes from C++, C, Python and the command line.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"

namespace biaochi {

/// Writes scores, classes, ranks, parts and needs of records as JSON; docs/reference/results.md describes it.
[[nodiscard]] std::string results_json(const Ruleset& rules, std::span<const Record> records, std::span<const Scorecard> cards,
                                       std::span<const Standing> standings);

/// A results document, or why there is none.
struct ScoredTable {
    std::optional<std::string> json;  ///< set only when no issue is an error
    std::vector<Issue> issues;
};

/// Reads, checks, scores and ranks a table of records.
/// @param rules    compiled rules
/// @param records  JSON as read_records() takes it
[[nodiscard]] ScoredTable score_table(const Ruleset& rules, std::string_view records);

/// Writes issues as a JSON array of `{"code", "severity", "where", "line", "column", "zh", "en"}`.
[[nodiscard]] std::string issues_json(std::span<const Issue> issues);

}  // namespace biaochi
