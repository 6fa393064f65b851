#pragma once
/// @file
/// Cases as text, to be kept and read again.

#include <span>
#include <string>

#include "biaochi/lifecycle/case.hpp"

namespace biaochi {

/// Writes cases as a JSON list that read_cases() reads back as the same cases.
/// @param rules  with a lifecycle
/// @param cases  of these rules
/// @throws Error with code wrong_ruleset when a case belongs to another rulebook or version
[[nodiscard]] std::string cases_json(const Ruleset& rules, std::span<const Case> cases);

}  // namespace biaochi
