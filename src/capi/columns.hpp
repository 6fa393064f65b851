#pragma once
/// @file
/// What the handle of rules ready for columns holds.

#include <cstddef>

#include "biaochi/batch/batch.hpp"
#include "biaochi/biaochi.h"

struct biaochi_columns {
    biaochi::BatchScorer scorer;
};

namespace biaochi::capi {

/// @return the column that a C column describes
[[nodiscard]] Column column_of(const biaochi_column& given);
/// @return whether a column has no biaochi_cell_type
[[nodiscard]] bool has_unknown_type(const biaochi_column* columns, std::size_t count);
/// Says so.
biaochi_status unknown_type(biaochi_error* error);

}  // namespace biaochi::capi
