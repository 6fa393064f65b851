/// @file
/// Peers: the others of a subject's group on its day, with what their own documents say.

#include <algorithm>

#include "biaochi/rulebook/scope.hpp"
#include "rulebook/sections.hpp"
#include "subject/desk.hpp"

namespace biaochi::detail {
namespace {

/// Where the values of the subject's own fields and history stand among its inputs.
struct Slots {
    feel::Scope scope;

    [[nodiscard]] const feel::Value* find(const Subject& subject, const std::string& name) const {
        const feel::Input* input = scope.find(name);
        return input == nullptr ? nullptr : &subject.inputs[input->slot];
    }
};

bool same_kind(const SubjectField& a, const SubjectField& b) { return a.type == b.type && a.unit == b.unit && a.ordered == b.ordered; }

/// The fields of a group that the subject section declares alike, and so another document can tell.
Named<SubjectField> shared(const Named<SubjectField>& of_group, const Named<SubjectField>& of_subject) {
    Named<SubjectField> list;
    for (const auto& [id, field] : of_group) {
        const SubjectField* own = find(of_subject, id);
        if (own != nullptr && same_kind(field, *own)) list.emplace_back(id, field);
    }
    return list;
}

bool is_shared(const Named<SubjectField>& shared, const std::string& key) {
    return std::any_of(shared.begin(), shared.end(), [&](const auto& each) { return key == each.first || key == each.first + "_place"; });
}

/// The row of a year of a history.
const feel::Context* row_of(const feel::Value* history, const feel::Value& year) {
    if (history == nullptr || history->kind() != feel::Kind::list) return nullptr;
    for (const feel::Value& row : history->items()) {
        const feel::Value* of = row.context().find("year");
        if (of != nullptr && *of == year) return &row.context();
    }
    return nullptr;
}

/// Puts known values of a row in the place of those that are missing.
void fill(std::vector<feel::Context::Entry>& entries, const Named<SubjectField>& shared, const feel::Context* from) {
    if (from == nullptr) return;
    for (auto& [key, value] : entries) {
        const feel::Value* known = is_shared(shared, key) ? from->find(key) : nullptr;
        if (known != nullptr && !known->is_null()) value = *known;
    }
}

/// One peer under construction.
class Peers {
public:
    Peers(Desk& desk, const std::vector<Subject>& subjects, const std::string& id, const MemberGroup& group)
        : desk_(desk),
          subjects_(subjects),
          id_(id),
          group_(group),
          slots_{subject_scope(desk.rules.rulebook())},
          fields_(shared(group.fields, desk.rules.rulebook().subject->fields)),
          history_(shared(group.history, desk.rules.rulebook().subject->history)) {}

    /// The value of a subject's peers. @param where  its place in the document
    feel::Value of(const Subject& subject, const std::string& where) {
        const feel::Value* given = slots_.find(subject, id_);
        const auto* group = group_of(desk_.groups, subject.region, subject.on);
        check_given(subject, *given, group, where);
        if (group == nullptr) return *given;
        std::vector<feel::Value> peers;
        for (const PeerMember& member : group->second.members) {
            if (member.region == subject.region || !member.during.contains(subject.on)) continue;
            const feel::Value* told = given_member(*given, member.region);
            peers.push_back(told != nullptr ? *told : from_document(member.region, subject.on));
        }
        return feel::make_list(std::move(peers));
    }

private:
    static const feel::Value* given_member(const feel::Value& given, const std::string& region) {
        if (given.kind() != feel::Kind::list) return nullptr;
        for (const feel::Value& member : given.items()) {
            if (member.context().find("region")->text() == region) return &member;
        }
        return nullptr;
    }

