/// @file
/// Duties of bodies through the C interface.

#include <optional>
#include <string_view>

#include "biaochi/calendar/date.hpp"
#include "biaochi/explain/duties.hpp"
#include "capi/answer.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::bad_date;
using biaochi::capi::give_document;
using biaochi::capi::null_argument;

biaochi_status biaochi_rules_duties(const biaochi_rules* rules, const char* unit, const char* on, const char* language, const char* format,
                                    biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (on == nullptr) return null_argument(error, "on");
    return answer_in(language, format, error, out, [&](auto wanted, auto words) {
        const auto day = biaochi::parse_date(on);
        if (!day) return bad_date("/on", on, error);
        const auto asked = unit == nullptr ? std::nullopt : std::optional<std::string_view>(unit);
        return give_document(biaochi::body_duties(rules->rules, asked, *day, wanted, words), error, out);
    });
}
