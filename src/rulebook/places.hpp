#pragma once
/// @file
/// Every place of a rulebook that cites a clause or is filed under a ledger id.

#include <string>
#include <vector>

#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// What stands at a place.
enum class PlaceKind {
    rule,          ///< something that computes, or that others compute with
    judged,        ///< a figure or condition that a person answers
    support,       ///< what asks about rules or puts them together: an open point, a group of the score, a condition made of others
    misprint,      ///< a defect of the source; it has ledger ids only
    judged_entry,  ///< an entry of not_rules: a person's judgement
    out_of_reach,  ///< an entry of not_rules: nothing to compute
};

/// Something that cites.
struct Place {
    std::string where;  ///< JSON Pointer
    PlaceKind kind = PlaceKind::rule;
    const std::vector<std::string>* ledger = nullptr;  ///< never null; lives as long as the rulebook
    bool filed = true;                                 ///< it, or what it is a part of, has a ledger id
};

/// Walks every section but the examples, in a fixed order.
[[nodiscard]] std::vector<Place> places(const Rulebook& book);

/// The same, but only what is a rule or asks a person.
[[nodiscard]] std::vector<Place> rule_places(const Rulebook& book);

/// @return whether an id is of the register of defects or of the conventions of reading (DEF-nn, C-nn), which describe no rule
[[nodiscard]] bool is_defect_or_convention(const std::string& ledger_id) noexcept;

}  // namespace biaochi::detail
