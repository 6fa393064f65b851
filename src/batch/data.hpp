#pragma once
/// @file
/// What a BatchScorer holds.

#include <optional>
#include <vector>

#include "batch/program.hpp"
#include "biaochi/batch/batch.hpp"

namespace biaochi {

struct BatchScorer::Data {
    /// The doubles from which, and up to which, a segment holds.
    struct Edges {
        double from;
        double to;
    };

    Ruleset rules;
    std::optional<detail::Program> totals;          ///< none: no estimates
    std::optional<detail::Program> parts;           ///< the same with a buffer for each node
    std::vector<std::vector<Edges>> segment_edges;  ///< by node; empty where it has no segments
};

}  // namespace biaochi
