/// @file
/// Checks of incentives: names that lead somewhere, units that convert, expressions that can be compiled, no circles.

#include <algorithm>
#include <iterator>

#include "biaochi/rulebook/scope.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "rulebook/condition_places.hpp"
#include "rulebook/incentive_checks.hpp"
#include "rulebook/incentive_expressions.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

void take_issues(Context& context, feel::Compiled compiled) {
    std::move(compiled.issues.begin(), compiled.issues.end(), std::back_inserter(context.issues));
}

void validate_unit(Context& context, const Incentive& incentive, const std::string& pointer) {
    const auto& units = context.book.units;
    if (!known_unit(units, incentive.unit)) {
        context.report(IssueCode::unknown_unit, pointer + "/unit", {incentive.unit, nearest_or_all(incentive.unit, known_units(units))});
    } else if (incentive.worth == Worth::money && !conversion(units, incentive.unit, "元")) {
        context.report(IssueCode::wrong_unit, pointer + "/unit", {incentive.unit, "元"});
    }
}

void validate_expressions(Context& context, const Incentive& incentive, const ClaimKind& kind, const std::string& pointer) {
    const feel::Scope scope = claim_scope(context.book, kind);
    for (const auto& [reading, text] : incentive.when.by) {
        take_issues(context, feel::compile_expression(text, scope, boolean_at(place_of_when(incentive, pointer, reading))));
    }
    const bool has_unit = known_unit(context.book.units, incentive.unit);
    if (!incentive.amount.base.empty() && has_unit) {
        take_issues(context, compile_base(context.book, incentive.amount, incentive.unit, scope, pointer));
    }
}

/// The others of `unless` are for the same claims: otherwise none of them could ever go before.
void validate_unless(Context& context, const Incentive& incentive, const std::string& pointer) {
    const auto& incentives = context.book.incentives->incentives;
    std::vector<std::string> same;
    for (const auto& [id, other] : incentives) {
        if (other.claim == incentive.claim && &other != &incentive) same.push_back(id);
    }
    for (std::size_t i = 0; i < incentive.unless.size(); ++i) {
        const std::string& id = incentive.unless[i];
        const Incentive* other = find(incentives, id);
        const std::string where = json::child(pointer + "/unless", i);
        if (other == nullptr) {
            context.report(IssueCode::unknown_incentive, where, {id, nearest_or_all(id, same)});
        } else if (other->claim != incentive.claim) {
            context.report(IssueCode::bad_value, where, {id, joined(same)});
        }
    }
}

void validate_incentive(Context& context, const Incentive& incentive, const std::string& pointer) {
    const IncentiveSection& section = *context.book.incentives;
    if (!incentive.payer.empty() && find(section.payers, incentive.payer) == nullptr) {
        context.report(IssueCode::unknown_payer, pointer + "/payer",
                       {incentive.payer, nearest_or_all(incentive.payer, names_of(section.payers))});
    }
    if (!incentive.unit.empty()) validate_unit(context, incentive, pointer);
    check_amounts(context, incentive, pointer);
    validate_unless(context, incentive, pointer);
    const ClaimKind* kind = find(section.claims, incentive.claim);
    if (kind == nullptr) {
        if (incentive.claim.empty()) return;  // told before: it lacks, or is no text
        context.report(IssueCode::unknown_claim, pointer + "/claim",
                       {incentive.claim, nearest_or_all(incentive.claim, names_of(section.claims))});
        return;
    }
    check_lookup(context, incentive.amount, *kind, pointer);
    validate_expressions(context, incentive, *kind, pointer);
}

/// A walk along `unless`, to find circles.
struct Walk {
    Context& context;
    const Named<Incentive>& all;
    std::vector<bool> done;
    std::vector<std::size_t> path;

    void enter(std::size_t index);
};

void Walk::enter(std::size_t index) {
    if (done[index]) return;
    path.push_back(index);
    for (const std::string& id : all[index].second.unless) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == id; });
        if (found == all.end()) continue;
        const auto next = static_cast<std::size_t>(found - all.begin());
        const auto first = std::find(path.begin(), path.end(), next);
        if (first == path.end()) {
            enter(next);
            continue;
        }
        std::string circle;
        for (auto step = first; step != path.end(); ++step) circle.append(all[*step].first).append(" → ");
        context.report(IssueCode::cycle, json::child("/incentives", all[index].first) + "/unless", {circle + id});
    }
    path.pop_back();
    done[index] = true;
}

}  // namespace

void validate_incentives(Context& context) {
    if (!context.book.incentives) return;
    const Named<Incentive>& incentives = context.book.incentives->incentives;
    for (const auto& [id, incentive] : incentives) validate_incentive(context, incentive, json::child("/incentives", id));
    Walk walk{context, incentives, std::vector<bool>(incentives.size()), {}};
    for (std::size_t i = 0; i < incentives.size(); ++i) walk.enter(i);
}

}  // namespace biaochi::detail
