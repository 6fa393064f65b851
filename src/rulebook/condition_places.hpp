#pragma once
/// @file
/// Where the parts and expressions of a condition stand in its document.

#include <cstddef>
#include <string>

#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/condition_section.hpp"

namespace biaochi::detail {

/// @return the JSON Pointer of a part
[[nodiscard]] std::string place_of_part(const Condition& condition, const std::string& pointer, std::size_t part);

/// @return the JSON Pointer of an expression; @p reading is empty where the text states it
[[nodiscard]] std::string place_of_expression(const Condition& condition, const std::string& pointer, const std::string& reading);

/// @return how to compile an expression that is met or not
[[nodiscard]] feel::CompileOptions boolean_at(std::string pointer);

}  // namespace biaochi::detail
