/// @file
/// Reading who must do what, with whom, by when.

#include "biaochi/rulebook/duty_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void read_duties(Context&, Fields&) {}

}  // namespace biaochi::detail
