/// @file
/// Columns of figures from Python buffers, ranked.

#include <cstdint>
#include <utility>
#include <vector>

#include "biaochi/batch/ranks.hpp"
#include "errors.hpp"
#include "gathered.hpp"
#include "watch.hpp"

namespace biaochi::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

void rank_columns(const SharedRules& rules, const py::list& given, std::size_t rows, const py::tuple& names, const py::object& best,
                  const py::object& worst, unsigned threads, const py::object& progress) {
    std::vector<Issue> issues;
    const Columns columns = read_columns(*rules, given, rows, issues);
    if (has_errors(issues)) raise_issues(Fault::data, issues);
    const std::vector<std::uint32_t> cohorts = cohorts_of(rules->ruleset, rows, names);
    Rooms rooms{rows, {}};
    Watch watch(progress);
    const auto going_on = watch.function();
    RankRequest request;
    request.columns = columns.columns;
    request.rows = rows;
    request.cohorts = cohorts.data();
    request.best = rooms.take<double>(best);
    request.worst = rooms.take<double>(worst);
    request.threads = threads;
    request.watch = [&going_on](std::size_t) { return going_on(0); };  // ranked rows are not done: they are scored yet
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
    for (std::size_t row = 0; row < rows && going_on(rows); ++row) {
        const BatchScorer::Exact exact = scorer.exact(columns.columns, row);
        const bool scored = exact.status == RowStatus::decided || exact.status == RowStatus::undetermined;
        keys[row] = scored && exact.score.decided() ? py::object(py::bytes(sort_key(exact.score.low))) : py::object(py::none());
    }
    watch.raise();
    return keys;
}

}  // namespace

void register_column_ranks(py::module_& module) {
    module.def(
        "rank_columns", &rank_columns, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("names"), py::arg("best"),
        py::arg("worst"), py::arg("threads") = 1, py::arg("progress") = py::none(),
        "Ranks columns into two arrays, rows of one period and, where the rulebook says so, of one group against each other; names "
        "are the words of region, period and group, each a list or None; progress is told that no row is done yet, and False from it ends "
        "the work. DataError where a region has no group.");
    module.def("sort_keys", &sort_keys, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("progress") = py::none(),
               "For each row bytes that sort as exact scores do; None where the score is not decided. Progress is told that all rows are "
               "scored, and False from it ends the work.");
}

}  // namespace biaochi::python
