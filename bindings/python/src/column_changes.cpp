/// @file
/// The first few rows of columns, and what changed from the year before.

#include <pybind11/stl.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "biaochi/batch/change.hpp"
#include "biaochi/batch/cohorts.hpp"
#include "biaochi/batch/ranks.hpp"
#include "gathered.hpp"
#include "watch.hpp"

namespace biaochi::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

std::vector<std::size_t> top_columns(const SharedRules& rules, py::handle given, std::size_t rows, std::size_t count, unsigned threads) {
    const AnyColumns columns(*rules, given, rows);
    const BatchScorer scorer = rules->scorer();
    Watch watch(py::none{});
    std::vector<std::size_t> found;
    {
        const py::gil_scoped_release free;
        found = top_rows(scorer, columns.columns(), rows, count, threads, VectorCode::best, watch.function());
    }
    watch.raise();
    return found;
}

/// The rows of the year before, by the words of region and period; rows that do not say their region are nobody's.
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
    std::vector<std::size_t> previous = previous_rows(region_of, period_of, period_codes.texts());
    for (std::size_t row = 0; row < rows; ++row) {
        if (regions.at(row).empty()) previous[row] = no_row;
    }
    return previous;
}

/// Where changes are written.
struct ChangeColumns {
    PointColumns score;
    double* rank_least;
    double* rank_most;
    std::int16_t* class_before;
    std::int16_t* class_now;
};

/// What all three changes are found from.
struct ChangeSource {
    const BatchScorer& scorer;
    const std::vector<Column>& columns;
    const std::vector<std::size_t>& previous;
    unsigned threads;
    std::function<bool(std::size_t)> watch;

    /// @return a ChangeRequest, RankRequest or BatchRequest for all rows
    template <class Request>
    [[nodiscard]] Request request() const {
        Request made;
        made.columns = columns;
        made.rows = previous.size();
        made.threads = threads;
        made.watch = watch;
        return made;
    }
};

bool change_scores(const ChangeSource& source, const ChangeColumns& out) {
    auto request = source.request<ChangeRequest>();
    request.previous = source.previous;
    request.change = out.score;
    return score_changes(source.scorer, request);
}

bool change_ranks(const ChangeSource& source, const std::vector<std::uint32_t>& cohorts, const ChangeColumns& out) {
    std::vector<double> best(source.previous.size());
    std::vector<double> worst(source.previous.size());
    auto request = source.request<RankRequest>();
    request.cohorts = cohorts.data();
    request.best = best.data();
    request.worst = worst.data();
    if (!rank_rows(source.scorer, request)) return false;
    rank_changes(worst.data(), best.data(), source.previous, out.rank_least);
    rank_changes(best.data(), worst.data(), source.previous, out.rank_most);
    return true;
}

bool change_classes(const ChangeSource& source, const ChangeColumns& out) {
    auto request = source.request<BatchRequest>();
    request.out.class_of = out.class_now;
    if (source.scorer.score(request).stopped) return false;
    for (std::size_t row = 0; row < source.previous.size(); ++row) {
        const std::size_t then = source.previous[row];
        out.class_before[row] = then == no_row ? no_class : out.class_now[then];
    }
    return true;
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
    Watch watch(py::none{});
    {
        const py::gil_scoped_release free;
        const ChangeSource source{scorer, columns.columns(), previous, threads, watch.function()};
        // What was stopped is raised below.
        (void)(change_scores(source, out) && change_ranks(source, cohorts, out) && change_classes(source, out));
    }
    watch.raise();
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
