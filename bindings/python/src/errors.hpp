#pragma once
/// @file
/// From C++ failures to the exceptions of biaochi._errors.

#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "bindings.hpp"

namespace biaochi::python {

/// Which text is wrong.
enum class Fault { rulebook, data, calendar };

/// Raises Error with these words.
[[noreturn]] void raise_error(const std::string& words);

/// Raises Stopped.
[[noreturn]] void raise_stopped();

/// Raises RulebookError, DataError or CalendarError with all issues.
[[noreturn]] void raise_issues(Fault fault, const std::vector<Issue>& issues);

}  // namespace biaochi::python
