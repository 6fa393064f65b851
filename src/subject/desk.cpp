/// @file
/// The small tools that readers of a subject share, and judged answers.

#include "subject/desk.hpp"

#include <algorithm>

#include "rulebook/reader.hpp"

namespace biaochi::detail {
namespace {

/// The conditions that persons answer.
std::vector<std::string> judged_ids(const Ruleset& rules) {
    std::vector<std::string> ids;
    for (const auto& [id, condition] : rules.rulebook().conditions) {
        if (condition.form == Condition::Form::judged) ids.push_back(id);
    }
    return ids;
}

}  // namespace

void report_unknown_keys(Desk& desk, const json::Value& object, const std::string& where, const std::vector<std::string>& known) {
    for (const json::Member& member : object.members) {
        if (std::find(known.begin(), known.end(), member.first) != known.end()) continue;
        desk.report(IssueCode::unknown_key, json::child(where, member.first), {member.first, nearest_or_all(member.first, known)});
    }
}

const json::Value* present(const json::Value& object, std::string_view key) {
    const json::Value* value = object.find(key);
    return value == nullptr || value->kind == json::Kind::null ? nullptr : value;
}

bool is_kind(Desk& desk, const json::Value& value, json::Kind kind, const std::string& where) {
    if (value.kind == kind) return true;
    desk.report(IssueCode::wrong_type, where, {json::name(value.kind), json::name(kind)});
    return false;
}

std::string read_word(Desk& desk, const json::Value& object, std::string_view key, const std::string& where) {
    const json::Value* value = present(object, key);
    return value != nullptr && is_kind(desk, *value, json::Kind::text, json::child(where, key)) ? value->text : std::string();
}

std::string read_region(Desk& desk, const json::Value& object, const std::string& where) {
    const json::Value* value = present(object, "region");
    if (value == nullptr) {
        desk.report(IssueCode::missing_key, where, {"region"});
        return {};
    }
    std::string region = read_word(desk, object, "region", where);
    if (value->kind == json::Kind::text && region.empty()) desk.report(IssueCode::bad_value, where + "/region", {"", "text"});
    return region;
}

std::map<std::string, JudgedAnswer> read_judged(Desk& desk, const json::Value* object, const std::string& where) {
    std::map<std::string, JudgedAnswer> answers;
    if (object == nullptr || !is_kind(desk, *object, json::Kind::object, where)) return answers;
    const std::vector<std::string> ids = judged_ids(desk.rules);
    for (const json::Member& member : object->members) {
        const std::string place = json::child(where, member.first);
        if (std::find(ids.begin(), ids.end(), member.first) == ids.end()) {
            desk.report(IssueCode::unknown_condition, place, {member.first, nearest_or_all(member.first, ids)});
            continue;
        }
        if (member.second.kind == json::Kind::null || !is_kind(desk, member.second, json::Kind::object, place)) continue;
        report_unknown_keys(desk, member.second, place, {"met", "evidence", "by"});
        const json::Value* met = present(member.second, "met");
        if (met == nullptr) {
            desk.report(IssueCode::missing_key, place, {"met"});
            continue;
        }
        if (!is_kind(desk, *met, json::Kind::boolean, place + "/met")) continue;
        JudgedAnswer answer{met->truth, read_word(desk, member.second, "evidence", place), read_word(desk, member.second, "by", place)};
        if (answer.evidence.empty() && find(desk.rules.rulebook().conditions, member.first)->evidence_required) {
            desk.report(IssueCode::evidence_missing, place, {member.first});
        }
        answers.emplace(member.first, std::move(answer));
    }
    return answers;
}

}  // namespace biaochi::detail
