/// @file
/// Reading and checking what a rulebook does not compute, with the reason.

#include "biaochi/rulebook/not_rules_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void read_not_rules(Context&, Fields&) {}

void validate_not_rules(Context&) {}

}  // namespace biaochi::detail
