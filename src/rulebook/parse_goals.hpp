#pragma once
/// @file
/// Reading goals: a bound and its number, the year that they count from.

#include <string>

#include "biaochi/rulebook/target_section.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {

/// Reads the word of a bound.
Bound read_bound(Context& context, const json::Value& value, const std::string& pointer);

/// Takes the goal of a form, and its year where the form counts from one.
void take_goal(Context& context, Fields& fields, const std::string& pointer, Target& target);

/// Takes the year that a form counts from; it may be left out.
void take_year(Context& context, Fields& fields, Target& target);

}  // namespace biaochi::detail
