/// @file
/// Which clauses of two documents differ, and one document with a clause of the other.

#include "diff/changes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace biaochi::detail {
namespace {

using json::Kind;
using json::Value;
using Path = std::vector<std::string>;

/// Sections that only give names to things: one more of them changes no answer by itself.
constexpr std::array<std::string_view, 9> declarations{"sources", "open",   "units",  "facts", "subject",
                                                       "payers",  "claims", "bodies", "phases"};

bool below(const Path& path, const Path& above) {
    return path.size() > above.size() && std::equal(above.begin(), above.end(), path.begin());
}

std::string written(const Value* value) { return value == nullptr ? std::string() : json::write(*value); }

void add_values(std::vector<ValueChange>& values, const Value* before, const Value* after, const std::string& where, bool node);

void add_members(std::vector<ValueChange>& values, const Value& before, const Value& after, const std::string& where, bool node) {
    for (const json::Member& member : before.members) {
        if (node && member.first == "parts") continue;
        add_values(values, &member.second, after.find(member.first), json::child(where, member.first), false);
    }
    for (const json::Member& member : after.members) {
        if (node && member.first == "parts") continue;
        if (before.find(member.first) == nullptr) add_values(values, nullptr, &member.second, json::child(where, member.first), false);
    }
}

/// Walks two values down to where they differ; lists of one length are compared item by item.
void add_values(std::vector<ValueChange>& values, const Value* before, const Value* after, const std::string& where, bool node) {
    if (before != nullptr && after != nullptr) {
        if (same(*before, *after)) return;
        if (before->kind == Kind::object && after->kind == Kind::object) {
            add_members(values, *before, *after, where, node);
            return;
        }
        if (before->kind == Kind::list && after->kind == Kind::list && before->items.size() == after->items.size()) {
            for (std::size_t i = 0; i < before->items.size(); ++i) {
                add_values(values, &before->items[i], &after->items[i], json::child(where, i), false);
            }
            return;
        }
    }
    values.push_back({where, written(before), written(after)});
}

std::string text_of(const Value* object, std::string_view key) {
    const Value* found = object == nullptr ? nullptr : object->find(key);
    return found != nullptr && found->kind == Kind::text ? found->text : std::string();
}

Text name_of(const Value* value) {
    const Value* name = value == nullptr ? nullptr : value->find("name");
    return {text_of(name, "zh"), text_of(name, "en")};
}

std::string cited_by(const Value* value) {
    const Value* cite = value == nullptr ? nullptr : value->find("cite");
    std::string clause = text_of(cite, "source");
    const std::string place = text_of(cite, "clause");
    if (!clause.empty() && !place.empty()) clause += ' ';
    return clause + place;
}

/// The cite of a clause, or of the nearest node above it in the score tree that has one.
std::string cited_near(const Value& document, const Clause& clause, const Value* value) {
    std::string cited = cited_by(value);
    if (!cited.empty() || !clause.node) return cited;
    const Value* above = document.find("score");
    for (std::size_t i = 1; i < clause.path.size() && above != nullptr; ++i) {
        const std::string own = cited_by(above);
        if (!own.empty()) cited = own;
        above = part_named(*above, clause.path[i]);
    }
    return cited;
}

Change make_change(const Clause& clause, const Value* before, const Value* after, const Value& first, const Value& second) {
    Change change{clause, before, after, {}};
    ClauseChange& told = change.told;
    told.kind = before == nullptr  ? ClauseChange::Kind::added
                : after == nullptr ? ClauseChange::Kind::removed
                                   : ClauseChange::Kind::changed;
    told.where = clause.pointer(before == nullptr ? second : first);
    told.id = clause.node && clause.path.size() == 1 ? text_of(clause.value, "id") : clause.path.back();
    told.name = name_of(after == nullptr ? before : after);
    told.clause = after == nullptr ? cited_near(first, clause, before) : cited_near(second, clause, after);
    if (before != nullptr && after != nullptr) add_values(told.values, before, after, "", clause.node);
    const bool declares = std::find(declarations.begin(), declarations.end(), clause.path.front()) != declarations.end();
    told.declares = declares && before == nullptr;
    return change;
}

/// The clauses of a document by their paths.
using Places = std::map<Path, const Clause*>;

Places places_of(const std::vector<Clause>& clauses) {
    Places places;
    for (const Clause& clause : clauses) places.emplace(clause.path, &clause);
    return places;
}

const Clause* clause_at(const Places& places, const Path& path) {
    const auto found = places.find(path);
    return found == places.end() ? nullptr : found->second;
}

}  // namespace

std::vector<Change> changes_of(const Value& first, const Value& second) {
    const std::vector<Clause> before = clauses_of(first);
    const std::vector<Clause> after = clauses_of(second);
    const Places places_before = places_of(before);
    const Places places_after = places_of(after);
    std::vector<Change> changes;
    std::vector<Path> whole;  // nodes that came or went with all their parts
    const auto goes_with = [&](const Clause& clause) {
        return clause.node && std::any_of(whole.begin(), whole.end(), [&](const Path& path) { return below(clause.path, path); });
    };
    for (const Clause& clause : before) {
        const Clause* other = clause_at(places_after, clause.path);
        if (goes_with(clause) || (other != nullptr && same_clause(clause, *other))) continue;
        changes.push_back(make_change(clause, clause.value, other == nullptr ? nullptr : other->value, first, second));
        if (other == nullptr) whole.push_back(clause.path);
    }
    whole.clear();
    for (const Clause& clause : after) {
        if (goes_with(clause) || clause_at(places_before, clause.path) != nullptr) continue;
        changes.push_back(make_change(clause, nullptr, clause.value, first, second));
        whole.push_back(clause.path);
    }
    return changes;
}

Value with_change(const Value& first, const Value& second, const std::vector<Change>& changes, std::size_t change) {
    Value document = first;
    std::erase_if(document.members, [](const json::Member& member) { return member.first == "examples"; });
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].told.declares || i == change) put_clause(document, changes[i].clause, changes[i].after, second);
    }
    return document;
}

}  // namespace biaochi::detail
