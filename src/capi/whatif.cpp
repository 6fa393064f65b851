/// @file
/// What-ifs through the C interface.

#include <utility>

#include "biaochi/explain/whatif.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

biaochi_status biaochi_rules_whatif(const biaochi_rules* rules, const char* records, size_t records_size, const char* spec,
                                    size_t spec_size, uint32_t threads, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (records == nullptr) return null_argument(error, "records");
    if (spec == nullptr) return null_argument(error, "spec");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        auto answer = biaochi::what_if_of_table(rules->rules, {records, records_size}, {spec, spec_size}, threads);
        if (!answer.document) return wrong_text(error, answer.issues);
        return give(std::move(*answer.document), out);
    });
}
