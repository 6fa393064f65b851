#pragma once
/// @file
/// Values as people see them.

#include <string>

#include "biaochi/core/interval.hpp"
#include "biaochi/core/rounding.hpp"

namespace biaochi::detail {

/// @return the value at the places of @p rule (`2.83`), or both ends (`0.00–8.00`) where it is not decided
[[nodiscard]] std::string shown(const Interval& value, Rounding rule);

}  // namespace biaochi::detail
