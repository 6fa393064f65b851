/// @file
/// What would help to decide a grant; what of it goes to a person.

#include <algorithm>

#include "biaochi/condition/check.hpp"
#include "biaochi/incentive/award.hpp"
#include "incentive/amount.hpp"
#include "incentive/sums.hpp"

namespace biaochi {
namespace detail {
namespace {

using Kind = GrantNeed::Kind;

/// The needs of one grant.
struct Search {
    const Ruleset& rules;
    const Application& application;
    const Award& award;
    const Grant& grant;
    const PlannedIncentive& planned;
    const Claim& claim;
    std::vector<GrantNeed> found;

    void add(GrantNeed need) {
        if (std::find(found.begin(), found.end(), need) == found.end()) found.push_back(std::move(need));
    }
    void add_open(std::size_t open) {
        if (open != no_index) add({Kind::open_point, rules.rulebook().open[open].first, open});
    }
    void add_slot(std::size_t slot);
    void of_condition();
    void of_base();
    void of_numbers();
    [[nodiscard]] bool may_be_cut_by(const CapUse& use) const;
    void of_caps();
};

void Search::add_slot(std::size_t slot) {
    const feel::Value& value = claim.inputs[slot];
    if (value.is_null()) add({Kind::field, value.null().about ? *value.null().about : std::string(), no_index});
}

void Search::of_condition() {
    add_open(planned.when_open);
    for (const PlannedWhen& when : planned.when) {
        const Judgement judged = judge(rules, when.expression, claim.inputs);
        for (const Missing& need : judged.needs) {
            if (!need.fact.empty()) add({Kind::field, need.fact, no_index});
        }
        const bool no_value = judged.answer == Answer::undetermined && judged.needs.empty();
        if (no_value && judged.value.is_null()) add({Kind::other, std::string(feel::name(judged.value.null().cause)), no_index});
    }
}

void Search::of_base() {
    const std::size_t before = found.size();
    for (const std::uint32_t slot : planned.base->reads()) add_slot(slot);
    const feel::Value base = base_of(planned, claim);
    if (found.size() == before && base.is_null()) add({Kind::other, std::string(feel::name(base.null().cause)), no_index});
}

void Search::of_numbers() {
    if (grant.row != no_part) {
        add_open(planned.numbers.rows[grant.row].open);
    } else if (planned.numbers.slot == no_index) {
        for (const PlannedNumber& row : planned.numbers.rows) add_open(row.open);
    }
    for (std::size_t i = 0; i < planned.tiers.size() && grant.tier != no_part && i <= grant.tier; ++i)
        add_open(planned.tiers[i].share.open);
    if (grant.cap != no_part) add_open(planned.caps[grant.cap].open);
}

/// Whether a cap over several claims may cut something off the grant.
bool Search::may_be_cut_by(const CapUse& use) const {
    if (use.incentive != grant.incentive || (use.year != 0 && use.year != claim.year)) return false;
    return !surely_within(use.asked, rest(sum_of(planned.caps[use.cap]), use.received));
}

/// What was received without an amount or year; earlier claims that may take from the cap.
void Search::of_caps() {
    for (const CapUse& use : award.uses) {
        if (may_be_cut_by(use) && !use.received.decided()) add({Kind::received, *planned.id, no_index});
    }
    for (const CapUse& use : award.uses) {
        if (!may_be_cut_by(use)) continue;
        for (const std::uint32_t open : use.open) {
            if (open < grant.claim) add({Kind::claim, application.claims[open].id, no_index});
        }
    }
}

}  // namespace
}  // namespace detail

std::vector<GrantNeed> needs_of(const Ruleset& rules, const Application& application, const Award& award, const Grant& grant) {
    const IncentivePlan& plan = *rules.incentives();
    detail::Search search{rules, application, award, grant, plan.incentives[grant.incentive], application.claims[grant.claim], {}};
    const auto misses = [&](std::uint8_t bit) { return (grant.lacks & bit) != 0; };
    if (misses(lacks::condition)) search.of_condition();
    if (misses(lacks::goes_before)) search.add({GrantNeed::Kind::incentive, *plan.incentives[grant.other_incentive].id, no_index});
    if (misses(lacks::once)) search.add({GrantNeed::Kind::claim, application.claims[grant.other_claim].id, no_index});
    if (misses(lacks::row)) search.add_slot(search.planned.numbers.slot);
    if (misses(lacks::base)) search.of_base();
    if (misses(lacks::number)) search.of_numbers();
    if (misses(lacks::text)) {
        for (const std::string& absent : search.planned.source->amount.absent) search.add({GrantNeed::Kind::text, absent, no_index});
    }
    if (misses(lacks::cap)) search.of_caps();
    return std::move(search.found);
}

Sum share_of(const PlannedIncentive& planned, std::size_t share, const Sum& amount) {
    Sum percent = detail::sum_of(planned.shares[share]);
    percent = detail::least(percent, detail::exactly(Number(1)));
    Sum part = detail::product(percent, amount);
    const Bound bound = planned.source->shares[share].bound;
    if (bound == Bound::at_most) part.low = Number();
    if (bound == Bound::at_least) {
        part.high = amount.high;
        part.open_above = amount.open_above;
    }
    return part;
}

}  // namespace biaochi
