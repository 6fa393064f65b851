/// @file
/// From incentives as written to their plan.

#include <algorithm>
#include <iterator>
#include <utility>

#include "biaochi/rulebook/scope.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "feel/node.hpp"
#include "json/value.hpp"
#include "rulebook/condition_places.hpp"
#include "rulebook/incentive_expressions.hpp"
#include "ruleset/incentive_order.hpp"
#include "ruleset/incentives.hpp"
#include "ruleset/simple_tests.hpp"

namespace biaochi::detail {
namespace {

constexpr std::string_view yuan = "元";

template <class T>
std::size_t index_in(const Named<T>& entries, const std::string& id) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].first == id) return i;
    }
    return no_index;
}

/// The incentives under construction.
struct Planner {
    const Rulebook& book;
    const Choices& choices;
    std::vector<Issue>& issues;
    IncentivePlan plan;

    void plan_claim(const std::string& id, const ClaimKind& kind);
    void plan_incentive(const std::string& id, const Incentive& incentive);
    void plan_when(PlannedIncentive& target, const ClaimPlan& claim, const feel::Scope& scope);
    void plan_base(PlannedIncentive& target, const feel::Scope& scope);
    void plan_numbers(PlannedIncentive& target, const ClaimPlan& claim);
    void plan_limits(PlannedIncentive& target);
    [[nodiscard]] PlannedNumber number(const Choice<Number>& choice, const Number& factor) const;
    void take(feel::Compiled compiled, std::optional<feel::Expression>& expression);
};

