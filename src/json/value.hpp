#pragma once
/// @file
/// JSON as written: numbers keep their digits, objects their order; repeated keys are found, not overwritten.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/core/issue.hpp"

namespace biaochi::json {

/// What a value is.
enum class Kind { null, boolean, number, text, list, object };

struct Member;

/// One JSON value.
struct Value {
    Kind kind = Kind::null;
    bool truth = false;           ///< boolean
    std::string text;             ///< text, or the digits of a number
    std::vector<Value> items;     ///< list
    std::vector<Member> members;  ///< object, each key once

    /// @return the member's value, or null
    [[nodiscard]] const Value* find(std::string_view key) const noexcept;
};

/// A key and its value.
struct Member {
    Member(std::string key, Value value) : first(std::move(key)), second(std::move(value)) {}

    std::string first;
    Value second;
};

/// How large a text may be.
struct Limits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t depth = 64;
    std::size_t number_length = 450;  ///< characters of one number
};

/// A value, and what is wrong with its text.
struct Parsed {
    std::optional<Value> value;  ///< set when the text is JSON, even if keys repeat or numbers are too long
    std::vector<Issue> issues;
};

/// Reads JSON text. Never throws on any text.
/// @param text    UTF-8, with or without byte order mark
/// @param limits  beyond them the text is refused
[[nodiscard]] Parsed parse(std::string_view text, Limits limits = {});

/// @return the JSON Pointer of a member of @p parent
[[nodiscard]] std::string child(std::string_view parent, std::string_view key);
/// @return the JSON Pointer of an item of @p parent
[[nodiscard]] std::string child(std::string_view parent, std::size_t index);

/// @return "null", "boolean", "number", "text", "list" or "object"
[[nodiscard]] std::string_view name(Kind kind) noexcept;

/// @return a short text of a value for messages: digits, the text itself, or the kind for lists and objects
[[nodiscard]] std::string brief(const Value& value);

/// Writes a value back as compact JSON; numbers as their digits.
[[nodiscard]] std::string write(const Value& value);

/// @return the text as a JSON string, in quotes
[[nodiscard]] std::string quote(std::string_view text);

}  // namespace biaochi::json
