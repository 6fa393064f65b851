/// @file
/// Columns of figures from Python buffers, scored into others.

#include <pybind11/stl.h>

#include <algorithm>
#include <cmath>
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

constexpr std::size_t slice_rows = std::size_t{1} << 17;

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

/// Points of nodes. Where no high ends are asked for, there is room for those of a slice only, and the low ends of rows that are not
/// decided become NaN slice by slice: memory does not grow with the rows.
struct Parts {
    std::vector<PartColumns> columns;
    std::vector<std::vector<double>> scratch;  ///< one a part; empty: the high ends are asked for

    [[nodiscard]] bool in_slices() const {
        return std::any_of(scratch.begin(), scratch.end(), [](const std::vector<double>& room) { return !room.empty(); });
    }
    [[nodiscard]] std::vector<PartColumns> from(std::size_t first) {
        std::vector<PartColumns> moved = columns;
        for (std::size_t i = 0; i < moved.size(); ++i) {
            moved[i].points.low += first;
            moved[i].points.high = scratch[i].empty() ? moved[i].points.high + first : scratch[i].data();
        }
        return moved;
    }
    void settle(std::size_t first, std::size_t rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            double* const low = columns[i].points.low + first;
            for (std::size_t row = 0; row < rows && !scratch[i].empty(); ++row) {
                if (low[row] != scratch[i][row]) low[row] = std::nan("");
            }
        }
    }
};

Parts part_columns(Rooms& rooms, const Ruleset& rules, const py::list& given) {
    Parts parts;
    for (const py::handle item : given) {
        const auto part = py::reinterpret_borrow<py::tuple>(item);
        PartColumns columns;
        columns.node = rules.node(part[0].cast<std::string>());
        columns.points.low = rooms.take<double>(part[1]);
        columns.points.high = rooms.take<double>(part[2]);
        const bool is_scratch = columns.points.high == nullptr;
        parts.scratch.emplace_back(is_scratch ? std::min(slice_rows, std::max<std::size_t>(rooms.rows, 1)) : 0);
        parts.columns.push_back(columns);
    }
    return parts;
}

template <class T>
void move_to(T*& pointer, std::size_t rows) {
    if (pointer != nullptr) pointer += rows;
}

RowColumns from_row(RowColumns out, std::size_t first) {
    move_to(out.score.low, first);
    move_to(out.score.high, first);
    move_to(out.class_of, first);
    move_to(out.class_low, first);
    move_to(out.class_high, first);
    move_to(out.status, first);
    move_to(out.issue, first);
    move_to(out.issue_slot, first);
    return out;
}

std::vector<Column> from_row(std::vector<Column> columns, std::size_t first) {
    for (Column& column : columns) {
        column.offset += first;
        move_to(column.statuses, first);
    }
    return columns;
}

/// @param all  what is asked for, but for the points of parts
BatchCount score_in_slices(const BatchScorer& scorer, const BatchRequest& all, Parts& parts) {
    const std::size_t most = parts.in_slices() ? slice_rows : std::max<std::size_t>(all.rows, 1);
    BatchCount count;
    for (std::size_t first = 0; first < all.rows && !count.stopped; first += most) {
        const std::vector<Column> columns = from_row({all.columns.begin(), all.columns.end()}, first);
        const std::vector<PartColumns> nodes = parts.from(first);
        BatchRequest slice = all;
        slice.columns = columns;
        slice.rows = std::min(most, all.rows - first);
        slice.out = from_row(all.out, first);
        slice.parts = nodes;
        if (all.watch) slice.watch = [&all, first](std::size_t done) { return all.watch(first + done); };
        const BatchCount part = scorer.score(slice);
        parts.settle(first, slice.rows);
        count.rows += part.rows;
        count.stopped = part.stopped;
    }
    return count;
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
    Parts nodes = part_columns(rooms, rules->ruleset, parts);
    Watch watch(progress);
    const BatchRequest request{columns.columns, rows, row_columns(rooms, out), {}, threads, watch.function()};
    BatchCount count;
    {
        const py::gil_scoped_release free;
        count = score_in_slices(scorer, request, nodes);
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
        "parts (tuples of id, array for the least, array for the most points; None for it: NaN where the two differ). DataError with every "
        "issue, before any work.");
    module.def("slot_of", &slot_of, py::arg("rules"), py::arg("name"), "The id of the slot that a column of that name is for, or None.");
}

}  // namespace biaochi::python
