/// @file
/// Formulas of derived facts.

#include "rulebook/derived.hpp"

#include <utility>

#include "biaochi/rulebook/scope.hpp"
#include "biaochi/rulebook/unit.hpp"

namespace biaochi::detail {
namespace {

feel::Type type_of_fact(const Fact& fact, bool with_unit) {
    return fact.unit.empty() || !with_unit ? feel::type_of(feel::Type::Of::number) : feel::number_in(fact.unit);
}

/// The facts that hold one number each; slots are indices into Rulebook::facts.
feel::Scope fact_scope(const Rulebook& book, bool with_units) {
    feel::Scope scope;
    scope.conversion = unit_conversion(book);
    for (std::size_t i = 0; i < book.facts.size(); ++i) {
        const auto& [id, fact] = book.facts[i];
        if (fact.kind != FactKind::number && fact.kind != FactKind::judged) continue;
        scope.inputs.push_back({id, type_of_fact(fact, with_units), static_cast<std::uint32_t>(i)});
    }
    return scope;
}

/// What a ratio of two figures is to be multiplied by, so that it stands in a unit.
std::optional<Number> ratio_factor(const Rulebook& book, const std::string& of, const std::string& to, const std::string& unit) {
    const auto plain = of == to ? std::optional(Number(1)) : conversion(book.units, of, to);
    if (plain) {
        const auto share = unit.empty() ? std::optional(Number(1)) : conversion(book.units, "1", unit);
        return share ? std::optional(*plain * *share) : std::nullopt;
    }
    if (of.empty() || unit.empty()) return std::nullopt;
    const std::string quotient = to.empty() ? of : of + "/" + to;
    return quotient == unit ? std::optional(Number(1)) : conversion(book.units, quotient, unit);
}

std::string ratio_text(const Derivation& ratio, const Number& factor) {
    const std::string exact = factor.text();
    const std::size_t stroke = exact.find('/');
    std::string text = ratio.of + " / " + ratio.to;
    const Number inverse = Number(1) / factor;
    if (factor == Number(1)) return text;
    if (inverse.is_whole()) return text + " / " + inverse.text();
    if (stroke == std::string::npos) return text + " * " + exact;
    return text + " * " + exact.substr(0, stroke) + " / " + exact.substr(stroke + 1);
}

}  // namespace

std::string_view way_name(Derivation::Kind kind) noexcept {
    if (kind == Derivation::Kind::formula) return "formula";
    return kind == Derivation::Kind::ratio ? "ratio" : "growth";
}

std::optional<std::string> formula_text(const Rulebook& book, const Fact& fact) {
    const Derivation& derived = *fact.derived;
    if (derived.kind == Derivation::Kind::formula) return derived.formula;
    if (derived.kind == Derivation::Kind::growth) return std::string();
    const Fact* of = find(book.facts, derived.of);
    const Fact* to = find(book.facts, derived.to);
    if (of == nullptr || to == nullptr) return std::nullopt;
    const std::optional<Number> factor = ratio_factor(book, of->unit, to->unit, fact.unit);
    return factor ? std::optional(ratio_text(derived, *factor)) : std::nullopt;
}

feel::Compiled compile_formula(const Rulebook& book, const Fact& fact, const std::string& formula, const std::string& where,
                               std::vector<std::size_t>& facts) {
    const bool with_units = fact.derived->kind == Derivation::Kind::formula;
    feel::CompileOptions options;
    options.where = where;
    options.result = with_units ? feel::number_in(fact.unit) : feel::type_of(feel::Type::Of::number);
    feel::Scope scope = fact_scope(book, with_units);
    feel::Compiled compiled = feel::compile_expression(formula, scope, options);
    if (!compiled.expression) return compiled;
    std::vector<feel::Input> named;
    for (const std::uint32_t fact_index : compiled.expression->reads()) {
        for (const feel::Input& input : scope.inputs) {
            if (input.slot == fact_index) named.push_back({input.name, input.type, static_cast<std::uint32_t>(facts.size())});
        }
        facts.push_back(fact_index);
    }
    scope.inputs = std::move(named);
    return feel::compile_expression(formula, scope, options);
}

}  // namespace biaochi::detail
