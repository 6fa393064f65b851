/// @file
/// A department that asks: does this figure reach that one, and may the city apply. Expressions and conditions, with their evidence.

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"
#include "biaochi/feel/evaluate.hpp"

namespace {

namespace feel = biaochi::feel;

/// Two facts in one unit, compared; the answer and both values are kept.
void CompareTwoFacts(benchmark::State& state) {
    feel::Scope scope;
    scope.inputs = {{"spent", feel::number_in("万元"), 0}, {"planned", feel::number_in("万元"), 1}};
    const feel::Compiled compiled = feel::compile_expression("spent >= planned", scope);
    const std::vector<feel::Value> inputs{feel::make_number(biaochi::Number(1234, 10)), feel::make_number(biaochi::Number(120))};
    feel::Evidence evidence;
    const bool right = evaluate(*compiled.expression, inputs, {}, &evidence).is(true) && evidence.records.size() == 1;
    if (!right) state.SkipWithError("123.4 is at least 120, in one comparison");
    for (auto _ : state) {
        evidence.records.clear();
        benchmark::DoNotOptimize(evaluate(*compiled.expression, inputs, {}, &evidence));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(CompareTwoFacts);

/// A city of 22 counties, 21 of them at A and 15 designated.
std::string city_text() {
    std::string counties;
    for (int i = 1; i <= 22; ++i) {
        const std::string status = i <= 15 ? "designated" : "none";
        counties += std::string(i == 1 ? "" : ", ") + R"({"region": "C)" + std::to_string(i) + R"(", "fields": {"class": ")" +
                    (i == 7 ? "B" : "A") + R"(", "status": ")" + status + "\"}}";
    }
    return R"({"region": "City", "on": "2024-03-01", "members": {"counties": [)" + counties + "]}}";
}

void CityOf22Counties(benchmark::State& state) {
    std::ifstream file(std::string(BIAOCHI_ROOT) + "/tests/rulebooks/good/city_conditions.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto book = biaochi::parse_rulebook(text).rulebook.value();
    const auto rules = biaochi::compile(book, biaochi::parse_date("2024-03-01").value()).rules.value();
    const auto read = biaochi::read_subjects(rules, city_text());
    const std::size_t eligible = rules.condition("eligible");
    if (check(rules, read.subjects.at(0), eligible).answer != biaochi::Answer::met) state.SkipWithError("15 of 22 are two thirds");
    for (auto _ : state) benchmark::DoNotOptimize(check(rules, read.subjects[0], eligible));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(CityOf22Counties)->Unit(benchmark::kMicrosecond);

}  // namespace
