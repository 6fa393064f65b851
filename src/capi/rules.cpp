/// @file
/// Compiled rules through the C interface: made for a date and readings.

#include <optional>
#include <utility>

#include "biaochi/calendar/date.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/readings.hpp"

using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

biaochi_status biaochi_rules_create(const biaochi_rulebook* rulebook, const char* on, const char* readings, biaochi_error* error,
                                    biaochi_rules** out) {
    if (rulebook == nullptr) return null_argument(error, "rulebook");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        const auto day = on == nullptr ? std::optional(rulebook->book.effective.from) : biaochi::parse_date(on);
        if (!day) {
            const biaochi::Issue issue = make_issue(biaochi::IssueCode::bad_date, "", {on});
            return wrong_text(error, {&issue, 1});
        }
        const biaochi::capi::Readings wanted = biaochi::capi::read_readings(readings);
        if (!wanted.issues.empty()) return wrong_text(error, wanted.issues);
        auto compiled = biaochi::compile(rulebook->book, *day, wanted.chosen);
        if (!compiled.rules) return wrong_text(error, compiled.issues);
        *out = new biaochi_rules{std::move(*compiled.rules)};
        return BIAOCHI_STATUS_OK;
    });
}

void biaochi_rules_destroy(biaochi_rules* rules) { delete rules; }
