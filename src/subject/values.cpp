/// @file
/// Fields, histories and members of a subject, from JSON to values.

#include <algorithm>
#include <map>
#include <utility>

#include "rulebook/reader.hpp"
#include "subject/desk.hpp"

namespace biaochi::detail {
namespace {

/// The beginning of the names of what belongs to a year or a member: `counties.丁县.`.
std::string prefix_of(const std::string& whole, const std::string& part) { return whole + "." + part + "."; }

feel::Value read_number(Desk& desk, const json::Value& value, const std::string& where, const std::string& path) {
    if (value.kind != json::Kind::number && value.kind != json::Kind::text) {
        desk.report(IssueCode::wrong_type, where, {json::name(value.kind), "number"});
        return missing(path);
    }
    auto number = parse_number(value.text);
    if (!number) {
        desk.report(IssueCode::bad_number, where, {json::brief(value)});
        return missing(path);
    }
    return feel::make_number(*std::move(number));
}

feel::Value read_text(Desk& desk, const SubjectField& field, const json::Value& value, const std::string& where, const std::string& path) {
    if (!is_kind(desk, value, json::Kind::text, where)) return missing(path);
    if (!field.values.empty() && std::find(field.values.begin(), field.values.end(), value.text) == field.values.end()) {
        desk.report(IssueCode::bad_value, where, {value.text, joined(field.values)});
        return missing(path);
    }
    return feel::make_text(value.text);
}

feel::Value read_date(Desk& desk, const json::Value& value, const std::string& where, const std::string& path) {
    if (!is_kind(desk, value, json::Kind::text, where)) return missing(path);
    const auto date = parse_date(value.text);
    if (date) return feel::make_date(*date);
    desk.report(IssueCode::bad_date, where, {value.text});
    return missing(path);
}

feel::Value read_field(Desk& desk, const SubjectField& field, const json::Value& value, const std::string& where, const std::string& path) {
    switch (field.type) {
        case FieldType::number:
            return read_number(desk, value, where, path);
        case FieldType::text:
            return read_text(desk, field, value, where, path);
        case FieldType::date:
            return read_date(desk, value, where, path);
        case FieldType::boolean:
            break;
    }
    return is_kind(desk, value, json::Kind::boolean, where) ? feel::make_boolean(value.truth) : missing(path);
}

/// The place of a word among those declared, 1 for the best.
feel::Value place_of(const SubjectField& field, const feel::Value& word) {
    if (word.is_null()) return word;
    const auto at = std::find(field.values.begin(), field.values.end(), word.text()) - field.values.begin();
    const auto size = static_cast<std::int64_t>(field.values.size());
    return feel::make_number(Number(field.ordered == Ordered::best_first ? at + 1 : size - at));
}

/// @return the year that a key of a history stands for, or none
std::optional<int> year_of(std::string_view key) {
    const bool four_digits = key.size() == 4 && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!four_digits || key.front() == '0') return std::nullopt;
    int year = 0;
    for (const char c : key) year = year * 10 + (c - '0');
    return year;
}

/// How many years a history may go back: all of them stand in it, given or not, and one that was mistyped must not make thousands.
constexpr int longest_history = 200;

/// The years that were given, each with its place.
std::map<int, const json::Member*> years_of(Desk& desk, const json::Value& object, const std::string& where) {
    std::map<int, const json::Member*> years;
    for (const json::Member& member : object.members) {
        const auto year = year_of(member.first);
        if (!year) {
            desk.report(IssueCode::bad_value, json::child(where, member.first), {member.first, "YYYY"});
        } else if (*year > static_cast<int>(desk.on.year())) {
            desk.report(IssueCode::year_after_day, json::child(where, member.first), {member.first, date_text(desk.on)});
        } else if (*year < static_cast<int>(desk.on.year()) - longest_history) {
            const int on = static_cast<int>(desk.on.year());
            desk.report(IssueCode::bad_value, json::child(where, member.first),
                        {member.first, std::to_string(on - longest_history) + " … " + std::to_string(on)});
        } else {
            years.emplace(*year, &member);
        }
    }
    return years;
}

}  // namespace

feel::Value missing(const std::string& path) { return feel::make_null(feel::Cause::missing_fact, path); }

std::vector<feel::Context::Entry> read_fields(Desk& desk, const Named<SubjectField>& fields, const json::Value* object,
                                              const std::string& where, const std::string& path) {
    if (object != nullptr && !is_kind(desk, *object, json::Kind::object, where)) object = nullptr;
    if (object != nullptr) report_unknown_keys(desk, *object, where, names_of(fields));
    std::vector<feel::Context::Entry> entries;
    for (const auto& [id, field] : fields) {
        const json::Value* value = object == nullptr ? nullptr : present(*object, id);
        entries.emplace_back(id,
                             value == nullptr ? missing(path + id) : read_field(desk, field, *value, json::child(where, id), path + id));
        if (field.ordered != Ordered::no) entries.emplace_back(id + "_place", place_of(field, entries.back().second));
    }
    return entries;
}

feel::Value read_history(Desk& desk, const Named<SubjectField>& fields, const json::Value* object, const std::string& where,
                         const std::string& path) {
    if (object == nullptr || !is_kind(desk, *object, json::Kind::object, where)) return missing(path);
    const auto given = years_of(desk, *object, where);
    if (given.empty()) return missing(path);
    const int last = std::max(given.rbegin()->first, static_cast<int>(desk.on.year()) - 1);
    std::vector<feel::Value> rows;
    for (int year = given.begin()->first; year <= last; ++year) {
        const auto found = given.find(year);
        const std::string key = std::to_string(year);
        const json::Value* values =
            found == given.end() || found->second->second.kind == json::Kind::null ? nullptr : &found->second->second;
        auto entries = read_fields(desk, fields, values, json::child(where, key), prefix_of(path, key));
        entries.insert(entries.begin(), {"year", feel::make_number(Number(year))});
        rows.push_back(feel::make_context(std::move(entries)));
    }
    return feel::make_list(std::move(rows));
}

feel::Value read_members(Desk& desk, const std::string& id, const MemberGroup& group, const json::Value* list, const std::string& where) {
    if (list == nullptr || !is_kind(desk, *list, json::Kind::list, where)) return missing(id);
    std::vector<std::string> known{"region", "fields"};
    if (!group.history.empty()) known.emplace_back("history");
    std::map<std::string, std::string> seen;
    std::vector<feel::Value> members;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const json::Value& item = list->items[i];
        const std::string place = json::child(where, i);
        if (!is_kind(desk, item, json::Kind::object, place)) continue;
        report_unknown_keys(desk, item, place, known);
        const std::string region = read_region(desk, item, place);
        const auto [first, is_new] = seen.emplace(region, place);
        if (!is_new && !region.empty()) desk.report(IssueCode::repeated_id, place + "/region", {region, first->second});
        const std::string path = prefix_of(id, region);
        auto entries = read_fields(desk, group.fields, present(item, "fields"), place + "/fields", path);
        entries.insert(entries.begin(), {"region", feel::make_text(region)});
        if (!group.history.empty()) {
            entries.emplace_back("history",
                                 read_history(desk, group.history, present(item, "history"), place + "/history", path + "history"));
        }
        members.push_back(feel::make_context(std::move(entries)));
    }
    return feel::make_list(std::move(members));
}

}  // namespace biaochi::detail
