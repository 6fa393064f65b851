/// @file
/// Any bytes as a rulebook: parsed, linted, compiled, its examples run, without a crash and without an exception.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "biaochi/example/run.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/ruleset/ruleset.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parsed = biaochi::parse_rulebook({reinterpret_cast<const char*>(data), size});
    (void)biaochi::issues_json(parsed.issues);
    if (!parsed.rulebook) return 0;
    (void)biaochi::lint(*parsed.rulebook);
    (void)biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from);
    (void)biaochi::run_examples(*parsed.rulebook);
    return 0;
}
