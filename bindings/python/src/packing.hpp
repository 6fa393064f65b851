#pragma once
/// @file
/// Rulebooks and rules as pickle takes them apart: the text, the day and the readings that they are made again from.

#include "bindings.hpp"
#include "book.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// @return what `__reduce__` gives: a function of biaochi._packing and its arguments, the version first
[[nodiscard]] py::tuple take_apart(const Book& book);
/// @return the same for rules
[[nodiscard]] py::tuple take_apart(const Rules& rules);

/// Adds `__reduce__`, `__copy__` and `__deepcopy__`; a copy of what cannot change is the thing itself.
template <class Class>
void register_packing(Class& type) {
    type.def(
        "__reduce__", [](const typename Class::type& value) { return take_apart(value); },
        "For pickle: the rulebook's text with the version that reads it.");
    type.def("__copy__", [](const py::object& self) { return self; });
    type.def("__deepcopy__", [](const py::object& self, const py::object&) { return self; });
}

}  // namespace biaochi::python
