/// @file
/// Totals where of several incentives for a claim one excludes the others, and it is open which.

#include "incentive/alternatives.hpp"

#include <algorithm>
#include <cstddef>

#include "incentive/sums.hpp"

namespace biaochi::detail {
namespace {

/// How many open questions are tried in every combination; with more, totals stay as they are.
constexpr std::size_t most_open = 8;

/// One that may be given, with what it comes to if it is.
struct Member {
    std::size_t position = 0;  ///< in ClaimPlan::incentives
    std::size_t payer = 0;
    Sum naive;  ///< as it was added up
    Sum if_given;
    bool open = false;  ///< whether it is given hangs on more than those that go before
};

/// The incentives for one claim that exclude each other.
struct Alternatives {
    const IncentivePlan& plan;
    const ClaimPlan& kind;
    std::size_t first = 0;  ///< grant of the claim
    Award& award;
    std::vector<Member> members;  ///< each after those that go before it
    std::size_t open = 0;

    [[nodiscard]] const PlannedIncentive& planned(std::size_t position) const { return plan.incentives[kind.incentives[position]]; }
    bool collect();
    bool take(std::size_t position);
    [[nodiscard]] Sum sum_in(std::size_t combination, std::size_t payer) const;
    void narrow(Sum& total, std::size_t payer) const;
};

constexpr std::size_t every_payer = static_cast<std::size_t>(-1);

Sum after_own_caps(const PlannedIncentive& planned, const Grant& grant) {
    Sum sum = grant.before;
    for (const PlannedNumber& cap : planned.caps) sum = least(sum, sum_of(cap));
    return sum;
}

/// @return whether it can be tried
bool Alternatives::take(std::size_t position) {
    const PlannedIncentive& what = planned(position);
    const Grant& grant = award.grants[first + position];
    const Sum if_given = after_own_caps(what, grant);
    const bool may_be_nothing = if_given.low.sign() == 0 && what.source->amount.form != Amount::Form::absent;
    const bool is_open = (grant.lacks & lacks::condition) != 0 || may_be_nothing;
    open += is_open ? 1U : 0U;
    members.push_back({position, std::min(what.payer, award.payers.size() - 1), grant.amount, if_given, is_open});
    return what.source->worth == Worth::money && what.source->often != Often::once && !what.keeps_count;
}

/// @return whether there are alternatives, and all can be tried
bool Alternatives::collect() {
    std::vector<bool> wanted(kind.incentives.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if ((award.grants[first + i].lacks & lacks::goes_before) == 0) continue;
        wanted[i] = true;
        for (const std::size_t other : planned(i).unless) wanted[other] = award.grants[first + other].status != GrantStatus::refused;
    }
    bool all = true;
    for (const std::size_t position : kind.order) {
        if (wanted[position]) all = take(position) && all;
    }
    return all && !members.empty() && open <= most_open;
}

/// What is paid by a payer, or by all, if of the open questions those whose bit is set are answered yes.
Sum Alternatives::sum_in(std::size_t combination, std::size_t payer) const {
    std::vector<bool> given(kind.incentives.size());
    Sum sum;
    std::size_t bit = 0;
    for (const Member& member : members) {
        const bool holds = !member.open || ((combination >> bit++) & 1U) != 0;
        const auto& unless = planned(member.position).unless;
        given[member.position] = holds && std::none_of(unless.begin(), unless.end(), [&](std::size_t other) { return given[other]; });
        if (given[member.position] && (payer == every_payer || payer == member.payer)) add(sum, member.if_given);
    }
    return sum;
}

/// Puts what may come out in place of what was added up.
void Alternatives::narrow(Sum& total, std::size_t payer) const {
    Sum all = sum_in(0, payer);
    for (std::size_t combination = 1; combination < (std::size_t{1} << open); ++combination) {
        const Sum one = sum_in(combination, payer);
        all.low = min(all.low, one.low);
        all.high = max(all.high, one.high);
    }
    for (const Member& member : members) {
        if (payer != every_payer && payer != member.payer) continue;
        total.low -= member.naive.low;
        if (!total.open_above) total.high -= member.naive.high;
    }
    total.low += all.low;
    if (!total.open_above) total.high += all.high;
}

}  // namespace

void narrow_totals(const IncentivePlan& plan, const Application& application, Award& award) {
    std::size_t first = 0;
    for (const Claim& claim : application.claims) {
        const ClaimPlan& kind = plan.claims[claim.kind];
        Alternatives alternatives{plan, kind, first, award, {}, 0};
        first += kind.incentives.size();
        if (!alternatives.collect()) continue;
        alternatives.narrow(award.total, every_payer);
        for (std::size_t payer = 0; payer < award.payers.size(); ++payer) alternatives.narrow(award.payers[payer], payer);
    }
}

}  // namespace biaochi::detail
