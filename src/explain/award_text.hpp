#pragma once
/// @file
/// Awards in words.

#include <string>

#include "biaochi/core/text.hpp"
#include "explain/award_words.hpp"

namespace biaochi::detail {

/// @return the award of one application, a paragraph a claim
[[nodiscard]] std::string award_text(const GrantScene& scene, Language language);

}  // namespace biaochi::detail
