#pragma once
/// @file
/// Python lists made of C++ vectors, element by element.

#include <vector>

#include "bindings.hpp"

namespace biaochi::python {

/// @return a list with a copy of each element
template <class T>
[[nodiscard]] py::list to_list(const std::vector<T>& values) {
    py::list list(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) list[i] = py::cast(values[i]);
    return list;
}

}  // namespace biaochi::python
