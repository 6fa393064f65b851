/// @file
/// The log of a programme, read and replayed.

#include <benchmark/benchmark.h>

#include <ctime>
#include <string>
#include <vector>

#include "log_sample.hpp"

namespace {

using namespace biaochi;

/// Only the fold is timed, in time of the processor: what it is given is read before, and what it gives is thrown away afterwards.
void ReplayEvents(benchmark::State& state) {
    const auto counties = static_cast<std::size_t>(state.range(0));
    const ReadEvents read = read_events(sample::lifecycle_rules(), sample::log_of(counties));
    if (!read.issues.empty() || !sample::is_right(replay(sample::lifecycle_rules(), read.events), counties))
        state.SkipWithError("wrong cases");
    for (auto _ : state) {
        std::vector<DatedEvent> events = read.events;
        const std::clock_t begin = std::clock();
        const Replayed replayed = replay(sample::lifecycle_rules(), std::move(events));
        const std::clock_t taken = std::clock() - begin;
        benchmark::DoNotOptimize(replayed.cases.data());
        state.SetIterationTime(static_cast<double>(taken) / CLOCKS_PER_SEC);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(read.events.size()));
}
BENCHMARK(ReplayEvents)->Arg(22)->Arg(2'000)->Arg(20'000)->UseManualTime()->Unit(benchmark::kMillisecond);

void ReadLog(benchmark::State& state) {
    constexpr std::size_t counties = 2'000;
    const std::string log = sample::log_of(counties);
    if (read_events(sample::lifecycle_rules(), log).events.size() != counties * sample::events_of_a_county)
        state.SkipWithError("the log is not read");
    for (auto _ : state) benchmark::DoNotOptimize(read_events(sample::lifecycle_rules(), log));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(counties * sample::events_of_a_county));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(log.size()));
}
BENCHMARK(ReadLog)->Unit(benchmark::kMillisecond);

}  // namespace
