#pragma once
/// @file
/// Values of expressions to and from JSON, exactly.

#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/feel/type.hpp"
#include "biaochi/feel/value.hpp"
#include "json/value.hpp"

namespace biaochi::detail {

/// @return an empty JSON list
[[nodiscard]] json::Value json_list();
/// @return an empty JSON object
[[nodiscard]] json::Value json_object();
/// @return a JSON text
[[nodiscard]] json::Value json_text(std::string text);
/// @return a JSON boolean
[[nodiscard]] json::Value json_boolean(bool truth);
/// Adds a member to an object.
void put(json::Value& object, std::string key, json::Value value);

/// Writes a value: a number as exact text, a date or duration as text, lists and contexts as such, a range as an object.
[[nodiscard]] json::Value value_json(const feel::Value& value);

/// A value and what is known of its type.
struct TypedValue {
    feel::Value value;
    feel::Type type;
};

/// Reads a fact: a plain JSON value, or `{"value", "type", "unit"}`.
/// @param json    the fact
/// @param name    for the cause of a missing one
/// @param where   JSON Pointer
/// @param issues  gets what is wrong
[[nodiscard]] TypedValue read_fact(const json::Value& json, const std::string& name, const std::string& where, std::vector<Issue>& issues);

}  // namespace biaochi::detail
