/// @file
/// Checks of incentives: names that lead somewhere, units that convert, expressions that can be compiled, no circles.

#include <iterator>
#include <string_view>
#include <unordered_map>

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

/// Where each incentive stands.
using Positions = std::unordered_map<std::string_view, std::size_t>;

Positions positions_of(const Named<Incentive>& incentives) {
    Positions positions;
    for (std::size_t i = 0; i < incentives.size(); ++i) positions.emplace(incentives[i].first, i);
    return positions;
}

/// The others for the same claims.
std::vector<std::string> same_claims(const Named<Incentive>& incentives, const Incentive& incentive) {
    std::vector<std::string> same;
    for (const auto& [id, other] : incentives) {
        if (other.claim == incentive.claim && &other != &incentive) same.push_back(id);
    }
    return same;
}

/// The others of `unless` are for the same claims: otherwise none of them could ever go before.
void validate_unless(Context& context, const Incentive& incentive, const Positions& positions, const std::string& pointer) {
    const auto& incentives = context.book.incentives->incentives;
    for (std::size_t i = 0; i < incentive.unless.size(); ++i) {
        const std::string& id = incentive.unless[i];
        const auto other = positions.find(id);
        const std::string where = json::child(pointer + "/unless", i);
        if (other == positions.end()) {
            context.report(IssueCode::unknown_incentive, where, {id, nearest_or_all(id, same_claims(incentives, incentive))});
        } else if (incentives[other->second].second.claim != incentive.claim) {
            context.report(IssueCode::bad_value, where, {id, joined(same_claims(incentives, incentive))});
        }
    }
}

void validate_incentive(Context& context, const Incentive& incentive, const Positions& positions, const std::string& pointer) {
    const IncentiveSection& section = *context.book.incentives;
    if (!incentive.payer.empty() && find(section.payers, incentive.payer) == nullptr) {
        context.report(IssueCode::unknown_payer, pointer + "/payer",
                       {incentive.payer, nearest_or_all(incentive.payer, names_of(section.payers))});
    }
    if (!incentive.unit.empty()) validate_unit(context, incentive, pointer);
    check_amounts(context, incentive, pointer);
    validate_unless(context, incentive, positions, pointer);
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

/// A walk along `unless`, to find circles. A chain may be as long as the rulebook: the path is kept in a list.
struct Walk {
    /// An incentive on the path, and which of its `unless` is next.
    struct Step {
        std::size_t incentive = 0;
        std::size_t next = 0;
    };
    Context& context;
    const Named<Incentive>& all;
    const Positions& positions;
    std::vector<std::size_t> depth;  ///< by incentive: where on the path, counted from 1; 0: not yet entered
    std::vector<bool> done;
    std::vector<Step> path{};

    void from(std::size_t start);
    void enter(std::size_t incentive);
    void leave();
    void report_circle(std::size_t back);
};

void Walk::enter(std::size_t incentive) {
    path.push_back({incentive, 0});
    depth[incentive] = path.size();
}

void Walk::leave() {
    done[path.back().incentive] = true;
    path.pop_back();
}

/// Reports that the last one of the path leads back to one on it.
void Walk::report_circle(std::size_t back) {
    std::string circle;
    for (std::size_t i = depth[back] - 1; i < path.size(); ++i) circle.append(all[path[i].incentive].first).append(" → ");
    const std::string& last = all[path.back().incentive].first;
    context.report(IssueCode::cycle, json::child("/incentives", last) + "/unless", {circle + all[back].first});
}

void Walk::from(std::size_t start) {
    if (done[start]) return;
    enter(start);
    while (!path.empty()) {
        Step& step = path.back();
        const auto& unless = all[step.incentive].second.unless;
        if (step.next == unless.size()) {
            leave();
            continue;
        }
        const auto found = positions.find(unless[step.next++]);
        if (found == positions.end() || done[found->second]) continue;
        if (depth[found->second] != 0) {
            report_circle(found->second);
        } else {
            enter(found->second);
        }
    }
}

}  // namespace

void validate_incentives(Context& context) {
    if (!context.book.incentives) return;
    const Named<Incentive>& incentives = context.book.incentives->incentives;
    const Positions positions = positions_of(incentives);
    for (const auto& [id, incentive] : incentives) validate_incentive(context, incentive, positions, json::child("/incentives", id));
    Walk walk{context, incentives, positions, std::vector<std::size_t>(incentives.size()), std::vector<bool>(incentives.size())};
    for (std::size_t i = 0; i < incentives.size(); ++i) walk.from(i);
}

}  // namespace biaochi::detail
