#pragma once
/// @file
/// Which ledger ids are rules of which rulebooks, which are declared to be none, and which nobody accounts for.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/coverage/ledger.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// How a ledger id is accounted for; the first that applies.
enum class CoverStatus {
    rule,          ///< something computes it, or computes with it; or only open points, groups and misprints cite it
    judged,        ///< a person answers, by a condition or indicator of a rulebook or by declaration
    out_of_reach,  ///< declared to be nothing that can be computed, with a reason
    unaccounted,   ///< nothing cites it
};

/// What a place makes of a ledger id, the one that counts most first.
enum class CoverAs {
    rule,          ///< it computes, or others compute with it
    judged,        ///< a person answers there
    out_of_reach,  ///< it is declared that there is nothing to compute
    support,       ///< it asks about rules or puts them together: an open point, a group of the score, a condition made of others
    misprint,      ///< a defect is noted there
};

/// A place of a rulebook that cites a ledger id.
struct CoverPlace {
    std::size_t book = 0;  ///< index into the rulebooks
    std::string where;     ///< JSON Pointer
    CoverAs as = CoverAs::rule;
    bool declared = false;  ///< an entry of not_rules
};

/// A ledger id with the places that cite it.
struct CoverEntry {
    std::string id;
    bool in_ledger = false;  ///< false: only cited; always so where there is no ledger
    CoverStatus status = CoverStatus::unaccounted;
    std::vector<CoverPlace> places;  ///< by rulebook, in its order
    Text reason;                     ///< of an entry of not_rules
};

/// Counts of the ids of one source.
struct CoverCount {
    std::string source;  ///< what stands before the hyphen; DEF and C are the register of defects and the conventions of reading
    std::size_t rule = 0;
    std::size_t judged = 0;
    std::size_t out_of_reach = 0;
    std::size_t unaccounted = 0;
};

/// The matrix, with its counts and what is wrong with it.
struct Coverage {
    std::vector<CoverEntry> entries;  ///< in the ledger's order, then what is only cited, by id
    std::vector<CoverCount> counts;   ///< of the ids of the ledger, or of all where there is none; in the order of entries
    std::vector<Issue> issues;        ///< unaccounted_ledger_id, unknown_ledger_id, both_rule_and_not, rule_without_ledger_id
};

/// Walks everything that rulebooks cite and holds it against a ledger.
///
/// What is cited: sources' and rulebooks' misprints, open points, facts, score nodes and their rows, classes, conditions, lifecycles,
/// printed figures, targets, incentives with their caps, tiers and shares, payers, claims, bodies, phases, duties, reports and the entries
/// of not_rules. Examples do not count. The place of an issue begins with the rulebook's id, or with `/ledger`.
///
/// @param books    valid; live as long as the answer is made
/// @param ledger   null: nothing is unaccounted for, and nothing unknown
/// @param sources  only ids of these sources are asked for; empty: all
[[nodiscard]] Coverage cover(std::span<const Rulebook* const> books, const Ledger* ledger, const std::vector<std::string>& sources = {});

/// @return "rule", "judged", "out_of_reach", "support" or "misprint"
[[nodiscard]] std::string_view name(CoverAs as) noexcept;
/// @return "rule", "judged", "out_of_reach" or "unaccounted"
[[nodiscard]] std::string_view name(CoverStatus status) noexcept;

}  // namespace biaochi
