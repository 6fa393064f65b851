/// @file
/// Columns of figures from Python buffers, scored into others.

#include <pybind11/stl.h>

#include <cstdint>
#include <string>
#include <vector>

#include "biaochi/core/text.hpp"
#include "buffer.hpp"
#include "errors.hpp"
#include "rules.hpp"
#include "watch.hpp"

namespace biaochi::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

std::vector<std::string> slots_of_fact(const Ruleset& rules, const std::string& fact) {
    std::vector<std::string> ids;
    for (const Slot& slot : rules.slots()) {
        if (rules.rulebook().facts[slot.fact].first == fact) ids.push_back(slot.id);
    }
    return ids;
}

/// What was probably meant: the first slots of the fact of that name, or the slot with the nearest name.
std::string meant(const Ruleset& rules, const std::string& name) {
    constexpr std::size_t most = 3;
    std::string text;
    const std::vector<std::string> own = slots_of_fact(rules, name);
    for (std::size_t i = 0; i < own.size() && i < most; ++i) text += (i == 0 ? "" : ", ") + own[i];
    if (!text.empty()) return text;
    std::vector<std::string> ids{"region", "period", "group", "label"};
    for (const Slot& slot : rules.slots()) ids.push_back(slot.id);
    return nearest_name(name, ids);
}

/// Columns as they are handed in: tuples of a name, a slot, values, bits of validity, bytes of statuses.
struct Columns {
    std::vector<HeldColumn> held;
    std::vector<Column> columns;
};

void read_column(const Ruleset& rules, BufferReader& reader, const py::tuple& given, Columns& columns, std::vector<std::string>& taken) {
    const auto name = given[0].cast<std::string>();
    const auto id = given[1].cast<std::string>();
    HeldColumn held;
    const std::size_t slot = rules.slot(id);
    if (slot == no_index) {
        reader.issues.push_back(make_issue(IssueCode::unknown_column, column_place(name), {id, meant(rules, id)}));
        return;
    }
    if (!taken[slot].empty()) {
        reader.issues.push_back(make_issue(IssueCode::repeated_column, column_place(name), {taken[slot], name}));
        return;
    }
    taken[slot] = name;
    held.column.slot = slot;
    const bool values = reader.take_values(name, given[2], held);
    if (!reader.take_validity(name, given[3], held) || !reader.take_statuses(name, given[4], held) || !values) return;
    columns.columns.push_back(held.column);
    columns.held.push_back(std::move(held));
}

Columns read_columns(const Rules& rules, const py::list& given, std::size_t rows, std::vector<Issue>& issues) {
    Columns columns;
    BufferReader reader{rows, issues};
    std::vector<std::string> taken(rules.ruleset.slots().size());
    for (const py::handle column : given) {
        read_column(rules.ruleset, reader, py::reinterpret_borrow<py::tuple>(column), columns, taken);
    }
    if (issues.empty()) issues = rules.scorer().check(columns.columns, rows);
    return columns;
}

/// Room for answers: a writable array of the package's own making.
struct Rooms {
    std::size_t rows;
    std::vector<py::buffer_info> held;

    template <class T>
    T* take(py::handle array) {
        if (array.is_none()) return nullptr;
        py::buffer_info info = py::reinterpret_borrow<py::buffer>(array).request(true);
        const bool fits = info.ndim == 1 && info.itemsize == py::ssize_t{sizeof(T)} && info.strides[0] == info.itemsize;
        if (!fits || static_cast<std::size_t>(info.size) != rows) throw py::value_error("an array for answers has the wrong shape");
        held.push_back(std::move(info));
        return static_cast<T*>(held.back().ptr);
    }

    template <class T>
    T* named(const py::dict& out, const char* name) {
        return out.contains(name) ? take<T>(out[name]) : nullptr;
    }
};

RowColumns row_columns(Rooms& rooms, const py::dict& out) {
    RowColumns columns;
    columns.score.low = rooms.named<double>(out, "score_low");
    columns.score.high = rooms.named<double>(out, "score_high");
    columns.class_of = rooms.named<std::int16_t>(out, "class");
    columns.class_low = rooms.named<std::int16_t>(out, "class_low");
    columns.class_high = rooms.named<std::int16_t>(out, "class_high");
    columns.status = rooms.named<RowStatus>(out, "status");
    columns.issue = rooms.named<std::uint8_t>(out, "issue");
    columns.issue_slot = rooms.named<std::uint32_t>(out, "issue_slot");
    return columns;
}

std::vector<PartColumns> part_columns(Rooms& rooms, const Ruleset& rules, const py::list& given) {
    std::vector<PartColumns> parts;
    for (const py::handle item : given) {
        const auto part = py::reinterpret_borrow<py::tuple>(item);
        PartColumns columns;
        columns.node = rules.node(part[0].cast<std::string>());
        columns.points.low = rooms.take<double>(part[1]);
        columns.points.high = rooms.take<double>(part[2]);
        parts.push_back(columns);
    }
    return parts;
}

/// @param issues  what the package has found already; they are told with those found here
void score_columns(const SharedRules& rules, const py::list& given, std::size_t rows, const py::dict& out, const py::list& parts,
                   unsigned threads, const py::object& progress, std::vector<Issue> issues) {
    const std::size_t before = issues.size();
    std::vector<Issue> found;
    const Columns columns = read_columns(*rules, given, rows, found);
    issues.insert(issues.end(), found.begin(), found.end());
    if (before > 0 || has_errors(issues)) raise_issues(Fault::data, issues);
    Rooms rooms{rows, {}};
    const std::vector<PartColumns> nodes = part_columns(rooms, rules->ruleset, parts);
    Watch watch(progress);
    BatchRequest request{columns.columns, rows, row_columns(rooms, out), nodes, threads, watch.function()};
    BatchCount count;
    {
        const BatchScorer scorer = rules->scorer();
        const py::gil_scoped_release free;
        count = scorer.score(request);
    }
    watch.finish(count.rows);
}

}  // namespace

void register_columns(py::module_& module) {
    module.def(
        "score_columns", &score_columns, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("out"),
        py::arg("parts") = py::list(), py::arg("threads") = 1, py::arg("progress") = py::none(), py::arg("issues") = std::vector<Issue>(),
        "Scores columns (tuples of name, slot, values, bits of validity or None, bytes of statuses or None) into arrays by name, and "
        "parts (tuples of id, array for the least, array for the most points). DataError with every issue, before any work.");
}

}  // namespace biaochi::python
