#pragma once
/// @file
/// A small ruleset with a fact of every kind, and short ways to read figures by it.

#include <string>
#include <string_view>
#include <vector>

#include "biaochi/record/record.hpp"

namespace biaochi::sample {

/// @return rules compiled from a rulebook that is written in the source
[[nodiscard]] const Ruleset& rules();

/// Reads one record, of 合作市 in 2020, with these facts.
[[nodiscard]] ReadRecords read_facts(std::string_view facts);

/// @return the only record of facts that must be without issues
[[nodiscard]] Record good(std::string_view facts);

/// @return each issue as "code pointer"
[[nodiscard]] std::vector<std::string> found(const std::vector<Issue>& issues);

/// @return the issues of read_facts(), pointers from the record's `facts` on
[[nodiscard]] std::vector<std::string> wrong_facts(std::string_view facts);

/// @return a cell as "status value"
[[nodiscard]] std::string cell(const Record& record, std::string_view slot);

/// @return what was handed in beside a figure; empty where nothing was
[[nodiscard]] Given given(const Record& record, std::string_view slot);

}  // namespace biaochi::sample
