/// @file
/// Any bytes as subjects of a shipped rulebook: what is read is checked by every condition, and told in words, without a throw.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "biaochi/core/issue.hpp"
#include "biaochi/explain/verdict.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

biaochi::Ruleset county() {
    std::ifstream file(BIAOCHI_ROOT "/rulebooks/ningxia_innovative_county_2023.json", std::ios::binary);
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!parsed.rulebook) std::abort();
    return biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const biaochi::Ruleset rules = county();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto format : {biaochi::AnswerFormat::json, biaochi::AnswerFormat::text}) {
        const biaochi::CheckedSubjects checked = biaochi::check_subjects(rules, text, {}, format, biaochi::Language::zh);
        if (checked.document.has_value() == biaochi::has_errors(checked.issues)) std::abort();
    }
    return 0;
}
