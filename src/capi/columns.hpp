#pragma once
/// @file
/// What the handle of rules ready for columns holds.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "biaochi/biaochi.h"
#include "capi/guard.hpp"

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

/// Checks columns, then works with them.
/// @param request  has columns, column_count and rows
/// @param body     takes a `const std::vector<Column>&`; not called where a column is wrong as a whole
template <class Request, class Body>
biaochi_status with_columns(const BatchScorer& scorer, const Request& request, biaochi_error* error, Body body) {
    if (has_unknown_type(request.columns, request.column_count)) return unknown_type(error);
    return guard(error, [&] {
        std::vector<Column> columns(request.column_count);
        std::transform(request.columns, request.columns + request.column_count, columns.begin(), column_of);
        const std::vector<Issue> issues = scorer.check(columns, request.rows);
        if (has_errors(issues)) return wrong_text(error, issues);
        body(columns);
        return BIAOCHI_STATUS_OK;
    });
}

}  // namespace biaochi::capi
