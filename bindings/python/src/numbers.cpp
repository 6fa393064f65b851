/// @file
/// Exact numbers to and from Python, and the class Range.

#include "numbers.hpp"

#include <cstring>

namespace biaochi::python {

py::object to_fraction(const Number& value) {
    const py::object type = py::module_::import("fractions").attr("Fraction");
    if (value.is_small()) return type(value.small_numerator(), value.small_denominator());
    return type(value.text());
}

bool is_exact(py::handle value) {
    const char* type = Py_TYPE(value.ptr())->tp_name;
    return std::strcmp(type, "decimal.Decimal") == 0 || std::strcmp(type, "Fraction") == 0;
}

std::optional<std::string> printed(py::handle value) {
    const auto text = py::reinterpret_steal<py::str>(PyObject_Str(value.ptr()));
    if (text) return text.cast<std::string>();
    PyErr_Clear();
    return std::nullopt;
}

std::string Range::shown() const {
    const std::string low = fixed_text(ends.low, rounding);
    return ends.decided() ? low : low + "\u2013" + fixed_text(ends.high, rounding);
}

namespace {

std::string exact(const Range& range) {
    const std::string low = range.ends.low.text();
    return range.ends.decided() ? low : low + ".." + range.ends.high.text();
}

}  // namespace

void register_range(py::module_& module) {
    py::class_<Range>(module, "Range", "A value known exactly, or known to lie between two exact ends.")
        .def_property_readonly(
            "low", [](const Range& range) { return to_fraction(range.ends.low); }, "The least possible value, a Fraction.")
        .def_property_readonly(
            "high", [](const Range& range) { return to_fraction(range.ends.high); }, "The greatest possible value, a Fraction.")
        .def_property_readonly(
            "decided", [](const Range& range) { return range.ends.decided(); }, "Whether low and high are equal.")
        .def_property_readonly("shown", &Range::shown, "The value rounded for people, by the rulebook's places.")
        .def(
            "__eq__", [](const Range& a, const Range& b) { return a.ends == b.ends; }, py::is_operator())
        .def("__hash__", [](const Range& range) { return py::hash(py::str(exact(range))); })
        .def("__str__", &Range::shown)
        .def("__repr__", [](const Range& range) { return "<Range " + exact(range) + ">"; });
}

}  // namespace biaochi::python
