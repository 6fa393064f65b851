#pragma once
/// @file
/// Progress of a table, before it is written as JSON or in words.

#include <string>
#include <vector>

#include "biaochi/explain/progress.hpp"

namespace biaochi::detail {

/// A question about a table, answered target by target as it is written: a large table has more answers than there should be in memory.
struct ProgressReport {
    std::span<const Record> records;
    const ProgressTable& table;
    Date on{};
    std::vector<std::size_t> regions;  ///< indices into ProgressTable::regions()
    std::vector<std::size_t> targets;  ///< indices into TargetPlan::targets
    std::size_t late = 0;              ///< how many of those asked so far are behind or missed

    /// Asks for one target of one region, and counts it where it is late.
    [[nodiscard]] TargetProgress ask(std::size_t region, std::size_t target);
};

/// @return the report as JSON
[[nodiscard]] std::string progress_json(const Ruleset& rules, ProgressReport& report);

/// @return the report in words
[[nodiscard]] std::string progress_text(const Ruleset& rules, ProgressReport& report, Language language);

}  // namespace biaochi::detail
