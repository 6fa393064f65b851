/// @file
/// Reading who pays what to whom, for what.

#include "biaochi/rulebook/incentive_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void read_incentives(Context&, Fields&) {}

}  // namespace biaochi::detail
