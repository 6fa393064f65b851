/// @file
/// A researcher's table: a hundred thousand rows of twenty indicators, and the same with figures missing or with all points out; what a
/// copy of the same bytes takes beside it. `cell` is the time of one figure.

#include <benchmark/benchmark.h>

#include <cstring>

#include "batch_sample.hpp"

namespace {

using namespace biaochi;

constexpr std::size_t rows = 100'000;
constexpr std::size_t compared = 2'000;

void count_cells(benchmark::State& state, std::size_t count) {
    const double cells = static_cast<double>(count) * 20;
    state.counters["cell"] = benchmark::Counter(cells, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    state.SetBytesProcessed(static_cast<std::int64_t>(cells) * 8 * state.iterations());
}

/// @return whether the batch wrote what the exact way writes
bool is_right(const sample::Room& room, const std::vector<Column>& columns) {
    sample::Room exact(compared, !room.parts.empty());
    BatchRequest request = exact.request(columns, compared);
    request.code = VectorCode::none;
    sample::twenty().score(request);
    return room.same(exact, compared);
}

/// Checks the answers, then scores over and over.
void score_table(benchmark::State& state, double missing, bool parts, VectorCode code) {
    const sample::Table table(rows, missing);
    const std::vector<Column> columns = table.columns();
    sample::Room room(rows, parts);
    BatchRequest request = room.request(columns, rows);
    request.code = code;
    request.threads = static_cast<unsigned>(state.range(0));
    const BatchCount count = sample::twenty().score(request);
    if (!is_right(room, columns)) state.SkipWithError("the batch differs from the exact way");
    for (auto _ : state) benchmark::DoNotOptimize(sample::twenty().score(request));
    count_cells(state, rows);
    state.counters["exact"] = static_cast<double>(count.exact);
    state.counters["by_grid"] = static_cast<double>(count.by_grid);
}

void BatchCopy(benchmark::State& state) {
    const sample::Table table(rows);
    std::vector<std::vector<double>> room = table.figures();
    for (auto _ : state) {
        for (std::size_t i = 0; i < room.size(); ++i) std::memcpy(room[i].data(), table.figures()[i].data(), rows * sizeof(double));
        benchmark::ClobberMemory();
    }
    count_cells(state, rows);
}
BENCHMARK(BatchCopy)->Unit(benchmark::kMillisecond)->UseRealTime();

void BatchScores(benchmark::State& state) { score_table(state, 0, false, VectorCode::best); }
BENCHMARK(BatchScores)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void BatchScoresPlainCode(benchmark::State& state) { score_table(state, 0, false, VectorCode::plain); }
BENCHMARK(BatchScoresPlainCode)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void BatchMissing(benchmark::State& state) { score_table(state, 0.1, false, VectorCode::best); }
BENCHMARK(BatchMissing)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void BatchParts(benchmark::State& state) { score_table(state, 0, true, VectorCode::best); }
BENCHMARK(BatchParts)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What a row costs that nothing but the exact way settles.
void BatchExactly(benchmark::State& state) {
    const sample::Table table(compared);
    const std::vector<Column> columns = table.columns();
    sample::Room room(compared, false);
    BatchRequest request = room.request(columns, compared);
    request.code = VectorCode::none;
    for (auto _ : state) benchmark::DoNotOptimize(sample::twenty().score(request));
    if (!is_right(room, columns)) state.SkipWithError("the exact way differs from itself");
    count_cells(state, compared);
}
BENCHMARK(BatchExactly)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A batch of one row: what a service does that is asked about one record at a time.
void BatchOneRecord(benchmark::State& state) {
    const sample::Table table(compared);
    const std::vector<Column> columns = table.columns();
    sample::Room room(compared, false);
    sample::twenty().score(room.request(columns, compared));
    if (!is_right(room, columns)) state.SkipWithError("the batch differs from the exact way");
    const BatchRequest request = room.request(columns, 1);
    for (auto _ : state) benchmark::DoNotOptimize(sample::twenty().score(request));
    count_cells(state, 1);
}
BENCHMARK(BatchOneRecord)->Unit(benchmark::kMicrosecond);

}  // namespace
