#pragma once
/// @file
/// A lifecycle as the configuration of an XState 5 machine.

#include <string>

#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// Writes a rulebook's lifecycle as JSON that XState's `setup(…).createMachine(…)` takes; docs/reference/lifecycle.md describes it.
///
/// States, events and their order are the lifecycle's. Guards and effects stay FEEL: the machine names them, and whoever runs it says what
/// they come to.
///
/// @param book  with a lifecycle
[[nodiscard]] std::string xstate_machine(const Rulebook& book);

}  // namespace biaochi
