#pragma once
/// @file
/// The line of scores cut at the edges of classes, and scores rounded as they are shown.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "biaochi/core/number.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// The pieces between the edges of the class cuts.
struct ClassPieces {
    std::vector<Number> edges;          ///< ascending
    std::vector<double> near;           ///< the same as doubles
    std::vector<double> rounded;        ///< the least whole number of units of the last place shown that is at or above each edge
    std::vector<std::int16_t> classes;  ///< by piece, one more than edges: index into Ruleset::cuts(), or no_class
    bool compare_rounded = false;       ///< classes compare the score as shown
    double scale = 1;                   ///< units of the last place shown that make one point
};

/// Cuts the line.
[[nodiscard]] ClassPieces make_pieces(const Ruleset& rules);

/// @return whether rounded scores up to @p most can be kept as whole doubles
[[nodiscard]] bool rounds_in_doubles(const Ruleset& rules, double most) noexcept;

/// Rounds as a mode says; halves go up, since a number that is known to within less than it lacks of a half is not one.
/// @param value  in units of the last place
[[nodiscard]] double round_in_units(double value, RoundingMode mode) noexcept;

}  // namespace biaochi::detail
