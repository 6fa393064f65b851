/// @file
/// A city that judges a year's applications: rules like those of Jiuquan's measures (newly recognised platforms by level, firms, patents,
/// talent with fallbacks, insurance by year, contracts with a cap), and firms with three to ten claims each.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "allocations.hpp"
#include "biaochi/incentive/award.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

constexpr std::size_t applicants = 100'000;
constexpr std::size_t kinds_of_platform = 12;

/// Rules for platforms of every kind by level, and those for firms, patents, talent, insurance and contracts: 32 in all.
std::string rulebook_text() {
    std::string text = R"({"format": "biaochi/1", "id": "bench", "version": "1", "effective": {"from": "2017-01-01"},
      "title": {"en": "Measures"}, "sources": {"paper": {"title": {"en": "Paper"}}},
      "payers": {"province": {"name": {"en": "province"}}, "city": {"name": {"en": "city"}}},
      "claims": {
       "platform": {"name": {"en": "platform"}, "fields": {"newly": {"name": {"en": "new"}, "type": "boolean"},
         "level": {"name": {"en": "level"}, "type": "text", "values": ["national", "provincial", "city"]},
         "kind": {"name": {"en": "kind"}, "type": "text", "values": [)";
    for (std::size_t i = 0; i < kinds_of_platform; ++i) text.append(i == 0 ? "\"k" : ", \"k").append(std::to_string(i)).append("\"");
    text += R"(]}}},
       "firm": {"name": {"en": "firm"}, "fields": {"step": {"name": {"en": "step"}, "type": "text", "values": ["new", "again", "model"]}}},
       "talent": {"name": {"en": "talent"}, "fields": {"result": {"name": {"en": "result"}, "type": "boolean"},
         "project": {"name": {"en": "project"}, "type": "boolean"}, "useful": {"name": {"en": "useful"}, "type": "boolean"}}},
       "insurance": {"name": {"en": "insurance"}, "fields": {"premium": {"name": {"en": "premium"}, "type": "number", "unit": "元"},
         "year": {"name": {"en": "year"}, "type": "number"}}},
       "contract": {"name": {"en": "contract"}, "fields": {"amount": {"name": {"en": "amount"}, "type": "number", "unit": "元"}}}},
      "incentives": {)";
    for (std::size_t i = 0; i < kinds_of_platform; ++i) {
        const std::string id = std::to_string(i);
        text += "\"p" + id +
                R"(": {"name": {"en": "P"}, "claim": "platform", "payer": "province", "unit": "万元", "when": "newly and kind = \"k)" + id +
                R"(\"", "fixed": {"by": "level", "of": {"national": 300, "provincial": 50}}},)";
        text += "\"c" + id + R"(": {"name": {"en": "C"}, "claim": "platform", "payer": "city", "unit": "万元", "often": "once",
                 "when": "newly and level = \"city\" and kind in (\"k)" +
                id + R"x(\")", "fixed": 10},)x";
    }
    text +=
        R"("new_firm": {"name": {"en": "F"}, "claim": "firm", "payer": "province", "unit": "万元", "when": "step = \"new\"", "fixed": 20, "often": "once"},
       "again": {"name": {"en": "F"}, "claim": "firm", "payer": "province", "unit": "万元", "when": "step = \"again\"", "fixed": 5},
       "fund": {"name": {"en": "T"}, "claim": "talent", "payer": "province", "unit": "万元", "when": "result", "fixed": 500, "or_more": true},
       "research": {"name": {"en": "T"}, "claim": "talent", "payer": "province", "unit": "万元", "when": "project", "fixed": 100, "or_more": true},
       "city_fund": {"name": {"en": "T"}, "claim": "talent", "payer": "city", "unit": "万元", "when": "useful", "fixed": 30, "or_more": true, "unless": ["fund"]},
       "city_research": {"name": {"en": "T"}, "claim": "talent", "payer": "city", "unit": "万元", "when": "useful", "fixed": 10, "unless": ["research"]},
       "premium": {"name": {"en": "I"}, "claim": "insurance", "unit": "元", "rate": {"by": "year", "of": {"1": 80, "2": 60, "3": 40}}, "of": "premium"},
       "match": {"name": {"en": "M"}, "claim": "contract", "payer": "city", "unit": "万元", "rate": 10, "of": "amount",
         "caps": [{"amount": 100, "per": "claim"}, {"amount": 150, "per": "applicant_year"}]}}})";
    return text;
}

const biaochi::Ruleset& rules() {
    static const biaochi::Ruleset compiled = [] {
        const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(rulebook_text());
        return compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
    }();
    return compiled;
}