    void check_given(const Subject& subject, const feel::Value& given, const std::pair<std::string, PeerGroup>* group,
                     const std::string& where) {
        if (given.kind() != feel::Kind::list) return;
        for (std::size_t i = 0; i < given.items().size(); ++i) {
            const std::string& region = given.items()[i].context().find("region")->text();
            const auto* own = group_of(desk_.groups, region, subject.on);
            if (group != nullptr && own == group && region != subject.region) continue;
            const std::string place = json::child(json::child(where + "/members", id_), i) + "/region";
            desk_.report(IssueCode::unknown_member, place, {region, date_text(subject.on), group == nullptr ? "groups" : group->first});
        }
    }

    /// The latest document of a region that is not later than a day.
    const Subject* latest(const std::string& region, Date on) const {
        const Subject* found = nullptr;
        for (const Subject& each : subjects_) {
            if (each.region == region && each.on <= on && (found == nullptr || found->on < each.on)) found = &each;
        }
        return found;
    }

    feel::Value from_document(const std::string& region, Date on) {
        const Subject* other = latest(region, on);
        const std::string path = id_ + "." + region + ".";
        auto entries = read_fields(desk_, group_.fields, nullptr, "", path);
        for (auto& [key, value] : entries) {
            const feel::Value* known = other != nullptr && is_shared(fields_, key) ? slots_.find(*other, key) : nullptr;
            if (known != nullptr && !known->is_null()) value = *known;
        }
        entries.insert(entries.begin(), {"region", feel::make_text(region)});
        if (!group_.history.empty()) entries.emplace_back("history", history_of(other, on, path + "history"));
        return feel::make_context(std::move(entries));
    }

    /// The years that the other document tells, and up to the year before the day; those after its own day are not known.
    feel::Value history_of(const Subject* other, Date on, const std::string& path) {
        const feel::Value* told = other == nullptr ? nullptr : slots_.find(*other, "history");
        if (told == nullptr || told->kind() != feel::Kind::list || told->items().empty()) return missing(path);
        const std::int64_t first = told->items().front().context().find("year")->number().small_numerator();
        const std::int64_t end = told->items().back().context().find("year")->number().small_numerator();
        const std::int64_t last = std::max<std::int64_t>(end, static_cast<int>(on.year()) - 1);
        std::vector<feel::Value> rows;
        for (std::int64_t year = first; year <= last; ++year) {
            const feel::Value number = feel::make_number(Number(year));
            auto entries = read_fields(desk_, group_.history, nullptr, "", path + "." + std::to_string(year) + ".");
            fill(entries, history_, row_of(told, number));
            entries.insert(entries.begin(), {"year", number});
            rows.push_back(feel::make_context(std::move(entries)));
        }
        return feel::make_list(std::move(rows));
    }

    Desk& desk_;
    const std::vector<Subject>& subjects_;
    const std::string& id_;
    const MemberGroup& group_;
    Slots slots_;
    Named<SubjectField> fields_;
    Named<SubjectField> history_;
};

}  // namespace

void read_document_groups(Desk& desk, const json::Value& value, const std::string& where) {
    if (!has_groups(desk.rules.rulebook()) || !desk.groups.empty()) {
        desk.report(IssueCode::unknown_key, where, {"groups", "subjects"});
        return;
    }
    Rulebook scratch;  // what citations of the groups refer to
    scratch.sources = desk.rules.rulebook().sources;
    Context context{scratch, desk.issues};
    desk.groups = read_groups(context, value, where);
}

void complete_peers(Desk& desk, std::vector<Subject>& subjects, const std::vector<std::string>& places) {
    const Rulebook& book = desk.rules.rulebook();
    if (!book.subject) return;
    for (const auto& [id, group] : book.subject->members) {
        if (!group.peers) continue;
        Peers peers(desk, subjects, id, group);
        std::vector<feel::Value> found;
        for (std::size_t i = 0; i < subjects.size(); ++i) found.push_back(peers.of(subjects[i], places[i]));
        const feel::Scope scope = subject_scope(book);
        const std::uint32_t slot = scope.find(id)->slot;
        for (std::size_t i = 0; i < subjects.size(); ++i) subjects[i].inputs[slot] = std::move(found[i]);
    }
}

}  // namespace biaochi::detail
