/// @file
/// The loops in AVX2.

#if defined(__x86_64__)
#define BIAOCHI_LOOPS loops_avx2
#define BIAOCHI_TARGET __attribute__((target("avx2")))
#define BIAOCHI_LANES 4
#include "whatif/loops_source.hpp"
#endif
