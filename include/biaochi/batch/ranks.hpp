#pragma once
/// @file
/// Exact standings of columns: ranks with declared ties inside groups, the first few, keys that sort as scores do.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "biaochi/batch/batch.hpp"

namespace biaochi {

/// What ranks are asked for.
struct RankRequest {
    std::span<const Column> columns;              ///< as of BatchRequest
    std::size_t rows = 0;                         ///< of every column
    const std::uint32_t* cohorts = nullptr;       ///< rows with the same number are ranked together; null: all are
    double* best = nullptr;                       ///< the best rank still possible, 1 or more, halves with average ties; NaN: no score
    double* worst = nullptr;                      ///< the worst one
    unsigned threads = 1;                         ///< as of BatchRequest
    std::function<bool(std::size_t done)> watch;  ///< as of BatchRequest
    VectorCode code = VectorCode::best;           ///< as of BatchRequest
};

/// Ranks rows against each other inside their cohorts, as standings() does, exactly.
///
/// Where the rulebook ranks scores as they are, rows are sorted by estimates, and those are scored exactly that an estimate cannot tell
/// from another row of the cohort. Where it ranks rounded scores, these are compared in whole units.
///
/// @param scorer   ready rules, whose `ranking` says how ties share ranks and what is compared
/// @param request  columns without issues of check(), and room for the ranks
/// @return false where `watch` stopped it; ranks are then not written, or some are
/// @throws Error with code out_of_range where check() would find an error, or there are more than 4,294,967,293 rows
bool rank_rows(const BatchScorer& scorer, const RankRequest& request);

/// Finds the rows with the highest scores, exactly: all whose best rank is at most @p count, the best first, equal ones by row.
/// @param scorer   ready rules
/// @param columns  as of BatchRequest
/// @param rows     of every column
/// @param count    how many places
/// @param threads  as of BatchRequest
/// @param code     as of BatchRequest
/// @param watch    as of BatchRequest
/// @return rows, with every row that ties for the last place; none where @p watch stopped it
/// @throws Error as of rank_rows()
[[nodiscard]] std::vector<std::size_t> top_rows(const BatchScorer& scorer, std::span<const Column> columns, std::size_t rows,
                                                std::size_t count, unsigned threads = 1, VectorCode code = VectorCode::best,
                                                const std::function<bool(std::size_t done)>& watch = {});

/// Writes a number as bytes whose order is that of the numbers: a < b exactly when key(a) < key(b) byte by byte, a = b when equal.
///
/// The bytes are those of the continued fraction of the number; any sorter that compares bytes ranks by it exactly. No key is the
/// beginning of another.
///
/// @param value  any number
/// @return a whole number up to 111 has two bytes; a score of a table with a few decimals about ten
[[nodiscard]] std::string sort_key(const Number& value);

}  // namespace biaochi
