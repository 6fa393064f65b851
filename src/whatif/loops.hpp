#pragma once
/// @file
/// The inner loops of a draw, once for each vector code; all give the same bytes.

#include <cstddef>
#include <cstdint>

#include "biaochi/batch/batch.hpp"

namespace biaochi::detail {

/// Rows are padded to a multiple of this.
inline constexpr std::size_t row_block = 8;

/// The inner loops in one vector code. Lengths are multiples of row_block.
struct DrawLoops {
    /// Adds up coefficient × points over terms, in the order of the terms, each product and sum rounded once.
    /// @param points  by term, then row
    /// @param out     one a row
    void (*add_up)(const double* coefficients, const double* points, std::size_t terms, std::size_t rows, double* out);

    /// Counts for each row the weights of the rows that are above it by more than a margin.
    void (*count_above)(const double* scores, const std::int64_t* weights, std::size_t rows, double margin, std::int64_t* above);

    /// Counts for each row the edges that it is surely at or above.
    /// @param margin  how near an edge a score may be without being surely on one side
    /// @param passed  one a row
    /// @return whether every row is surely on one side of every edge
    bool (*count_passed)(const double* scores, std::size_t rows, const double* edges, std::size_t count, double margin,
                         std::int64_t* passed);

    /// Tells whether some row is below its least so far, or above its most.
    bool (*any_outside)(const double* scores, const double* least, const double* most, std::size_t rows);
};

/// @return the loops of a vector code; where the machine lacks it, or of `best`, the widest that it has
[[nodiscard]] const DrawLoops& loops(VectorCode code) noexcept;

extern const DrawLoops loops_plain;
#if defined(__x86_64__)
extern const DrawLoops loops_avx2;
extern const DrawLoops loops_avx512;
#endif

}  // namespace biaochi::detail
