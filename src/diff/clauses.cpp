/// @file
/// A rulebook as a list of clauses, and clauses put into a rulebook.

#include "diff/clauses.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "biaochi/core/number.hpp"

namespace biaochi::detail {
namespace {

using json::Kind;
using json::Member;
using json::Value;

constexpr std::array<std::string_view, 3> left_out{"format", "version", "examples"};

/// Sections whose entries are clauses.
constexpr std::array<std::string_view, 15> by_entry{"sources",    "open",    "units",  "facts",     "groups",
                                                    "conditions", "targets", "payers", "claims",    "incentives",
                                                    "bodies",     "phases",  "duties", "lifecycle", "subject"};

/// Sections whose entries hold the clauses, where they are objects.
constexpr std::array<std::string_view, 2> by_entry_of_entry{"lifecycle", "subject"};
constexpr std::array<std::string_view, 6> holders{"states", "events", "fields", "history", "members", "data"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Value* find(Value& object, std::string_view key) {
    for (Member& member : object.members) {
        if (member.first == key) return &member.second;
    }
    return nullptr;
}

std::string_view id_of(const Value& node) {
    const Value* id = node.find("id");
    return id != nullptr && id->kind == Kind::text ? std::string_view(id->text) : std::string_view();
}

const Value* parts_of(const Value& node) {
    const Value* parts = node.find("parts");
    return parts != nullptr && parts->kind == Kind::list ? parts : nullptr;
}

void add_nodes(std::vector<Clause>& clauses, const Value& node, const std::vector<std::string>& path) {
    clauses.push_back({path, true, &node});
    const Value* parts = parts_of(node);
    if (parts == nullptr) return;
    for (const Value& part : parts->items) {
        std::vector<std::string> below = path;
        below.emplace_back(id_of(part));
        add_nodes(clauses, part, below);
    }
}

void add_entries(std::vector<Clause>& clauses, const Value& section, const std::vector<std::string>& path) {
    for (const Member& member : section.members) {
        std::vector<std::string> below = path;
        below.push_back(member.first);
        const bool opens = path.size() == 1 && has(by_entry_of_entry, path.front()) && has(holders, member.first);
        if (opens && member.second.kind == Kind::object) {
            add_entries(clauses, member.second, below);
        } else {
            clauses.push_back({std::move(below), false, &member.second});
        }
    }
}

bool same_number(const Value& a, const Value& b) {
    if (a.text == b.text) return true;
    const auto left = parse_number(a.text);
    const auto right = parse_number(b.text);
    return left && right && *left == *right;
}

bool same_items(const Value& a, const Value& b) { return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same); }

/// @param but  key that is not looked at; empty: none
bool same_members(const Value& a, const Value& b, std::string_view but = {}) {
    const auto size = [&](const Value& value) { return value.members.size() - (value.find(but) != nullptr ? 1U : 0U); };
    if (size(a) != size(b)) return false;
    return std::all_of(a.members.begin(), a.members.end(), [&](const Member& member) {
        const Value* other = b.find(member.first);
        return member.first == but || (other != nullptr && same(member.second, *other));
    });
}

/// Where in a list of names a new one stands: after the last of those before it in @p order that is there.
std::size_t place_of(const std::vector<std::string>& there, const std::vector<std::string>& order, std::string_view name) {
    std::size_t place = 0;
    for (const std::string& before : order) {
        if (before == name) break;
        const auto found = std::find(there.begin(), there.end(), before);
        if (found != there.end()) place = static_cast<std::size_t>(found - there.begin()) + 1;
    }
    return place;
}

std::vector<std::string> keys_of(const Value* object) {
    std::vector<std::string> keys;
    if (object == nullptr) return keys;
    keys.reserve(object->members.size());
    for (const Member& member : object->members) keys.push_back(member.first);
    return keys;
}

std::vector<std::string> ids_of(const Value* parts) {
    std::vector<std::string> ids;
    if (parts == nullptr) return ids;
    ids.reserve(parts->items.size());
    for (const Value& part : parts->items) ids.emplace_back(id_of(part));
    return ids;
}

void put_member(Value& object, const std::string& key, const Value* value, const Value* order) {
    Value* found = find(object, key);
    if (value == nullptr) {
        std::erase_if(object.members, [&](const Member& member) { return member.first == key; });
    } else if (found != nullptr) {
        *found = *value;
    } else {
        const std::size_t place = place_of(keys_of(&object), keys_of(order), key);
        object.members.emplace(object.members.begin() + static_cast<std::ptrdiff_t>(place), key, *value);
    }
}

/// A node as the other version has it, with the parts that this one has.
Value with_parts_of(const Value& node, const Value& here) {
    Value changed = node;
    std::erase_if(changed.members, [](const Member& member) { return member.first == "parts"; });
    if (const Value* parts = here.find("parts")) changed.members.emplace_back("parts", *parts);
    return changed;
}

Value* part_to_change(Value& node, std::string_view id) {
    Value* parts = find(node, "parts");
    if (parts == nullptr) return nullptr;
    for (Value& part : parts->items) {
        if (id_of(part) == id) return &part;
    }
    return nullptr;
}

void put_part(Value& above, const std::string& id, const Value* value, const Value* order) {
    if (find(above, "parts") == nullptr) {
        Value none;
        none.kind = Kind::list;
        above.members.emplace_back("parts", std::move(none));
    }
    Value& parts = *find(above, "parts");
    if (value == nullptr) {
        std::erase_if(parts.items, [&](const Value& part) { return id_of(part) == id; });
    } else {
        const std::size_t place = place_of(ids_of(&parts), order == nullptr ? std::vector<std::string>() : ids_of(parts_of(*order)), id);
        parts.items.insert(parts.items.begin() + static_cast<std::ptrdiff_t>(place), *value);
    }
}

void put_node(Value& document, const Clause& clause, const Value* value, const Value& order) {
    Value* node = find(document, "score");
    if (clause.path.size() == 1 || node == nullptr) {
        if (node != nullptr && value != nullptr) {
            *node = with_parts_of(*value, *node);
        } else {
            put_member(document, "score", value, &order);
        }
        return;
    }
    const Value* ordered = order.find("score");
    for (std::size_t i = 1; i + 1 < clause.path.size(); ++i) {
        node = node == nullptr ? nullptr : part_to_change(*node, clause.path[i]);
        ordered = ordered == nullptr ? nullptr : part_named(*ordered, clause.path[i]);
    }
    if (node == nullptr) return;  // the node above is not there; it is a clause of its own
    Value* there = part_to_change(*node, clause.path.back());
    if (there != nullptr && value != nullptr) {
        *there = with_parts_of(*value, *there);
    } else {
        put_part(*node, clause.path.back(), value, ordered);
    }
}

}  // namespace

const Value* part_named(const Value& node, std::string_view id) {
    const Value* parts = parts_of(node);
    if (parts == nullptr) return nullptr;
    for (const Value& part : parts->items) {
        if (id_of(part) == id) return &part;
    }
    return nullptr;
}

std::string Clause::pointer(const Value& document) const {
    std::string where = json::child("", path.front());
    if (!node) {
        for (std::size_t i = 1; i < path.size(); ++i) where = json::child(where, path[i]);
        return where;
    }
    const Value* above = document.find("score");
    for (std::size_t i = 1; i < path.size() && above != nullptr; ++i) {
        const std::vector<std::string> ids = ids_of(parts_of(*above));
        const auto place = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), path[i]) - ids.begin());
        where = json::child(json::child(where, "parts"), place);
        above = part_named(*above, path[i]);
    }
    return where;
}

