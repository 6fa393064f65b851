/// @file
/// What a careful reader would ask about targets.

#include "biaochi/rulebook/target_section.hpp"
#include "rulebook/lint.hpp"

namespace biaochi::detail {

void lint_targets(const Rulebook&, std::vector<Issue>&) {}

}  // namespace biaochi::detail
