#pragma once
/// @file
/// The expressions of incentives, compiled: when one is given, and what its amount is a part of.

#include <string>

#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/incentive_section.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// @return where the expression of a reading stands
/// @param pointer  of the incentive
[[nodiscard]] std::string place_of_when(const Incentive& incentive, const std::string& pointer, const std::string& reading);

/// Compiles what an amount is a part or multiple of, to a number in @p unit.
///
/// Under `times`, a base of another kind of unit (a count) stays in its own: the numbers are then amounts for each of it.
///
/// @param book     for its units
/// @param amount   with a base
/// @param unit     of the amounts
/// @param scope    as claim_scope() gives it
/// @param pointer  of the incentive
[[nodiscard]] feel::Compiled compile_base(const Rulebook& book, const Amount& amount, const std::string& unit, const feel::Scope& scope,
                                          const std::string& pointer);

}  // namespace biaochi::detail