std::vector<Clause> clauses_of(const Value& document) {
    std::vector<Clause> clauses;
    for (const Member& member : document.members) {
        if (has(left_out, member.first)) continue;
        const std::vector<std::string> path{member.first};
        if (member.first == "score") {
            add_nodes(clauses, member.second, path);
        } else if (has(by_entry, member.first) && member.second.kind == Kind::object) {
            add_entries(clauses, member.second, path);
        } else {
            clauses.push_back({path, false, &member.second});
        }
    }
    return clauses;
}

bool same(const Value& a, const Value& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case Kind::null:
            return true;
        case Kind::boolean:
            return a.truth == b.truth;
        case Kind::number:
            return same_number(a, b);
        case Kind::text:
            return a.text == b.text;
        case Kind::list:
            return same_items(a, b);
        case Kind::object:
            return same_members(a, b);
    }
    return false;
}

bool same_clause(const Clause& a, const Clause& b) {
    const bool nodes = a.node && a.value->kind == Kind::object && b.value->kind == Kind::object;
    return nodes ? same_members(*a.value, *b.value, "parts") : same(*a.value, *b.value);
}

void put_clause(Value& document, const Clause& clause, const Value* value, const Value& order) {
    if (clause.node) {
        put_node(document, clause, value, order);
        return;
    }
    Value* object = &document;
    const Value* ordered = &order;
    for (std::size_t i = 0; i + 1 < clause.path.size(); ++i) {
        if (find(*object, clause.path[i]) == nullptr) {
            Value none;
            none.kind = Kind::object;
            put_member(*object, clause.path[i], &none, ordered);
        }
        object = find(*object, clause.path[i]);
        ordered = ordered == nullptr ? nullptr : ordered->find(clause.path[i]);
    }
    put_member(*object, clause.path.back(), value, ordered);
}

}  // namespace biaochi::detail
