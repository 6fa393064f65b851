#pragma once
/// @file
/// What becomes of a frame, as C callers write it.

#include <vector>

#include "biaochi/batch/arrow.hpp"
#include "biaochi/core/issue.hpp"

namespace biaochi::capi {

/// Options, or what is wrong with their text.
struct ReadOptions {
    FrameOptions options;
    std::vector<Issue> issues;
};

/// @param text  JSON object with any of keep, columns, parts, ranges, ranks, key, decimals, threads; or null for none
[[nodiscard]] ReadOptions read_frame_options(const char* text);

}  // namespace biaochi::capi
