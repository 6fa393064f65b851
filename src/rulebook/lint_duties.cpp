/// @file
/// What a careful reader would ask about duties.

#include "biaochi/rulebook/duty_section.hpp"
#include "rulebook/lint.hpp"

namespace biaochi::detail {

void lint_duties(const Rulebook&, std::vector<Issue>&) {}

}  // namespace biaochi::detail
