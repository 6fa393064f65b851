/// @file
/// Documents of subjects: who, on which day, and all that is known.

#include <map>
#include <utility>

#include "biaochi/record/record.hpp"
#include "biaochi/subject/subject.hpp"
#include "record/check.hpp"
#include "record/facts.hpp"
#include "rulebook/sections.hpp"
#include "subject/desk.hpp"

namespace biaochi {
namespace detail {
namespace {

/// All subjects under construction.
struct Reading {
    Desk desk;
    std::vector<SlotRange> ranges;
    std::vector<Subject> subjects;
    std::map<std::pair<std::string, Date>, std::string> seen;  ///< region and day → where it stands
    std::vector<std::string> places;                           ///< by subject
};

std::vector<std::string> known_keys(const Ruleset& rules) {
    std::vector<std::string> known{"region", "label", "on", "facts", "judged"};
    const auto& section = rules.rulebook().subject;
    if (!section) return known;
    if (!section->fields.empty()) known.emplace_back("fields");
    if (!section->history.empty()) known.emplace_back("history");
    if (!section->members.empty()) known.emplace_back("members");
    return known;
}

void read_day(Reading& reading, Subject& subject, const json::Value& object, const std::string& where) {
    subject.on = reading.desk.rules.on();
    const std::string written = read_word(reading.desk, object, "on", where);
    if (!written.empty()) {
        if (const auto date = parse_date(written)) {
            subject.on = *date;
        } else {
            reading.desk.report(IssueCode::bad_date, where + "/on", {written});
        }
    }
    reading.desk.on = subject.on;
}

/// A figure that is not there; of a derived one, the first that it lacks, or why there is none.
feel::Value missing_figure(const Ruleset& rules, const Record& record, std::size_t slot) {
    const auto derived = record.derived.find(slot);
    if (derived == record.derived.end()) return missing(rules.slots()[slot].id);
    if (derived->second.cause != feel::Cause::missing_fact) return feel::make_null(derived->second.cause, rules.slots()[slot].id);
    for (const Operand& operand : derived->second.operands) {
        if (operand.value) continue;
        if (operand.period.empty()) return missing_figure(rules, record, operand.slot);
        return missing(rules.slots()[operand.slot].id + "@" + operand.period);
    }
    return missing(rules.slots()[slot].id);
}

/// The number and judged facts, in the order of the rulebook; read as those of a record.
void read_figures(Reading& reading, Subject& subject, const json::Value* facts, const std::string& where) {
    const Ruleset& rules = reading.desk.rules;
    Record record = empty_record(rules);
    if (facts != nullptr && is_kind(reading.desk, *facts, json::Kind::object, where)) {
        Sheet sheet{rules, reading.ranges, record, std::vector<std::string>(record.cells.size()), reading.desk.issues};
        read_facts(sheet, *facts, where);
        const auto place_of = [&sheet](std::size_t slot) { return sheet.places[slot]; };
        check_cells(rules, record, place_of, reading.desk.issues);
        refuse_derived(rules, record, place_of, reading.desk.issues);
    }
    derive(rules, {&record, 1});
    check_derived(
        rules, record, [&](std::size_t slot) { return json::child(where, rules.slots()[slot].id); }, reading.desk.issues);
    for (const auto& [id, fact] : rules.rulebook().facts) {
        if (fact.kind != FactKind::number && fact.kind != FactKind::judged) continue;
        const std::size_t slot = rules.slot(id);
        const Cell& cell = record.cells[slot];
        subject.inputs.push_back(counts(cell.status) ? feel::make_number(cell.value) : missing_figure(rules, record, slot));
    }
}

/// Fills the inputs in the order of subject_scope().
void read_inputs(Reading& reading, Subject& subject, const json::Value& object, const std::string& where) {
    Desk& desk = reading.desk;
    subject.inputs.push_back(subject.region.empty() ? missing("region") : feel::make_text(subject.region));
    subject.inputs.push_back(feel::make_date(subject.on));
    if (const auto& section = desk.rules.rulebook().subject) {
        for (auto& [id, value] : read_fields(desk, section->fields, present(object, "fields"), where + "/fields", "")) {
            subject.inputs.push_back(std::move(value));
        }
        if (!section->history.empty()) {
            subject.inputs.push_back(read_history(desk, section->history, present(object, "history"), where + "/history", "history"));
        }
        const json::Value* members = present(object, "members");
        const std::string place = where + "/members";
        if (members != nullptr && !is_kind(desk, *members, json::Kind::object, place)) members = nullptr;
        if (members != nullptr) report_unknown_keys(desk, *members, place, names_of(section->members));
        for (const auto& [id, group] : section->members) {
            const json::Value* list = members == nullptr ? nullptr : present(*members, id);
            subject.inputs.push_back(read_members(desk, id, group, list, json::child(place, id)));
        }
    }
    if (has_groups(desk.rules.rulebook())) {
        const auto* group = group_of(desk.groups, subject.region, subject.on);
        subject.inputs.push_back(group == nullptr ? missing("group") : feel::make_text(group->first));
    }
    read_figures(reading, subject, present(object, "facts"), where + "/facts");
}

void read_subject(Reading& reading, const json::Value& value, const std::string& where) {
    if (!is_kind(reading.desk, value, json::Kind::object, where)) return;
    report_unknown_keys(reading.desk, value, where, known_keys(reading.desk.rules));
    Subject subject;
    subject.region = read_region(reading.desk, value, where);
    subject.label = read_word(reading.desk, value, "label", where);
    read_day(reading, subject, value, where);
    const auto [first, is_new] = reading.seen.try_emplace({subject.region, subject.on}, where);
    if (!is_new && !subject.region.empty()) {
        reading.desk.report(IssueCode::repeated_record, where, {subject.region, date_text(subject.on), first->second});
    }
    read_inputs(reading, subject, value, where);
    subject.judged = read_judged(reading.desk, present(value, "judged"), where + "/judged");
    reading.subjects.push_back(std::move(subject));
    reading.places.push_back(where);
}

void read_list(Reading& reading, const json::Value& list, const std::string& where) {
    if (!is_kind(reading.desk, list, json::Kind::list, where)) return;
    for (std::size_t i = 0; i < list.items.size(); ++i) read_subject(reading, list.items[i], json::child(where, i));
}

void read_document(Reading& reading, const json::Value& document) {
    if (document.kind == json::Kind::list) {
        read_list(reading, document, "");
    } else if (const json::Value* subjects = document.find("subjects")) {
        report_unknown_keys(reading.desk, document, "", {"subjects", "groups"});
        if (const json::Value* groups = present(document, "groups")) read_document_groups(reading.desk, *groups, "/groups");
        read_list(reading, *subjects, "/subjects");
    } else {
        read_subject(reading, document, "");
    }
    if (!reading.desk.groups.empty()) complete_peers(reading.desk, reading.subjects, reading.places);
}

}  // namespace
}  // namespace detail

Subject empty_subject(const Ruleset& rules) {
    std::vector<Issue> issues;
    detail::Reading reading{{rules, issues, rules.on(), rules.rulebook().groups}, detail::slots_by_fact(rules), {}, {}, {}};
    Subject subject;
    subject.on = rules.on();
    detail::read_inputs(reading, subject, json::Value{json::Kind::object, false, {}, {}, {}}, "");
    return subject;
}

ReadSubjects read_subjects(const Ruleset& rules, std::string_view json) {
    ReadSubjects read;
    json::Parsed parsed = json::parse(json);
    read.issues = std::move(parsed.issues);
    if (!parsed.value) return read;
    detail::Reading reading{{rules, read.issues, rules.on(), rules.rulebook().groups}, detail::slots_by_fact(rules), {}, {}, {}};
    detail::read_document(reading, *parsed.value);
    read.subjects = std::move(reading.subjects);
    return read;
}

}  // namespace biaochi
