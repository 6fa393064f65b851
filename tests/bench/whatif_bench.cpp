/// @file
/// The shape of a published composite index: 51 countries, 49 indicators in eight pillars of two halves, every weight drawn within a
/// quarter of itself, and where each country then ranks, ties and all.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/whatif/whatif.hpp"

namespace {

using biaochi::VectorCode;
using biaochi::WhatIf;
using biaochi::WhatIfRequest;
using biaochi::WhatIfResult;

constexpr std::size_t countries = 51;
constexpr std::size_t indicators = 49;

std::string id_of(std::size_t indicator) { return "x" + std::to_string(indicator); }

/// A pillar of some indicators, each scored on its way from 0 to 100.
std::string pillar(std::size_t index, std::size_t first, std::size_t last) {
    std::string text = R"({"id": "p)" + std::to_string(index) + R"(", "points": 100, "combine": "arithmetic", "parts": [)";
    for (std::size_t i = first; i < last; ++i) {
        text += (i == first ? "" : ", ") + (R"({"id": ")" + id_of(i) + R"(", "points": 100, "weight": 1, "fact": ")" + id_of(i));
        text += R"(", "goalposts": {"from": 0, "to": 250}})";
    }
    return text + "]}";
}

std::string half(const std::string& id, const std::vector<std::size_t>& sizes, std::size_t& pillars, std::size_t& next) {
    std::string text = R"({"id": ")" + id + R"(", "points": 100, "combine": "arithmetic", "parts": [)";
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        text += (i == 0 ? "" : ", ") + pillar(pillars++, next, next + sizes[i]);
        next += sizes[i];
    }
    return text + "]}";
}

std::string rulebook() {
    std::string text = R"({"format": "biaochi/1", "id": "index", "version": "1", "effective": {"from": "2018-01-01"},
        "title": {"en": "Index"}, "sources": {"s": {"title": {"en": "S"}}}, "facts": {)";
    for (std::size_t i = 0; i < indicators; ++i) text += (i == 0 ? "\"" : ", \"") + id_of(i) + R"(": {"name": {"en": "X"}})";
    std::size_t pillars = 0;
    std::size_t next = 0;
    text += R"(}, "score": {"id": "index", "points": 100, "combine": "arithmetic", "parts": [)";
    text += half("connectivity", {8, 6, 3, 5, 8}, pillars, next) + ", " + half("sustainability", {5, 9, 5}, pillars, next);
    return text + "]}}";
}

/// Figures to a tenth; the last country has those of the first, so that there is a tie in every draw.
std::string records() {
    std::string text = "[";
    std::uint32_t state = 20180101;
    std::vector<std::string> first;
    for (std::size_t i = 0; i < countries; ++i) {
        text += (i == 0 ? "" : ", ") + (R"({"region": "c)" + std::to_string(i) + R"(", "facts": {)");
        for (std::size_t k = 0; k < indicators; ++k) {
            state = state * 1664525 + 1013904223;
            std::string value = std::to_string((state >> 16) % 250) + "." + std::to_string((state >> 8) % 10);
            if (i == 0) first.push_back(value);
            if (i + 1 == countries) value = first[k];
            text += (k == 0 ? "\"" : ", \"") + id_of(k) + "\": " + value;
        }
        text += "}}";
    }
    return text + "]";
}

const WhatIf& index_what_if() {
    static const WhatIf what_if = [] {
        const auto parsed = biaochi::parse_rulebook(rulebook());
        const auto rules = biaochi::compile(parsed.rulebook.value(), biaochi::parse_date("2018-06-01").value()).rules.value();
        auto read = biaochi::read_records(rules, records());
        return biaochi::compile_what_if(rules, std::move(read.records), R"({"weights": [{"leaves_of": "index", "percent": 25}]})")
            .what_if.value();
    }();
    return what_if;
}

bool same(const WhatIfResult& a, const WhatIfResult& b) {
    for (std::size_t i = 0; i < countries; ++i) {
        if (a.records[i].ranks != b.records[i].ranks || a.records[i].best != b.records[i].best) return false;
        if (a.records[i].score->low != b.records[i].score->low || a.records[i].score->high != b.records[i].score->high) return false;
    }
    return true;
}

void DrawWeights(benchmark::State& state) {
    const WhatIf& what_if = index_what_if();
    WhatIfRequest request;
    request.source.seed = 7;
    request.source.draws = 200;
    request.code = VectorCode::none;
    const WhatIfResult exact = what_if.run(request);
    request.code = static_cast<VectorCode>(state.range(0));
    if (!same(exact, what_if.run(request))) return state.SkipWithError("the estimate and the exact way differ");
    request.source.draws = 20'000;
    for (auto _ : state) {
        const WhatIfResult result = what_if.run(request);
        if (result.exact != 0) return state.SkipWithError("draws went the exact way");
        benchmark::DoNotOptimize(result.records.data());
    }
    state.SetItemsProcessed(state.iterations() * 20'000);
    state.counters["us_a_draw"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * 0.02, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.SetLabel(std::string(name(request.code)));
}
BENCHMARK(DrawWeights)
    ->Arg(static_cast<int>(VectorCode::best))
    ->Arg(static_cast<int>(VectorCode::plain))
    ->Arg(static_cast<int>(VectorCode::avx2))
    ->Arg(static_cast<int>(VectorCode::avx512))
    ->Unit(benchmark::kMillisecond);

void DrawExactly(benchmark::State& state) {
    const WhatIf& what_if = index_what_if();
    WhatIfRequest request;
    request.source.draws = 20;
    request.code = VectorCode::none;
    for (auto _ : state) benchmark::DoNotOptimize(what_if.run(request).records.data());
    state.SetItemsProcessed(state.iterations() * 20);
}
BENCHMARK(DrawExactly)->Unit(benchmark::kMillisecond);

}  // namespace
