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

/// The rules and the city, read once.
struct City {
    biaochi::Ruleset rules;
    biaochi::ReadSubjects read;
    std::size_t eligible = 0;
};

City city() {
    std::ifstream file(std::string(BIAOCHI_ROOT) + "/tests/rulebooks/good/city_conditions.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto book = biaochi::parse_rulebook(text).rulebook.value();
    const auto rules = biaochi::compile(book, biaochi::parse_date("2024-03-01").value()).rules.value();
    return {rules, biaochi::read_subjects(rules, city_text()), rules.condition("eligible")};
}

/// Writes out the findings of both parts; @return how many there are.
std::size_t findings_in(const biaochi::Verdict& verdict) {
    std::size_t count = 0;
    for (const biaochi::Reason& part : verdict.reason.parts) count += findings_of(part.grounds).size();
    return count;
}

/// The answer with its evidence: every county twice, and the share.
void CityOf22Counties(benchmark::State& state) {
    const City city = ::city();
    const biaochi::Verdict verdict = check(city.rules, city.read.subjects.at(0), city.eligible);
    if (verdict.answer != biaochi::Answer::met) state.SkipWithError("15 of 22 are two thirds");
    if (findings_in(verdict) != 22 + 22 + 1) state.SkipWithError("the evidence is not whole");
    for (auto _ : state) benchmark::DoNotOptimize(check(city.rules, city.read.subjects[0], city.eligible));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(CityOf22Counties)->Unit(benchmark::kMicrosecond);

/// What somebody pays who asks why.
void FindingsOf22Counties(benchmark::State& state) {
    const City city = ::city();
    const biaochi::Verdict verdict = check(city.rules, city.read.subjects.at(0), city.eligible);
    if (findings_in(verdict) != 22 + 22 + 1) state.SkipWithError("the evidence is not whole");
    for (auto _ : state) benchmark::DoNotOptimize(findings_in(verdict));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(FindingsOf22Counties)->Unit(benchmark::kMicrosecond);

}  // namespace
