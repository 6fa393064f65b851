/// @file
/// Any bytes as the specification of a what-if: read, and where it is right drawn a few times, both ways alike, and as each draw alone.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
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

bool alike(const std::optional<biaochi::Interval>& a, const std::optional<biaochi::Interval>& b) {
    return a.has_value() == b.has_value() && (!a || (a->low == b->low && a->high == b->high));
}

bool alike(const biaochi::WhatIfResult& a, const biaochi::WhatIfResult& b) {
    return std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(), [](const auto& x, const auto& y) {
        return x.ranks == y.ranks && x.best == y.best && x.worst == y.worst && x.undecided == y.undecided && x.unranked == y.unranked &&
               x.classes == y.classes && x.unclassed == y.unclassed && alike(x.score, y.score) && x.least_draw == y.least_draw &&
               x.most_draw == y.most_draw;
    });
}

/// Whether the least and the most score are those of the draws made again alone.
bool made_of_its_draws(const biaochi::WhatIf& what_if, const biaochi::DrawSource& source, const biaochi::WhatIfResult& result) {
    std::vector<std::optional<biaochi::Interval>> ends(result.records.size());
    for (std::uint64_t draw = 0; draw < source.draws; ++draw) {
        const biaochi::Replicate again = what_if.replicate(source, draw);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const auto& score = again.scores[i];
            if (!score) continue;
            if (!ends[i]) ends[i] = score;
            ends[i] = biaochi::Interval{min(ends[i]->low, score->low), max(ends[i]->high, score->high)};
        }
    }
    return std::equal(ends.begin(), ends.end(), result.records.begin(),
                      [](const auto& end, const auto& tally) { return alike(end, tally.score); });
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
    if (!made_of_its_draws(*compiled.what_if, request.source, fast)) std::abort();
    return 0;
}
