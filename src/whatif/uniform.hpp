#pragma once
/// @file
/// The numbers u of a draw, and the values that they stand for.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "biaochi/whatif/whatif.hpp"

namespace biaochi::detail {

/// Writes the u of every variation, as doubles: exact from the generator; of a sample the doubles that were handed in.
/// @param source  generator or sample
/// @param draw    which draw
/// @param count   how many variations
/// @param out     room for @p count
void uniforms(const DrawSource& source, std::uint64_t draw, std::size_t count, double* out) noexcept;

/// @return the exact values of a draw, one a variation; a double of a sample stands for the shortest decimal that reads back as it
[[nodiscard]] std::vector<Number> values_of(const std::vector<Variation>& variations, const DrawSource& source, std::uint64_t draw);

/// @throws Error with code out_of_range where there are too many draws, or a value of the sample is not in [0, 1)
void check_source(const DrawSource& source, std::size_t variations);

}  // namespace biaochi::detail
