#pragma once
/// @file
/// Units of figures: what kind each is of, and how one converts to another, exactly. Nothing here throws.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/number.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// What a unit measures, and how much of it.
struct Unit {
    std::string kind;  ///< "money", "家", "件/persons"; units of one kind convert to each other
    Number size;       ///< in the base unit of its kind, above 0
};

/// Reads a unit: a built-in one of docs/reference/units.md, one of the rulebook's own, or a quotient of two such.
///
/// @param own   the rulebook's units; one may be defined through others, at most six deep
/// @param text  for example "亿元" or "件/万人"
/// @return the unit, or none when the text is not one, or its definitions go in a circle or have a size that is not above 0
[[nodiscard]] std::optional<Unit> parse_unit(const Named<UnitDefinition>& own, std::string_view text);

/// @return whether parse_unit() reads it
[[nodiscard]] bool known_unit(const Named<UnitDefinition>& own, std::string_view text);

/// @return the factor that turns a figure in @p from into one in @p to; none when either is unknown or their kinds differ
[[nodiscard]] std::optional<Number> conversion(const Named<UnitDefinition>& own, std::string_view from, std::string_view to);

/// @return every unit that has a name, the built-in ones first; quotients are not among them
[[nodiscard]] std::vector<std::string> known_units(const Named<UnitDefinition>& own = {});

}  // namespace biaochi
