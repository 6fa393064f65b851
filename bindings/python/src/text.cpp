/// @file
/// Texts and languages as Python hands them over.

#include "text.hpp"

namespace biaochi::python {

std::string utf8(py::handle text) {
    if (PyUnicode_Check(text.ptr())) {
        Py_ssize_t size = 0;
        if (const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size)) return {data, static_cast<std::size_t>(size)};
        PyErr_Clear();
        const auto bytes = py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
        if (!bytes) throw py::error_already_set();
        return bytes;
    }
    if (PyBytes_Check(text.ptr())) return py::reinterpret_borrow<py::bytes>(text);
    throw py::type_error(std::string("expected str or bytes, found ") + Py_TYPE(text.ptr())->tp_name);
}

Language language_of(const std::string& code) {
    if (const auto found = language(code)) return *found;
    throw py::value_error("the language is \"zh\" or \"en\", not \"" + code + "\"");
}

}  // namespace biaochi::python
