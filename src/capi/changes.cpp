/// @file
/// What changed from the year before, of plain arrays through the C interface.

#include "biaochi/batch/change.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "capi/columns.hpp"
#include "capi/guard.hpp"

using biaochi::Column;
using biaochi::capi::guard;
using biaochi::capi::null_argument;

static_assert(biaochi::no_row == BIAOCHI_NO_ROW);

biaochi_status biaochi_previous_rows(const uint32_t* regions, const uint32_t* periods, size_t rows, const char* const* texts,
                                     size_t text_count, biaochi_error* error, size_t* out) {
    if (regions == nullptr && rows > 0) return null_argument(error, "regions");
    if (periods == nullptr && rows > 0) return null_argument(error, "periods");
    if (texts == nullptr && text_count > 0) return null_argument(error, "texts");
    if (std::any_of(texts, texts + text_count, [](const char* text) { return text == nullptr; })) return null_argument(error, "texts");
    if (out == nullptr && rows > 0) return null_argument(error, "out");
    return guard(error, [&] {
        const std::vector<std::string> words(texts, texts + text_count);
        const std::vector<std::size_t> found = biaochi::previous_rows(std::span(regions, rows), std::span(periods, rows), words);
        std::copy(found.begin(), found.end(), out);
        return BIAOCHI_STATUS_OK;
    });
}

biaochi_status biaochi_columns_change(const biaochi_columns* columns, const biaochi_changes* changes, biaochi_error* error, int* out) {
    if (columns == nullptr) return null_argument(error, "columns");
    if (changes == nullptr) return null_argument(error, "changes");
    if (changes->columns == nullptr && changes->column_count > 0) return null_argument(error, "changes.columns");
    if (changes->previous == nullptr && changes->rows > 0) return null_argument(error, "changes.previous");
    return biaochi::capi::with_columns(columns->scorer, *changes, error, [&](const std::vector<Column>& given) {
        biaochi::ChangeRequest request;
        request.columns = given;
        request.rows = changes->rows;
        request.previous = std::span(changes->previous, changes->rows);
        request.change = {changes->change.low, changes->change.high, changes->change.low_units, changes->change.high_units};
        request.threads = changes->threads;
        if (changes->progress != nullptr) {
            request.watch = [&](std::size_t done) { return changes->progress(changes->progress_data, done) != 0; };
        }
        const bool finished = biaochi::score_changes(columns->scorer, request);
        if (out != nullptr) *out = finished ? 0 : 1;
    });
}
