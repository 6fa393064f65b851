#pragma once
/// @file
/// Why an expression has no value, in words.

#include "biaochi/core/text.hpp"
#include "biaochi/feel/value.hpp"

namespace biaochi::detail {

/// @return a sentence in both languages that names what the null is about
[[nodiscard]] Text cause_words(const feel::Null& null);

/// @return the same as a part of a sentence: `a divisor is zero`
[[nodiscard]] Text cause_phrase(const feel::Null& null);

}  // namespace biaochi::detail
