/// @file
/// Awards and shared budgets through the C interface.

#include <string_view>

#include "biaochi/explain/award.hpp"
#include "capi/answer.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::give_document;
using biaochi::capi::null_argument;

biaochi_status biaochi_rules_award(const biaochi_rules* rules, const char* applications, size_t size, const char* unit,
                                   const char* language, const char* format, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (applications == nullptr) return null_argument(error, "applications");
    return answer_in(language, format, error, out, [&](auto wanted, auto words) {
        const std::string_view shown_in = unit == nullptr ? "元" : unit;
        return give_document(biaochi::award_applications(rules->rules, {applications, size}, shown_in, wanted, words), error, out);
    });
}

biaochi_status biaochi_share(const char* request, size_t size, const char* language, const char* format, biaochi_error* error,
                             biaochi_text** out) {
    if (request == nullptr) return null_argument(error, "request");
    return answer_in(language, format, error, out, [&](auto wanted, auto words) {
        return give_document(biaochi::share_budget({request, size}, wanted, words), error, out);
    });
}
