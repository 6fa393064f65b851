#pragma once
/// @file
/// Values as people see them.

#include <string>

#include "biaochi/core/interval.hpp"
#include "biaochi/core/rounding.hpp"

namespace biaochi::detail {

/// @return the value at the places of @p rule (`2.83`), or both ends (`0.00–8.00`) where it is not decided
[[nodiscard]] std::string shown(const Interval& value, Rounding rule);

/// @return the value itself where it has few places (`0.99999`), otherwise what shown() gives after `≈`; so that what falls short of a
/// bound
///         by little is not shown as the bound
[[nodiscard]] std::string shown_closely(const Interval& value, Rounding rule);

}  // namespace biaochi::detail
