#pragma once
/// @file
/// A whole Arrow frame as columns side by side, for what needs all of its rows at once.

#include <cstddef>
#include <memory>
#include <vector>

#include "biaochi/batch/arrow.hpp"

namespace biaochi {

/// The figures of a frame.
struct GatheredFrame {
    std::size_t rows = 0;              ///< of every column
    std::vector<Column> columns;       ///< as of BatchRequest
    std::shared_ptr<const void> held;  ///< keeps their memory
    std::vector<Issue> issues;         ///< what is wrong, as of score_stream(); then there are no columns
};

/// Reads all arrays of a stream; one array is not copied, several are joined.
/// @param scorer   ready rules
/// @param stream   is taken over
/// @param options  `keep` and `columns` count
/// @return the figures, or issues
[[nodiscard]] GatheredFrame gather_stream(const BatchScorer& scorer, ArrowArrayStream* stream, const FrameOptions& options);

}  // namespace biaochi
