/// @file
/// Rulebooks through the C interface.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/example/run.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "json/value.hpp"

using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

std::string results_of_examples(const std::vector<biaochi::ExampleResult>& results) {
    std::string json = "[";
    for (const auto& result : results) {
        if (json.size() > 1) json += ",";
        json += "{\"id\":" + biaochi::json::quote(result.id) + ",\"passed\":" + (result.passed ? "true" : "false") +
                ",\"issues\":" + biaochi::issues_json(result.issues) + "}";
    }
    return json + "]";
}

}  // namespace

biaochi_status biaochi_rulebook_create(const char* json, size_t size, biaochi_error* error, biaochi_rulebook** out) {
    if (json == nullptr) return null_argument(error, "json");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        auto parsed = biaochi::parse_rulebook({json, size});
        if (!parsed.rulebook) return wrong_text(error, parsed.issues);
        *out = new biaochi_rulebook{std::move(*parsed.rulebook)};
        return BIAOCHI_STATUS_OK;
    });
}

void biaochi_rulebook_destroy(biaochi_rulebook* rulebook) { delete rulebook; }

biaochi_status biaochi_rulebook_check(const char* json, size_t size, biaochi_error* error, biaochi_text** out) {
    if (json == nullptr) return null_argument(error, "json");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        auto parsed = biaochi::parse_rulebook({json, size});
        if (parsed.rulebook) {
            for (auto& issue : biaochi::lint(*parsed.rulebook)) parsed.issues.push_back(std::move(issue));
        }
        return give(biaochi::issues_json(parsed.issues), out);
    });
}

biaochi_status biaochi_rulebook_test(const biaochi_rulebook* rulebook, biaochi_error* error, biaochi_text** out) {
    if (rulebook == nullptr) return null_argument(error, "rulebook");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] { return give(results_of_examples(biaochi::run_examples(rulebook->book)), out); });
}
