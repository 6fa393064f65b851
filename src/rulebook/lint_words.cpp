/// @file
/// Lint of what surrounds the rules: citations, misprints, open points without a reading.

#include <algorithm>

#include "json/value.hpp"
#include "rulebook/lint.hpp"

namespace biaochi::detail {

namespace {

using Issues = std::vector<Issue>;

std::string under(const std::string& owner, std::string_view key, std::size_t index) { return json::child(json::child(owner, key), index); }

void expect_cited(bool cited, std::string_view what, const std::string& where, Issues& issues) {
    if (!cited) issues.push_back(make_issue(IssueCode::no_citation, where, {what}));
}

template <class Rows>
bool all_cited(const Rows& rows) {
    return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.provenance.cite.has_value(); });
}

template <class Rows>
void lint_row_misprints(const Rows& rows, const std::string& list, Issues& issues) {
    for (std::size_t i = 0; i < rows.size(); ++i) lint_misprints(rows[i].provenance.misprints, json::child(list, i), issues);
}

void lint_open_point(const std::string& id, const OpenPoint& open, const std::string& where, Issues& issues) {
    expect_cited(open.cite.has_value(), id, where, issues);
    if (open.settled_by != SettledBy::reading || !open.adopted.empty()) return;
    std::string readings;
    for (const auto& reading : open.readings) readings += readings.empty() ? reading.first : ", " + reading.first;
    issues.push_back(make_issue(IssueCode::open_point_unread, where, {id, readings}));
}

void lint_labels(const Named<Label>& labels, const std::string& owner, Issues& issues) {
    for (const auto& [id, label] : labels) lint_misprints(label.misprints, json::child(owner, id), issues);
}

void lint_fact(const std::string& id, const Fact& fact, const std::string& where, Issues& issues) {
    expect_cited(fact.provenance.cite.has_value(), id, where, issues);
    lint_misprints(fact.provenance.misprints, where, issues);
    lint_labels(fact.levels, json::child(where, "levels"), issues);
    lint_labels(fact.options, json::child(where, "options"), issues);
}

void lint_cuts(const Choice<std::vector<ClassCut>>& cuts, Issues& issues) {
    for (const auto& [reading, list] : cuts.by) {
        const std::string where = cuts.stated() ? "/classes/cuts" : json::child("/classes/cuts/readings", reading);
        lint_row_misprints(list, where, issues);
    }
}

bool classes_cited(const Rulebook& rulebook) {
    const Classes& classes = *rulebook.classes;
    if (classes.provenance.cite) return true;
    const OpenPoint* open = find(rulebook.open, classes.cuts.open);
    if (open != nullptr && open->cite) return true;
    const auto& by = classes.cuts.by;
    return !by.empty() && std::all_of(by.begin(), by.end(), [](const auto& reading) { return all_cited(reading.second); });
}

}  // namespace

void lint_misprints(const std::vector<Misprint>& misprints, const std::string& owner, Issues& issues) {
    for (std::size_t i = 0; i < misprints.size(); ++i) {
        const Misprint& each = misprints[i];
        issues.push_back(make_issue(IssueCode::misprint, under(owner, "misprints", i), {each.printed, each.read_as, each.confidence}));
    }
}

void lint_declarations(const Rulebook& rulebook, Issues& issues) {
    for (const auto& [id, source] : rulebook.sources) lint_misprints(source.misprints, json::child("/sources", id), issues);
    for (const auto& [id, open] : rulebook.open) lint_open_point(id, open, json::child("/open", id), issues);
    for (const auto& [id, fact] : rulebook.facts) lint_fact(id, fact, json::child("/facts", id), issues);
}

void lint_node_words(const Node& node, const std::string& where, Issues& issues) {
    bool cited = node.provenance.cite.has_value() || std::holds_alternative<std::monostate>(node.method);
    lint_misprints(node.provenance.misprints, where, issues);
    if (const auto* bands = std::get_if<Bands>(&node.method)) {
        cited = cited || all_cited(bands->rows);
        lint_row_misprints(bands->rows, json::child(where, "bands"), issues);
    } else if (const auto* items = std::get_if<Items>(&node.method)) {
        cited = cited || all_cited(items->lines);
        lint_row_misprints(items->lines, json::child(where, "items"), issues);
    } else if (const auto* options = std::get_if<Options>(&node.method)) {
        cited = cited || all_cited(options->groups);
        lint_row_misprints(options->groups, json::child(where, "options"), issues);
    }
    expect_cited(cited, node.id, where, issues);
}

void lint_results_words(const Rulebook& rulebook, Issues& issues) {
    if (rulebook.classes) {
        expect_cited(classes_cited(rulebook), "classes", "/classes", issues);
        lint_misprints(rulebook.classes->provenance.misprints, "/classes", issues);
        lint_cuts(rulebook.classes->cuts, issues);
    }
    lint_misprints(rulebook.ranking.provenance.misprints, "/ranking", issues);
    lint_row_misprints(rulebook.examples, "/examples", issues);
}

}  // namespace biaochi::detail
