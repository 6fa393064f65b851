/// @file
/// What Rules.score is given: one record, or columns.

#include "dispatch.hpp"

namespace biaochi::python {

namespace {

bool is_plain(PyObject* object) {
    return object == Py_None || PyFloat_Check(object) || PyLong_Check(object) || PyUnicode_Check(object) || PyBytes_Check(object) ||
           PyDict_Check(object) || PyList_Check(object) || PyTuple_Check(object);
}

/// A number of NumPy is no array, though it says that it can become one.
bool is_array(py::handle value) {
    if (is_plain(value.ptr())) return false;
    if (PyObject_CheckBuffer(value.ptr()) == 0 && !py::hasattr(value, "__array__") && !py::hasattr(value, "__arrow_c_array__") &&
        !py::hasattr(value, "__arrow_c_stream__")) {
        return false;
    }
    return !py::hasattr(value, "ndim") || !py::object(value.attr("ndim")).equal(py::int_(0));
}

/// Whether a mapping that is no dict has an array in it.
bool has_array(py::handle mapping) {
    if (is_plain(mapping.ptr()) || !py::hasattr(mapping, "keys") || !py::hasattr(mapping, "values")) return false;
    for (const py::handle figure : mapping.attr("values")()) {
        if (is_array(figure)) return true;
    }
    return false;
}

}  // namespace

bool is_columns(py::handle value) {
    if (!PyDict_Check(value.ptr())) return is_array(value) || py::hasattr(value, "collect_schema") || has_array(value);
    PyObject* key = nullptr;
    PyObject* figure = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(value.ptr(), &position, &key, &figure) != 0) {
        if (is_array(figure)) return true;
    }
    return false;
}

}  // namespace biaochi::python
