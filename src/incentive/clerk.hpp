#pragma once
/// @file
/// One award under way: claims are looked at in their order, and what is used up is kept.

#include "biaochi/incentive/award.hpp"
#include "incentive/entitlement.hpp"

namespace biaochi::detail {

/// One award under way.
struct Clerk {
    const IncentivePlan& plan;
    const Application& application;
    Award& out;
    bool alternatives = false;  ///< it is open which of several that exclude each other is given
    std::vector<Sum> left{};    ///< what each cap leaves to the grant under way

    void look_at(std::uint32_t claim);
    void look_at(std::uint32_t claim, std::size_t first, std::size_t position);
    Truth others(const ClaimPlan& kind, const PlannedIncentive& planned, std::size_t first, Grant& grant) const;
    Truth first_time(const PlannedIncentive& planned, Grant& grant) const;
    void cut(const PlannedIncentive& planned, Grant& grant);
    static void cut_by_one(const PlannedIncentive& planned, std::size_t cap, const Sum& left, Grant& grant);
    void cut_by_shared(const PlannedIncentive& planned, Grant& grant);
    CapUse& use_of(const PlannedIncentive& planned, std::uint32_t cap, std::uint32_t incentive, int year);
    [[nodiscard]] Sum received(std::uint32_t incentive, int year) const;
    void settle(const PlannedIncentive& planned, Truth given, Grant& grant);
    void count_once(Grant& grant, Truth given);
    [[nodiscard]] Sum shared(std::uint32_t incentive, Sum all) const;
    void add_up();
};

}  // namespace biaochi::detail
