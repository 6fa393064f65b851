/// @file
/// The places of a rulebook that cite: the walk over the sections that every rulebook may have.

#include "rulebook/places.hpp"

#include <algorithm>

#include "biaochi/rulebook/not_rules_section.hpp"
#include "rulebook/place_walk.hpp"

namespace biaochi::detail {
namespace {

void walk_fact(const std::string& where, const Fact& fact, PlaceWalk& walk) {
    walk.thing(where, fact.provenance, false, fact.kind == FactKind::judged ? PlaceKind::judged : PlaceKind::rule);
    for (const auto& [id, label] : fact.levels) walk.misprints(json::child(where + "/levels", id), label.misprints);
    for (const auto& [id, label] : fact.options) walk.misprints(json::child(where + "/options", id), label.misprints);
}

void walk_open_point(const std::string& where, const OpenPoint& point, PlaceWalk& walk) {
    const PlaceKind kind = point.settled_by == SettledBy::decision ? PlaceKind::judged : PlaceKind::support;
    const bool filed = walk.cite(where, point.cite, false, kind);
    for (const auto& [id, reading] : point.readings)
        walk.cite(json::child(where + "/readings", id), reading.cite, filed, PlaceKind::support);
}

PlaceKind kind_of(const Node& node) {
    if (!node.parts.empty()) return PlaceKind::support;
    return std::holds_alternative<Judged>(node.method) ? PlaceKind::judged : PlaceKind::rule;
}

void walk_node(const std::string& where, const Node& node, bool filed, PlaceWalk& walk) {
    const bool inside = walk.thing(where, node.provenance, filed, kind_of(node));
    if (const auto* bands = std::get_if<Bands>(&node.method)) walk.things(where + "/bands", bands->rows, inside);
    if (const auto* items = std::get_if<Items>(&node.method)) walk.things(where + "/items", items->lines, inside);
    if (const auto* options = std::get_if<Options>(&node.method)) walk.things(where + "/options", options->groups, inside);
    for (std::size_t i = 0; i < node.parts.size(); ++i) walk_node(json::child(where + "/parts", i), node.parts[i], inside, walk);
}

void walk_not_rules(const NotRules& section, PlaceWalk& walk) {
    for (std::size_t i = 0; i < section.entries.size(); ++i) {
        const NotRule& entry = section.entries[i];
        const bool judged = entry.because == NotRule::Because::judged;
        walk.cite(json::child("/not_rules", i), entry.cite, false, judged ? PlaceKind::judged_entry : PlaceKind::out_of_reach);
    }
}

}  // namespace

bool PlaceWalk::cite(const std::string& where, const Cite& cite, bool filed, PlaceKind kind) {
    const bool has_id = filed || !cite.ledger.empty();
    found.push_back({where, kind, &cite.ledger, has_id});
    return has_id;
}

bool PlaceWalk::cite(const std::string& where, const std::optional<Cite>& cited, bool filed, PlaceKind kind) {
    return cited ? cite(where, *cited, filed, kind) : filed;
}

void PlaceWalk::misprints(const std::string& where, const std::vector<Misprint>& misprints) {
    for (std::size_t i = 0; i < misprints.size(); ++i) {
        if (misprints[i].ledger.empty()) continue;
        found.push_back({json::child(where + "/misprints", i), PlaceKind::misprint, &misprints[i].ledger, true});
    }
}

bool PlaceWalk::thing(const std::string& where, const Provenance& provenance, bool filed, PlaceKind kind) {
    const bool inside = cite(where, provenance.cite, filed, kind);
    misprints(where, provenance.misprints);
    return inside;
}

void walk_declarations(const Rulebook& book, PlaceWalk& walk) {
    walk.misprints("", book.misprints);
    for (const auto& [id, source] : book.sources) walk.misprints(json::child("/sources", id), source.misprints);
    for (const auto& [id, point] : book.open) walk_open_point(json::child("/open", id), point, walk);
    for (const auto& [id, fact] : book.facts) walk_fact(json::child("/facts", id), fact, walk);
    walk.named("/groups", book.groups);
    if (!book.subject) return;
    walk.named("/subject/fields", book.subject->fields);
    walk.named("/subject/history", book.subject->history);
    for (const auto& [id, group] : book.subject->members) {
        walk.named(json::child("/subject/members", id) + "/fields", group.fields);
        walk.named(json::child("/subject/members", id) + "/history", group.history);
    }
}

void walk_score(const Rulebook& book, PlaceWalk& walk) {
    if (book.score) walk_node("/score", *book.score, false, walk);
    if (book.classes) {
        const bool filed = walk.thing("/classes", book.classes->provenance);
        for (const auto& [reading, cuts] : book.classes->cuts.by) {
            walk.things(reading.empty() ? "/classes/cuts" : json::child("/classes/cuts/readings", reading), cuts, filed);
        }
    }
    walk.thing("/ranking", book.ranking.provenance);
}

std::vector<Place> places(const Rulebook& book) {
    PlaceWalk walk;
    walk_declarations(book, walk);
    walk_score(book, walk);
    walk_conditions(book, walk);
    walk_lifecycle(book, walk);
    walk_plans(book, walk);
    if (book.not_rules) walk_not_rules(*book.not_rules, walk);
    return std::move(walk.found);
}

std::vector<Place> rule_places(const Rulebook& book) {
    std::vector<Place> all = places(book);
    std::erase_if(all, [](const Place& place) { return place.kind != PlaceKind::rule && place.kind != PlaceKind::judged; });
    return all;
}

bool is_defect_or_convention(const std::string& ledger_id) noexcept { return ledger_id.starts_with("DEF-") || ledger_id.starts_with("C-"); }

}  // namespace biaochi::detail
