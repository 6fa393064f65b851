/// @file
/// From derived facts as written to derived facts that can be evaluated.

#include "ruleset/derived.hpp"

#include <iterator>
#include <utility>

#include "biaochi/rulebook/unit.hpp"
#include "json/value.hpp"
#include "rulebook/derived.hpp"

namespace biaochi::detail {
namespace {

/// The derived facts under construction.
struct Planner {
    const Rulebook& book;
    const std::vector<Slot>& slots;
    std::vector<Issue>& issues;
    std::vector<bool> seen;  ///< by fact
    std::vector<DerivedFact> planned;

    /// Numbers and judged facts have one slot each.
    [[nodiscard]] std::size_t slot_of(std::size_t fact) const {
        std::size_t slot = 0;
        while (slot < slots.size() && slots[slot].fact != fact) ++slot;
        return slot;
    }
    [[nodiscard]] std::size_t index_of(const std::string& id) const {
        std::size_t index = 0;
        while (index < book.facts.size() && book.facts[index].first != id) ++index;
        return index;
    }

    void plan(std::size_t index);
    std::vector<std::size_t> plan_growth(const Fact& fact, DerivedFact& target);
    std::vector<std::size_t> plan_formula(const std::string& id, const Fact& fact, DerivedFact& target);
};

std::string growth_text(const Derivation& growth) {
    const std::string quotient = growth.of + " / " + growth.of + "[-" + std::to_string(growth.years) + "]";
    if (growth.years == 1) return "(" + quotient + " - 1) * 100";
    return "((" + quotient + ") ** (1/" + std::to_string(growth.years) + ") - 1) * 100";
}

std::vector<std::size_t> Planner::plan_growth(const Fact& fact, DerivedFact& target) {
    target.formula = growth_text(*fact.derived);
    target.factor = conversion(book.units, "%", fact.unit).value_or(Number(1));
    return {index_of(fact.derived->of)};
}

std::vector<std::size_t> Planner::plan_formula(const std::string& id, const Fact& fact, DerivedFact& target) {
    std::vector<std::size_t> facts;
    target.formula = formula_text(book, fact).value_or(std::string());
    const std::string where = json::child(json::child("/facts", id), way_name(fact.derived->kind));
    feel::Compiled compiled = compile_formula(book, fact, target.formula, where, facts);
    std::move(compiled.issues.begin(), compiled.issues.end(), std::back_inserter(issues));
    target.expression = std::move(compiled.expression);
    return facts;
}

void Planner::plan(std::size_t index) {
    const auto& [id, fact] = book.facts[index];
    if (seen[index] || !fact.derived) return;
    seen[index] = true;
    DerivedFact target;
    target.slot = slot_of(index);
    target.source = &*fact.derived;
    const bool grows = fact.derived->kind == Derivation::Kind::growth;
    for (const std::size_t operand : grows ? plan_growth(fact, target) : plan_formula(id, fact, target)) {
        plan(operand);
        target.operands.push_back(slot_of(operand));
    }
    planned.push_back(std::move(target));
}

}  // namespace

std::vector<DerivedFact> plan_derived(const Rulebook& book, const std::vector<Slot>& slots, std::vector<Issue>& issues) {
    Planner planner{book, slots, issues, std::vector<bool>(book.facts.size()), {}};
    for (std::size_t i = 0; i < book.facts.size(); ++i) planner.plan(i);
    return std::move(planner.planned);
}

}  // namespace biaochi::detail
