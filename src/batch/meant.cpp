/// @file
/// What a column was probably meant to be.

#include <algorithm>
#include <vector>

#include "biaochi/batch/column.hpp"
#include "biaochi/core/text.hpp"

namespace biaochi {

std::string meant_column(const Ruleset& rules, std::string_view name) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names{"region", "period", "group", "label"};
    std::vector<std::string> of_fact;
    for (const Slot& slot : rules.slots()) {
        names.push_back(slot.id);
        if (rules.rulebook().facts[slot.fact].first == name) of_fact.push_back(slot.id);
    }
    if (of_fact.empty()) return nearest_name(name, names);
    std::string text = of_fact.front();
    for (std::size_t i = 1; i < std::min(of_fact.size(), most); ++i) text.append(", ").append(of_fact[i]);
    return text;
}

}  // namespace biaochi
