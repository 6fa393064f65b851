/// @file
/// Columns of figures from Python buffers, scored into others.

#include <pybind11/stl.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "column_set.hpp"
#include "errors.hpp"
#include "watch.hpp"

namespace biaochi::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

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
    const BatchScorer scorer = rules->scorer();
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
        const py::gil_scoped_release free;
        count = scorer.score(request);
    }
    watch.finish(count.rows);
}

std::optional<std::string> slot_of(const Rules& rules, const std::string& name) {
    const std::size_t slot = rules.ruleset.slot(name);
    return slot == no_index ? std::nullopt : std::optional(rules.ruleset.slots()[slot].id);
}

}  // namespace

void register_columns(py::module_& module) {
    module.def(
        "score_columns", &score_columns, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("out"),
        py::arg("parts") = py::list(), py::arg("threads") = 1, py::arg("progress") = py::none(), py::arg("issues") = std::vector<Issue>(),
        "Scores columns (tuples of name, slot, values, bits of validity or None, bytes of statuses or None) into arrays by name, and "
        "parts (tuples of id, array for the least, array for the most points). DataError with every issue, before any work.");
    module.def("slot_of", &slot_of, py::arg("rules"), py::arg("name"), "The id of the slot that a column of that name is for, or None.");
}

}  // namespace biaochi::python
