#pragma once
/// @file
/// The matrix of coverage as one document.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// One document, or why there is none.
struct CoverageAnswer {
    std::optional<std::string> document;  ///< JSON as docs/reference/coverage.md describes it; set unless the ledger cannot be read
    std::vector<Issue> issues;            ///< what is wrong with the text of the ledger; what the matrix finds is in the document
};

/// Holds what rulebooks cite against a ledger.
/// @param books    valid
/// @param ledger   Markdown as parse_ledger() takes it; none: what is cited is listed, and nothing is asked for
/// @param sources  only ids of these sources, such as "S0"; empty: all
[[nodiscard]] CoverageAnswer coverage(std::span<const Rulebook* const> books, std::optional<std::string_view> ledger,
                                      const std::vector<std::string>& sources = {});

}  // namespace biaochi
