#pragma once
/// @file
/// Python buffers (NumPy arrays, array.array, memoryview) as columns, without a copy.

#include <cstddef>
#include <string>
#include <vector>

#include "biaochi/batch/column.hpp"
#include "biaochi/core/issue.hpp"
#include "bindings.hpp"

namespace biaochi::python {

/// A column with what keeps its memory alive.
struct HeldColumn {
    Column column;
    std::vector<py::buffer_info> held;
    std::vector<unsigned char> repeated;  ///< the values, where one stood for all rows (stride 0)
};

/// Where buffers become columns.
struct BufferReader {
    std::size_t rows;            ///< that every column must have
    std::vector<Issue>& issues;  ///< what was found wrong: unsupported_type, wrong_layout, wrong_length

    /// Takes the values of a column: float32, float64, whole numbers or bool, of this machine's byte order, with any stride.
    /// @param name  of the column, for issues
    /// @param held  is filled; its slot is left alone
    /// @return false where an issue was found
    bool take_values(const std::string& name, py::handle values, HeldColumn& held);

    /// Takes bits of validity, the lowest of a byte first, or None.
    bool take_validity(const std::string& name, py::handle bits, HeldColumn& held);

    /// Takes one byte a row, an enumerator of Status, or None.
    bool take_statuses(const std::string& name, py::handle bytes, HeldColumn& held);

private:
    bool complain(IssueCode code, const std::string& name, std::string_view found, std::string_view expected = {});
};

/// @return the place of a column in issues: `/columns/` and its name, as a JSON Pointer
[[nodiscard]] std::string column_place(const std::string& name);

}  // namespace biaochi::python
