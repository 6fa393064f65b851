/// @file
/// What this machine can run.

#include "batch/choose.hpp"

#include <algorithm>
#include <array>

namespace biaochi {

std::string_view name(VectorCode code) noexcept {
    constexpr std::array<std::string_view, 5> names{"best", "none", "plain", "avx2", "avx512"};
    return names[static_cast<std::size_t>(code)];
}

std::vector<VectorCode> vector_codes() {
    std::vector<VectorCode> codes{VectorCode::plain};
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) codes.push_back(VectorCode::avx2);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        codes.push_back(VectorCode::avx512);
    }
#endif
    return codes;
}

namespace detail {

const Kernel& kernel_of(VectorCode code) {
    static const std::vector<VectorCode> codes = vector_codes();
    const bool has = std::find(codes.begin(), codes.end(), code) != codes.end();
#if defined(__x86_64__)
    switch (has ? code : codes.back()) {
        case VectorCode::avx2:
            return kernel_avx2;
        case VectorCode::avx512:
            return kernel_avx512;
        default:
            return kernel_plain;
    }
#else
    static_cast<void>(has);
    return kernel_plain;
#endif
}

}  // namespace detail
}  // namespace biaochi
