/// @file
/// Progress with targets through the C interface.

#include <string>
#include <string_view>

#include "biaochi/calendar/date.hpp"
#include "biaochi/explain/progress.hpp"
#include "capi/answer.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::give_document;
using biaochi::capi::null_argument;

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
    return answer_in(language, format, error, out, [&](auto wanted, auto words) {
        return give_document(answer(*rules, {records, size}, on, region, target, wanted, words), error, out);
    });
}
