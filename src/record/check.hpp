#pragma once
/// @file
/// The one set of checks of a filled record, whatever its figures were read from.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "biaochi/record/record.hpp"

namespace biaochi::detail {

/// The JSON Pointer that a slot's figure was read from.
using PlaceOf = std::function<std::string(std::size_t slot)>;

/// Adds what is wrong with the figures of @p record to @p issues; @p place is asked only when something is.
void check_cells(const Ruleset& rules, const Record& record, const PlaceOf& place, std::vector<Issue>& issues);

/// Adds the derived figures that were handed in although the rulebook does not let them. Call it before derive().
void refuse_derived(const Ruleset& rules, const Record& record, const PlaceOf& place, std::vector<Issue>& issues);

/// Adds what is wrong with derived figures.
void check_derived(const Ruleset& rules, const Record& record, const PlaceOf& place, std::vector<Issue>& issues);

}  // namespace biaochi::detail
