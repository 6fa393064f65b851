#pragma once
/// @file
/// What Rules.score is given: one record, or columns.

#include "bindings.hpp"

namespace biaochi::python {

/// @return whether it is a frame, an array with names, or a dict with an array in it
[[nodiscard]] bool is_columns(py::handle value);

}  // namespace biaochi::python
