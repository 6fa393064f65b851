#pragma once
/// @file
/// Blocks shared out among threads.

#include "batch/data.hpp"
#include "batch/kernel.hpp"
#include "batch/program.hpp"

namespace biaochi::detail {

/// Answers all rows of a request.
/// @param program  none: every row goes the exact way
BatchCount answer_blocks(const BatchScorer::Data& data, const Program* program, const Kernel& kernel, const BatchRequest& request);

}  // namespace biaochi::detail