/// A number times a factor; while its open point is unread, what its readings span if they are all that the text may mean, else anything.
PlannedNumber Planner::number(const Choice<Number>& choice, const Number& factor) const {
    PlannedNumber planned;
    const auto resolved = choices.resolve(choice);
    if (resolved.value != nullptr) {
        planned.low = planned.high = *resolved.value * factor;
        return planned;
    }
    planned.open = resolved.open;
    planned.open_above = !readings_are_all(book.open[resolved.open].second);
    if (planned.open_above) return planned;
    const auto [least, most] =
        std::minmax_element(choice.by.begin(), choice.by.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    planned.low = least->second * factor;
    planned.high = most->second * factor;
    if (planned.low == planned.high) planned.open = no_index;
    return planned;
}

void Planner::take(feel::Compiled compiled, std::optional<feel::Expression>& expression) {
    std::move(compiled.issues.begin(), compiled.issues.end(), std::back_inserter(issues));
    expression = std::move(compiled.expression);
}

void Planner::plan_claim(const std::string& id, const ClaimKind& kind) {
    ClaimPlan claim;
    claim.id = &id;
    claim.source = &kind;
    const auto add = [&](const std::string& field_id, const SubjectField& field, std::size_t of_applicant) {
        const auto is_there = [&](const std::string& name) {
            return std::any_of(claim.inputs.begin(), claim.inputs.end(), [&](const PlannedInput& input) { return input.id == name; });
        };
        if (!is_there(field_id)) claim.inputs.push_back({field_id, &field, false, of_applicant});
        const std::string place_id = field_id + "_place";
        if (field.ordered != Ordered::no && !is_there(place_id)) claim.inputs.push_back({place_id, &field, true, of_applicant});
    };
    for (const auto& [field_id, field] : kind.fields) add(field_id, field, no_index);
    if (book.subject) {
        for (std::size_t i = 0; i < book.subject->fields.size(); ++i) add(book.subject->fields[i].first, book.subject->fields[i].second, i);
    }
    plan.claims.push_back(std::move(claim));
}

void Planner::plan_when(PlannedIncentive& target, const ClaimPlan& claim, const feel::Scope& scope) {
    const Choice<std::string>& when = target.source->when;
    if (when.by.empty()) return;
    const auto resolved = choices.resolve(when);
    target.when_open = resolved.open;
    target.when_agreed = resolved.open == no_index || readings_are_all(book.open[resolved.open].second);
    for (const auto& [reading, text] : when.by) {
        if (resolved.value != nullptr && resolved.value != &text) continue;
        std::optional<feel::Expression> expression;
        take(feel::compile_expression(text, scope, boolean_at(place_of_when(*target.source, target.pointer, reading))), expression);
        if (!expression) continue;
        auto tests = simple_tests(*expression, claim.inputs);
        const bool simple = tests.has_value();
        target.when.push_back({reading, *std::move(expression), simple, tests ? std::move(*tests) : std::vector<SlotTest>()});
    }
}

/// A base that is one field needs no evaluation.
void Planner::plan_base(PlannedIncentive& target, const feel::Scope& scope) {
    if (target.source->amount.base.empty()) return;
    take(compile_base(book, target.source->amount, target.unit, scope, target.pointer), target.base);
    if (!target.base) return;
    const feel::detail::Program& program = target.base->program();
    const feel::detail::Node* node = &program.nodes[program.root];
    if (node->op == feel::detail::Op::scale) {
        target.base_factor = program.constants[node->aux].number();
        node = &program.nodes[program.of(*node)[0]];
    }
    if (node->op == feel::detail::Op::input) target.base_slot = node->slot;
}

void Planner::plan_numbers(PlannedIncentive& target, const ClaimPlan& claim) {
    const Amount& amount = target.source->amount;
    const bool of_money = target.base && target.base->type().unit.has_value();  // otherwise a count: so much for each of it
    Number factor = target.size;
    if (amount.form == Amount::Form::rate) factor = Number(1, 100);
    if (amount.form == Amount::Form::times && of_money) factor = Number(1);
    for (const auto& row : amount.numbers.rows) target.numbers.rows.push_back(number(row.second, factor));
    for (const Tier& tier : amount.tiers) {
        target.tiers.push_back({tier.from * target.size, tier.to, number(tier.percent, Number(1, 100))});
        if (tier.to) *target.tiers.back().to *= target.size;
    }
    if (amount.numbers.by.empty()) return;
    const auto found =
        std::find_if(claim.inputs.begin(), claim.inputs.end(), [&](const PlannedInput& input) { return input.id == amount.numbers.by; });
    target.numbers.slot = static_cast<std::size_t>(found - claim.inputs.begin());
    if (found->source->type == FieldType::text) target.numbers.by_word.assign(found->source->values.size(), no_row);
    for (std::size_t row = 0; row < amount.numbers.rows.size(); ++row) {
        const std::string& word = amount.numbers.rows[row].first;
        const auto& values = found->source->values;
        const auto index = static_cast<std::size_t>(std::find(values.begin(), values.end(), word) - values.begin());
        if (index < values.size()) target.numbers.by_word[index] = static_cast<std::uint32_t>(row);
        if (found->source->type == FieldType::number) {
            target.numbers.by_whole.emplace_back(std::stoll(word), static_cast<std::uint32_t>(row));
        }
    }
}

void Planner::plan_limits(PlannedIncentive& target) {
    for (const Cap& cap : target.source->caps) {
        target.caps.push_back(number(cap.amount, target.size));
        target.keeps_count = target.keeps_count || cap.per != Cap::Per::claim;
    }
    for (const Share& share : target.source->shares) target.shares.push_back(number(share.percent, Number(1, 100)));
}

void Planner::plan_incentive(const std::string& id, const Incentive& incentive) {
    PlannedIncentive target;
    target.id = &id;
    target.source = &incentive;
    target.pointer = json::child("/incentives", id);
    target.payer = index_in(book.incentives->payers, incentive.payer);
    const auto in_yuan = conversion(book.units, incentive.unit, yuan);
    target.unit = in_yuan ? std::string(yuan) : incentive.unit;
    target.size = in_yuan.value_or(Number(1));
    const std::size_t kind = index_in(book.incentives->claims, incentive.claim);
    const ClaimPlan& claim = plan.claims[kind];
    const feel::Scope scope = claim_scope(book, *claim.source);
    plan_when(target, claim, scope);
    plan_base(target, scope);
    plan_numbers(target, claim);
    plan_limits(target);
    plan.claims[kind].incentives.push_back(plan.incentives.size());
    plan.incentives.push_back(std::move(target));
}

}  // namespace

std::shared_ptr<const IncentivePlan> compile_incentives(const Rulebook& book, const std::vector<Slot>&, const Choices& choices,
                                                        std::vector<Issue>& issues) {
    if (!book.incentives) return nullptr;
    Planner planner{book, choices, issues, {}};
    for (const auto& [id, kind] : book.incentives->claims) planner.plan_claim(id, kind);
    for (const auto& [id, incentive] : book.incentives->incentives) planner.plan_incentive(id, incentive);
    order_incentives(planner.plan);
    return std::make_shared<const IncentivePlan>(std::move(planner.plan));
}

}  // namespace biaochi::detail
