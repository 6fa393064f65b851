/// @file
/// Duties of bodies through the C interface.

#include <optional>
#include <string_view>
#include <utility>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/explain/duties.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::bad_word;
using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

biaochi_status biaochi_rules_duties(const biaochi_rules* rules, const char* unit, const char* on, const char* language, const char* format,
                                    biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (on == nullptr) return null_argument(error, "on");
    if (language == nullptr) return null_argument(error, "language");
    if (format == nullptr) return null_argument(error, "format");
    if (out == nullptr) return null_argument(error, "out");
    const auto wanted_language = biaochi::language(language);
    if (!wanted_language) return bad_word(error, "language", "zh, en");
    const auto wanted_format = biaochi::answer_format(format);
    if (!wanted_format) return bad_word(error, "format", "json, text");
    return guard(error, [&] {
        const auto day = biaochi::parse_date(on);
        if (!day) {
            const biaochi::Issue issue = make_issue(biaochi::IssueCode::bad_date, "/on", {on});
            return wrong_text(error, {&issue, 1});
        }
        const auto asked = unit == nullptr ? std::nullopt : std::optional<std::string_view>(unit);
        auto answer = biaochi::body_duties(rules->rules, asked, *day, *wanted_format, *wanted_language);
        if (!answer.document) return wrong_text(error, answer.issues);
        return give(std::move(*answer.document), out);
    });
}
