#pragma once
/// @file
/// What is fixed about an issue code: its name, severity and words.

#include <string_view>

#include "biaochi/core/issue.hpp"

namespace biaochi::detail {

/// One row of the table of codes.
struct IssueEntry {
    IssueCode code;
    std::string_view name;
    Severity severity;
    std::string_view zh;  ///< pattern: `{0}` stands for a detail, `[…]` is left out where a detail in it is empty
    std::string_view en;
};

/// @return the row of a code
[[nodiscard]] const IssueEntry& issue_entry(IssueCode code) noexcept;

}  // namespace biaochi::detail
