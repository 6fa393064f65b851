/// @file
/// Rulebooks and rules taken apart for pickle.

#include "packing.hpp"

#include <pybind11/stl.h>

#include "biaochi/calendar/date.hpp"

namespace biaochi::python {

namespace {

py::tuple made_by(const char* function, const py::tuple& arguments) {
    return py::make_tuple(py::module_::import("biaochi._packing").attr(function), arguments);
}

}  // namespace

py::tuple take_apart(const Book& book) { return made_by("rulebook", py::make_tuple(BIAOCHI_VERSION, py::bytes(*book.source))); }

py::tuple take_apart(const Rules& rules) {
    return made_by("rules", py::make_tuple(BIAOCHI_VERSION, py::bytes(*rules.source), date_text(rules.ruleset.on()), rules.readings));
}

}  // namespace biaochi::python
