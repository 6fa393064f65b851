/// @file
/// The loops in what every machine of the architecture has.

#define BIAOCHI_LOOPS loops_plain
#define BIAOCHI_TARGET
#define BIAOCHI_LANES 2
#include "whatif/loops_source.hpp"
