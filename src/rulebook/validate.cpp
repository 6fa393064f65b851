/// @file
/// Checks of facts, of the score tree's arithmetic and of classes.

#include <algorithm>
#include <map>

#include "biaochi/rulebook/unit.hpp"
#include "rulebook/bounds.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

void validate_part_of(Context& context, const std::string& id, const Fact& fact, const std::string& where) {
    const Rulebook& book = context.book;
    const Fact* whole = find(book.facts, fact.part_of);
    if (whole == nullptr) {
        context.report(IssueCode::unknown_fact, where, {fact.part_of, nearest_or_all(fact.part_of, names_of(book.facts))});
        return;
    }
    if (whole->kind != FactKind::number) context.report(IssueCode::wrong_kind, where, {fact.part_of, kind_name(whole->kind), "number"});
    if (fact.kind != FactKind::number) context.report(IssueCode::wrong_kind, where, {id, kind_name(fact.kind), "number"});
    if (fact.unit != whole->unit && !conversion(book.units, fact.unit, whole->unit)) {
        context.report(IssueCode::wrong_unit, where, {fact.unit, whole->unit});
    }
    std::string path = id;
    std::string next = fact.part_of;
    for (std::size_t steps = 0; steps <= book.facts.size() && !next.empty(); ++steps) {
        path += " → " + next;
        if (next == id) {
            context.report(IssueCode::cycle, where, {path});
            return;
        }
        const Fact* step = find(book.facts, next);
        next = step == nullptr ? std::string() : step->part_of;
    }
}

void validate_sum(Context& context, const Node& node, const std::string& pointer) {
    Number sum;
    for (const Node& part : node.parts) sum += part.points;
    if (sum > node.points && !node.cap) {
        context.report(IssueCode::points_above_node, json::child(pointer, "points"), {node.id, sum.text(), node.points.text()});
    }
    if (sum < node.points) {
        context.report(IssueCode::points_below_node, json::child(pointer, "points"), {node.id, sum.text(), node.points.text()});
    }
}

void validate_mean(Context& context, const Node& node, const std::string& pointer) {
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const Node& part = node.parts[i];
        const std::string where = json::child(json::child(pointer, "parts"), i);
        if (part.points != node.points) {
            context.report(IssueCode::scale_mismatch, json::child(where, "points"), {part.id, part.points.text(), node.points.text()});
        }
        if (node.combine == Combine::arithmetic) continue;
        const auto bounds = written_bounds(context.book, part);
        if (bounds && bounds->low.sign() < 0) {
            context.report(IssueCode::negative_in_mean, where, {node.id, part.id, bounds->low.text()});
        }
    }
}

void collect_ids(Context& context, const Node& node, const std::string& pointer, std::map<std::string, std::string>& seen) {
    const auto [place, fresh] = seen.emplace(node.id, pointer);
    if (!fresh) context.report(IssueCode::repeated_id, json::child(pointer, "id"), {node.id, place->second});
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        collect_ids(context, node.parts[i], json::child(json::child(pointer, "parts"), i), seen);
    }
}

std::string edge(const std::optional<Number>& value, const char* infinite) { return value ? value->text() : infinite; }

void validate_cuts(Context& context, const std::vector<ClassCut>& cuts, const std::string& pointer) {
    std::vector<const ClassCut*> rows;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const ClassCut& cut = cuts[i];
        const std::string where = json::child(pointer, i);
        if (cut.from && cut.to && *cut.from >= *cut.to) {
            context.report(IssueCode::range_reversed, where, {cut.from->text(), cut.to->text()});
            return;
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (cuts[j].id == cut.id) context.report(IssueCode::repeated_id, json::child(where, "id"), {cut.id, json::child(pointer, j)});
        }
        rows.push_back(&cut);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ClassCut* a, const ClassCut* b) {
        if (!a->from || !b->from) return !a->from && b->from;
        return *a->from < *b->from;
    });
    if (rows.empty()) return;
    if (rows.front()->from) context.report(IssueCode::class_gap, pointer, {"-∞", rows.front()->from->text()});
    if (rows.back()->to) context.report(IssueCode::class_gap, pointer, {rows.back()->to->text(), "+∞"});
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const ClassCut& below = *rows[i - 1];
        const ClassCut& above = *rows[i];
        if (!below.to || !above.from || *below.to > *above.from) {
            context.report(IssueCode::class_overlap, pointer, {edge(above.from, "-∞"), edge(below.to, "+∞")});
        } else if (*below.to < *above.from) {
            context.report(IssueCode::class_gap, pointer, {below.to->text(), above.from->text()});
        }
    }
}

}  // namespace

void validate_facts(Context& context) {
    const Rulebook& book = context.book;
    const std::vector<std::string> units = known_units(book.units);
    for (const auto& [unit, definition] : book.units) {
        if (known_unit({}, unit)) context.report(IssueCode::repeated_id, json::child("/units", unit), {unit, "docs/reference/units.md"});
        if (known_unit(book.units, unit)) continue;
        context.report(IssueCode::unknown_unit, json::child("/units", unit), {definition.of, nearest_or_all(definition.of, units)});
    }
    for (const auto& [id, fact] : book.facts) {
        const std::string where = json::child("/facts", id);
        if (!fact.unit.empty() && !known_unit(book.units, fact.unit)) {
            context.report(IssueCode::unknown_unit, json::child(where, "unit"), {fact.unit, nearest_or_all(fact.unit, units)});
        }
        if (fact.min && fact.max && *fact.min > *fact.max) {
            context.report(IssueCode::range_reversed, where, {fact.min->text(), fact.max->text()});
        }
        if (!fact.part_of.empty()) validate_part_of(context, id, fact, json::child(where, "part_of"));
    }
}

void validate_node_ids(Context& context, const Node& root) {
    std::map<std::string, std::string> seen;
    collect_ids(context, root, "/score", seen);
}

void validate_node(Context& context, const Node& node, const std::string& pointer) {
    if (node.parts.empty()) {
        const Fact* fact = find(context.book.facts, node.fact);
        if (fact == nullptr) {
            context.report(IssueCode::unknown_fact, pointer, {node.fact, nearest_or_all(node.fact, names_of(context.book.facts))});
        } else {
            validate_method(context, node, *fact, pointer);
        }
        return;
    }
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        validate_node(context, node.parts[i], json::child(json::child(pointer, "parts"), i));
    }
    if (node.combine == Combine::sum) {
        validate_sum(context, node, pointer);
    } else {
        validate_mean(context, node, pointer);
    }
}

void validate_classes(Context& context, const Classes& classes, const std::string& pointer) {
    const std::string where = json::child(pointer, "cuts");
    for (const auto& [reading, cuts] : classes.cuts.by) {
        validate_cuts(context, cuts, reading.empty() ? where : json::child(json::child(where, "readings"), reading));
    }
}

}  // namespace biaochi::detail
