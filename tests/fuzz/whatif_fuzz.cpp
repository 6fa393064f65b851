/// @file
/// Any bytes as the specification of a what-if: read, and where it is right drawn a few times, both ways alike.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/explain/whatif.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

constexpr std::uint64_t few_draws = 3;
constexpr std::size_t few_variations = 64;

struct Fixture {
    biaochi::Ruleset rules;
    std::vector<biaochi::Record> records;
};

/// A rulebook of the tests with bands, and three records, two of them alike.
Fixture bands() {
    std::ifstream file(BIAOCHI_ROOT "/tests/rulebooks/good/bands.json", std::ios::binary);
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!parsed.rulebook) std::abort();
    Fixture fixture{biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value(), {}};
    fixture.records = biaochi::read_records(fixture.rules, R"([{"region": "a", "facts": {"warmth": 15, "waste": 30}},
        {"region": "b", "facts": {"warmth": 15, "waste": 30}}, {"region": "c", "facts": {"warmth": 11, "waste": 50}}])")
                          .records;
    return fixture;
}

bool alike(const biaochi::WhatIfResult& a, const biaochi::WhatIfResult& b) {
    return std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(), [](const auto& x, const auto& y) {
        return x.ranks == y.ranks && x.best == y.best && x.worst == y.worst && x.score->low == y.score->low &&
               x.score->high == y.score->high;
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Fixture fixture = bands();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const biaochi::CompiledWhatIf compiled = biaochi::compile_what_if(fixture.rules, fixture.records, text);
    if (compiled.what_if.has_value() == biaochi::has_errors(compiled.issues)) std::abort();
    if (!compiled.what_if || compiled.what_if->variations().size() > few_variations) return 0;
    biaochi::WhatIfRequest request;
    request.source = compiled.what_if->source();
    request.source.draws = few_draws;
    const biaochi::WhatIfResult fast = compiled.what_if->run(request);
    static_cast<void>(what_if_json(*compiled.what_if, request.source, fast));
    request.code = biaochi::VectorCode::none;
    if (!alike(fast, compiled.what_if->run(request))) std::abort();
    return 0;
}
