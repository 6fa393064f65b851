/// @file
/// The log of a programme: many counties from application to a title and its yearly monitoring, all events in the order of their days.

#include <benchmark/benchmark.h>

#include <array>
#include <ctime>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "biaochi/lifecycle/advance.hpp"
#include "biaochi/lifecycle/read.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

using namespace biaochi;

/// The way of one county; the second monitoring is the second fall in a row.
constexpr std::array<std::string_view, 10> path{
    R"("date": "2023-09-01", "event": "apply")",
    R"("date": "2023-09-15", "event": "review", "data": {"result": "pass", "points": 72})",
    R"("date": "2023-09-27", "event": "post")",
    R"("date": "2023-10-11", "event": "approve")",
    R"("date": "2024-03-20", "event": "report", "data": {"year": 2023}, "evidence": "letter 12")",
    R"("date": "2025-03-20", "event": "report", "data": {"year": 2024}, "evidence": "letter 13")",
    R"("date": "2025-10-08", "event": "accept", "data": {"passed": true})",
    R"("date": "2026-11-01", "event": "monitor", "data": {"fell": true})",
    R"("date": "2027-11-01", "event": "monitor", "data": {"fell": true})",
    R"("date": "2027-12-01", "event": "revoke")"};

const Ruleset& rules() {
    static const Ruleset ruleset = [] {
        std::ifstream file(BIAOCHI_ROOT "/tests/rulebooks/good/lifecycle.json", std::ios::binary);
        const auto parsed = parse_rulebook(std::string(std::istreambuf_iterator<char>(file), {}));
        if (!parsed.rulebook) throw std::runtime_error("the rulebook is not valid");
        return compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
    }();
    return ruleset;
}

std::string log_of(std::size_t counties) {
    std::string log;
    for (const std::string_view event : path) {
        for (std::size_t i = 0; i < counties; ++i) log += "{\"case\": \"county " + std::to_string(i) + "\", " + std::string(event) + "}\n";
    }
    return log;
}

bool is_right(const Replayed& replayed, std::size_t counties) {
    if (replayed.cases.size() != counties || !replayed.refusals.empty()) return false;
    for (const Case& each : replayed.cases) {
        if (rules().rulebook().lifecycle->states[each.state].first != "revoked" || each.history.size() != path.size()) return false;
        if (each.fields[0].number() != Number(2) || each.fields[1].number() != Number(2)) return false;
    }
    return true;
}

/// Only the fold is timed, in time of the processor: what it is given is read before, and what it gives is thrown away afterwards.
void ReplayEvents(benchmark::State& state) {
    const auto counties = static_cast<std::size_t>(state.range(0));
    const ReadEvents read = read_events(rules(), log_of(counties));
    if (!read.issues.empty() || !is_right(replay(rules(), read.events), counties)) state.SkipWithError("wrong cases");
    for (auto _ : state) {
        std::vector<DatedEvent> events = read.events;
        const std::clock_t begin = std::clock();
        const Replayed replayed = replay(rules(), std::move(events));
        const std::clock_t taken = std::clock() - begin;
        benchmark::DoNotOptimize(replayed.cases.data());
        state.SetIterationTime(static_cast<double>(taken) / CLOCKS_PER_SEC);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(read.events.size()));
}
BENCHMARK(ReplayEvents)->Arg(22)->Arg(2'000)->Arg(20'000)->UseManualTime()->Unit(benchmark::kMillisecond);

void ReadLog(benchmark::State& state) {
    constexpr std::size_t counties = 2'000;
    const std::string log = log_of(counties);
    if (read_events(rules(), log).events.size() != counties * path.size()) state.SkipWithError("the log is not read");
    for (auto _ : state) benchmark::DoNotOptimize(read_events(rules(), log));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(counties * path.size()));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(log.size()));
}
BENCHMARK(ReadLog)->Unit(benchmark::kMillisecond);

}  // namespace
