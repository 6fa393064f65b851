/// @file
/// What an application is awarded.

#include "biaochi/incentive/award.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "biaochi/core/error.hpp"
#include "incentive/alternatives.hpp"
#include "incentive/amount.hpp"
#include "incentive/clerk.hpp"
#include "incentive/entitlement.hpp"
#include "incentive/sums.hpp"

namespace biaochi {
namespace detail {
namespace {

void refuse(Grant& grant, GrantRefusal refusal) {
    grant.status = GrantStatus::refused;
    grant.refusal = refusal;
    grant.lacks = 0;
    grant.other_incentive = grant.other_claim = no_part;
    grant.entitled = false;
    grant.amount = Sum();
}

Truth both(Truth a, Truth b) noexcept {
    if (a == Truth::no || b == Truth::no) return Truth::no;
    return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

/// Whether the application was read for these rules.
bool fits(const IncentivePlan& plan, const Application& application) {
    const auto fits_claim = [&](const Claim& claim) {
        return claim.kind < plan.claims.size() && claim.inputs.size() == plan.claims[claim.kind].inputs.size() &&
               claim.words.size() == claim.inputs.size();
    };
    return std::all_of(application.claims.begin(), application.claims.end(), fits_claim) &&
           std::all_of(application.received.begin(), application.received.end(),
                       [&](const Received& each) { return each.incentive < plan.incentives.size(); });
}

}  // namespace

/// Whether none of those that go before is given for the claim.
Truth Clerk::others(const ClaimPlan& kind, const PlannedIncentive& planned, std::size_t first, Grant& grant) const {
    for (const std::size_t position : planned.unless) {
        const Grant& other = out.grants[first + position];
        if (other.status == GrantStatus::refused) continue;
        if (other.entitled) refuse(grant, GrantRefusal::goes_before);
        grant.other_incentive = static_cast<std::uint32_t>(kind.incentives[position]);
        if (other.entitled) return Truth::no;
        grant.lacks |= lacks::goes_before;
    }
    return (grant.lacks & lacks::goes_before) != 0 ? Truth::unknown : Truth::yes;
}

/// Whether an incentive that is given once was not given before.
Truth Clerk::first_time(const PlannedIncentive& planned, Grant& grant) const {
    if (planned.source->often != Often::once) return Truth::yes;
    const bool had = std::any_of(application.received.begin(), application.received.end(),
                                 [&](const Received& received) { return received.incentive == grant.incentive; });
    const OnceUse& use = out.once[grant.incentive];
    if (had) {
        refuse(grant, GrantRefusal::had_before);
        return Truth::no;
    }
    if (use.given != no_part) {
        refuse(grant, GrantRefusal::had_now);
        grant.other_claim = use.given;
        return Truth::no;
    }
    if (use.maybe == no_part) return Truth::yes;
    grant.other_claim = use.maybe;
    grant.lacks |= lacks::once;
    return Truth::unknown;
}

void Clerk::count_once(Grant& grant, Truth given) {
    OnceUse& use = out.once[grant.incentive];
    const Number& low = grant.amount.low;
    if (given == Truth::yes) {
        use.given = grant.claim;
        use.least = use.maybe == no_part ? low : min(use.least, low);
    } else if (given == Truth::unknown) {
        use.least = use.maybe == no_part ? low : min(use.least, low);
        if (use.maybe == no_part) use.maybe = grant.claim;
    }
}

/// Gives the answer its name. @param given  whether it is given, as far as all but the amount says
void Clerk::settle(const PlannedIncentive& planned, Truth given, Grant& grant) {
    if (is_nothing(grant.amount)) {
        refuse(grant, is_nothing(grant.before) ? GrantRefusal::nothing : GrantRefusal::cap_used_up);
        return;
    }
    // The text gives something, and does not say how much; any other amount that may be 0 may be none.
    const bool something = grant.amount.low.sign() > 0 || planned.source->amount.form == Amount::Form::absent;
    grant.entitled = given == Truth::yes && something;
    Sum& sum = out.incentives[grant.incentive];
    if (planned.source->often == Often::once) {
        sum.open_above = sum.open_above || grant.amount.open_above;
        sum.high = max(sum.high, grant.amount.high);
        const bool only_once_unknown = grant.lacks != 0 && (grant.lacks & ~lacks::once) == 0 && something;
        count_once(grant, grant.entitled || only_once_unknown ? Truth::yes : Truth::unknown);
    }
    if (!grant.entitled) grant.amount.low = Number();
    const bool known = grant.entitled && (grant.lacks == 0 || grant.amount.decided());
    if (known) grant.lacks = 0;
    grant.status = known ? GrantStatus::awarded : GrantStatus::undetermined;
    if (planned.source->often != Often::once) add(sum, grant.amount);
}

void Clerk::look_at(std::uint32_t claim, std::size_t first, std::size_t position) {
    const ClaimPlan& kind = plan.claims[application.claims[claim].kind];
    Grant& grant = out.grants[first + position];
    grant = Grant();
    grant.claim = claim;
    grant.incentive = static_cast<std::uint32_t>(kind.incentives[position]);
    const PlannedIncentive& planned = plan.incentives[grant.incentive];
    Truth given = entitled(planned, application.claims[claim]);
    if (given == Truth::no) return refuse(grant, GrantRefusal::condition);
    if (given == Truth::unknown) grant.lacks |= lacks::condition;
    given = both(given, others(kind, planned, first, grant));
    if (given == Truth::no) return;
    given = both(given, first_time(planned, grant));
    if (given == Truth::no) return;
    const Worked worked = work_out(planned, application.claims[claim]);
    grant.row = worked.row;
    grant.tier = worked.tier;
    if (!worked.in_table) return refuse(grant, GrantRefusal::not_in_table);
    grant.lacks |= worked.lacks;
    grant.before = grant.amount = worked.sum;
    grant.entitled = given == Truth::yes;
    cut(planned, grant);
    settle(planned, given, grant);
    alternatives = alternatives || (grant.lacks & lacks::goes_before) != 0;
}

void Clerk::look_at(std::uint32_t claim) {
    const ClaimPlan& kind = plan.claims[application.claims[claim].kind];
    const std::size_t first = out.grants.size();
    out.grants.resize(first + kind.incentives.size());
    for (const std::size_t position : kind.order) look_at(claim, first, position);
}

void Clerk::add_up() {
    for (std::size_t i = 0; i < plan.incentives.size(); ++i) {
        const PlannedIncentive& planned = plan.incentives[i];
        Sum& sum = out.incentives[i];
        const bool once = planned.source->often == Often::once;
        if (once && out.once[i].given != no_part) sum.low = out.once[i].least;
        if (planned.keeps_count && !once) sum = shared(static_cast<std::uint32_t>(i), std::move(sum));
        if (planned.source->worth != Worth::money) continue;
        add(out.total, sum);
        add(out.payers[std::min(planned.payer, out.payers.size() - 1)], sum);
    }
}

}  // namespace detail

std::string_view name(GrantStatus status) noexcept {
    constexpr std::array<std::string_view, 3> names{"refused", "awarded", "undetermined"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view name(GrantRefusal refusal) noexcept {
    constexpr std::array<std::string_view, 8> names{"",           "condition", "not_in_table", "nothing", "goes_before",
                                                    "had_before", "had_now",   "cap_used_up"};
    return names[static_cast<std::size_t>(refusal)];
}

void award(const Ruleset& rules, const Application& application, Award& into) {
    const IncentivePlan* plan = rules.incentives();
    if (plan == nullptr || !detail::fits(*plan, application)) {
        throw Error(ErrorCode::wrong_ruleset, "the application was read for other rules");
    }
    into.grants.clear();
    into.uses.clear();
    into.total = Sum();
    into.incentives.assign(plan->incentives.size(), Sum());
    into.once.assign(plan->incentives.size(), OnceUse());
    into.payers.assign(rules.rulebook().incentives->payers.size() + 1, Sum());
    detail::Clerk clerk{*plan, application, into};
    for (std::size_t i = 0; i < application.claims.size(); ++i) clerk.look_at(static_cast<std::uint32_t>(i));
    clerk.add_up();
    if (clerk.alternatives) detail::narrow_totals(*plan, application, into);
}

Award award(const Ruleset& rules, const Application& application) {
    Award out;
    award(rules, application, out);
    return out;
}

}  // namespace biaochi
