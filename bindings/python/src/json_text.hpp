#pragma once
/// @file
/// Python values as JSON text, numbers digit by digit.

#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "bindings.hpp"

namespace biaochi::python {

/// JSON, and the values that have no place in it (written as null).
struct JsonText {
    std::string text;
    std::vector<Issue> issues;
};

/// Writes None, bool, int, float (its shortest decimal; NaN as null), str, Decimal, Fraction, mappings, lists and tuples.
/// @param value    any object; never raises for its type, which becomes an issue
/// @param pointer  place of the value, put before the places of issues
[[nodiscard]] JsonText json_text(py::handle value, std::string pointer = {});

/// Appends a text as a JSON string.
void append_quoted(std::string& out, std::string_view text);

}  // namespace biaochi::python
