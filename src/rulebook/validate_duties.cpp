/// @file
/// Checks of duties.

#include "biaochi/rulebook/duty_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void validate_duties(Context&) {}

}  // namespace biaochi::detail
