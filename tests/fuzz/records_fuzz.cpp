/// @file
/// Any bytes as records, by the district table and by rules with a fact of every kind: read, checked, scored, explained, without a throw.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "biaochi/explain/explain.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/score/score.hpp"

namespace {

/// A fact of every kind, with bounds, units, parts and a panel.
constexpr std::string_view every_kind = R"({
  "format": "biaochi/1", "id": "fuzz", "version": "1", "effective": {"from": "2019-01-01"},
  "title": {"en": "Fuzz"}, "sources": {"s": {"title": {"en": "S"}}}, "units": {"u": {"of": "台", "times": 2}},
  "facts": {
    "a": {"name": {"en": "A"}, "unit": "万元", "min": 0, "whole": true},
    "b": {"name": {"en": "B"}, "unit": "元", "max": 100, "part_of": "a"},
    "c": {"name": {"en": "C"}, "unit": "u"},
    "i": {"name": {"en": "I"}, "kind": "items", "levels": {"x": {"name": {"en": "X"}}, "y": {"name": {"en": "Y"}}},
      "items": {"p": {"name": {"en": "P"}, "levels": ["x", "y"]}, "q": {"name": {"en": "Q"}, "levels": ["x"]}}},
    "o": {"name": {"en": "O"}, "kind": "options", "options": {"m": {"name": {"en": "M"}}, "n": {"name": {"en": "N"}}}},
    "j": {"name": {"en": "J"}, "kind": "judged", "min": 0, "max": 5}},
  "score": {"id": "t", "points": 10, "parts": [
    {"id": "o", "points": 5, "options": [{"choose": "one", "of": {"m": 5, "n": 2}}]},
    {"id": "j", "points": 5, "judged": {"panel": {"at_least": 3, "drop_highest": 1, "drop_lowest": 1}}}]}})";

std::string district_table() {
    std::ifstream file(BIAOCHI_ROOT "/rulebooks/hebei_district_leap.json");
    return {std::istreambuf_iterator<char>(file), {}};
}

biaochi::Ruleset compiled(std::string_view rulebook) {
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(rulebook);
    if (!parsed.rulebook) std::abort();
    return biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
}

void read(const biaochi::Ruleset& rules, std::string_view text) {
    const biaochi::ReadRecords read = biaochi::read_records(rules, text);
    if (biaochi::score_table(rules, text).json.has_value() == biaochi::has_errors(read.issues)) std::abort();
    if (biaochi::has_errors(read.issues)) return;
    for (const biaochi::Record& record : read.records) {
        if (!biaochi::check_record(rules, record, "").empty()) std::abort();
        const biaochi::Scorecard card = biaochi::score(rules, record);
        (void)biaochi::explain(rules, record, card, nullptr, biaochi::Language::zh, biaochi::ExplainFormat::text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const biaochi::Ruleset table = compiled(district_table());
    static const biaochi::Ruleset kinds = compiled(every_kind);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read(table, text);
    read(kinds, text);
    return 0;
}
