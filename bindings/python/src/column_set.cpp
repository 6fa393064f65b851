/// @file
/// Columns as the package hands them in.

#include "column_set.hpp"

#include <string>
#include <utility>

namespace biaochi::python {

namespace {

void read_column(const Ruleset& rules, BufferReader& reader, const py::tuple& given, Columns& columns, std::vector<std::string>& taken) {
    const auto name = given[0].cast<std::string>();
    const auto id = given[1].cast<std::string>();
    HeldColumn held;
    const std::size_t slot = rules.slot(id);
    if (slot == no_index) {
        reader.issues.push_back(make_issue(IssueCode::unknown_column, column_place(name), {id, meant_column(rules, id)}));
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

}  // namespace

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

}  // namespace biaochi::python
