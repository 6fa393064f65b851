/// @file
/// From incentives as written to their plan.

#include "biaochi/rulebook/incentive_section.hpp"
#include "ruleset/incentives.hpp"

namespace biaochi::detail {

std::shared_ptr<const IncentivePlan> compile_incentives(const Rulebook&, const std::vector<Slot>&, const Choices&, std::vector<Issue>&) {
    return nullptr;
}

}  // namespace biaochi::detail
