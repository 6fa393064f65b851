/// @file
/// The quick way from a Python dict of figures, option lists and inventories to a Record.

#include "facts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
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

/// A text as it lies in the interpreter; none where it is no text, or cannot be UTF-8.
std::optional<std::string_view> view(py::handle text) {
    if (!PyUnicode_Check(text.ptr())) return std::nullopt;
    Py_ssize_t size = 0;
    const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (data != nullptr) return std::string_view(data, static_cast<std::size_t>(size));
    PyErr_Clear();
    return std::nullopt;
}

bool take_text(py::handle text, Cell& cell) {
    const auto digits = view(text);
    return digits && take(parse_number(*digits), cell);
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

template <class T>
const T* named(const std::vector<T>& entries, py::handle key) {
    const auto name = view(key);
    if (!name) return nullptr;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const T& entry) { return entry.name == *name; });
    return found == entries.end() ? nullptr : &*found;
}

/// What a whole fact is being read into.
struct Filling {
    const SlotIndex& slots;
    const WholeFact& fact;
    Record& record;

    [[nodiscard]] Cell& cell(const NamedSlot& entry) const { return record.cells[entry.slot]; }
};

bool is_empty(const Cell& cell) { return cell.status == Status::missing; }

bool take_option(const Filling& filling, py::handle option) {
    const NamedSlot* entry = named(filling.fact.options, option);
    return entry != nullptr && is_empty(filling.cell(*entry)) && take(Number(1), filling.cell(*entry));
}

bool take_options(const Filling& filling, py::handle value) {
    PyObject* object = value.ptr();
    if (PyUnicode_Check(object)) return take_option(filling, value);
    if (!PyList_CheckExact(object) && !PyTuple_CheckExact(object)) return false;
    for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(object); ++i) {
        if (!take_option(filling, PySequence_Fast_GET_ITEM(object, i))) return false;
    }
    return true;
}

/// Calls @p take with each key and value of a dict, until it returns false.
template <class Take>
bool take_each(py::handle values, Take take) {
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(values.ptr(), &position, &key, &value) != 0) {
        if (!take(py::handle(key), py::handle(value))) return false;
    }
    return true;
}

/// A count that is listed and not known is missing, not zero: that is left to read_records().
bool take_count(const Filling& filling, const NamedSlot& level, py::handle value) {
    Cell& cell = filling.cell(level);
    return take_figure(filling.slots.use[level.slot], value, cell) && !is_empty(cell);
}

bool take_item(const Filling& filling, const NamedItem& item, py::handle value) {
    if (!PyDict_Check(value.ptr())) return item.levels.size() == 1 && take_count(filling, item.levels.front(), value);
    return take_each(value, [&](py::handle key, py::handle count) {
        const NamedSlot* level = named(item.levels, key);
        return level != nullptr && take_count(filling, *level, count);
    });
}

bool take_inventory(const Filling& filling, py::handle value) {
    return PyDict_Check(value.ptr()) && take_each(value, [&](py::handle key, py::handle counts) {
               const NamedItem* item = named(filling.fact.items, key);
               return item != nullptr && take_item(filling, *item, counts);
           });
}

/// Takes a fact of which nothing was given before; what it does not list is zero.
bool take_whole(const Filling& filling, py::handle value) {
    if (value.is_none()) return true;
    const auto begin = filling.record.cells.begin() + static_cast<std::ptrdiff_t>(filling.fact.begin);
    const auto end = filling.record.cells.begin() + static_cast<std::ptrdiff_t>(filling.fact.end);
    if (!std::all_of(begin, end, is_empty)) return false;
    if (!(filling.fact.items.empty() ? take_options(filling, value) : take_inventory(filling, value))) return false;
    for (auto cell = begin; cell != end; ++cell) {
        if (is_empty(*cell)) *cell = {Status::reported, Number()};
    }
    return true;
}

/// A panel's scores are dropped and averaged by read_records(); one score alone is a figure like any other.
bool wants_panel(const LeafRule& rule) {
    const auto* judged = std::get_if<JudgedRule>(&rule);
    return judged != nullptr && (judged->panel.at_least > 1 || judged->panel.drop_highest > 0 || judged->panel.drop_lowest > 0);
}

NamedItem& item_of(WholeFact& whole, const std::string& name) {
    if (whole.items.empty() || whole.items.back().name != name) whole.items.push_back({name, {}});
    return whole.items.back();
}

/// Adds a slot to its fact, where that is one of several slots.
void add_to_whole(SlotIndex& index, const Rulebook& rulebook, const Slot& slot, std::size_t place) {
    const auto& [id, fact] = rulebook.facts[slot.fact];
    if (fact.kind != FactKind::options && fact.kind != FactKind::items) return;
    const auto [found, is_new] = index.whole.try_emplace(id);
    WholeFact& whole = found->second;
    if (is_new) whole.begin = place;
    whole.end = place + 1;
    if (fact.kind == FactKind::options) {
        whole.options.push_back({fact.options[slot.item].first, place});
    } else {
        const auto& [name, item] = fact.items[slot.item];
        item_of(whole, name).levels.push_back({item.levels[slot.level], place});
    }
}

}  // namespace

SlotIndex make_slot_index(const Ruleset& rules) {
    SlotIndex index;
    const std::vector<Slot>& slots = rules.slots();
    for (std::size_t i = 0; i < slots.size(); ++i) {
        index.by_id.emplace(slots[i].id, i);
        const FactKind kind = rules.rulebook().facts[slots[i].fact].second.kind;
        index.use.push_back(kind == FactKind::options ? SlotUse::option : SlotUse::number);
        add_to_whole(index, rules.rulebook(), slots[i], i);
    }
    for (const PlanNode& node : rules.nodes()) {
        if (wants_panel(node.rule)) index.use[std::get<JudgedRule>(node.rule).slot] = SlotUse::slow;
    }
    return index;
}

bool fill_facts(const SlotIndex& slots, py::handle facts, Record& record) {
    return take_each(facts, [&](py::handle key, py::handle value) {
        const auto id = view(key);
        if (!id) return false;
        if (const auto found = slots.by_id.find(*id); found != slots.by_id.end()) {
            Cell& cell = record.cells[found->second];
            return is_empty(cell) && take_figure(slots.use[found->second], value, cell);
        }
        const auto whole = slots.whole.find(*id);
        return whole != slots.whole.end() && take_whole({slots, whole->second, record}, value);
    });
}

}  // namespace biaochi::python
