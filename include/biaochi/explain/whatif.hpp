#pragma once
/// @file
/// What came of a what-if, as one JSON document: the same bytes from C++, C, Python and the command line.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/whatif/whatif.hpp"

namespace biaochi {

/// Writes ranks, classes and scores of each record over all draws, beside the unvaried ones; docs/reference/whatif.md describes it.
/// @param what_if  as asked
/// @param source   of the draws
/// @param result   of a run that was not stopped
[[nodiscard]] std::string what_if_json(const WhatIf& what_if, const DrawSource& source, const WhatIfResult& result);

/// Writes one draw: the values drawn, exact scores, classes and ranks.
[[nodiscard]] std::string replicate_json(const WhatIf& what_if, std::uint64_t draw, const Replicate& replicate);

/// A document, or why there is none.
struct WhatIfAnswer {
    std::optional<std::string> document;  ///< set only when no issue is an error and nothing stopped it
    std::vector<Issue> issues;            ///< `where` begins with `/records` or `/spec`
};

/// Reads records and a specification, draws as it says, and writes what came of it.
/// @param rules    compiled rules with a score tree
/// @param records  JSON as read_records() takes it
/// @param spec     JSON as compile_what_if() takes it
/// @param threads  0: one a core; the document is the same for any number
/// @param watch    as of WhatIfRequest; may be empty
[[nodiscard]] WhatIfAnswer what_if_of_table(const Ruleset& rules, std::string_view records, std::string_view spec, unsigned threads,
                                            const std::function<bool(std::uint64_t done)>& watch = {});

}  // namespace biaochi
