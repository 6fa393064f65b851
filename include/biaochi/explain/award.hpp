#pragma once
/// @file
/// What applications are awarded, and how a budget is shared, as documents.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/explain/format.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// One document, or why there is none.
struct AwardDocument {
    std::optional<std::string> document;  ///< set only when no issue is an error
    std::vector<Issue> issues;
};

/// Reads applications and says what each is awarded: which grants, how much, by which clause, why not, what lacks, who pays.
/// @param rules         compiled, with incentives
/// @param applications  JSON as read_applications() takes it
/// @param unit          that money is shown in, such as 万元; exact amounts in JSON stay in 元
/// @param format        JSON or text
/// @param language      of text; JSON carries both
[[nodiscard]] AwardDocument award_applications(const Ruleset& rules, std::string_view applications, std::string_view unit,
                                               AnswerFormat format, Language language);

/// Shares a budget; see share().
/// @param request   JSON: `{"budget", "claims" or "equal", "unit"}`; docs/reference/incentives.md describes it
/// @param format    JSON or text
/// @param language  of text; JSON carries both
[[nodiscard]] AwardDocument share_budget(std::string_view request, AnswerFormat format, Language language);

}  // namespace biaochi
