#pragma once
/// @file
/// Derived facts, compiled: in an order in which each stands after those that it rests on.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/core/number.hpp"
#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// A figure that follows from others.
struct DerivedFact {
    std::size_t slot = 0;                        ///< where it stands
    const Derivation* source = nullptr;          ///< as written; lives as long as the ruleset
    std::string formula;                         ///< as evaluated; of a growth for people to read
    std::optional<feel::Expression> expression;  ///< of a formula or ratio
    std::vector<std::size_t> operands;           ///< slots of the figures: by the expression's slots; of a growth the one that grows
    Number factor{1};                            ///< of a growth: from percent to the fact's unit
};

}  // namespace biaochi
