#pragma once
/// @file
/// Blocks of columns as doubles.

#include <cstddef>

#include "batch/kernel.hpp"
#include "biaochi/batch/column.hpp"

namespace biaochi::detail {

/// Gives a block of a column as doubles whose shortest decimals are the figures; NaN: missing; infinite: the exact way must look.
/// @param column   null: the figure is missing in every row
/// @param first    the first row
/// @param rows     how many
/// @param padded   how many to fill, a multiple of 8; the rest is missing
/// @param scratch  room for them, used where the column's own memory will not do
/// @param kernel   the vector code
/// @return the doubles
const double* load_block(const Column* column, std::size_t first, std::size_t rows, std::size_t padded, double* scratch,
                         const Kernel& kernel);

}  // namespace biaochi::detail
