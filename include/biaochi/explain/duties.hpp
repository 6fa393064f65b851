#pragma once
/// @file
/// What bodies must do on a day, as one document.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/explain/format.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// One document, or why there is none.
struct DutiesAnswer {
    std::optional<std::string> document;  ///< set only when no issue is an error
    std::vector<Issue> issues;            ///< missing_key where the rulebook has no duties, unknown_body at /unit
};

/// Says what a body, or every body, must do on a day, and which reports are due next.
/// @param rules     compiled
/// @param unit      id or name of a body; none: every body of the rulebook
/// @param on        ok(); a day on which the rulebook is not in force is answered all the same, and said
/// @param format    JSON or text
/// @param language  of text; JSON carries both
[[nodiscard]] DutiesAnswer body_duties(const Ruleset& rules, std::optional<std::string_view> unit, Date on, AnswerFormat format,
                                       Language language);

}  // namespace biaochi
