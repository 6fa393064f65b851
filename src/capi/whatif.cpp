/// @file
/// What-ifs through the C interface.

#include <cstdint>
#include <functional>
#include <utility>

#include "biaochi/explain/whatif.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

biaochi_status biaochi_rules_whatif(const biaochi_rules* rules, const biaochi_whatif* whatif, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (whatif == nullptr) return null_argument(error, "whatif");
    if (whatif->records == nullptr) return null_argument(error, "whatif.records");
    if (whatif->spec == nullptr) return null_argument(error, "whatif.spec");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        std::function<bool(std::uint64_t)> watch;
        if (whatif->progress != nullptr) {
            watch = [&](std::uint64_t done) { return whatif->progress(whatif->progress_data, done) != 0; };
        }
        auto answer = biaochi::what_if_of_table(rules->rules, {whatif->records, whatif->records_size}, {whatif->spec, whatif->spec_size},
                                                whatif->threads, watch);
        if (has_errors(answer.issues)) return wrong_text(error, answer.issues);
        if (answer.document) return give(std::move(*answer.document), out);
        *out = nullptr;
        return BIAOCHI_STATUS_OK;
    });
}
