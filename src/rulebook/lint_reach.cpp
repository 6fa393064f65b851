/// @file
/// Lint of what nobody can reach: points and classes.

#include "json/value.hpp"
#include "rulebook/lint.hpp"
#include "rulebook/reach.hpp"

namespace biaochi::detail {

namespace {

using Issues = std::vector<Issue>;

bool reaches(const Interval& scores, const ClassCut& cut) {
    return (!cut.from || scores.high >= *cut.from) && (!cut.to || scores.low < *cut.to);
}

}  // namespace

bool lint_points(const Rulebook& rulebook, const Node& node, const std::string& where, Issues& issues) {
    if (!node.parts.empty()) {
        const Interval reach = node_reach(rulebook, node);
        if (reach.high >= node.points) return false;
        issues.push_back(make_issue(IssueCode::unreachable_points, where, {node.id, node.points.text(), reach.high.text()}));
        return true;
    }
    Findings findings(worlds_of(rulebook, open_points_of(node.method)));
    bool falls_short = false;
    for (std::size_t world = 0; world < findings.worlds().size(); ++world) {
        const std::optional<Interval> reach = leaf_reach(rulebook, node, findings.worlds()[world]);
        if (!reach || reach->high >= node.points) continue;
        findings.add(world, {IssueCode::unreachable_points, where, {node.id, node.points.text(), reach->high.text()}});
        falls_short = true;
    }
    findings.report(issues);
    return falls_short;
}

void lint_classes(const Rulebook& rulebook, Issues& issues) {
    if (!rulebook.classes || !rulebook.score) return;
    const Classes& classes = *rulebook.classes;
    Interval scores = node_reach(rulebook, *rulebook.score);
    if (classes.compare == Compare::rounded) scores = {round(scores.low, rulebook.shown), round(scores.high, rulebook.shown)};
    for (const auto& [reading, cuts] : classes.cuts.by) {
        const std::string list = reading.empty() ? "/classes/cuts" : json::child("/classes/cuts/readings", reading);
        const std::string read = reading.empty() ? std::string() : classes.cuts.open + "=" + reading;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            if (reaches(scores, cuts[i])) continue;
            issues.push_back(
                make_issue(IssueCode::unreachable_class, json::child(list, i), {cuts[i].id, scores.low.text(), scores.high.text(), read}));
        }
    }
}

}  // namespace biaochi::detail
