/// @file
/// The quick way from a Python dict of plain figures to a Record.

#include "facts.hpp"

#include <cmath>
#include <optional>
#include <variant>

#include "numbers.hpp"

namespace biaochi::python {

namespace {

bool take(std::optional<Number> number, Cell& cell) {
    if (!number) return false;
    cell = {Status::reported, std::move(*number)};
    return true;
}

bool take_text(py::handle text, Cell& cell) {
    Py_ssize_t size = 0;
    const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (data == nullptr) {
        PyErr_Clear();
        return false;
    }
    return take(parse_number({data, static_cast<std::size_t>(size)}), cell);
}

bool take_exact(py::handle value, Cell& cell) {
    const auto text = printed(value);
    return text && take(parse_number(*text), cell);
}

bool take_int(py::handle value, Cell& cell) {
    int overflow = 0;
    const long long small = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
    return overflow == 0 && take(Number(std::int64_t{small}), cell);
}

bool take_figure(SlotUse use, py::handle value, Cell& cell) {
    PyObject* object = value.ptr();
    if (object == Py_None) return true;
    if (use == SlotUse::slow) return false;
    if (PyBool_Check(object)) return use == SlotUse::option && take(Number(object == Py_True ? 1 : 0), cell);
    if (PyLong_Check(object)) return take_int(value, cell);
    if (PyUnicode_Check(object)) return take_text(value, cell);
    if (PyFloat_Check(object)) {
        const double number = PyFloat_AS_DOUBLE(object);
        return std::isnan(number) || take(number_from_double(number), cell);
    }
    return is_exact(value) && take_exact(value, cell);
}

/// A panel's scores are dropped and averaged by read_records(); one score alone is a figure like any other.
bool wants_panel(const LeafRule& rule) {
    const auto* judged = std::get_if<JudgedRule>(&rule);
    return judged != nullptr && (judged->panel.at_least > 1 || judged->panel.drop_highest > 0 || judged->panel.drop_lowest > 0);
}

}  // namespace

SlotIndex make_slot_index(const Ruleset& rules) {
    SlotIndex index;
    const std::vector<Slot>& slots = rules.slots();
    for (std::size_t i = 0; i < slots.size(); ++i) {
        index.by_id.emplace(slots[i].id, i);
        const FactKind kind = rules.rulebook().facts[slots[i].fact].second.kind;
        index.use.push_back(kind == FactKind::options ? SlotUse::option : SlotUse::number);
    }
    for (const PlanNode& node : rules.nodes()) {
        if (wants_panel(node.rule)) index.use[std::get<JudgedRule>(node.rule).slot] = SlotUse::slow;
    }
    return index;
}

bool fill_facts(const SlotIndex& slots, py::handle facts, Record& record) {
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(facts.ptr(), &position, &key, &value) != 0) {
        if (!PyUnicode_Check(key)) return false;
        Py_ssize_t size = 0;
        const char* data = PyUnicode_AsUTF8AndSize(key, &size);
        if (data == nullptr) {
            PyErr_Clear();
            return false;
        }
        const auto found = slots.by_id.find(std::string_view(data, static_cast<std::size_t>(size)));
        if (found == slots.by_id.end()) return false;
        if (!take_figure(slots.use[found->second], value, record.cells[found->second])) return false;
    }
    return true;
}

}  // namespace biaochi::python
