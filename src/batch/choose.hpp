#pragma once
/// @file
/// Which vector code runs.

#include "batch/kernel.hpp"
#include "biaochi/batch/batch.hpp"

namespace biaochi::detail {

/// @return the functions of that code; `best` and what the machine lacks give the widest that it has
[[nodiscard]] const Kernel& kernel_of(VectorCode code);

}  // namespace biaochi::detail
