/// @file
/// A service that is asked about one record at a time, through the C library: twenty figures in, a score and a class out.

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "batch_sample.hpp"
#include "biaochi/biaochi.h"

namespace {

/// Handles of the C library, thrown away at the end.
struct Handles {
    biaochi_rulebook* book = nullptr;
    biaochi_rules* rules = nullptr;
    biaochi_columns* columns = nullptr;

    explicit Handles(const std::string& json) {
        if (biaochi_rulebook_create(json.data(), json.size(), nullptr, &book) != BIAOCHI_STATUS_OK) return;
        if (biaochi_rules_create(book, nullptr, nullptr, nullptr, &rules) != BIAOCHI_STATUS_OK) return;
        biaochi_columns_create(rules, nullptr, &columns);
    }
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;
    ~Handles() {
        biaochi_columns_destroy(columns);
        biaochi_rules_destroy(rules);
        biaochi_rulebook_destroy(book);
    }
};

std::string rulebook_text() {
    std::ifstream file(BIAOCHI_ROOT "/tests/bench/twenty.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void OneRecordThroughC(benchmark::State& state) {
    const Handles handles(rulebook_text());
    const sample::Table table(1);
    std::vector<biaochi_column> columns(table.figures().size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i] = {i, BIAOCHI_CELL_FLOAT64, 0, table.figures()[i].data(), 0, nullptr, 0, nullptr};
    double score = 0;
    std::int16_t class_of = 0;
    biaochi_batch batch{};
    batch.columns = columns.data();
    batch.column_count = columns.size();
    batch.rows = 1;
    batch.out.score.low = &score;
    batch.out.class_of = &class_of;
    batch.threads = 1;
    const auto run = [&] { return biaochi_columns_score(handles.columns, &batch, nullptr, nullptr); };
    const auto exact = sample::twenty().exact(table.columns(), 0).score.low;
    if (run() != BIAOCHI_STATUS_OK || score != round(exact, {2, biaochi::RoundingMode::half_up}).approximate()) {
        state.SkipWithError("the C library differs from the exact way");
    }
    for (auto _ : state) benchmark::DoNotOptimize(run());
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(OneRecordThroughC)->Unit(benchmark::kMicrosecond);

}  // namespace
