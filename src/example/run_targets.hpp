#pragma once
/// @file
/// The examples of targets.

#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// Works out the targets of an example's region, where it has records, and compares them with what it expects.
/// @param place   JSON Pointer of the example
/// @param issues  gets example_differs, and what is wrong with the records
void run_targets(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues);

}  // namespace biaochi::detail
