#pragma once
/// @file
/// Runs an example that asks a body for its duties.

#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// Compares the duties of an example's body with all that the example expects; nothing where it names no body.
/// @param place   the example's pointer
/// @param issues  what differs: a duty that lacks, one too many, another role
void run_unit(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues);

}  // namespace biaochi::detail
