#pragma once
/// @file
/// A rulebook as a list of clauses: the pieces that one version may have and another not.

#include <string>
#include <string_view>
#include <vector>

#include "json/value.hpp"

namespace biaochi::detail {

/// A piece of a rulebook's document.
struct Clause {
    std::vector<std::string> path;       ///< from the root: keys and, for parts of the score tree, ids of nodes
    bool node = false;                   ///< of the score tree: the path after "score" names nodes
    const json::Value* value = nullptr;  ///< lives as long as the document

    /// @return where it stands, for whoever reads the document
    [[nodiscard]] std::string pointer(const json::Value& document) const;
};

/// Takes a document apart: sections of named entries into their entries, the score tree into its nodes, everything else by its key.
/// `format`, `version` and `examples` are left out, since no answer rests on them.
[[nodiscard]] std::vector<Clause> clauses_of(const json::Value& document);

/// @return the part of a node with that id, or null
[[nodiscard]] const json::Value* part_named(const json::Value& node, std::string_view id);

/// @return whether two values say the same: numbers by what they are, not how they are written
[[nodiscard]] bool same(const json::Value& a, const json::Value& b);

/// @return whether two clauses say the same; of a node all but its parts
[[nodiscard]] bool same_clause(const Clause& a, const Clause& b);

/// Puts a clause into a document, in the place of the one with its path or as a new one; null takes it out.
/// @param document  changed
/// @param clause    of another document
/// @param value     what it is there; null: nothing
/// @param order     the other document, whose order decides where a new node or entry stands
void put_clause(json::Value& document, const Clause& clause, const json::Value* value, const json::Value& order);

}  // namespace biaochi::detail
