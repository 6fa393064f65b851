/// @file
/// Plain arrays of figures through the C interface.

#include "capi/columns.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::column_of;
using biaochi::capi::failed;
using biaochi::capi::guard;
using biaochi::capi::has_unknown_type;
using biaochi::capi::null_argument;
using biaochi::capi::unknown_type;
using biaochi::capi::wrong_text;

namespace biaochi::capi {

Column column_of(const biaochi_column& given) {
    Column column;
    column.slot = given.slot;
    column.type = static_cast<CellType>(given.type);
    column.scale = given.scale;
    column.values = given.values;
    column.stride = given.stride;
    column.validity = given.validity;
    column.offset = given.offset;
    column.statuses = given.statuses;
    return column;
}

bool has_unknown_type(const biaochi_column* columns, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        if (columns[i].type < BIAOCHI_CELL_FLOAT64 || columns[i].type > BIAOCHI_CELL_BITS) return true;
    }
    return false;
}

biaochi_status unknown_type(biaochi_error* error) {
    return failed(error, BIAOCHI_STATUS_OUT_OF_RANGE, "a column's type must be a biaochi_cell_type, 0 to 11",
                  "列的类型必须是 biaochi_cell_type 之一，即 0 至 11");
}

}  // namespace biaochi::capi

namespace {

using biaochi::BatchRequest;
using biaochi::CellType;
using biaochi::Column;
using biaochi::PartColumns;
using biaochi::PointColumns;
using biaochi::RowStatus;
using biaochi::Status;

static_assert(static_cast<int>(CellType::float64) == BIAOCHI_CELL_FLOAT64 && static_cast<int>(CellType::int8) == BIAOCHI_CELL_INT8);
static_assert(static_cast<int>(CellType::uint8) == BIAOCHI_CELL_UINT8 && static_cast<int>(CellType::bits) == BIAOCHI_CELL_BITS);
static_assert(static_cast<int>(Status::missing) == BIAOCHI_FIGURE_MISSING && static_cast<int>(Status::rejected) == BIAOCHI_FIGURE_REJECTED);
static_assert(static_cast<int>(RowStatus::decided) == BIAOCHI_ROW_DECIDED &&
              static_cast<int>(RowStatus::bad_value) == BIAOCHI_ROW_BAD_VALUE);
static_assert(biaochi::no_class == BIAOCHI_NO_CLASS && biaochi::no_units == BIAOCHI_NO_UNITS);
static_assert(biaochi::issue_code_count <= BIAOCHI_NO_ISSUE, "an issue's number has one byte");

/// Values of another type; a few of them need no memory.
template <class T>
class Converted {
public:
    template <class From, class Convert>
    Converted(const From* from, std::size_t count, Convert convert) : count_(count) {
        if (count > few) many_.resize(count);
        first_ = count > few ? many_.data() : reinterpret_cast<T*>(few_.data());
        for (std::size_t i = 0; i < count; ++i) std::construct_at(first_ + i, convert(from[i]));
    }
    Converted(const Converted&) = delete;
    Converted& operator=(const Converted&) = delete;

    [[nodiscard]] std::span<const T> view() const noexcept { return {first_, count_}; }

private:
    static_assert(std::is_trivially_destructible_v<T>);
    static constexpr std::size_t few = 32;

    std::size_t count_;
    T* first_;
    alignas(T) std::array<std::byte, few * sizeof(T)> few_;  // not set to anything: one record shall cost little
    std::vector<T> many_{};
};

PointColumns points_of(const biaochi_points& given) { return {given.low, given.high, given.low_units, given.high_units}; }

PartColumns part_of(const biaochi_part& given) { return {given.node, points_of(given.points), given.segment}; }

void set_answers(BatchRequest& request, const biaochi_answers& given) {
    request.out.score = points_of(given.score);
    request.out.class_of = given.class_of;
    request.out.class_low = given.class_low;
    request.out.class_high = given.class_high;
    request.out.status = reinterpret_cast<RowStatus*>(given.status);
    request.out.issue = given.issue;
    request.out.issue_slot = given.issue_slot;
}

bool has_unknown_node(const biaochi::BatchScorer& scorer, const biaochi_batch& batch) {
    for (std::size_t i = 0; i < batch.part_count; ++i) {
        if (batch.parts[i].node >= scorer.rules().nodes().size()) return true;
    }
    return false;
}

/// Scores; only what was refused is looked at again, to tell why.
biaochi_status score_batch(const biaochi::BatchScorer& scorer, const BatchRequest& request, biaochi_error* error,
                           biaochi_batch_count* out) {
    try {
        const biaochi::BatchCount count = scorer.score(request);
        if (out != nullptr) *out = {count.rows, count.by_grid, count.exact, count.stopped ? 1 : 0};
        return BIAOCHI_STATUS_OK;
    } catch (const biaochi::Error&) {
        const std::vector<biaochi::Issue> issues = scorer.check(request.columns, request.rows);
        if (has_errors(issues)) return wrong_text(error, issues);
        throw;
    }
}

biaochi_status score_batch(const biaochi::BatchScorer& scorer, const biaochi_batch& batch, biaochi_error* error, biaochi_batch_count* out) {
    const Converted<Column> columns(batch.columns, batch.column_count, column_of);
    const Converted<PartColumns> parts(batch.parts, batch.part_count, part_of);
    BatchRequest request;
    request.columns = columns.view();
    request.rows = batch.rows;
    request.parts = parts.view();
    request.threads = batch.threads;
    set_answers(request, batch.out);
    if (batch.progress != nullptr) {
        request.watch = [&](std::size_t done) { return batch.progress(batch.progress_data, done) != 0; };
    }
    return score_batch(scorer, request, error, out);
}

}  // namespace

const char* biaochi_row_status_name(uint8_t status) {
    return status <= BIAOCHI_ROW_BAD_VALUE ? name(static_cast<RowStatus>(status)).data() : "";
}

const char* biaochi_issue_name(uint8_t issue) {
    return issue < biaochi::issue_code_count ? name(static_cast<biaochi::IssueCode>(issue)).data() : "";
}

biaochi_status biaochi_columns_create(const biaochi_rules* rules, biaochi_error* error, biaochi_columns** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        *out = new biaochi_columns{biaochi::BatchScorer(rules->rules)};
        return BIAOCHI_STATUS_OK;
    });
}

void biaochi_columns_destroy(biaochi_columns* columns) { delete columns; }

biaochi_status biaochi_columns_score(const biaochi_columns* columns, const biaochi_batch* batch, biaochi_error* error,
                                     biaochi_batch_count* out) {
    if (columns == nullptr) return null_argument(error, "columns");
    if (batch == nullptr) return null_argument(error, "batch");
    if (batch->columns == nullptr && batch->column_count > 0) return null_argument(error, "batch.columns");
    if (batch->parts == nullptr && batch->part_count > 0) return null_argument(error, "batch.parts");
    if (has_unknown_type(batch->columns, batch->column_count)) return unknown_type(error);
    if (has_unknown_node(columns->scorer, *batch)) {
        return failed(error, BIAOCHI_STATUS_OUT_OF_RANGE, "a part's node must be one of biaochi_rules_node", "parts 中的 node 超出范围");
    }
    return guard(error, [&] { return score_batch(columns->scorer, *batch, error, out); });
}
