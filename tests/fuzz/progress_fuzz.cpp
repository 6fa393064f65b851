/// @file
/// Any bytes as records of a plan with targets: told as data and in words, without a throw.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "biaochi/core/issue.hpp"
#include "biaochi/explain/progress.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

/// The rulebook of the tests that has every form of target.
biaochi::Ruleset plan() {
    std::ifstream file(BIAOCHI_ROOT "/tests/rulebooks/good/targets.json", std::ios::binary);
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!parsed.rulebook) std::abort();
    return biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const biaochi::Ruleset rules = plan();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto format : {biaochi::AnswerFormat::json, biaochi::AnswerFormat::text}) {
        const biaochi::ProgressAnswer answer = biaochi::progress_of_table(rules, text, {}, format, biaochi::Language::zh);
        if (answer.document.has_value() == biaochi::has_errors(answer.issues)) std::abort();
    }
    return 0;
}