std::string claim_text(std::size_t seed) {
    const std::string n = std::to_string(seed % kinds_of_platform);
    switch (seed % 5) {
        case 0:
            return R"("claim": "platform", "fields": {"newly": true, "kind": "k)" + n + R"(", "level": ")" +
                   (seed % 3 == 0   ? "national"
                    : seed % 3 == 1 ? "provincial"
                                    : "city") +
                   "\"}";
        case 1:
            return std::string(R"("claim": "firm", "fields": {"step": ")") + (seed % 2 == 0 ? "new" : "again") + "\"}";
        case 2:
            return std::string(R"("claim": "talent", "fields": {"result": )") + (seed % 2 == 0 ? "true" : "false") +
                   R"(, "project": false, "useful": true})";
        case 3:
            return R"("claim": "insurance", "fields": {"premium": )" + std::to_string(1000 + seed % 997) + R"(.37, "year": )" +
                   std::to_string(1 + seed % 4) + "}";
        default:
            return R"("claim": "contract", "fields": {"amount": )" + std::to_string(9'000'000 + seed % 2'000'003) + ".99}";
    }
}

/// Applicants with three to ten claims each, as JSON.
std::string applications_text(std::size_t count) {
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i) {
        text.append(i == 0 ? "" : ",").append(R"({"applicant": "f)").append(std::to_string(i)).append(R"(", "claims": [)");
        const std::size_t claims = 3 + i % 8;
        for (std::size_t c = 0; c < claims; ++c) {
            text.append(c == 0 ? "" : ",").append(R"({"id": "c)").append(std::to_string(c)).append("\", ");
            text.append(claim_text(i * 7 + c)).append("}");
        }
        text += "]}";
    }
    return text + "]";
}

/// One whose award is worked out by hand: 300 万元 for a national platform, 20 for a new firm, 80% of 1000.50, 100 and then 50 of 100 万元
/// that are left of 150 a year.
bool right() {
    const auto read = biaochi::read_applications(rules(), R"({"applicant": "A", "claims": [
      {"id": "1", "claim": "platform", "fields": {"newly": true, "kind": "k3", "level": "national"}},
      {"id": "2", "claim": "firm", "fields": {"step": "new"}},
      {"id": "3", "claim": "insurance", "fields": {"premium": 1000.50, "year": 1}},
      {"id": "4", "claim": "contract", "fields": {"amount": 10000000.01}},
      {"id": "5", "claim": "contract", "fields": {"amount": 9999999.99}}]})");
    if (!read.issues.empty()) return false;
    const biaochi::Award found = award(rules(), read.applications.at(0));
    return found.total.decided() && found.total.low == biaochi::parse_number("4700800.40").value();
}

const std::vector<biaochi::Application>& applications() {
    static const std::vector<biaochi::Application> all = [] {
        std::vector<biaochi::Application> some;
        some.reserve(applicants);
        auto read = biaochi::read_applications(rules(), applications_text(10'000));
        for (std::size_t i = 0; i < applicants; ++i) some.push_back(read.applications.at(i % read.applications.size()));
        return some;
    }();
    return all;
}

/// 100,000 applications against all rules, one after the other.
void AwardApplications(benchmark::State& state) {
    if (!right()) state.SkipWithError("wrong award");
    const auto& all = applications();
    biaochi::Award out;
    for (const biaochi::Application& each : all) award(rules(), each, out);
    const std::size_t before = allocations();
    award(rules(), all.front(), out);
    if (const std::size_t used = allocations() - before; used != 0) state.SkipWithError((std::to_string(used) + " allocations").c_str());
    std::size_t grants = 0;
    for (auto _ : state) {
        for (const biaochi::Application& each : all) {
            award(rules(), each, out);
            grants += out.grants.size();
            benchmark::DoNotOptimize(out.total);
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
    state.counters["grants"] = benchmark::Counter(static_cast<double>(grants), benchmark::Counter::kIsRate);
}
BENCHMARK(AwardApplications)->Unit(benchmark::kMillisecond);

std::string read_file(const std::string& path) {
    std::ifstream file(std::string(BIAOCHI_ROOT) + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The twelve claims of the firm of examples/incentives, whose README works out its 1,183,728.384 元 or more, 100,000 times under Jiuquan's
/// measures.
void JiuquanFirm(benchmark::State& state) {
    const auto book = biaochi::parse_rulebook(read_file("/rulebooks/jiuquan_measures.json")).rulebook.value();
    const auto measures = compile(book, biaochi::parse_date("2018-06-30").value()).rules.value();
    const auto firm = biaochi::read_applications(measures, read_file("/examples/incentives/jiuquan_firm.json")).applications.at(0);
    biaochi::Award out;
    award(measures, firm, out);
    const bool right = out.total.open_above && out.total.low == biaochi::parse_number("1183728.384").value();
    if (!right) state.SkipWithError("wrong award");
    for (auto _ : state) {
        for (std::size_t i = 0; i < applicants; ++i) {
            award(measures, firm, out);
            benchmark::DoNotOptimize(out.total);
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(applicants));
}
BENCHMARK(JiuquanFirm)->Unit(benchmark::kMillisecond);

void ReadApplications(benchmark::State& state) {
    const std::string json = applications_text(1'000);
    if (!biaochi::read_applications(rules(), json).issues.empty()) state.SkipWithError("the applications are not read");
    for (auto _ : state) benchmark::DoNotOptimize(biaochi::read_applications(rules(), json));
    state.SetItemsProcessed(state.iterations() * 1'000);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}
BENCHMARK(ReadApplications)->Unit(benchmark::kMillisecond);

}  // namespace
