/// @file
/// Python values as JSON text, numbers digit by digit.

#include "json_text.hpp"

#include <cmath>

#include "biaochi/core/number.hpp"
#include "numbers.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

constexpr int deepest = 100;

struct Writer {
    JsonText out;
    std::string pointer;
};

void write(Writer& writer, py::handle value, int depth);

void refuse(Writer& writer, IssueCode code, std::string_view found, std::string_view expected) {
    writer.out.issues.push_back(make_issue(code, writer.pointer, {found, expected}));
    writer.out.text += "null";
}

/// The part of a JSON Pointer that names a key.
std::string escaped(std::string_view key) {
    std::string part = "/";
    for (const char c : key) {
        if (c == '~') {
            part += "~0";
        } else if (c == '/') {
            part += "~1";
        } else {
            part += c;
        }
    }
    return part;
}

void write_float(Writer& writer, double value) {
    if (std::isnan(value)) {
        writer.out.text += "null";
    } else if (const auto number = number_from_double(value)) {
        append_quoted(writer.out.text, number->text());
    } else {
        refuse(writer, IssueCode::infinite_value, {}, {});
    }
}

/// Writes a number by its own digits, as a JSON text where it is not a whole one.
void write_digits(Writer& writer, py::handle value) {
    const auto text = printed(value);
    if (!text) {
        refuse(writer, IssueCode::number_too_long, Py_TYPE(value.ptr())->tp_name, std::to_string(NumberLimits{}.digits));
    } else if (text->find("NaN") != std::string::npos) {
        writer.out.text += "null";
    } else if (text->find("Inf") != std::string::npos) {
        refuse(writer, IssueCode::infinite_value, {}, {});
    } else {
        append_quoted(writer.out.text, *text);
    }
}

void write_int(Writer& writer, py::handle value) {
    int overflow = 0;
    const long long small = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
    if (overflow == 0) {
        writer.out.text += std::to_string(small);
        return;
    }
    write_digits(writer, value);
}

void write_sequence(Writer& writer, py::handle values, int depth) {
    const std::size_t base = writer.pointer.size();
    std::size_t index = 0;
    writer.out.text += '[';
    for (const py::handle value : py::reinterpret_borrow<py::sequence>(values)) {
        if (index > 0) writer.out.text += ',';
        writer.pointer += '/' + std::to_string(index++);
        write(writer, value, depth + 1);
        writer.pointer.resize(base);
    }
    writer.out.text += ']';
}

void write_mapping(Writer& writer, py::handle values, int depth) {
    const std::size_t base = writer.pointer.size();
    bool first = true;
    writer.out.text += '{';
    for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(values)) {
        if (!first) writer.out.text += ',';
        first = false;
        const bool is_text = PyUnicode_Check(key.ptr());
        const std::string name = is_text ? utf8(key) : py::str(key).cast<std::string>();
        writer.pointer += escaped(name);
        append_quoted(writer.out.text, name);
        writer.out.text += ':';
        if (is_text) {
            write(writer, value, depth + 1);
        } else {
            refuse(writer, IssueCode::wrong_type, Py_TYPE(key.ptr())->tp_name, "str");
        }
        writer.pointer.resize(base);
    }
    writer.out.text += '}';
}

/// A value as a whole number; null where it is none, as an array that offers __index__ and then refuses.
py::object whole_number(py::handle value) {
    if (!PyIndex_Check(value.ptr())) return {};
    auto whole = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
    if (whole) return whole;
    if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) throw py::error_already_set();
    PyErr_Clear();
    return {};
}

/// Numbers of other packages that are whole, such as numpy.int64, offer __index__; mappings offer keys().
void write_other(Writer& writer, py::handle value, int depth) {
    if (is_exact(value)) {
        write_digits(writer, value);
    } else if (const py::object whole = whole_number(value)) {
        write_int(writer, whole);
    } else if (py::hasattr(value, "keys") && !py::isinstance<py::type>(value)) {
        write_mapping(writer, py::dict(py::reinterpret_borrow<py::object>(value)), depth);
    } else {
        refuse(writer, IssueCode::wrong_type, Py_TYPE(value.ptr())->tp_name, "int, float, str, Decimal, Fraction, bool, None, dict, list");
    }
}

void write(Writer& writer, py::handle value, int depth) {
    PyObject* object = value.ptr();
    if (depth > deepest) {
        refuse(writer, IssueCode::too_deep, std::to_string(deepest), {});
    } else if (object == Py_None) {
        writer.out.text += "null";
    } else if (PyBool_Check(object)) {
        writer.out.text += object == Py_True ? "true" : "false";
    } else if (PyUnicode_Check(object)) {
        append_quoted(writer.out.text, utf8(value));
    } else if (PyLong_Check(object)) {
        write_int(writer, value);
    } else if (PyFloat_Check(object)) {
        write_float(writer, PyFloat_AS_DOUBLE(object));
    } else if (PyDict_Check(object)) {
        write_mapping(writer, value, depth);
    } else if (PyList_Check(object) || PyTuple_Check(object)) {
        write_sequence(writer, value, depth);
    } else {
        write_other(writer, value, depth);
    }
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

JsonText json_text(py::handle value, std::string pointer) {
    Writer writer{{}, std::move(pointer)};
    write(writer, value, 0);
    return std::move(writer.out);
}

}  // namespace biaochi::python
