/// @file
/// The vector code for AVX512 machines: 8 doubles a vector.

#if defined(__x86_64__)
#define BIAOCHI_LANES 8
#define BIAOCHI_KERNEL kernel_avx512
#include "batch/kernel_source.hpp"  // IWYU pragma: keep
#endif
