/// @file
/// Conditions of subjects through the C interface.

#include <string>
#include <utility>
#include <vector>

#include "biaochi/core/text.hpp"
#include "biaochi/explain/verdict.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::bad_word;
using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

biaochi_status biaochi_rules_decide(const biaochi_rules* rules, const char* subjects, size_t size, const char* condition,
                                    const char* language, const char* format, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (subjects == nullptr) return null_argument(error, "subjects");
    if (language == nullptr) return null_argument(error, "language");
    if (format == nullptr) return null_argument(error, "format");
    if (out == nullptr) return null_argument(error, "out");
    const auto wanted_language = biaochi::language(language);
    if (!wanted_language) return bad_word(error, "language", "zh, en");
    const auto wanted_format = biaochi::answer_format(format);
    if (!wanted_format) return bad_word(error, "format", "json, text");
    return guard(error, [&] {
        std::vector<std::string> conditions;
        if (condition != nullptr) conditions.emplace_back(condition);
        auto checked = biaochi::check_subjects(rules->rules, {subjects, size}, conditions, *wanted_format, *wanted_language);
        if (!checked.document) return wrong_text(error, checked.issues);
        return give(std::move(*checked.document), out);
    });
}
