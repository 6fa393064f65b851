/// @file
/// The expressions of incentives, compiled.

#include "rulebook/incentive_expressions.hpp"

#include <optional>
#include <utility>

#include "biaochi/rulebook/unit.hpp"
#include "json/value.hpp"

namespace biaochi::detail {

std::string place_of_when(const Incentive& incentive, const std::string& pointer, const std::string& reading) {
    const std::string where = pointer + "/when";
    return incentive.when.stated() ? where : json::child(where + "/readings", reading);
}

feel::Compiled compile_base(const Rulebook& book, const Amount& amount, const std::string& unit, const feel::Scope& scope,
                            const std::string& pointer) {
    feel::CompileOptions options;
    options.where = pointer + "/of";
    options.result = feel::type_of(feel::Type::Of::number);
    feel::Compiled plain = feel::compile_expression(amount.base, scope, options);
    if (!plain.expression) return plain;
    feel::CompileOptions free;
    const std::optional<std::string> found = feel::compile_expression(amount.base, scope, free).expression->type().unit;
    const bool converts = found && conversion(book.units, *found, unit).has_value();
    if (!converts && amount.form == Amount::Form::times) return plain;
    if (!converts) {
        const std::string own = found && !found->empty() ? *found : "1";
        return {std::nullopt, {make_issue(IssueCode::unit_mismatch, options.where, {amount.base, unit, own})}};
    }
    options.result = feel::number_in(unit);
    return feel::compile_expression(amount.base, scope, options);
}

}  // namespace biaochi::detail
