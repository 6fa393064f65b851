#pragma once
/// @file
/// A score tree as a sum of coefficient × points, where weights vary, with a bound on the error of doing that in doubles.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "biaochi/whatif/whatif.hpp"

namespace biaochi::detail {

struct Changes;

/// Records that are ranked with each other.
using Cohorts = std::vector<std::vector<std::size_t>>;

/// @return the records by period and, where ranks are inside peer groups, group
[[nodiscard]] Cohorts find_cohorts(const Ruleset& rules, const std::vector<Record>& records);

/// How the coefficients of a group's parts follow from those of the group and the weights drawn.
struct CoefficientStep {
    /// A coefficient that is computed here: `scale` × what the group passes on.
    struct Out {
        std::size_t coefficient = 0;
        double scale = 1;
        std::size_t variation = 0;  ///< of a varied part
    };
    std::size_t base = 0;     ///< the group's own coefficient
    std::vector<Out> varied;  ///< times the weight drawn
    std::vector<Out> rest;
    bool rescale = false;  ///< all add up to `whole`
    bool mean = false;     ///< divided by the weights of all
    double whole = 0;
    double rest_whole = 0;
};

/// A row of points: a part, or several that always count for the same.
struct LinearTerm {
    std::size_t coefficient = 0;
    std::size_t leaf = no_index;  ///< whose points a draw changes; none: they stay
    double most = 0;              ///< no points are larger than this, on either side of zero
};

/// Records whose points are the same in every draw: one row stands for all of them.
struct Row {
    std::vector<std::size_t> records;
    bool constant = false;  ///< the score is the same in every draw
};

/// The rows of one cohort.
struct CohortRows {
    std::size_t first = 0;   ///< a multiple of row_block
    std::size_t count = 0;   ///< without padding
    std::size_t padded = 0;  ///< a multiple of row_block
    std::int64_t pairs = 0;  ///< of two rows, by the product of their weights
};

/// The whole of it.
struct Linear {
    bool usable = false;
    std::size_t coefficients = 1;  ///< the first is the root's, 1
    std::vector<CoefficientStep> steps;
    std::vector<LinearTerm> terms;
    std::vector<double> low;   ///< by variation
    std::vector<double> span;  ///< by variation: high − low
    std::vector<Row> rows;     ///< with padding, whose rows have no records
    std::vector<CohortRows> cohorts;
    std::vector<std::int64_t> weights;  ///< by row: what it counts for to the rows below: its records, or 1 with dense ranks; padding 0
    std::vector<double> points;         ///< by term, then row
    double bound = 0;                   ///< no estimate is further from the exact score
    double margin = 0;                  ///< rows whose estimates differ by more are surely in that order
    double most = 0;                    ///< no estimate is larger than this, on either side of zero
};

/// Brings the tree to that form, where it has it: sums and arithmetic means of decided points, without caps and rounding above what varies.
[[nodiscard]] Linear make_linear(const Ruleset& rules, const std::vector<Record>& records, const std::vector<Scorecard>& cards,
                                 const std::vector<Variation>& variations, const Changes& changes, const Cohorts& cohorts);

}  // namespace biaochi::detail
