#pragma once
/// @file
/// What an incentive comes to for a claim, before caps.

#include "biaochi/incentive/award.hpp"

namespace biaochi::detail {

/// An amount with how it was found.
struct Worked {
    Sum sum;
    std::uint8_t lacks = 0;  ///< bits of Grant::lacks
    std::uint32_t row = no_part;
    std::uint32_t tier = no_part;
    bool in_table = true;  ///< false: numbers have no row for what the claim holds
};

/// Works an amount out.
/// @param planned  the incentive
/// @param claim    of its kind
[[nodiscard]] Worked work_out(const PlannedIncentive& planned, const Claim& claim);

/// @return the base; null where it is not known
[[nodiscard]] feel::Value base_of(const PlannedIncentive& planned, const Claim& claim);

}  // namespace biaochi::detail
