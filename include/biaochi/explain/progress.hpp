#pragma once
/// @file
/// Progress with targets in words and as data: the same bytes from C++, C, Python and the command line.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/explain/format.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/target/progress.hpp"

namespace biaochi {

/// What is asked about a table of records.
struct ProgressQuestion {
    std::optional<Date> on;            ///< none: the last day of the latest period
    std::string region;                ///< whose targets; empty: those of every region in the table
    std::vector<std::string> targets;  ///< ids; none: all
};

/// One document, or why there is none.
struct ProgressAnswer {
    std::optional<std::string> document;  ///< set only when no issue is an error
    std::vector<Issue> issues;
    std::size_t late = 0;  ///< how many targets are behind or missed
};

/// Says how far the regions of a table have come with the targets of a rulebook.
/// @param rules     compiled; a rulebook without targets is an issue
/// @param records   JSON as read_records() takes it; each with a period `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
/// @param question  what is asked
/// @param format    JSON or text
/// @param language  of text; JSON carries both
[[nodiscard]] ProgressAnswer progress_of_table(const Ruleset& rules, std::string_view records, const ProgressQuestion& question,
                                               AnswerFormat format, Language language);

/// Says in words how one region stands with one target, and why.
/// @param rules     compiled
/// @param records   what the answer was worked out from
/// @param answer    as ProgressTable::progress() gave it
/// @param language  of names and phrases
[[nodiscard]] std::string progress_text(const Ruleset& rules, std::span<const Record> records, const TargetProgress& answer,
                                        Language language);

/// Says in words what would help to decide a target.
[[nodiscard]] Text need_text(const Ruleset& rules, std::size_t target, const TargetNeed& need);

}  // namespace biaochi
