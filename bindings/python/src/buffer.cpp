/// @file
/// Python buffers (NumPy arrays, array.array, memoryview) as columns, without a copy.

#include "buffer.hpp"

#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

namespace biaochi::python {

namespace {

constexpr std::string_view readable_types = "NumPy: float64, float32, int8-int64, uint8-uint64, bool";

/// Bytes show themselves as whole numbers, and are more likely digits, or figures of a type that nobody said.
bool is_raw(py::handle object) { return PyBytes_Check(object.ptr()) || PyByteArray_Check(object.ptr()); }

/// What an object shows of its memory; none where it shows nothing.
std::optional<py::buffer_info> view(py::handle object) {
    if (PyObject_CheckBuffer(object.ptr()) == 0) return std::nullopt;
    try {
        return py::reinterpret_borrow<py::buffer>(object).request();
    } catch (py::error_already_set&) {
        return std::nullopt;
    }
}

std::string type_of(py::handle object, const std::optional<py::buffer_info>& info) {
    const std::string kind = Py_TYPE(object.ptr())->tp_name;
    if (!py::hasattr(object, "dtype")) return info ? info->format : kind;
    const std::string dtype = py::str(object.attr("dtype"));
    return info || py::hasattr(object, "__array_interface__") ? dtype : kind + " of " + dtype;
}

/// A format without the mark of its byte order: that of this machine.
std::string_view native(std::string_view format) {
    const bool marked = format.size() == 2 && std::string_view("@=<^").find(format.front()) != std::string_view::npos;
    return marked ? format.substr(1) : format;
}

bool is_swapped(const py::buffer_info& info) {
    return info.itemsize > 1 && !info.format.empty() && (info.format.front() == '>' || info.format.front() == '!');
}

std::optional<CellType> whole_type(bool is_signed, py::ssize_t bytes) {
    switch (bytes) {
        case 1:
            return is_signed ? CellType::int8 : CellType::uint8;
        case 2:
            return is_signed ? CellType::int16 : CellType::uint16;
        case 4:
            return is_signed ? CellType::int32 : CellType::uint32;
        case 8:
            return is_signed ? CellType::int64 : CellType::uint64;
        default:
            return std::nullopt;
    }
}

/// The type of a format of one letter, as the struct module has them; none: no figure can be read from it.
std::optional<CellType> cell_type(const py::buffer_info& info) {
    const std::string_view letters = native(info.format);
    if (letters.size() != 1) return std::nullopt;
    const char letter = letters.front();
    if (letter == 'd') return CellType::float64;
    if (letter == 'f') return CellType::float32;
    if (std::string_view("bhilqn").find(letter) != std::string_view::npos) return whole_type(true, info.itemsize);
    if (std::string_view("?BHILQN").find(letter) != std::string_view::npos) return whole_type(false, info.itemsize);
    return std::nullopt;
}

bool is_repeated(const py::buffer_info& info) { return info.strides[0] == 0 && info.size > 1; }

/// A column says by a stride of zero that its values lie side by side; one value for all rows is written out.
void repeat(HeldColumn& held, const py::buffer_info& info) {
    const auto bytes = static_cast<std::size_t>(info.itemsize);
    held.repeated.resize(bytes * static_cast<std::size_t>(info.size));
    for (std::size_t at = 0; at < held.repeated.size(); at += bytes) std::memcpy(held.repeated.data() + at, info.ptr, bytes);
    held.column.values = held.repeated.data();
    held.column.stride = info.itemsize;
}

/// A name inside a JSON Pointer.
std::string escaped(const std::string& name) {
    std::string text;
    for (const char letter : name) {
        if (letter == '~') {
            text += "~0";
        } else if (letter == '/') {
            text += "~1";
        } else {
            text += letter;
        }
    }
    return text;
}

bool is_plain_bytes(const py::buffer_info& info, std::size_t least) {
    return info.ndim == 1 && info.itemsize == 1 && info.strides[0] == 1 && static_cast<std::size_t>(info.size) >= least;
}

}  // namespace

std::string column_place(const std::string& name) { return "/columns/" + escaped(name); }

bool BufferReader::complain(IssueCode code, const std::string& name, std::string_view found, std::string_view expected) {
    issues.push_back(make_issue(code, column_place(name), {name, found, expected}));
    return false;
}

bool BufferReader::take_values(const std::string& name, py::handle values, HeldColumn& held) {
    if (is_raw(values)) return complain(IssueCode::unsupported_type, name, Py_TYPE(values.ptr())->tp_name, readable_types);
    std::optional<py::buffer_info> info = view(values);
    if (info && info->ndim != 1) return complain(IssueCode::wrong_layout, name, "ndim = " + std::to_string(info->ndim));
    const std::optional<CellType> type = info ? cell_type(*info) : std::nullopt;
    if (info && is_swapped(*info)) return complain(IssueCode::wrong_layout, name, "dtype = " + type_of(values, info));
    if (!type) return complain(IssueCode::unsupported_type, name, type_of(values, info), readable_types);
    const auto size = static_cast<std::size_t>(info->size);
    if (size != rows) return complain(IssueCode::wrong_length, name, std::to_string(size), std::to_string(rows));
    held.column.type = *type;
    held.column.values = info->ptr;
    held.column.stride = info->strides[0];
    if (is_repeated(*info)) repeat(held, *info);
    held.held.push_back(std::move(*info));
    return true;
}

bool BufferReader::take_validity(const std::string& name, py::handle bits, HeldColumn& held) {
    if (bits.is_none()) return true;
    std::optional<py::buffer_info> info = view(bits);
    if (!info || !is_plain_bytes(*info, (rows + 7) / 8)) return complain(IssueCode::wrong_layout, name, "validity");
    held.column.validity = static_cast<const std::uint8_t*>(info->ptr);
    held.held.push_back(std::move(*info));
    return true;
}

bool BufferReader::take_statuses(const std::string& name, py::handle bytes, HeldColumn& held) {
    if (bytes.is_none()) return true;
    std::optional<py::buffer_info> info = view(bytes);
    if (!info || !is_plain_bytes(*info, 0)) return complain(IssueCode::wrong_layout, name + ".status", "status");
    const auto size = static_cast<std::size_t>(info->size);
    if (size != rows) return complain(IssueCode::wrong_length, name + ".status", std::to_string(size), std::to_string(rows));
    held.column.statuses = static_cast<const std::uint8_t*>(info->ptr);
    held.held.push_back(std::move(*info));
    return true;
}

}  // namespace biaochi::python
