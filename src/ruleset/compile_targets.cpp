/// @file
/// From targets as written to their plan.

#include "biaochi/rulebook/target_section.hpp"
#include "ruleset/targets.hpp"

namespace biaochi::detail {

std::shared_ptr<const TargetPlan> compile_targets(const Rulebook&, const std::vector<Slot>&, const Choices&, std::vector<Issue>&) {
    return nullptr;
}

}  // namespace biaochi::detail
