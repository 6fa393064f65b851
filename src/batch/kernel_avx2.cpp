/// @file
/// The vector code for AVX2 machines: 4 doubles a vector.

#if defined(__x86_64__)
#define BIAOCHI_LANES 4
#define BIAOCHI_KERNEL kernel_avx2
#include "batch/kernel_source.hpp"  // IWYU pragma: keep
#endif
