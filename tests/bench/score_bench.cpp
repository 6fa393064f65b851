/// @file
/// A table of all counties of a province, each with every figure: read, scored one by one, and from text to text.

#include <benchmark/benchmark.h>

#include "allocations.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/score/score.hpp"
#include "sample.hpp"

namespace {

constexpr std::size_t counties = 167;

void ScoreOneRecord(benchmark::State& state) {
    const auto& rules = sample::rules();
    const auto read = biaochi::read_records(rules, sample::records_json(1));
    biaochi::Scorecard card;
    score(rules, read.records.at(0), card);
    const auto& total = card.nodes.at(0).points;
    if (!total.decided() || total.low.text() != sample::full_score) state.SkipWithError(("wrong score " + total.low.text()).c_str());
    const std::size_t before = allocations();
    score(rules, read.records[0], card);
    const std::size_t used = allocations() - before;
    if (used != 0) state.SkipWithError((std::to_string(used) + " allocations for a reused scorecard").c_str());
    for (auto _ : state) {
        score(rules, read.records[0], card);
        benchmark::DoNotOptimize(card.nodes.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ScoreOneRecord)->Unit(benchmark::kMicrosecond);

void ReadRecords(benchmark::State& state) {
    const std::string json = sample::records_json(counties);
    const auto read = biaochi::read_records(sample::rules(), json);
    if (read.records.size() != counties || !read.issues.empty()) state.SkipWithError("the records are not read");
    for (auto _ : state) benchmark::DoNotOptimize(biaochi::read_records(sample::rules(), json));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(counties));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}
BENCHMARK(ReadRecords)->Unit(benchmark::kMillisecond);

void ScoreTable(benchmark::State& state) {
    const std::string json = sample::records_json(counties);
    const auto table = biaochi::score_table(sample::rules(), json);
    if (!table.json || table.json->find(sample::full_score) == std::string::npos) state.SkipWithError("wrong results");
    for (auto _ : state) benchmark::DoNotOptimize(biaochi::score_table(sample::rules(), json));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(counties));
}
BENCHMARK(ScoreTable)->Unit(benchmark::kMillisecond);

}  // namespace
