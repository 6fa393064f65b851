/// @file
/// Which loops this machine can run.

#include "whatif/loops.hpp"

namespace biaochi::detail {

const DrawLoops& loops(VectorCode code) noexcept {
#if defined(__x86_64__)
    const bool wants_512 = code == VectorCode::best || code == VectorCode::avx512;
    if (wants_512 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return loops_avx512;
    const bool wants_2 = wants_512 || code == VectorCode::avx2;
    if (wants_2 && __builtin_cpu_supports("avx2")) return loops_avx2;
#endif
    static_cast<void>(code);
    return loops_plain;
}

}  // namespace biaochi::detail
