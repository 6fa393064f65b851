#pragma once
/// @file
/// Runs the applications of examples.

#include <string>
#include <vector>

#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// Judges the application of an example, where it has one, and compares what it is awarded with what is expected.
/// @param place   of the example in the rulebook
/// @param issues  what differs, or keeps it from being judged
void run_application(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues);

}  // namespace biaochi::detail
