/// @file
/// Checks that a rulebook's examples expect what the rulebook has.

#include <algorithm>

#include "rulebook/award_examples.hpp"
#include "rulebook/parse_target_examples.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

void collect_node_ids(const Node& node, std::vector<std::string>& ids) {
    ids.push_back(node.id);
    for (const Node& part : node.parts) collect_node_ids(part, ids);
}

/// The classes under any reading of the cuts, each once.
std::vector<std::string> class_ids(const Rulebook& book) {
    std::vector<std::string> ids;
    if (!book.classes) return ids;
    for (const auto& [reading, cuts] : book.classes->cuts.by) {
        for (const ClassCut& cut : cuts) {
            if (std::find(ids.begin(), ids.end(), cut.id) == ids.end()) ids.push_back(cut.id);
        }
    }
    return ids;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace

void validate_examples(Context& context) {
    std::vector<std::string> nodes;
    if (context.book.score) collect_node_ids(*context.book.score, nodes);
    const std::vector<std::string> classes = class_ids(context.book);
    for (std::size_t i = 0; i < context.book.examples.size(); ++i) {
        const Example& example = context.book.examples[i];
        const std::string where = json::child(json::child("/examples", i), "expect");
        if (example.in_class && !example.in_class->empty() && !holds(classes, *example.in_class)) {
            context.report(IssueCode::bad_value, json::child(where, "class"), {*example.in_class, joined(classes)});
        }
        validate_target_example(context, example, json::child("/examples", i));
        const bool of_score = example.score || !example.shown.empty() || example.in_class || !example.parts.empty();
        if (of_score && example.facts.empty()) context.report(IssueCode::missing_key, json::child("/examples", i), {"facts"});
        if (!example.conditions.empty() && example.subject.empty()) {
            context.report(IssueCode::missing_key, json::child("/examples", i), {"subject"});
        }
        validate_example_duties(context, example, json::child("/examples", i));
        for (const auto& [id, answer] : example.conditions) {
            if (find(context.book.conditions, id) != nullptr) continue;
            context.report(IssueCode::unknown_condition, json::child(json::child(where, "conditions"), id),
                           {id, nearest_or_all(id, names_of(context.book.conditions))});
        }
        check_award_expectations(context, example, json::child("/examples", i));
        for (const auto& [id, points] : example.parts) {
            if (holds(nodes, id)) continue;
            context.report(IssueCode::unknown_node, json::child(json::child(where, "parts"), id), {id, nearest_or_all(id, nodes)});
        }
    }
}

}  // namespace biaochi::detail
