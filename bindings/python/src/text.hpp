#pragma once
/// @file
/// Texts and languages as Python hands them over.

#include <string>

#include "biaochi/core/text.hpp"
#include "bindings.hpp"

namespace biaochi::python {

/// Takes the bytes of a str or bytes; lone surrogates stay in them, so that the parser can name the place.
/// @throws py::type_error for any other type
[[nodiscard]] std::string utf8(py::handle text);

/// @return the language of "zh" or "en"
/// @throws py::value_error for any other word
[[nodiscard]] Language language_of(const std::string& code);

}  // namespace biaochi::python
