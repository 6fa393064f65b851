#pragma once
/// @file
/// Counts over draws: of rows in the fast way, of records in the exact way.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "whatif/estimate.hpp"

namespace biaochi::detail {

/// An end of a record's scores and the first draw that has it.
struct Extreme {
    Number score;
    std::uint64_t draw = 0;
};

/// Keeps the smaller score, of equal ones the earlier draw.
void keep_least(std::optional<Extreme>& extreme, const Number& score, std::uint64_t draw);
/// Keeps the larger score, of equal ones the earlier draw.
void keep_most(std::optional<Extreme>& extreme, const Number& score, std::uint64_t draw);

/// What is counted of each row or record.
struct Counts {
    Counts(std::size_t things, std::size_t ranks, std::size_t classes);

    /// Adds those of another thread.
    void merge(const Counts& other);

    std::size_t rank_width;
    std::size_t class_width;  ///< one more than classes: the first is for none
    std::vector<std::uint32_t> ranks;
    std::vector<std::uint32_t> classes;
    std::vector<std::optional<Extreme>> least;
    std::vector<std::optional<Extreme>> most;
};

/// Rows in the fast way. Of the least and most scores the draws that may have them are kept, and settled exactly in the end; or at once,
/// where the draw at hand has been worked out exactly for the most part.
class RowTally {
public:
    RowTally(const WhatIf::Data& data, std::size_t ranks, std::size_t classes);

    /// Counts an answer.
    void add(Estimate& estimate, const ClassPieces& pieces, std::uint64_t draw);
    /// Settles the least and most scores of a row in the draws of this thread. @pre there are draws
    void settle(Estimate& estimate, std::size_t row);

    Counts counts;
    std::vector<double> sums;  ///< of scores, by row, since begin_chunk()

private:
    /// An estimate and its draw.
    struct Candidate {
        double score = 0;
        std::uint64_t draw = 0;
    };
    void note(Estimate& estimate, std::size_t row, double score, std::uint64_t draw);
    void settle_least(Estimate& estimate, std::size_t row);
    void settle_most(Estimate& estimate, std::size_t row);

    const Linear& linear_;
    bool at_once_;                    ///< leaves are scored in every draw, which is dear: what they give is used while it is there
    std::vector<double> least_mark_;  ///< at or below it a score may be the least
    std::vector<double> most_mark_;
    std::vector<std::vector<Candidate>> lows_;
    std::vector<std::vector<Candidate>> highs_;
};

/// Records in the exact way.
class RecordCounts {
public:
    RecordCounts(const WhatIf::Data& data, std::size_t ranks, std::size_t classes);

    /// Counts an answer.
    void add(const WhatIf::Data& data, const std::vector<Scorecard>& cards, const std::vector<Standing>& standings, std::uint64_t draw);
    /// Adds those of another thread.
    void merge(const RecordCounts& other);

    Counts counts;
    std::vector<double> sums;  ///< of scores, by record
    std::vector<std::int64_t> best;
    std::vector<std::int64_t> worst;
    std::vector<std::uint64_t> undecided;
    std::vector<std::uint64_t> unranked;
};

/// Rank 1 is 0; with average ties steps are halves.
[[nodiscard]] std::int64_t code_of(const Number& rank, Ties ties);
/// The rank of a code.
[[nodiscard]] Number rank_of(std::int64_t code, Ties ties);

}  // namespace biaochi::detail
