#pragma once
/// @file
/// The walk over the places of a rulebook: what each section adds.

#include <string>
#include <vector>

#include "json/value.hpp"
#include "rulebook/places.hpp"

namespace biaochi::detail {

/// Gathers places; what is nested takes over whether what is around it is filed.
class PlaceWalk {
public:
    /// Adds a citation that is there. @return whether it, or what is around it, is filed
    bool cite(const std::string& where, const Cite& cite, bool filed, PlaceKind kind = PlaceKind::rule);
    /// The same of one that may lack. No temporary may be handed in: its ids are pointed to.
    bool cite(const std::string& where, const std::optional<Cite>& cite, bool filed, PlaceKind kind = PlaceKind::rule);
    bool cite(const std::string& where, std::optional<Cite>&& cite, bool filed, PlaceKind kind = PlaceKind::rule) = delete;
    /// Adds the ledger ids of misprints.
    void misprints(const std::string& where, const std::vector<Misprint>& misprints);
    /// Adds a thing's citation and misprints. @return whether it, or what is around it, is filed
    bool thing(const std::string& where, const Provenance& provenance, bool filed = false, PlaceKind kind = PlaceKind::rule);
    /// Adds each of a list.
    template <class Things>
    void things(const std::string& list, const Things& entries, bool filed = false) {
        for (std::size_t i = 0; i < entries.size(); ++i) thing(json::child(list, i), entries[i].provenance, filed);
    }
    /// Adds each of a section of named things.
    template <class T>
    void named(const std::string& section, const Named<T>& entries, bool filed = false) {
        for (const auto& [id, entry] : entries) thing(json::child(section, id), entry.provenance, filed);
    }

    std::vector<Place> found;
};

void walk_declarations(const Rulebook& book, PlaceWalk& walk);  ///< sources, open points, facts, groups, subject
void walk_score(const Rulebook& book, PlaceWalk& walk);         ///< the score tree, classes, ranking
void walk_conditions(const Rulebook& book, PlaceWalk& walk);
void walk_lifecycle(const Rulebook& book, PlaceWalk& walk);
void walk_plans(const Rulebook& book, PlaceWalk& walk);  ///< figures, targets, incentives, duties

}  // namespace biaochi::detail
