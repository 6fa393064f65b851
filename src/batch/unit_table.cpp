/// @file
/// Whole units from the scorer's own columns.

#include "batch/unit_table.hpp"

#include <algorithm>

namespace biaochi::detail {

UnitTable::UnitTable(const ScoreSource& source) : source_(source) {
    low_.resize(source.rows);
    high_.resize(source.rows);
    status_.resize(source.rows, RowStatus::bad_value);
}

bool UnitTable::fill(const Watch& watch) {
    BatchRequest request;
    request.columns = source_.columns;
    request.rows = rows();
    request.out.score.low_units = low_.data();
    request.out.score.high_units = high_.data();
    request.out.status = status_.data();
    request.threads = source_.workers;
    request.code = source_.code;
    const auto all = static_cast<double>(std::max<std::size_t>(1, rows()));
    if (watch) request.watch = [&watch, all](std::size_t done) { return watch(static_cast<double>(done) / all); };
    return !source_.scorer.score(request).stopped;
}

bool UnitTable::all_fit() const noexcept {
    for (RowIndex row = 0; row < rows(); ++row) {
        if (has_score(row) && (low_[row] == no_units || high_[row] == no_units)) return false;
    }
    return true;
}

}  // namespace biaochi::detail
