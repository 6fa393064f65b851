#pragma once
/// @file
/// From a figure as written to the cell of its slot.

#include <cstddef>
#include <string>

#include "json/value.hpp"
#include "record/figure.hpp"
#include "record/sheet.hpp"

namespace biaochi::detail {

/// Notes where a slot's figure stands; reports a figure that is given twice.
/// @return whether this is the first
bool claim(Sheet& sheet, std::size_t slot, const std::string& where);

/// Stores a value with the figure's status and evidence.
void store(Sheet& sheet, std::size_t slot, const Figure& figure, Number value);

/// Stores a figure whose status says that no value of it counts, and keeps what was written beside it.
void set_aside(Sheet& sheet, std::size_t slot, const Figure& figure);

/// Reports the unit of a figure that is not a quantity.
void refuse_unit(Sheet& sheet, const Figure& figure);

/// Reads the figure of one slot. A bare null is as good as left out.
void read_slot(Sheet& sheet, std::size_t slot, const json::Value& value, const std::string& where, const Defaults& defaults = {});

}  // namespace biaochi::detail
