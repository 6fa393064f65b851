/// @file
/// Any bytes as a table of records for the district table: read, scored, explained, without a crash and without an exception.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "biaochi/explain/explain.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace {

biaochi::Ruleset district_table() {
    std::ifstream file(BIAOCHI_ROOT "/rulebooks/hebei_district_leap.json");
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const auto parsed = biaochi::parse_rulebook(json);
    if (!parsed.rulebook) std::abort();
    return *biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const biaochi::Ruleset rules = district_table();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)biaochi::score_table(rules, text);
    const auto read = biaochi::read_records(rules, text);
    for (const auto& issue : read.issues) {
        if (issue.severity == biaochi::Severity::error) return 0;
    }
    for (const auto& record : read.records) {
        const auto card = biaochi::score(rules, record);
        (void)biaochi::explain(rules, record, card, nullptr, biaochi::Language::zh, biaochi::ExplainFormat::text);
    }
    return 0;
}
