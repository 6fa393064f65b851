/// @file
/// Conditions of subjects through the C interface.

#include <string>
#include <vector>

#include "biaochi/explain/verdict.hpp"
#include "capi/answer.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::give_document;
using biaochi::capi::null_argument;

biaochi_status biaochi_rules_decide(const biaochi_rules* rules, const char* subjects, size_t size, const char* condition,
                                    const char* language, const char* format, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (subjects == nullptr) return null_argument(error, "subjects");
    return answer_in(language, format, error, out, [&](auto wanted, auto words) {
        std::vector<std::string> conditions;
        if (condition != nullptr) conditions.emplace_back(condition);
        return give_document(biaochi::check_subjects(rules->rules, {subjects, size}, conditions, wanted, words), error, out);
    });
}
