/// @file
/// Columns of figures from Python buffers, ranked.

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "biaochi/batch/ranks.hpp"
#include "column_set.hpp"
#include "errors.hpp"
#include "watch.hpp"

namespace biaochi::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

/// Numbers the cohorts of rows: those of one period and, where the rulebook says so, of one group; empty: all are of one.
std::vector<std::uint32_t> cohorts_of(const Ruleset& rules, Rooms& rooms, py::handle periods, py::handle groups) {
    const auto* period = rooms.take<std::uint32_t>(periods);
    const auto* group = rules.rulebook().ranking.within_group ? rooms.take<std::uint32_t>(groups) : nullptr;
    std::vector<std::uint32_t> cohorts;
    if (period == nullptr && group == nullptr) return cohorts;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
    cohorts.reserve(rooms.rows);
    for (std::size_t row = 0; row < rooms.rows; ++row) {
        const std::pair both(period == nullptr ? 0 : period[row], group == nullptr ? 0 : group[row]);
        cohorts.push_back(known.try_emplace(both, static_cast<std::uint32_t>(known.size())).first->second);
    }
    return cohorts;
}

void rank_columns(const SharedRules& rules, const py::list& given, std::size_t rows, const py::object& periods, const py::object& groups,
                  const py::object& best, const py::object& worst, unsigned threads, const py::object& progress) {
    std::vector<Issue> issues;
    const Columns columns = read_columns(*rules, given, rows, issues);
    if (has_errors(issues)) raise_issues(Fault::data, issues);
    Rooms rooms{rows, {}};
    const std::vector<std::uint32_t> cohorts = cohorts_of(rules->ruleset, rooms, periods, groups);
    Watch watch(progress);
    const RankRequest request{columns.columns,           rows,    cohorts.empty() ? nullptr : cohorts.data(), rooms.take<double>(best),
                              rooms.take<double>(worst), threads, watch.function()};
    const BatchScorer scorer = rules->scorer();
    {
        const py::gil_scoped_release free;
        rank_rows(scorer, request);
    }
    watch.raise();
}

py::list sort_keys(const SharedRules& rules, const py::list& given, std::size_t rows, const py::object& progress) {
    std::vector<Issue> issues;
    const Columns columns = read_columns(*rules, given, rows, issues);
    if (has_errors(issues)) raise_issues(Fault::data, issues);
    Watch watch(progress);
    const auto going_on = watch.function();
    const BatchScorer scorer = rules->scorer();
    py::list keys(rows);
    for (std::size_t row = 0; row < rows && going_on(row); ++row) {
        const BatchScorer::Exact exact = scorer.exact(columns.columns, row);
        const bool scored = exact.status == RowStatus::decided || exact.status == RowStatus::undetermined;
        keys[row] = scored && exact.score.decided() ? py::object(py::bytes(sort_key(exact.score.low))) : py::object(py::none());
    }
    watch.raise();
    return keys;
}

}  // namespace

void register_column_ranks(py::module_& module) {
    module.def("rank_columns", &rank_columns, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("periods"), py::arg("groups"),
               py::arg("best"), py::arg("worst"), py::arg("threads") = 1, py::arg("progress") = py::none(),
               "Ranks columns into two arrays, rows of one period (an array of numbers, or None) and, where the rulebook says so, of one "
               "group against each other.");
    module.def("sort_keys", &sort_keys, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("progress") = py::none(),
               "For each row bytes that sort as exact scores do; None where the score is not decided.");
}

}  // namespace biaochi::python
