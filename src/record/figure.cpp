/// @file
/// Taking figures apart: status, unit, evidence.

#include "record/figure.hpp"

#include <algorithm>

#include "rulebook/reader.hpp"

namespace biaochi::detail {
namespace {

/// Takes an optional text; null is as good as left out.
std::string take_word(Sheet& sheet, const json::Value& object, std::string_view key, const std::string& where,
                      const std::string& otherwise) {
    const json::Value* value = object.find(key);
    if (value == nullptr || value->kind == json::Kind::null) return otherwise;
    if (value->kind == json::Kind::text) return value->text;
    sheet.report(IssueCode::wrong_type, json::child(where, key), {json::name(value->kind), "text"});
    return otherwise;
}

Status read_status(Sheet& sheet, const json::Value& object, const std::string& where, Status otherwise, bool has_value) {
    const json::Value* word = object.find("status");
    if (word == nullptr || word->kind == json::Kind::null) return has_value ? otherwise : Status::missing;
    const std::string place = json::child(where, "status");
    if (word->kind != json::Kind::text) {
        sheet.report(IssueCode::wrong_type, place, {json::name(word->kind), "text"});
        return Status::missing;
    }
    const std::optional<Status> found = status(word->text);
    if (!found) {
        sheet.report(IssueCode::unknown_status, place, {word->text, "missing, reported, not_applicable, estimated, rejected"});
        return Status::missing;
    }
    if (!counts(*found) || has_value) return *found;
    sheet.report(IssueCode::value_without_status, place, {word->text});
    return Status::missing;
}

void report_unknown_keys(Sheet& sheet, const json::Value& object, const std::string& where) {
    static const std::vector<std::string> known{"value", "status", "unit", "evidence"};
    for (const json::Member& member : object.members) {
        if (std::find(known.begin(), known.end(), member.first) != known.end()) continue;
        sheet.report(IssueCode::unknown_key, json::child(where, member.first), {member.first, nearest_or_all(member.first, known)});
    }
}

}  // namespace

Figure unwrap(Sheet& sheet, const json::Value& value, const std::string& where, bool wrapped, const Defaults& defaults) {
    Figure figure;
    figure.place = where;
    figure.unit = defaults.unit;
    figure.unit_place = defaults.unit_place;
    figure.evidence = defaults.evidence;
    if (!wrapped) {
        if (value.kind != json::Kind::null) figure.value = &value;
        figure.status = figure.value == nullptr ? Status::missing : defaults.status;
        return figure;
    }
    report_unknown_keys(sheet, value, where);
    figure.value = value.find("value");
    if (figure.value != nullptr) figure.place = json::child(where, "value");
    if (figure.value != nullptr && figure.value->kind == json::Kind::null) figure.value = nullptr;
    figure.status = read_status(sheet, value, where, defaults.status, figure.value != nullptr);
    figure.unit = take_word(sheet, value, "unit", where, defaults.unit);
    if (value.find("unit") != nullptr) figure.unit_place = json::child(where, "unit");
    figure.evidence = take_word(sheet, value, "evidence", where, defaults.evidence);
    return figure;
}

}  // namespace biaochi::detail
