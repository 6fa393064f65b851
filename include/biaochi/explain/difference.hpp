#pragma once
/// @file
/// What differs between two versions of a rulebook, as data and in words.

#include <string>

#include "biaochi/core/text.hpp"
#include "biaochi/diff/diff.hpp"

namespace biaochi {

/// @param difference  complete
/// @return JSON; docs/reference/diff.md describes it
[[nodiscard]] std::string difference_json(const Difference& difference);

/// @param difference  complete
/// @param language    of names and phrases
/// @return one paragraph a clause, then one line an answer that differs, with its causes
[[nodiscard]] std::string difference_text(const Difference& difference, Language language);

}  // namespace biaochi
