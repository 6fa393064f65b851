/// @file
/// Any bytes as a rulebook: what parses must lint, compile on its first day, score an empty record and run its examples, without a throw.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "biaochi/example/run.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/score/score.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(std::string_view(reinterpret_cast<const char*>(data), size));
    if (parsed.rulebook.has_value() == biaochi::has_errors(parsed.issues)) std::abort();
    (void)biaochi::issues_json(parsed.issues);
    if (!parsed.rulebook) return 0;
    (void)biaochi::run_examples(*parsed.rulebook);
    if (biaochi::has_errors(biaochi::lint(*parsed.rulebook))) std::abort();
    const biaochi::CompiledRuleset compiled = biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from);
    if (!compiled.rules || !parsed.rulebook->score) return 0;
    const biaochi::Record record = biaochi::empty_record(*compiled.rules);
    const biaochi::Scorecard card = biaochi::score(*compiled.rules, record);
    if (card.nodes.size() != compiled.rules->nodes().size()) std::abort();
    if (card.nodes[0].points.low > card.nodes[0].points.high) std::abort();
    (void)biaochi::needs(*compiled.rules, record, card);
    return 0;
}
