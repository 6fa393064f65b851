#pragma once
/// @file
/// From C++ failures to the exceptions of biaochi._errors.

#include <vector>

#include "bindings.hpp"
#include "biaochi/core/issue.hpp"

namespace biaochi::python {

/// Which text is wrong.
enum class Fault { rulebook, data };

/// Raises RulebookError or DataError with all issues.
[[noreturn]] void raise_issues(Fault fault, const std::vector<Issue>& issues);

}  // namespace biaochi::python
