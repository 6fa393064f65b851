/// @file
/// Caps: what of an amount is left under them, and what several claims come to.

#include <algorithm>

#include "incentive/clerk.hpp"
#include "incentive/sums.hpp"

namespace biaochi::detail {
namespace {

/// Notes that it is open what a claim asks of a cap.
void note_open(CapUse& use, std::uint32_t claim) {
    const auto free = std::find(use.open.begin(), use.open.end(), no_part);
    if (free != use.open.end()) *free = claim;
}

}  // namespace

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

/// Cuts an amount to what a cap leaves.
void Clerk::cut_by_one(const PlannedIncentive& planned, std::size_t cap, const Sum& left, Grant& grant) {
    const PlannedNumber& limit = planned.caps[cap];
    if (surely_within(grant.amount, left)) return;
    grant.cap = static_cast<std::uint32_t>(cap);
    if (!left.decided()) grant.lacks |= limit.known() ? lacks::cap : lacks::number;
    grant.amount = least(grant.amount, left);
}

/// Asks caps over several claims. What another cap cuts off is not asked of a cap: it stays there for later claims.
void Clerk::cut_by_shared(const PlannedIncentive& planned, Grant& grant) {
    const int year = application.claims[grant.claim].year;
    const auto is_shared = [&](std::size_t cap) { return planned.source->caps[cap].per != Cap::Per::claim; };
    left.assign(planned.caps.size(), Sum());
    for (std::size_t cap = 0; cap < left.size(); ++cap) {
        if (!is_shared(cap)) continue;
        const CapUse& use = use_of(planned, static_cast<std::uint32_t>(cap), grant.incentive, year);
        left[cap] = rest(rest(sum_of(planned.caps[cap]), use.received), use.asked);
    }
    Sum own = grant.amount;
    if (!grant.entitled) own.low = Number();
    for (std::size_t cap = 0; cap < left.size(); ++cap) {
        if (!is_shared(cap)) continue;
        Sum asked = own;
        for (std::size_t other = 0; other < left.size(); ++other) {
            if (other != cap && is_shared(other)) asked = least(asked, left[other]);
        }
        CapUse& use = use_of(planned, static_cast<std::uint32_t>(cap), grant.incentive, year);
        add(use.asked, asked);
        if (!asked.decided()) note_open(use, grant.claim);
        cut_by_one(planned, cap, left[cap], grant);
    }
}

void Clerk::cut(const PlannedIncentive& planned, Grant& grant) {
    for (std::size_t cap = 0; cap < planned.caps.size(); ++cap) {
        if (planned.source->caps[cap].per == Cap::Per::claim) cut_by_one(planned, cap, sum_of(planned.caps[cap]), grant);
    }
    if (planned.keeps_count) cut_by_shared(planned, grant);
}

/// What an incentive with caps over several claims comes to: what is given for each claim, and what is asked of each cap, as far as the
/// cap leaves it, both say what it may be.
/// @param all  what is given for each claim, added up
Sum Clerk::shared(std::uint32_t incentive, Sum all) const {
    const PlannedIncentive& planned = plan.incentives[incentive];
    for (std::size_t cap = 0; cap < planned.caps.size(); ++cap) {
        if (planned.source->caps[cap].per == Cap::Per::claim) continue;
        Sum under;
        for (const CapUse& use : out.uses) {
            if (use.incentive != incentive || use.cap != cap) continue;
            add(under, least(use.asked, rest(sum_of(planned.caps[cap]), use.received)));
        }
        const Sum narrower = least(all, under);
        all = {max(all.low, under.low), narrower.high, narrower.open_above};
    }
    return all;
}

}  // namespace biaochi::detail
