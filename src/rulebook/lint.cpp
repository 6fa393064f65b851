/// @file
/// What a careful reader would ask about a rulebook: the walk over the document.

#include "biaochi/rulebook/lint.hpp"

#include "json/value.hpp"
#include "rulebook/lifecycle.hpp"
#include "rulebook/lint.hpp"

namespace biaochi {

namespace detail {

namespace {

/// @return whether this node or one below it cannot reach its points
bool lint_node(const Rulebook& rulebook, const Node& node, const std::string& where, std::vector<Issue>& issues) {
    lint_node_words(node, where, issues);
    const std::size_t before_parts = issues.size();
    bool short_below = false;
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const std::string part = json::child(json::child(where, "parts"), i);
        short_below = lint_node(rulebook, node.parts[i], part, issues) || short_below;
    }
    if (short_below) return true;  // the cause has been told
    std::vector<Issue> own;
    const bool falls_short = lint_points(rulebook, node, where, own);
    lint_bands(rulebook, node, where, own);
    issues.insert(issues.begin() + static_cast<std::ptrdiff_t>(before_parts), own.begin(), own.end());
    return falls_short;
}

}  // namespace

}  // namespace detail

std::vector<Issue> lint(const Rulebook& rulebook) {
    std::vector<Issue> issues;
    detail::lint_misprints(rulebook.misprints, "", issues);
    detail::lint_declarations(rulebook, issues);
    if (rulebook.score) detail::lint_node(rulebook, *rulebook.score, "/score", issues);
    detail::lint_classes(rulebook, issues);
    detail::lint_conditions(rulebook, issues);
    if (rulebook.lifecycle) {
        detail::lint_lifecycle(*rulebook.lifecycle, issues);
        detail::lint_guards(rulebook, issues);
    }
    detail::lint_targets(rulebook, issues);
    detail::lint_incentives(rulebook, issues);
    detail::lint_duties(rulebook, issues);
    detail::lint_results_words(rulebook, issues);
    return issues;
}

}  // namespace biaochi
