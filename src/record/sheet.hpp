#pragma once
/// @file
/// One record while it is read: where its figures go, where they came from, what is wrong with them.

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/record/record.hpp"

namespace biaochi::detail {

/// The slots of one fact: they stand side by side.
struct SlotRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// @return the slots of each fact, in the order of Rulebook::facts
[[nodiscard]] std::vector<SlotRange> slots_by_fact(const Ruleset& rules);

/// A record under construction.
struct Sheet {
    const Ruleset& rules;
    const std::vector<SlotRange>& ranges;  ///< by fact
    Record& record;
    std::vector<std::string> places;  ///< by slot: JSON Pointer of its figure; empty while it has none
    std::vector<Issue>& issues;

    [[nodiscard]] const Slot& slot(std::size_t index) const { return rules.slots()[index]; }
    [[nodiscard]] const std::string& fact_id(std::size_t fact) const { return rules.rulebook().facts[fact].first; }
    [[nodiscard]] const Fact& fact(std::size_t index) const { return rules.rulebook().facts[index].second; }

    void report(IssueCode code, std::string where, std::initializer_list<std::string_view> details = {}) {
        issues.push_back(make_issue(code, std::move(where), details));
    }
};

}  // namespace biaochi::detail
