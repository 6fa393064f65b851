/// @file
/// Derived figures: formulas evaluated, growth against earlier records.

#include <map>
#include <utility>

#include "biaochi/core/elementary.hpp"
#include "biaochi/core/error.hpp"
#include "biaochi/feel/evaluate.hpp"
#include "biaochi/record/record.hpp"
#include "record/earlier.hpp"

namespace biaochi {
namespace {

using feel::Cause;
using Places = std::map<std::pair<std::string, std::string>, std::size_t>;

/// The records, and where each region's period stands.
struct Table {
    const Ruleset& rules;
    std::span<Record> records;
    Places places;
};

/// A value, or why there is none.
struct Outcome {
    std::optional<Number> value;
    Cause cause = Cause::none;
};

std::optional<Number> value_of(const Record& record, std::size_t slot) {
    const Cell& cell = record.cells[slot];
    return counts(cell.status) ? std::optional(cell.value) : std::nullopt;
}

/// The growth a year in percent, rounded as stated: the root is rounded two places further, toward where the growth is rounded.
Number growth_in_percent(const Derivation& growth, const Number& quotient) {
    const Number percent(100);
    if (growth.years == 1) {
        const Number exact = (quotient - Number(1)) * percent;
        return growth.precision ? round(exact, *growth.precision) : exact;
    }
    const Rounding rule = growth.precision.value_or(Rounding{});
    const auto degree = static_cast<unsigned>(growth.years);
    const Number close = root(quotient, degree, {rule.places + 3, RoundingMode::floor});
    if (power(close, degree) == quotient) return round((close - Number(1)) * percent, rule);
    const bool falls = quotient < Number(1);
    RoundingMode mode = rule.mode;
    if (mode == RoundingMode::down) mode = falls ? RoundingMode::ceiling : RoundingMode::floor;
    if (mode == RoundingMode::up) mode = falls ? RoundingMode::floor : RoundingMode::ceiling;
    return (root(quotient, degree, {rule.places + 2, mode}) - Number(1)) * percent;
}

Outcome grow(const DerivedFact& plan, const Number& now, const Number& then) {
    if (then.sign() == 0) return {std::nullopt, Cause::division_by_zero};
    // From a figure below zero, or to one over several years, there is no rate.
    if (then.sign() < 0 || (now.sign() < 0 && plan.source->years > 1)) return {std::nullopt, Cause::wrong_argument};
    try {
        return {growth_in_percent(*plan.source, now / then) * plan.factor, Cause::none};
    } catch (const Error&) {
        return {std::nullopt, Cause::out_of_limits};
    }
}

Outcome derive_growth(const Table& table, const DerivedFact& plan, const Record& record, DerivedFigure& figure) {
    const std::size_t slot = plan.operands.front();
    const std::optional<std::string> period = earlier(record.period, plan.source->years);
    figure.operands.push_back({slot, {}, value_of(record, slot)});
    figure.operands.push_back({slot, period.value_or(record.period + " − " + std::to_string(plan.source->years)), std::nullopt});
    const auto found = period ? table.places.find({record.region, *period}) : table.places.end();
    if (found != table.places.end()) figure.operands.back().value = value_of(table.records[found->second], slot);
    const auto& now = figure.operands.front().value;
    const auto& then = figure.operands.back().value;
    return now && then ? grow(plan, *now, *then) : Outcome{std::nullopt, Cause::missing_fact};
}

Outcome derive_formula(const Table& table, const DerivedFact& plan, const Record& record, DerivedFigure& figure) {
    std::vector<feel::Value> inputs;
    for (const std::size_t slot : plan.operands) {
        figure.operands.push_back({slot, {}, value_of(record, slot)});
        const auto& value = figure.operands.back().value;
        inputs.push_back(value ? feel::make_number(*value) : feel::make_null(Cause::missing_fact, table.rules.slots()[slot].id));
    }
    const feel::Value value = evaluate(*plan.expression, inputs);
    if (value.kind() == feel::Kind::number) return {value.number(), Cause::none};
    return {std::nullopt, value.is_null() ? value.null().cause : Cause::type_error};
}

bool is_estimated(const DerivedFact& plan, const Record& record) {
    for (const std::size_t slot : plan.operands) {
        if (record.cells[slot].status == Status::estimated) return true;
    }
    return false;
}

void derive_one(const Table& table, std::size_t index, Record& record) {
    const DerivedFact& plan = table.rules.derived()[index];
    Cell& cell = record.cells[plan.slot];
    const bool derived_before = record.derived.contains(plan.slot);
    if (plan.source->or_reported && !derived_before && cell.status != Status::missing) return;
    DerivedFigure figure;
    figure.plan = index;
    Outcome outcome = plan.expression ? derive_formula(table, plan, record, figure) : derive_growth(table, plan, record, figure);
    figure.cause = outcome.cause;
    cell = {};
    if (outcome.value) cell = {is_estimated(plan, record) ? Status::estimated : Status::reported, std::move(*outcome.value)};
    record.derived[plan.slot] = std::move(figure);
}

}  // namespace

void derive(const Ruleset& rules, std::span<Record> records) {
    Table table{rules, records, {}};
    if (rules.derived().empty()) return;
    for (std::size_t i = 0; i < records.size(); ++i) table.places.try_emplace({records[i].region, records[i].period}, i);
    // A growth may rest on derived figures of other records: one fact after the other, each in all records.
    for (std::size_t index = 0; index < rules.derived().size(); ++index) {
        for (Record& record : records) derive_one(table, index, record);
    }
}

}  // namespace biaochi
