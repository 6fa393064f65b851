/// @file
/// Data made to fit a version.

#include "diff/fit.hpp"

#include <functional>

#include "biaochi/rulebook/incentive_section.hpp"
#include "json/value.hpp"

namespace biaochi::detail {
namespace {

using json::Kind;
using json::Member;
using json::Value;

using Known = std::function<bool(const std::string&)>;

Value* find(Value& object, std::string_view key) {
    for (Member& member : object.members) {
        if (member.first == key) return &member.second;
    }
    return nullptr;
}

void keep(Value* object, const Known& known) {
    if (object == nullptr || object->kind != Kind::object) return;
    std::erase_if(object->members, [&](const Member& member) { return !known(member.first); });
}

void drop(Value& object, std::string_view key) {
    std::erase_if(object.members, [&](const Member& member) { return member.first == key; });
}

Known in_facts(const Rulebook& book) {
    return [&book](const std::string& key) { return biaochi::find(book.facts, key.substr(0, key.find('.'))) != nullptr; };
}

template <class T>
Known in(const Named<T>& entries) {
    return [&entries](const std::string& key) { return biaochi::find(entries, key) != nullptr; };
}

/// The entries of a document: the list under a key, the list that it is, or the document itself.
template <class Each>
void for_each(Value& document, std::string_view key, Each each) {
    Value* list = document.kind == Kind::object ? find(document, key) : &document;
    if (list == nullptr) list = &document;
    if (list->kind != Kind::list) {
        each(*list);
        return;
    }
    for (Value& entry : list->items) each(entry);
}

void fit_history(Value& entry, const Named<SubjectField>& fields) {
    Value* history = find(entry, "history");
    if (history == nullptr || history->kind != Kind::object) return;
    for (Member& year : history->members) keep(&year.second, in(fields));
}

void fit_members(Value& subject, const SubjectSection& section) {
    Value* members = find(subject, "members");
    keep(members, in(section.members));
    if (members == nullptr || members->kind != Kind::object) return;
    for (Member& group : members->members) {
        const MemberGroup* declared = biaochi::find(section.members, group.first);
        for (Value& entry : group.second.items) {
            keep(find(entry, "fields"), in(declared->fields));
            fit_history(entry, declared->history);
        }
    }
}

const ClaimKind* kind_of(const IncentiveSection& section, Value& claim) {
    const Value* kind = find(claim, "claim");
    return kind == nullptr ? nullptr : biaochi::find(section.claims, kind->text);
}

void fit_claims(Value& application, const IncentiveSection& section) {
    Value* claims = find(application, "claims");
    if (claims != nullptr) {
        std::erase_if(claims->items, [&](Value& claim) { return find(claim, "claim") != nullptr && kind_of(section, claim) == nullptr; });
        for (Value& claim : claims->items) {
            if (const ClaimKind* kind = kind_of(section, claim)) keep(find(claim, "fields"), in(kind->fields));
        }
    }
    Value* received = find(application, "received");
    if (received == nullptr) return;
    std::erase_if(received->items, [&](Value& had) {
        const Value* id = find(had, "incentive");
        return id != nullptr && biaochi::find(section.incentives, id->text) == nullptr;
    });
}

}  // namespace

std::string fit_records(const Rulebook& book, std::string_view records) {
    json::Parsed parsed = json::parse(records);
    if (!parsed.value) return std::string(records);
    for_each(*parsed.value, "records", [&](Value& record) { keep(find(record, "facts"), in_facts(book)); });
    return json::write(*parsed.value);
}

std::string fit_subjects(const Rulebook& book, std::string_view subjects) {
    json::Parsed parsed = json::parse(subjects);
    if (!parsed.value || !book.subject) return std::string(subjects);
    for_each(*parsed.value, "subjects", [&](Value& subject) {
        if (book.subject->fields.empty()) drop(subject, "fields");
        if (book.subject->history.empty()) drop(subject, "history");
        if (book.subject->members.empty()) drop(subject, "members");
        keep(find(subject, "fields"), in(book.subject->fields));
        keep(find(subject, "facts"), in_facts(book));
        keep(find(subject, "judged"), in(book.conditions));
        fit_history(subject, book.subject->history);
        fit_members(subject, *book.subject);
    });
    return json::write(*parsed.value);
}

std::string fit_applications(const Rulebook& book, std::string_view applications) {
    json::Parsed parsed = json::parse(applications);
    if (!parsed.value || !book.incentives) return std::string(applications);
    for_each(*parsed.value, "applications", [&](Value& application) {
        if (book.subject && !book.subject->fields.empty()) {
            keep(find(application, "fields"), in(book.subject->fields));
        } else {
            drop(application, "fields");
        }
        fit_claims(application, *book.incentives);
    });
    return json::write(*parsed.value);
}

}  // namespace biaochi::detail
