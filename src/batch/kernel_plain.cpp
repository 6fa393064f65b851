/// @file
/// The vector code for what every machine of the architecture has: two doubles a vector.

#define BIAOCHI_LANES 2
#define BIAOCHI_KERNEL kernel_plain
#include "batch/kernel_source.hpp"  // IWYU pragma: keep
