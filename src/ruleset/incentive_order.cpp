/// @file
/// The order in which incentives for a claim are looked at.

#include "ruleset/incentive_order.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace biaochi::detail {
namespace {

/// Where each incentive stands among those for the same claims.
std::unordered_map<std::string_view, std::size_t> positions_of(const IncentivePlan& plan) {
    std::unordered_map<std::string_view, std::size_t> positions;
    for (const ClaimPlan& claim : plan.claims) {
        for (std::size_t i = 0; i < claim.incentives.size(); ++i) positions.emplace(*plan.incentives[claim.incentives[i]].id, i);
    }
    return positions;
}

/// One that waits until those that go before it are placed.
struct Waiting {
    std::size_t position = 0;
    std::size_t next = 0;  ///< in `unless`
};

/// A chain may be as long as the rulebook: those that wait are kept in a list.
void put_in_order(const IncentivePlan& plan, ClaimPlan& claim) {
    std::vector<bool> placed(claim.incentives.size());
    std::vector<Waiting> waiting;
    claim.order.reserve(placed.size());
    for (std::size_t start = 0; start < placed.size(); ++start) {
        if (!placed[start]) waiting.push_back({start, 0});
        while (!waiting.empty()) {
            Waiting& last = waiting.back();
            const auto& unless = plan.incentives[claim.incentives[last.position]].unless;
            if (last.next < unless.size()) {
                const std::size_t other = unless[last.next++];
                if (!placed[other]) waiting.push_back({other, 0});
                continue;
            }
            claim.order.push_back(last.position);
            placed[last.position] = true;
            waiting.pop_back();
        }
    }
}

}  // namespace

void order_incentives(IncentivePlan& plan) {
    const auto positions = positions_of(plan);
    for (PlannedIncentive& target : plan.incentives) {
        target.unless.reserve(target.source->unless.size());
        for (const std::string& id : target.source->unless) target.unless.push_back(positions.at(id));
    }
    for (ClaimPlan& claim : plan.claims) put_in_order(plan, claim);
}

}  // namespace biaochi::detail
