#pragma once
/// @file
/// A scorecard in words: what each point comes from, by which clause.

#include <string>

#include "biaochi/core/text.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"

namespace biaochi {

/// How an explanation is written.
enum class ExplainFormat {
    text,      ///< plain text for a terminal
    markdown,  ///< a page that can be pasted into a reply letter
    json,      ///< the same facts as data
};

/// Explains one record's score: for each node the raw figures and their status, the band, the interpolation written out, cap, points,
/// points lost, clause, readings used, and what would decide what is open.
///
/// @param rules     the rules of @p card
/// @param record    the record of @p card
/// @param card      as score() filled it
/// @param standing  its class and rank, or null to leave them out
/// @param language  of names and phrases; where a name has no text in it, the other language's is used
/// @param format    text, Markdown or JSON (JSON carries both languages)
[[nodiscard]] std::string explain(const Ruleset& rules, const Record& record, const Scorecard& card, const Standing* standing,
                                  Language language, ExplainFormat format);

}  // namespace biaochi
