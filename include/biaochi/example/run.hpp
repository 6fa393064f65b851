#pragma once
/// @file
/// Runs the examples that a rulebook carries.

#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// What became of one example.
struct ExampleResult {
    std::string id;
    bool passed = false;
    std::vector<Issue> issues;  ///< why not: example_differs, or what kept it from being scored
};

/// Scores every example of a valid rulebook and compares it with what it expects.
/// @return one result an example, in the rulebook's order
[[nodiscard]] std::vector<ExampleResult> run_examples(const Rulebook& rulebook);

}  // namespace biaochi
