#pragma once
/// @file
/// From a JSON value to the number that its digits say.

#include <optional>
#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/core/number.hpp"
#include "json/value.hpp"

namespace biaochi::detail {

/// Reads a number, or a text that is one; reports whatever else it finds, and what was probably meant.
[[nodiscard]] std::optional<Number> read_figure(const json::Value& value, const std::string& where, std::vector<Issue>& issues);

}  // namespace biaochi::detail
