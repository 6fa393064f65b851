/// @file
/// Progress with targets through the C interface.

#include <string>
#include <string_view>
#include <utility>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/explain/progress.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::bad_word;
using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

/// A day that is no date is an issue like one in a text.
biaochi::ProgressAnswer answer(const biaochi_rules& rules, std::string_view records, const char* on, const char* region, const char* target,
                               biaochi::AnswerFormat format, biaochi::Language language) {
    biaochi::ProgressQuestion question;
    if (on != nullptr) question.on = biaochi::parse_date(on);
    if (on != nullptr && !question.on) {
        biaochi::ProgressAnswer refused;
        refused.issues.push_back(make_issue(biaochi::IssueCode::bad_date, "/on", {on}));
        return refused;
    }
    if (region != nullptr) question.region = region;
    if (target != nullptr) question.targets.emplace_back(target);
    return biaochi::progress_of_table(rules.rules, records, question, format, language);
}

}  // namespace

biaochi_status biaochi_rules_progress(const biaochi_rules* rules, const char* records, size_t size, const char* on, const char* region,
                                      const char* target, const char* language, const char* format, biaochi_error* error,
                                      biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (records == nullptr) return null_argument(error, "records");
    if (language == nullptr) return null_argument(error, "language");
    if (format == nullptr) return null_argument(error, "format");
    if (out == nullptr) return null_argument(error, "out");
    const auto wanted_language = biaochi::language(language);
    if (!wanted_language) return bad_word(error, "language", "zh, en");
    const auto wanted_format = biaochi::answer_format(format);
    if (!wanted_format) return bad_word(error, "format", "json, text");
    return guard(error, [&] {
        biaochi::ProgressAnswer given = answer(*rules, {records, size}, on, region, target, *wanted_format, *wanted_language);
        if (!given.document) return wrong_text(error, given.issues);
        return give(std::move(*given.document), out);
    });
}
