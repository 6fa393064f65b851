#pragma once
/// @file
/// Values of expressions as JSON.

#include <string_view>

#include "biaochi/feel/value.hpp"
#include "json/writer.hpp"

namespace biaochi::json {

/// Writes a value after a key: numbers as exact text, dates and what else has no place in JSON as FEEL prints it, no value as null.
void write_value(Writer& out, std::string_view key, const feel::Value& value);

}  // namespace biaochi::json
