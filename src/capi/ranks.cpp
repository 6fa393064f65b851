/// @file
/// Ranks of plain arrays through the C interface.

#include "biaochi/batch/ranks.hpp"

#include <algorithm>
#include <vector>

#include "capi/columns.hpp"

using biaochi::capi::failed;
using biaochi::capi::null_argument;
using biaochi::capi::with_columns;

namespace {

using biaochi::Column;

/// @return what both functions refuse, or BIAOCHI_STATUS_OK
biaochi_status check(const biaochi_columns* columns, const biaochi_ranking* ranking, biaochi_error* error) {
    if (columns == nullptr) return null_argument(error, "columns");
    if (ranking == nullptr) return null_argument(error, "ranking");
    if (ranking->columns == nullptr && ranking->column_count > 0) return null_argument(error, "ranking.columns");
    return BIAOCHI_STATUS_OK;
}

}  // namespace

biaochi_status biaochi_columns_rank(const biaochi_columns* columns, const biaochi_ranking* ranking, biaochi_error* error, int* out) {
    if (const biaochi_status status = check(columns, ranking, error); status != BIAOCHI_STATUS_OK) return status;
    return with_columns(columns->scorer, *ranking, error, [&](const std::vector<Column>& given) {
        biaochi::RankRequest request;
        request.columns = given;
        request.rows = ranking->rows;
        request.cohorts = ranking->cohorts;
        request.best = ranking->best;
        request.worst = ranking->worst;
        request.threads = ranking->threads;
        if (ranking->progress != nullptr) {
            request.watch = [&](std::size_t done) { return ranking->progress(ranking->progress_data, done) != 0; };
        }
        const bool finished = rank_rows(columns->scorer, request);
        if (out != nullptr) *out = finished ? 0 : 1;
    });
}

biaochi_status biaochi_columns_top(const biaochi_columns* columns, const biaochi_ranking* ranking, size_t count, size_t capacity,
                                   size_t* rows, biaochi_error* error, size_t* out) {
    if (const biaochi_status status = check(columns, ranking, error); status != BIAOCHI_STATUS_OK) return status;
    if (rows == nullptr && capacity > 0) return null_argument(error, "rows");
    if (out == nullptr) return null_argument(error, "out");
    const bool more = ranking->cohorts != nullptr || ranking->best != nullptr || ranking->worst != nullptr || ranking->progress != nullptr;
    if (more) {
        return failed(error, BIAOCHI_STATUS_OUT_OF_RANGE,
                      "the first rows are found among all: `cohorts`, `best`, `worst` and `progress` must be NULL",
                      "名次靠前的行在全部行中查找：`cohorts`、`best`、`worst`、`progress` 必须为 NULL");
    }
    return with_columns(columns->scorer, *ranking, error, [&](const std::vector<Column>& given) {
        const std::vector<std::size_t> found = top_rows(columns->scorer, given, ranking->rows, count, ranking->threads);
        std::copy_n(found.begin(), std::min(capacity, found.size()), rows);
        *out = found.size();
    });
}
