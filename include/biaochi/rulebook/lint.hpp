#pragma once
/// @file
/// What a careful reader of a regulation would ask about.

#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// Proves what it can about a valid rulebook: gaps left open, jumps between bands (with the missing row proposed), bands that fall,
/// points and classes that nobody can reach, open points without a reading, rules without a citation, misprints.
///
/// @param rulebook  as parse_rulebook() gave it
/// @return warnings and notes, in the order of the document; never errors
[[nodiscard]] std::vector<Issue> lint(const Rulebook& rulebook);

}  // namespace biaochi
