#pragma once
/// @file
/// What the benchmarks work on: the district table, and a county of which every figure is known.

#include <cstddef>
#include <string>

#include "biaochi/ruleset/ruleset.hpp"

namespace sample {

/// @return the text of the district table
[[nodiscard]] const std::string& rulebook_json();
/// @return the district table, compiled with both readings that decide a score and a class
[[nodiscard]] const biaochi::Ruleset& rules();
/// @return so many counties as JSON; the figures are those that score full_score
[[nodiscard]] std::string records_json(std::size_t count);

/// The county's score, the sum of the points of its 17 indicators, done by hand from the bands.
inline constexpr const char* full_score = "3280867/42000";

}  // namespace sample
