/// @file
/// Checks of targets.

#include "biaochi/rulebook/target_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void validate_targets(Context&) {}

}  // namespace biaochi::detail
