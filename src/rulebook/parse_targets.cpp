/// @file
/// Reading what a rulebook's source says stands, and what it promises.

#include "biaochi/rulebook/target_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void read_targets(Context&, Fields&) {}

}  // namespace biaochi::detail
