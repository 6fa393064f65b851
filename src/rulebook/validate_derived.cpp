/// @file
/// Checks of derived facts.

#include <algorithm>
#include <iterator>
#include <utility>

#include "biaochi/rulebook/unit.hpp"
#include "rulebook/derived.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

using Kind = Derivation::Kind;

std::size_t index_of(const Rulebook& book, const std::string& id) {
    std::size_t index = 0;
    while (index < book.facts.size() && book.facts[index].first != id) ++index;
    return index;
}

/// Whether a fact that is named has one number.
bool check_operand(Context& context, const std::string& id, const std::string& where) {
    const Fact* fact = find(context.book.facts, id);
    if (fact == nullptr) {
        context.report(IssueCode::unknown_fact, where, {id, nearest_or_all(id, names_of(context.book.facts))});
        return false;
    }
    const bool number = fact->kind == FactKind::number || fact->kind == FactKind::judged;
    if (!number) context.report(IssueCode::wrong_kind, where, {id, kind_name(fact->kind), "number"});
    return number;
}

std::string shown_unit(const std::string& unit) { return unit.empty() ? "1" : unit; }

void check_growth(Context& context, const Fact& fact, const std::string& where, std::vector<std::size_t>& operands) {
    if (!check_operand(context, fact.derived->of, json::child(where, "of"))) return;
    operands.push_back(index_of(context.book, fact.derived->of));
    if (!conversion(context.book.units, "%", fact.unit)) {
        context.report(IssueCode::unit_mismatch, where, {"growth", "%", shown_unit(fact.unit)});
    }
}

void check_formula(Context& context, const Fact& fact, const std::string& where, std::vector<std::size_t>& operands) {
    const Derivation& derived = *fact.derived;
    if (derived.kind == Kind::ratio) {
        const bool of = check_operand(context, derived.of, json::child(where, "of"));
        const bool to = check_operand(context, derived.to, json::child(where, "to"));
        if (!of || !to) return;
    }
    const std::optional<std::string> formula = formula_text(context.book, fact);
    if (!formula) {
        const auto unit = [&](const std::string& id) { return shown_unit(find(context.book.facts, id)->unit); };
        context.report(IssueCode::unit_mismatch, where, {"ratio", unit(derived.of) + "/" + unit(derived.to), shown_unit(fact.unit)});
        return;
    }
    feel::Compiled compiled = compile_formula(context.book, fact, *formula, where, operands);
    std::move(compiled.issues.begin(), compiled.issues.end(), std::back_inserter(context.issues));
}

/// A walk along operands, to find circles.
struct Walk {
    Context& context;
    const std::vector<std::vector<std::size_t>>& operands;
    std::vector<bool> done;
    std::vector<std::size_t> path;

    void enter(std::size_t fact) {
        const auto first = std::find(path.begin(), path.end(), fact);
        if (first != path.end()) return report(static_cast<std::size_t>(first - path.begin()));
        if (done[fact]) return;
        path.push_back(fact);
        for (const std::size_t operand : operands[fact]) enter(operand);
        path.pop_back();
        done[fact] = true;
    }

    void report(std::size_t first) {
        const auto& facts = context.book.facts;
        std::string circle;
        for (std::size_t i = first; i < path.size(); ++i) circle += facts[path[i]].first + " → ";
        const auto& [id, fact] = facts[path.back()];
        const std::string where = json::child(json::child("/facts", id), way_name(fact.derived->kind));
        context.report(IssueCode::cycle, where, {circle + facts[path[first]].first});
    }
};

}  // namespace

void validate_derived(Context& context) {
    const Rulebook& book = context.book;
    std::vector<std::vector<std::size_t>> operands(book.facts.size());
    for (std::size_t i = 0; i < book.facts.size(); ++i) {
        const auto& [id, fact] = book.facts[i];
        if (!fact.derived) continue;
        const std::string where = json::child(json::child("/facts", id), way_name(fact.derived->kind));
        if (fact.kind != FactKind::number) {
            context.report(IssueCode::wrong_kind, where, {id, kind_name(fact.kind), "number"});
        } else if (fact.derived->kind == Kind::growth) {
            check_growth(context, fact, where, operands[i]);
        } else {
            check_formula(context, fact, where, operands[i]);
        }
    }
    Walk walk{context, operands, std::vector<bool>(book.facts.size()), {}};
    for (std::size_t i = 0; i < book.facts.size(); ++i) walk.enter(i);
}

}  // namespace biaochi::detail
