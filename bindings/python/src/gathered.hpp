#pragma once
/// @file
/// Columns that need all rows at once: of arrays, or of a whole frame.

#include <vector>

#include "biaochi/batch/gather.hpp"
#include "column_set.hpp"

namespace biaochi::python {

/// Columns of either origin, which keep their memory.
class AnyColumns {
public:
    /// @param given  a list of tuples as of read_columns(), or what gather_frame() returned
    /// @throws DataError with every issue
    AnyColumns(const Rules& rules, py::handle given, std::size_t rows);

    [[nodiscard]] const std::vector<Column>& columns() const noexcept { return columns_; }

private:
    Columns own_;
    std::vector<Column> columns_;
};

/// The words of one column, row by row: a list of texts and None, or None where there is no such column.
class Words {
public:
    Words(py::handle words, std::size_t rows);
    /// @return the word of a row; empty: none
    [[nodiscard]] std::string_view at(std::size_t row) const;

private:
    py::list words_;
};

/// Numbers the cohorts of rows.
/// @param names  the words of region, period and group
/// @throws DataError where a region has no group
[[nodiscard]] std::vector<std::uint32_t> cohorts_of(const Ruleset& rules, std::size_t rows, const py::tuple& names);

}  // namespace biaochi::python
