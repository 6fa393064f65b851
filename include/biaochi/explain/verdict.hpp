#pragma once
/// @file
/// Verdicts on conditions in words and as data.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/condition/check.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/explain/format.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/subject/subject.hpp"

namespace biaochi {

/// Says whether a subject meets a condition, and why: which parts and members failed, with what values, what is open, what is lacking.
/// @param rules     compiled
/// @param subject   that was checked
/// @param verdict   as check() gave it
/// @param language  of names and phrases
[[nodiscard]] std::string verdict_text(const Ruleset& rules, const Subject& subject, const Verdict& verdict, Language language);

/// Names what would help to decide: `Alpha: class`, a reading of an open point, a judgement.
[[nodiscard]] Text missing_text(const Ruleset& rules, const Missing& need);

/// Verdicts as one document, or why there is none.
struct CheckedSubjects {
    std::optional<std::string> document;  ///< set only when no issue is an error
    std::vector<Issue> issues;
};

/// Reads subjects and checks conditions of each.
/// @param rules       compiled
/// @param subjects    JSON as read_subjects() takes it
/// @param conditions  ids; none: all that have an id
/// @param format      JSON, or text: one paragraph a subject and condition
/// @param language    of text
[[nodiscard]] CheckedSubjects check_subjects(const Ruleset& rules, std::string_view subjects, const std::vector<std::string>& conditions,
                                             AnswerFormat format, Language language);

}  // namespace biaochi
