/// @file
/// Dropping the highest and lowest scores of a panel, and the mean of the rest.

#include "record/panel.hpp"

#include <algorithm>

namespace biaochi::detail {

Judged panel_of(const Ruleset& rules, std::size_t slot) noexcept {
    for (const PlanNode& node : rules.nodes()) {
        const auto* rule = std::get_if<JudgedRule>(&node.rule);
        if (rule != nullptr && rule->slot == slot) return rule->panel;
    }
    return {};
}

std::size_t least_scores(const Judged& panel) noexcept {
    return static_cast<std::size_t>(std::max(panel.at_least, panel.drop_highest + panel.drop_lowest + 1));
}

Number panel_mean(const Judged& panel, std::vector<Number> scores) {
    std::sort(scores.begin(), scores.end());
    Number sum;
    const std::size_t end = scores.size() - static_cast<std::size_t>(panel.drop_highest);
    const auto begin = static_cast<std::size_t>(panel.drop_lowest);
    for (std::size_t i = begin; i < end; ++i) sum += scores[i];
    return sum / Number(static_cast<std::int64_t>(end - begin));
}

}  // namespace biaochi::detail
