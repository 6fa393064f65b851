/// @file
/// The first few rows of columns, and what changed from the year before.

#include <pybind11/stl.h>

#include <cstdint>
#include <vector>

#include "biaochi/batch/change.hpp"
#include "biaochi/batch/cohorts.hpp"
#include "biaochi/batch/ranks.hpp"
#include "gathered.hpp"

namespace biaochi::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

std::vector<std::size_t> top_columns(const SharedRules& rules, py::handle given, std::size_t rows, std::size_t count, unsigned threads) {
    const AnyColumns columns(*rules, given, rows);
    const BatchScorer scorer = rules->scorer();
    const py::gil_scoped_release free;
    return top_rows(scorer, columns.columns(), rows, count, threads);
}

/// The rows of the year before, by the words of region and period.
std::vector<std::size_t> rows_before(const py::tuple& names, std::size_t rows) {
    const Words regions(names[0], rows);
    const Words periods(names[1], rows);
    TextCodes region_codes;
    TextCodes period_codes;
    std::vector<std::uint32_t> region_of;
    std::vector<std::uint32_t> period_of;
    region_of.reserve(rows);
    period_of.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        region_of.push_back(region_codes.of(regions.at(row)));
        period_of.push_back(period_codes.of(periods.at(row)));
    }
    return previous_rows(region_of, period_of, period_codes.texts());
}

/// Where changes are written.
struct ChangeColumns {
    PointColumns score;
    double* rank_least;
    double* rank_most;
    std::int16_t* class_before;
    std::int16_t* class_now;
};

void rank_change(const BatchScorer& scorer, const std::vector<Column>& columns, const std::vector<std::uint32_t>& cohorts,
                 const std::vector<std::size_t>& previous, unsigned threads, const ChangeColumns& out) {
    std::vector<double> best(previous.size());
    std::vector<double> worst(previous.size());
    RankRequest request;
    request.columns = columns;
    request.rows = previous.size();
    request.cohorts = cohorts.data();
    request.best = best.data();
    request.worst = worst.data();
    request.threads = threads;
    rank_rows(scorer, request);
    rank_changes(worst.data(), best.data(), previous, out.rank_least);
    rank_changes(best.data(), worst.data(), previous, out.rank_most);
}

void class_change(const BatchScorer& scorer, const std::vector<Column>& columns, const std::vector<std::size_t>& previous, unsigned threads,
                  const ChangeColumns& out) {
    BatchRequest request;
    request.columns = columns;
    request.rows = previous.size();
    request.out.class_of = out.class_now;
    request.threads = threads;
    scorer.score(request);
    for (std::size_t row = 0; row < previous.size(); ++row) {
        out.class_before[row] = previous[row] == no_row ? no_class : out.class_now[previous[row]];
    }
}

void change_columns(const SharedRules& rules, py::handle given, std::size_t rows, const py::tuple& names, const py::dict& room,
                    unsigned threads) {
    const AnyColumns columns(*rules, given, rows);
    const std::vector<std::uint32_t> cohorts = cohorts_of(rules->ruleset, rows, names);
    const std::vector<std::size_t> previous = rows_before(names, rows);
    Rooms rooms{rows, {}};
    ChangeColumns out{};
    out.score.low = rooms.named<double>(room, "score_change_low");
    out.score.high = rooms.named<double>(room, "score_change_high");
    out.rank_least = rooms.named<double>(room, "rank_change_low");
    out.rank_most = rooms.named<double>(room, "rank_change_high");
    out.class_before = rooms.named<std::int16_t>(room, "class_before");
    out.class_now = rooms.named<std::int16_t>(room, "class_now");
    const BatchScorer scorer = rules->scorer();
    const py::gil_scoped_release free;
    ChangeRequest request;
    request.columns = columns.columns();
    request.rows = rows;
    request.previous = previous;
    request.change = out.score;
    request.threads = threads;
    score_changes(scorer, request);
    rank_change(scorer, columns.columns(), cohorts, previous, threads, out);
    class_change(scorer, columns.columns(), previous, threads, out);
}

}  // namespace

void register_column_changes(py::module_& module) {
    module.def("top_columns", &top_columns, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("count"), py::arg("threads") = 1,
               "The rows with the highest scores, the best first, with all that tie for the last place. Columns are a list of tuples, or a "
               "GatheredFrame.");
    module.def("change_columns", &change_columns, py::arg("rules"), py::arg("columns"), py::arg("rows"), py::arg("names"), py::arg("out"),
               py::arg("threads") = 1,
               "Writes changes from the row of the same region a year earlier into arrays: score_change_low and _high, rank_change_low and "
               "_high, class_before, class_now.");
}

}  // namespace biaochi::python
