#pragma once
/// @file
/// Columns as the package hands them in, and room for answers.

#include <cstddef>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "buffer.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// Columns with what keeps their memory alive.
struct Columns {
    std::vector<HeldColumn> held;
    std::vector<Column> columns;
};

/// Takes columns: tuples of a name, a slot, values, bits of validity or None, bytes of statuses or None.
/// @param rows    that every column must have
/// @param issues  everything that is wrong with them
[[nodiscard]] Columns read_columns(const Rules& rules, const py::list& given, std::size_t rows, std::vector<Issue>& issues);

/// Room for answers: a writable array of the package's own making.
struct Rooms {
    std::size_t rows;
    std::vector<py::buffer_info> held;

    template <class T>
    T* take(py::handle array) {
        if (array.is_none()) return nullptr;
        py::buffer_info info = py::reinterpret_borrow<py::buffer>(array).request(true);
        const bool fits = info.ndim == 1 && info.itemsize == py::ssize_t{sizeof(T)} && info.strides[0] == info.itemsize;
        if (!fits || static_cast<std::size_t>(info.size) != rows) throw py::value_error("an array for answers has the wrong shape");
        held.push_back(std::move(info));
        return static_cast<T*>(held.back().ptr);
    }

    template <class T>
    T* named(const py::dict& out, const char* name) {
        return out.contains(name) ? take<T>(out[name]) : nullptr;
    }
};

}  // namespace biaochi::python
