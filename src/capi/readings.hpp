#pragma once
/// @file
/// Readings of open points as C callers write them.

#include <map>
#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"

namespace biaochi::capi {

/// Readings by open point, or what is wrong with their text.
struct Readings {
    std::map<std::string, std::string> chosen;
    std::vector<Issue> issues;
};

/// @param text  JSON object `{"open point": "reading"}`, or null for none
[[nodiscard]] Readings read_readings(const char* text);

}  // namespace biaochi::capi
