#pragma once
/// @file
/// Numbers, intervals and names as they stand in a sentence.

#include <optional>
#include <string>
#include <string_view>

#include "biaochi/core/interval.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// @return the exact value with a real minus sign
[[nodiscard]] std::string exact(const Number& value);
/// @return the exact value, in parentheses where it is negative, so that it can stand after an operator
[[nodiscard]] std::string operand(const Number& value);
/// @return `8`, or `(0–8)` where it is not decided, so that it can stand in a sum
[[nodiscard]] std::string operand(const Interval& value);
/// @return what a calculation ends with: `= 8`, `= 17/6 ≈ 2.83`, `= 0–8`; `≈ 2.83` alone where the exact value is too long to read
[[nodiscard]] std::string equals(const Interval& value, Rounding rule);
/// @return the value without the equals sign: `8`, `17/6 ≈ 2.83`, `0–8`
[[nodiscard]] std::string spelled(const Interval& value, Rounding rule);
/// @return `[2, 5)`, `[100, +∞)`
[[nodiscard]] std::string stretch(const std::optional<Number>& from, const std::optional<Number>& to);
/// @return "4 分" and "4 points"
[[nodiscard]] Text points_text(const std::string& points);
/// @return the value with its unit: `3 家`, `2.5%`
[[nodiscard]] std::string quantity(const Number& value, std::string_view unit);
/// @return the name of a slot: of its fact, of its option, or of its level and item
[[nodiscard]] Text slot_name(const Ruleset& rules, std::size_t slot);
/// @return a node's name, its fact's where it has none, or its id
[[nodiscard]] Text node_name(const Ruleset& rules, std::size_t node);
/// @return the slots that a node's rule reads, in its order; none for a group
[[nodiscard]] std::vector<std::size_t> slots_of(const PlanNode& node);

}  // namespace biaochi::detail
