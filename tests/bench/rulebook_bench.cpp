/// @file
/// A service that starts, or is given a new choice of readings: the district table read from its text, and compiled.

#include <benchmark/benchmark.h>

#include "biaochi/rulebook/parse.hpp"
#include "sample.hpp"

namespace {

void ParseRulebook(benchmark::State& state) {
    const auto& json = sample::rulebook_json();
    if (!biaochi::parse_rulebook(json).rulebook) state.SkipWithError("not valid");
    for (auto _ : state) benchmark::DoNotOptimize(biaochi::parse_rulebook(json));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}
BENCHMARK(ParseRulebook)->Unit(benchmark::kMillisecond);

void CompileRulebook(benchmark::State& state) {
    const auto parsed = biaochi::parse_rulebook(sample::rulebook_json());
    const auto& book = parsed.rulebook.value();
    const auto compiled = biaochi::compile(book, book.effective.from);
    if (!compiled.rules || compiled.rules->nodes().size() != sample::rules().nodes().size()) state.SkipWithError("does not compile");
    for (auto _ : state) benchmark::DoNotOptimize(biaochi::compile(book, book.effective.from));
}
BENCHMARK(CompileRulebook)->Unit(benchmark::kMillisecond);

}  // namespace
