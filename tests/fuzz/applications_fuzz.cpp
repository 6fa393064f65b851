/// @file
/// Any bytes as applications under Jiuquan's measures, as a budget to share, and as a ledger: told as data and in words, without a throw.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "biaochi/core/issue.hpp"
#include "biaochi/coverage/ledger.hpp"
#include "biaochi/explain/award.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

biaochi::Ruleset measures() {
    std::ifstream file(BIAOCHI_ROOT "/rulebooks/jiuquan_measures.json", std::ios::binary);
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!parsed.rulebook) std::abort();
    return biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
}

/// A document where nothing is wrong, and none where something is.
void must_fit(const biaochi::AwardDocument& answer) {
    if (answer.document.has_value() == biaochi::has_errors(answer.issues)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const biaochi::Ruleset rules = measures();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto format : {biaochi::AnswerFormat::json, biaochi::AnswerFormat::text}) {
        must_fit(biaochi::award_applications(rules, text, "万元", format, biaochi::Language::zh));
        must_fit(biaochi::share_budget(text, format, biaochi::Language::en));
    }
    const biaochi::ParsedLedger ledger = biaochi::parse_ledger(text);
    if (ledger.ledger.has_value() == biaochi::has_errors(ledger.issues)) std::abort();
    return 0;
}
