#pragma once
/// @file
/// What the validator and the compiler share of derived facts: their formulas as expressions.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// @return "formula", "ratio" or "growth"
[[nodiscard]] std::string_view way_name(Derivation::Kind kind) noexcept;

/// The formula of a derived fact as it is evaluated: of a ratio, with the factor that brings it to the fact's unit.
/// @return the text; empty for a growth; none where the units of a ratio do not come to the fact's
[[nodiscard]] std::optional<std::string> formula_text(const Rulebook& book, const Fact& fact);

/// Compiles a formula or ratio. Its slots are those of the facts it names, from 0, in the order of Rulebook::facts.
/// @param formula  as formula_text() gave it
/// @param where    JSON Pointer of the formula
/// @param facts    gets the facts that it names, by slot
[[nodiscard]] feel::Compiled compile_formula(const Rulebook& book, const Fact& fact, const std::string& formula, const std::string& where,
                                             std::vector<std::size_t>& facts);

}  // namespace biaochi::detail
