/// @file
/// Checks of incentives.

#include "biaochi/rulebook/incentive_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void validate_incentives(Context&) {}

}  // namespace biaochi::detail
