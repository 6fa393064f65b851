/// @file
/// Compiled rules through the C interface: made for a date and readings.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "json/value.hpp"

using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

/// Readings by open point, or what is wrong with their text.
struct Readings {
    std::map<std::string, std::string> chosen;
    std::vector<biaochi::Issue> issues;
};

Readings read_readings(const char* text) {
    namespace json = biaochi::json;
    Readings readings;
    if (text == nullptr) return readings;
    auto parsed = json::parse(text);
    readings.issues = std::move(parsed.issues);
    if (!parsed.value || !readings.issues.empty()) return readings;
    if (parsed.value->kind != json::Kind::object) {
        readings.issues.push_back(make_issue(biaochi::IssueCode::wrong_type, "", {name(parsed.value->kind), name(json::Kind::object)}));
        return readings;
    }
    for (auto& [open, reading] : parsed.value->members) {
        if (reading.kind == json::Kind::text) {
            readings.chosen.emplace(open, std::move(reading.text));
        } else {
            readings.issues.push_back(
                make_issue(biaochi::IssueCode::wrong_type, json::child("", open), {name(reading.kind), name(json::Kind::text)}));
        }
    }
    return readings;
}

}  // namespace

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
        const Readings wanted = read_readings(readings);
        if (!wanted.issues.empty()) return wrong_text(error, wanted.issues);
        auto compiled = biaochi::compile(rulebook->book, *day, wanted.chosen);
        if (!compiled.rules) return wrong_text(error, compiled.issues);
        *out = new biaochi_rules{std::move(*compiled.rules)};
        return BIAOCHI_STATUS_OK;
    });
}

void biaochi_rules_destroy(biaochi_rules* rules) { delete rules; }
