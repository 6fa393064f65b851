#pragma once
/// @file
/// From the text of a rulebook to its structure, and what is wrong with either.

#include <optional>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// A rulebook, or why there is none.
struct ParsedRulebook {
    std::optional<Rulebook> rulebook;  ///< set only when there is no error
    std::vector<Issue> issues;         ///< all of them; first the text, then shape and names, then arithmetic
};

/// Reads a `biaochi/1` document and validates it: shape first, then names, then arithmetic.
///
/// Numbers are read from their digits. Unknown and repeated keys are errors. Lint is not part of it.
///
/// @param json  UTF-8, at most 64 MiB
/// @return the rulebook, or every issue that was found; never throws on any text
[[nodiscard]] ParsedRulebook parse_rulebook(std::string_view json);

}  // namespace biaochi
