/// @file
/// The loops in AVX-512.

#if defined(__x86_64__)
#define BIAOCHI_LOOPS loops_avx512
#define BIAOCHI_TARGET __attribute__((target("avx512f,avx512dq")))
#define BIAOCHI_LANES 8
#include "whatif/loops_source.hpp"
#endif
