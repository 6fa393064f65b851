#pragma once
/// @file
/// Reading and checking the examples of targets.

#include <string>

#include "rulebook/reader.hpp"

namespace biaochi::detail {

/// Takes `records` and `region` of an example.
void take_records(Context& context, Fields& fields, Example& example);

/// Reads what an example expects of targets.
Named<ExpectedTarget> read_expected_targets(Context& context, const json::Value& value, const std::string& pointer);

/// Reads a number, or `{"low", "high"}`.
std::optional<Expected> read_expected(Context& context, const json::Value& value, const std::string& pointer);

/// Checks that an example expects what the rulebook has, of a region that it has records of. @param where  the example
void validate_target_example(Context& context, const Example& example, const std::string& where);

}  // namespace biaochi::detail
