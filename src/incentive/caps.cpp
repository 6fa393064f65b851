/// @file
/// Caps: what of an amount is left under them, and what several claims come to.

#include "incentive/clerk.hpp"
#include "incentive/sums.hpp"

namespace biaochi::detail {

/// What was received of an incentive in a year, or in all; of what has no year, maybe.
Sum Clerk::received(std::uint32_t incentive, int year) const {
    Sum sum;
    for (const Received& each : application.received) {
        if (each.incentive != incentive || (year != 0 && each.year && *each.year != year)) continue;
        Sum one = each.amount ? exactly(*each.amount) : anything();
        if (year != 0 && !each.year) one.low = Number();
        add(sum, one);
    }
    return sum;
}

CapUse& Clerk::use_of(const PlannedIncentive& planned, std::uint32_t cap, std::uint32_t incentive, int year) {
    const int counted = planned.source->caps[cap].per == Cap::Per::applicant ? 0 : year;
    for (CapUse& use : out.uses) {
        if (use.incentive == incentive && use.cap == cap && use.year == counted) return use;
    }
    out.uses.push_back({incentive, cap, counted, received(incentive, counted), Sum()});
    return out.uses.back();
}

/// Cuts an amount to a cap, or to what earlier claims leave under it.
void Clerk::cut_by_one(const PlannedIncentive& planned, std::uint32_t cap, Grant& grant) {
    const PlannedNumber& limit = planned.caps[cap];
    Sum left = sum_of(limit);
    const bool over_several = planned.source->caps[cap].per != Cap::Per::claim;
    if (over_several) {
        CapUse& use = use_of(planned, cap, grant.incentive, application.claims[grant.claim].year);
        left = rest(rest(left, use.received), use.asked);
        Sum asked = grant.amount;
        if (!grant.entitled) asked.low = Number();
        add(use.asked, asked);
    }
    if (surely_within(grant.amount, left)) return;
    grant.cap = cap;
    if (!left.decided()) grant.lacks |= limit.known() ? lacks::cap : lacks::number;
    grant.amount = least(grant.amount, left);
}

void Clerk::cut(const PlannedIncentive& planned, Grant& grant) {
    for (std::size_t cap = 0; cap < planned.caps.size(); ++cap) cut_by_one(planned, static_cast<std::uint32_t>(cap), grant);
}

/// What an incentive with caps over several claims comes to: what is asked, as far as the caps leave it.
Sum Clerk::shared(std::uint32_t incentive) const {
    const PlannedIncentive& planned = plan.incentives[incentive];
    Sum all = anything();
    for (std::size_t cap = 0; cap < planned.caps.size(); ++cap) {
        if (planned.source->caps[cap].per == Cap::Per::claim) continue;
        Sum under;
        for (const CapUse& use : out.uses) {
            if (use.incentive != incentive || use.cap != cap) continue;
            add(under, least(use.asked, rest(sum_of(planned.caps[cap]), use.received)));
        }
        const Sum narrower = least(all, under);
        all = {under.low, narrower.high, narrower.open_above};
    }
    return all;
}

}  // namespace biaochi::detail
