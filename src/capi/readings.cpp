/// @file
/// Readings of open points as C callers write them.

#include "capi/readings.hpp"

#include <utility>

#include "json/value.hpp"

namespace biaochi::capi {

Readings read_readings(const char* text) {
    Readings readings;
    if (text == nullptr) return readings;
    auto parsed = json::parse(text);
    readings.issues = std::move(parsed.issues);
    if (!parsed.value || !readings.issues.empty()) return readings;
    if (parsed.value->kind != json::Kind::object) {
        readings.issues.push_back(make_issue(IssueCode::wrong_type, "", {name(parsed.value->kind), name(json::Kind::object)}));
        return readings;
    }
    for (auto& [open, reading] : parsed.value->members) {
        if (reading.kind == json::Kind::text) {
            readings.chosen.emplace(open, std::move(reading.text));
        } else {
            readings.issues.push_back(
                make_issue(IssueCode::wrong_type, json::child("", open), {name(reading.kind), name(json::Kind::text)}));
        }
    }
    return readings;
}

}  // namespace biaochi::capi
