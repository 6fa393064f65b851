/// @file
/// A million rows, twenty banded indicators each, ranked: with hardly a tie, and drawn from ten thousand different rows as counts and
/// rounded figures make them; the hundred best; the change from the year before.

#include <benchmark/benchmark.h>

#include <cstring>
#include <random>
#include <vector>

#include "biaochi/batch/change.hpp"
#include "biaochi/batch/ranks.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

constexpr std::size_t indicators = 20;
constexpr std::size_t rows = 1000000;
constexpr std::size_t few_rows = 10000;

biaochi::Ruleset banded_rules() {
    std::string facts;
    std::string parts;
    for (std::size_t i = 0; i < indicators; ++i) {
        const std::string id = "f" + std::to_string(i);
        const std::string comma = i == 0 ? "" : ",";
        facts += comma + "\"" + id + R"(": {"name": {"en": "F"}, "min": 0})";
        parts += comma + R"({"id": ")" + id +
                 R"(", "points": 5, "bands": [{"from": 0, "to": 10, "points": [0, 2]},
                    {"from": 10, "to": 30, "points": [2, 4]}, {"from": 30, "to": 100, "points": [4, 5]}, {"from": 100, "points": 5}]})";
    }
    const auto parsed = biaochi::parse_rulebook(
        R"({"format": "biaochi/1", "id": "many", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "Many"},
         "sources": {"rule": {"title": {"en": "The rule"}}}, "facts": {)" +
        facts + R"(}, "score": {"id": "total", "points": 100, "parts": [)" + parts + "]}}");
    for (const auto& issue : parsed.issues) throw std::runtime_error(issue.where + " " + issue.message.en);
    return *biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules;
}

/// Columns of figures, one after the other.
struct Figures {
    /// @param different  rows; the rest repeats them at random
    /// @param decimals   a figure's places
    Figures(std::size_t different, double decimals) : values(indicators * rows) {
        std::mt19937_64 random(1);
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t as = row < different ? row : random() % different;
            for (std::size_t i = 0; i < indicators; ++i) {
                double& value = values[i * rows + row];
                value = row < different ? static_cast<double>(random() % static_cast<std::uint64_t>(100 * decimals)) / decimals
                                        : values[i * rows + as];
            }
        }
        for (std::size_t i = 0; i < indicators; ++i) {
            columns.emplace_back();
            columns.back().slot = i;
            columns.back().values = values.data() + i * rows;
        }
    }

    std::vector<double> values;
    std::vector<biaochi::Column> columns;
};

const biaochi::BatchScorer& scorer() {
    static const biaochi::BatchScorer made(banded_rules());
    return made;
}

const Figures& distinct() {
    static const Figures figures(rows, 1e9);
    return figures;
}

const Figures& tied() {
    static const Figures figures(few_rows, 10);
    return figures;
}

std::vector<double> ranks(const Figures& figures, unsigned threads, biaochi::VectorCode code) {
    std::vector<double> best(rows);
    biaochi::RankRequest request;
    request.columns = figures.columns;
    request.rows = rows;
    request.best = best.data();
    request.threads = threads;
    request.code = code;
    rank_rows(scorer(), request);
    return best;
}

/// Each row scored exactly, and the exact scores sorted.
const std::vector<double>& ranks_of_exact_scores(const Figures& figures) {
    static const std::vector<double> of_distinct = ranks(distinct(), 0, biaochi::VectorCode::none);
    static const std::vector<double> of_tied = ranks(tied(), 0, biaochi::VectorCode::none);
    return &figures == &tied() ? of_tied : of_distinct;
}

void rank_all(benchmark::State& state, const Figures& figures) {
    const auto threads = static_cast<unsigned>(state.range(0));
    if (ranks(figures, threads, biaochi::VectorCode::best) != ranks_of_exact_scores(figures)) state.SkipWithError("wrong ranks");
    for (auto _ : state) benchmark::DoNotOptimize(ranks(figures, threads, biaochi::VectorCode::best));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}

void RankDistinctRows(benchmark::State& state) { rank_all(state, distinct()); }
BENCHMARK(RankDistinctRows)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void RankTiedRows(benchmark::State& state) { rank_all(state, tied()); }
BENCHMARK(RankTiedRows)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void FindHundredBestRows(benchmark::State& state) {
    constexpr std::size_t count = 100;
    const std::vector<double>& exact = ranks_of_exact_scores(distinct());
    const auto top = top_rows(scorer(), distinct().columns, rows, count);
    bool right = top.size() == count;
    for (std::size_t i = 0; i < top.size() && right; ++i) right = exact[top[i]] <= count && (i == 0 || exact[top[i - 1]] <= exact[top[i]]);
    if (!right) state.SkipWithError("wrong rows");
    for (auto _ : state) benchmark::DoNotOptimize(top_rows(scorer(), distinct().columns, rows, count));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK(FindHundredBestRows)->Unit(benchmark::kMillisecond)->UseRealTime();

std::vector<std::int64_t> changes(const std::vector<std::size_t>& previous, biaochi::VectorCode code) {
    std::vector<std::int64_t> units(rows);
    biaochi::ChangeRequest request;
    request.columns = distinct().columns;
    request.rows = rows;
    request.previous = previous;
    request.change.low_units = units.data();
    request.code = code;
    score_changes(scorer(), request);
    return units;
}

void FindScoreChanges(benchmark::State& state) {
    std::vector<std::size_t> previous(rows);
    for (std::size_t row = 0; row < rows; ++row) previous[row] = row % 2 == 0 ? biaochi::no_row : row - 1;
    if (changes(previous, biaochi::VectorCode::best) != changes(previous, biaochi::VectorCode::none)) state.SkipWithError("wrong changes");
    for (auto _ : state) benchmark::DoNotOptimize(changes(previous, biaochi::VectorCode::best));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK(FindScoreChanges)->Unit(benchmark::kMillisecond)->UseRealTime();

void MakeSortKey(benchmark::State& state) {
    const biaochi::Number score(3280867, 42000);
    if (biaochi::sort_key(score).size() > 12) state.SkipWithError("a long key");
    for (auto _ : state) benchmark::DoNotOptimize(biaochi::sort_key(score));
}
BENCHMARK(MakeSortKey);

}  // namespace
