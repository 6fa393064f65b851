/// @file
/// From sorted ends to groups of equal ones, and from these to ranks.

#include "batch/rank_order.hpp"

#include "standing/ranks.hpp"

namespace biaochi::detail {
namespace {

/// Calls @p each with every run of ends of which neighbours are too close for doubles to tell them apart.
template <class Each>
void for_runs(const ScoreTable& table, std::span<const End<double>> ends, const Each& each) {
    for (std::size_t first = 0; first < ends.size();) {
        std::size_t last = first + 1;
        while (last < ends.size() && !table.surely_below(ends[last].at, ends[last - 1].at)) ++last;
        each(ends.subspan(first, last - first));
        first = last;
    }
}

bool of_one_row(std::span<const End<double>> run) { return run.size() == 1 || (run.size() == 2 && run[0].of.row == run[1].of.row); }

/// An end known exactly: a Number, or whole units of the grid.
template <class At>
struct ExactEnd {
    At at;
    RowSide of;
};

/// Writes what the exact score of a row makes of one of its ends.
template <class At>
void add_exact(const At& low, const At& high, const RowSide& end, std::vector<ExactEnd<At>>& ends) {
    const bool decided = low == high;
    if (decided && end.side != Side::low) ends.push_back({high, {end.row, Side::both}});
    if (!decided && end.side != Side::low) ends.push_back({high, {end.row, Side::high}});
    if (!decided && end.side != Side::high) ends.push_back({low, {end.row, Side::low}});
}

/// Puts a run in its exact order.
class Untangler {
public:
    Untangler(const ScoreTable& table, RankCounter& counter) : table_(table), counter_(counter) {}

    void take(std::span<const End<double>> run) {
        // A row with nobody near may as well be decided: no other end lies between its own.
        if (of_one_row(run) && !table_.is_exact(run.front().of.row)) {
            take_alone(run);
        } else if (std::all_of(run.begin(), run.end(), [this](const End<double>& end) { return table_.is_on_grid(end.of.row); })) {
            take_on_grid(run);
        } else {
            take_exactly(run);
        }
    }

private:
    void take_alone(std::span<const End<double>> run) {
        const RowSide end = run.size() == 2 ? RowSide{run.front().of.row, Side::both} : run.front().of;
        counter_.take({&end, 1});
    }

    void take_on_grid(std::span<const End<double>> run) {
        units_.clear();
        for (const End<double>& end : run) {
            const GridScore& score = table_.on_grid(end.of.row);
            add_exact(score.low, score.high, end.of, units_);
        }
        count(units_);
    }

    void take_exactly(std::span<const End<double>> run) {
        numbers_.clear();
        for (const End<double>& end : run) {
            const Interval score = table_.exact(end.of.row);
            add_exact(score.low, score.high, end.of, numbers_);
        }
        count(numbers_);
    }

    template <class At>
    void count(std::vector<ExactEnd<At>>& ends) {
        const auto higher = [](const ExactEnd<At>& a, const ExactEnd<At>& b) { return a.at > b.at; };
        if (!std::is_sorted(ends.begin(), ends.end(), higher)) std::sort(ends.begin(), ends.end(), higher);
        for (std::size_t first = 0; first < ends.size();) {
            equal_.clear();
            std::size_t next = first;
            for (; next < ends.size() && ends[next].at == ends[first].at; ++next) equal_.push_back(ends[next].of);
            counter_.take(equal_);
            first = next;
        }
    }

    const ScoreTable& table_;
    RankCounter& counter_;
    std::vector<ExactEnd<std::int64_t>> units_;
    std::vector<ExactEnd<Number>> numbers_;
    std::vector<RowSide> equal_;
};

void rank_cohort(const ScoreTable& table, std::span<const End<double>> ends, const RankColumns& out) {
    const Rulebook& book = table.source().scorer.rules().rulebook();
    RankCounter counter(book.ranking.ties, out.best, out.worst);
    Untangler untangler(table, counter);
    for_runs(table, ends, [&](std::span<const End<double>> run) { untangler.take(run); });
    if (table.rounded()) {
        counter.finish([&](RowIndex row) { return table.exact(row); }, step(book));
    } else {
        counter.finish({}, std::nullopt);
    }
}

void rank_cohort(const UnitTable& table, std::span<const End<std::int64_t>> ends, Ties ties, const RankColumns& out) {
    RankCounter counter(ties, out.best, out.worst);
    std::vector<RowSide> equal;
    for (std::size_t first = 0; first < ends.size();) {
        equal.clear();
        std::size_t next = first;
        for (; next < ends.size() && ends[next].at == ends[first].at; ++next) equal.push_back(ends[next].of);
        counter.take(equal);
        first = next;
    }
    counter.finish([&](RowIndex row) { return Interval{Number(table.low(row)), Number(table.high(row))}; }, Number(1));
}

}  // namespace

std::vector<RowIndex> unclear_rows(const ScoreTable& table, const SortedEnds<double>& ends) {
    std::vector<RowIndex> unclear;
    for (std::size_t cohort = 0; cohort < ends.cohorts(); ++cohort) {
        for_runs(table, ends.cohort(cohort), [&](std::span<const End<double>> run) {
            if (of_one_row(run)) return;
            for (const End<double>& end : run) unclear.push_back(end.of.row);
        });
    }
    std::sort(unclear.begin(), unclear.end());
    unclear.erase(std::unique(unclear.begin(), unclear.end()), unclear.end());
    return unclear;
}

bool rank(ScoreTable& table, std::span<const RowIndex> rows, const std::uint32_t* cohorts, const RankColumns& out, const Watch& watch) {
    const unsigned workers = table.source().workers;
    const SortedEnds<double> ends = sort_ends(table, rows, cohorts, workers);
    if (!table.make_exact(unclear_rows(table, ends), watch)) return false;
    do_parts(workers, ends.cohorts(), [&](unsigned, std::size_t i) { rank_cohort(table, ends.cohort(i), out); });
    return true;
}

void rank(const UnitTable& table, const ScoreSource& source, std::span<const RowIndex> rows, const std::uint32_t* cohorts,
          const RankColumns& out) {
    const SortedEnds<std::int64_t> ends = sort_ends(table, rows, cohorts, source.workers);
    const Ties ties = source.scorer.rules().rulebook().ranking.ties;
    do_parts(source.workers, ends.cohorts(), [&](unsigned, std::size_t i) { rank_cohort(table, ends.cohort(i), ties, out); });
}

}  // namespace biaochi::detail
