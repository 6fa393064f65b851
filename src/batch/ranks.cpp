/// @file
/// Standings of all rows.

#include "biaochi/batch/ranks.hpp"

#include <algorithm>
#include <limits>

#include "batch/rank_order.hpp"

namespace biaochi {
namespace {

using detail::RankColumns;
using detail::RowIndex;
using detail::ScoreSource;
using detail::ScoreTable;
using detail::UnitTable;

/// Where ranks are written: the caller's columns, or room of our own for a column that nobody asked for.
class Room {
public:
    explicit Room(const RankRequest& request) : rows_(request.rows) {
        out_.best = given(request.best, best_);
        out_.worst = given(request.worst, worst_);
    }

    /// @return the columns, without a rank in them
    [[nodiscard]] const RankColumns& cleared() {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        std::fill_n(out_.best, rows_, none);
        std::fill_n(out_.worst, rows_, none);
        return out_;
    }

private:
    double* given(double* column, std::vector<double>& own) const {
        if (column != nullptr) return column;
        own.resize(rows_);
        return own.data();
    }

    std::size_t rows_;
    std::vector<double> best_;
    std::vector<double> worst_;
    RankColumns out_;
};

enum class Done { yes, stopped, no };

/// @return no: a rounded score is beyond whole units of 64 bits
Done rank_by_units(const ScoreSource& source, const RankRequest& request, Room& room) {
    UnitTable table(source);
    if (!table.fill(detail::stage(request.watch, request.rows, 0))) return Done::stopped;
    if (!table.all_fit()) return Done::no;
    rank(table, source, scored_rows(table), request.cohorts, room.cleared());
    return Done::yes;
}

/// @param first  the stage that it begins with: 1 where rows were scored in vain before
Done rank_by_scores(const ScoreSource& source, const RankRequest& request, Room& room, int first) {
    ScoreTable table(source, true);
    if (!table.fill(detail::stage(request.watch, request.rows, first))) return Done::stopped;
    const bool finished = rank(table, scored_rows(table), request.cohorts, room.cleared(), detail::stage(request.watch, request.rows, 1));
    return finished ? Done::yes : Done::stopped;
}

}  // namespace

bool rank_rows(const BatchScorer& scorer, const RankRequest& request) {
    const ScoreSource source = detail::score_source(scorer, request.columns, request.rows, request.threads, request.code);
    Room room(request);
    const bool rounded = scorer.rules().rulebook().ranking.compare == Compare::rounded;
    Done done = rounded ? rank_by_units(source, request, room) : Done::no;
    if (done == Done::no) done = rank_by_scores(source, request, room, rounded ? 1 : 0);
    if (done == Done::yes && request.watch) request.watch(request.rows);
    return done == Done::yes;
}

}  // namespace biaochi
