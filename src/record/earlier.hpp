#pragma once
/// @file
/// The period some years before another.

#include <optional>
#include <string>
#include <string_view>

namespace biaochi {

/// Finds the period so many years earlier: `2021` to `2018`, `2021-06` to `2018-06`.
/// @param period  a text
/// @param years   how many, 0 or more
/// @return none where the text does not begin with a year of four digits, or there is no such year
[[nodiscard]] std::optional<std::string> earlier(std::string_view period, int years);

}  // namespace biaochi
