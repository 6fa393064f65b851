#pragma once
/// @file
/// The readers and checks of the section `lifecycle`.

#include <string>
#include <vector>

#include "biaochi/rulebook/lifecycle_section.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {

/// Reads the whole section.
LifecycleSection read_lifecycle(Context& context, const json::Value& value, const std::string& pointer);
/// Reads an expression, or one for each reading of an open point.
Choice<std::string> read_expression_choice(Context& context, const json::Value& value, const std::string& pointer);
/// Reads one deadline of a state.
Deadline read_deadline(Context& context, const json::Value& value, const std::string& pointer);

/// Reads the day before which a transition may not be taken.
NotBefore read_not_before(Context& context, const json::Value& value, const std::string& pointer);

/// Checks that states, events and fields that are named are there, and that transitions can be told apart.
void validate_lifecycle(Context& context, const LifecycleSection& section, const std::string& pointer);

/// States that no event reaches, states without exit, deadlines without owner or that nothing settles, what is not cited.
void lint_lifecycle(const LifecycleSection& section, std::vector<Issue>& issues);

}  // namespace biaochi::detail
