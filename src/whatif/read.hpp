#pragma once
/// @file
/// Specifications of what-ifs from JSON.

#include <string_view>
#include <vector>

#include "biaochi/whatif/whatif.hpp"

namespace biaochi::detail {

/// A specification as read.
struct ReadSpec {
    DrawSource source;
    std::vector<Number> quantiles;
    std::vector<Variation> variations;
    std::vector<Issue> issues;

    /// Reports that a thing cannot be varied.
    void refuse(const std::string& where, std::string_view what, const Text& why);
};

/// Reads a specification: names are resolved and ends computed; what cannot be varied is found by check_variations().
[[nodiscard]] ReadSpec read_spec(const Ruleset& rules, const std::vector<Record>& records, std::string_view json);

/// Reports what cannot be varied: the root, weights that fall to zero, edges that could cross, figures beyond their bounds.
void check_variations(const Ruleset& rules, const std::vector<Record>& records, ReadSpec& spec);

}  // namespace biaochi::detail
