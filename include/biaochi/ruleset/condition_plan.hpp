#pragma once
/// @file
/// Compiled conditions: the named ones in the rulebook's order, then those written inside others.

#include <cstddef>
#include <string>
#include <vector>

#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/condition_section.hpp"

namespace biaochi {

/// A condition with its expressions compiled and its parts found.
struct PlannedCondition {
    /// One way to read it.
    struct ByReading {
        std::string reading;  ///< empty where the text states it
        feel::Expression expression;
    };

    const Condition* source = nullptr;   ///< as written; lives as long as the ruleset
    std::string id;                      ///< empty for one written inside another
    std::string pointer;                 ///< JSON Pointer of `source`
    std::vector<ByReading> expressions;  ///< one, unless the open point is unread
    std::vector<std::size_t> parts;      ///< indices; of a choice the one of the chosen reading, unless the open point is unread
    std::vector<std::string> readings;   ///< of a choice: the reading of each part
    std::size_t open = static_cast<std::size_t>(-1);  ///< the unread open point, index into Rulebook::open
};

}  // namespace biaochi
