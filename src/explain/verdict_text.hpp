#pragma once
/// @file
/// Reasons in words, for other documents.

#include <string>

#include "biaochi/condition/check.hpp"
#include "biaochi/core/text.hpp"

namespace biaochi::detail {

/// @return what a reason rests on, one line each; a condition with its name, an expression without a line of its own
/// @param depth  of indentation
[[nodiscard]] std::string reason_text(const Ruleset& rules, const Reason& reason, std::size_t depth, Language language);

}  // namespace biaochi::detail
