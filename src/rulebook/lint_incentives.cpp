/// @file
/// What a careful reader would ask about incentives.

#include "biaochi/rulebook/incentive_section.hpp"
#include "rulebook/lint.hpp"

namespace biaochi::detail {

void lint_incentives(const Rulebook&, std::vector<Issue>&) {}

}  // namespace biaochi::detail
