/// @file
/// Awards and shared budgets through the C interface.

#include <string_view>
#include <utility>

#include "biaochi/core/text.hpp"
#include "biaochi/explain/award.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::bad_word;
using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

biaochi_status answer(biaochi::AwardDocument document, biaochi_error* error, biaochi_text** out) {
    if (!document.document) return wrong_text(error, document.issues);
    return give(std::move(*document.document), out);
}

}  // namespace

biaochi_status biaochi_rules_award(const biaochi_rules* rules, const char* applications, size_t size, const char* unit,
                                   const char* language, const char* format, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (applications == nullptr) return null_argument(error, "applications");
    if (language == nullptr) return null_argument(error, "language");
    if (format == nullptr) return null_argument(error, "format");
    if (out == nullptr) return null_argument(error, "out");
    const auto wanted_language = biaochi::language(language);
    if (!wanted_language) return bad_word(error, "language", "zh, en");
    const auto wanted_format = biaochi::answer_format(format);
    if (!wanted_format) return bad_word(error, "format", "json, text");
    return guard(error, [&] {
        const std::string_view shown_in = unit == nullptr ? "元" : unit;
        return answer(biaochi::award_applications(rules->rules, {applications, size}, shown_in, *wanted_format, *wanted_language), error,
                      out);
    });
}

biaochi_status biaochi_share(const char* request, size_t size, const char* language, const char* format, biaochi_error* error,
                             biaochi_text** out) {
    if (request == nullptr) return null_argument(error, "request");
    if (language == nullptr) return null_argument(error, "language");
    if (format == nullptr) return null_argument(error, "format");
    if (out == nullptr) return null_argument(error, "out");
    const auto wanted_language = biaochi::language(language);
    if (!wanted_language) return bad_word(error, "language", "zh, en");
    const auto wanted_format = biaochi::answer_format(format);
    if (!wanted_format) return bad_word(error, "format", "json, text");
    return guard(error, [&] { return answer(biaochi::share_budget({request, size}, *wanted_format, *wanted_language), error, out); });
}
