/// @file
/// Documents of records: who, when, and all figures.

#include <algorithm>
#include <map>
#include <utility>

#include "biaochi/record/record.hpp"
#include "record/check.hpp"
#include "record/facts.hpp"
#include "rulebook/reader.hpp"

namespace biaochi {
namespace detail {
namespace {

/// All records under construction, and who they are of.
struct Reading {
    const Ruleset& rules;
    std::vector<SlotRange> ranges;
    ReadRecords read;
    std::map<std::pair<std::string, std::string>, std::string> seen;  ///< region and period → where it stands

    void report(IssueCode code, std::string where, std::initializer_list<std::string_view> details = {}) {
        read.issues.push_back(make_issue(code, std::move(where), details));
    }
};

void report_unknown_keys(Reading& reading, const json::Value& object, const std::string& where, const std::vector<std::string>& known) {
    for (const json::Member& member : object.members) {
        if (std::find(known.begin(), known.end(), member.first) != known.end()) continue;
        reading.report(IssueCode::unknown_key, json::child(where, member.first), {member.first, nearest_or_all(member.first, known)});
    }
}

/// The value of a key; none where it is left out or null.
const json::Value* present(const json::Value& object, std::string_view key) {
    const json::Value* value = object.find(key);
    return value == nullptr || value->kind == json::Kind::null ? nullptr : value;
}

std::string read_word(Reading& reading, const json::Value& object, std::string_view key, const std::string& where) {
    const json::Value* value = present(object, key);
    if (value == nullptr) return {};
    if (value->kind == json::Kind::text) return value->text;
    reading.report(IssueCode::wrong_type, json::child(where, key), {json::name(value->kind), "text"});
    return {};
}

std::string read_region(Reading& reading, const json::Value& object, const std::string& where) {
    const json::Value* value = present(object, "region");
    if (value == nullptr) {
        reading.report(IssueCode::missing_key, where, {"region"});
        return {};
    }
    std::string region = read_word(reading, object, "region", where);
    if (value->kind == json::Kind::text && region.empty()) reading.report(IssueCode::bad_value, where + "/region", {"", "text"});
    return region;
}

/// A period is a text, or a whole number such as a year.
std::string read_period(Reading& reading, const json::Value& object, const std::string& where) {
    const json::Value* value = present(object, "period");
    if (value == nullptr || value->kind != json::Kind::number) return read_word(reading, object, "period", where);
    const std::optional<Number> number = parse_number(value->text);
    if (number && number->is_whole()) return number->text();
    reading.report(IssueCode::not_whole, where + "/period", {value->text});
    return {};
}

/// The peer group: where the rulebook has them, the one that it says; ranks inside groups need one.
void settle_group(Reading& reading, Record& record, const std::string& where) {
    const Rulebook& book = reading.rules.rulebook();
    if (book.groups.empty() || record.region.empty()) return;
    const auto* group = group_of(book.groups, record.region, reading.rules.on());
    const bool other = !record.group.empty() && (group == nullptr || group->first != record.group);
    if (other || (group == nullptr && book.ranking.within_group)) {
        const std::string what = record.group.empty() ? "groups" : record.group;
        reading.report(IssueCode::unknown_member, where + (other ? "/group" : "/region"),
                       {record.region, date_text(reading.rules.on()), what});
    }
    if (group != nullptr) record.group = group->first;
}

void check_repeated(Reading& reading, const Record& record, const std::string& where) {
    if (record.region.empty()) return;
    const auto [first, is_new] = reading.seen.try_emplace({record.region, record.period}, where);
    if (!is_new) reading.report(IssueCode::repeated_record, where, {record.region, record.period, first->second});
}

void read_figures(Reading& reading, Record& record, const json::Value& object, const std::string& where) {
    const json::Value* facts = object.find("facts");
    if (facts == nullptr) {
        reading.report(IssueCode::missing_key, where, {"facts"});
        return;
    }
    const std::string place = where + "/facts";
    if (facts->kind != json::Kind::object) {
        reading.report(IssueCode::wrong_type, place, {json::name(facts->kind), "object"});
        return;
    }
    Sheet sheet{reading.rules, reading.ranges, record, std::vector<std::string>(record.cells.size()), reading.read.issues};
    read_facts(sheet, *facts, place);
    const auto place_of = [&sheet](std::size_t slot) { return sheet.places[slot]; };
    check_cells(reading.rules, record, place_of, reading.read.issues);
    refuse_derived(reading.rules, record, place_of, reading.read.issues);
}

void read_record(Reading& reading, const json::Value& value, const std::string& where) {
    if (value.kind != json::Kind::object) {
        reading.report(IssueCode::wrong_type, where, {json::name(value.kind), "object"});
        return;
    }
    static const std::vector<std::string> known{"region", "period", "group", "label", "facts"};
    report_unknown_keys(reading, value, where, known);
    Record record = empty_record(reading.rules);
    record.region = read_region(reading, value, where);
    record.period = read_period(reading, value, where);
    record.group = read_word(reading, value, "group", where);
    settle_group(reading, record, where);
    record.label = read_word(reading, value, "label", where);
    check_repeated(reading, record, where);
    read_figures(reading, record, value, where);
    reading.read.records.push_back(std::move(record));
}

void read_list(Reading& reading, const json::Value& list, const std::string& where) {
    if (list.kind != json::Kind::list) {
        reading.report(IssueCode::wrong_type, where, {json::name(list.kind), "list"});
        return;
    }
    reading.read.records.reserve(list.items.size());
    for (std::size_t i = 0; i < list.items.size(); ++i) read_record(reading, list.items[i], json::child(where, i));
}

/// Fills in derived figures, of all records together, and checks them.
void derive_all(Reading& reading, const std::string& where) {
    ReadRecords& read = reading.read;
    if (reading.rules.derived().empty() || has_errors(read.issues)) return;
    derive(reading.rules, read.records);
    for (std::size_t i = 0; i < read.records.size(); ++i) {
        const auto place_of = [&](std::size_t slot) {
            return json::child(json::child(where, i) + "/facts", reading.rules.slots()[slot].id);
        };
        check_derived(reading.rules, read.records[i], place_of, read.issues);
    }
}

void read_document(Reading& reading, const json::Value& document) {
    if (document.kind != json::Kind::object) {
        read_list(reading, document, "");
        derive_all(reading, "");
        return;
    }
    report_unknown_keys(reading, document, "", {"records"});
    const json::Value* records = document.find("records");
    if (records == nullptr) {
        reading.report(IssueCode::missing_key, "", {"records"});
    } else {
        read_list(reading, *records, "/records");
        derive_all(reading, "/records");
    }
}

}  // namespace
}  // namespace detail

ReadRecords read_records(const Ruleset& rules, std::string_view json) {
    json::Parsed parsed = json::parse(json);
    detail::Reading reading{rules, detail::slots_by_fact(rules), {{}, std::move(parsed.issues)}, {}};
    if (parsed.value) detail::read_document(reading, *parsed.value);
    return std::move(reading.read);
}

}  // namespace biaochi
