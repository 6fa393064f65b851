#pragma once
/// @file
/// What changed from the period before: scores, ranks and classes of the same region, a year earlier.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "biaochi/batch/batch.hpp"

namespace biaochi {

/// Stands for "no row".
inline constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();

/// Finds the row of the same region a year earlier: of `2021` in `2020`, of `2021-06` in `2020-06`, as growth does.
///
/// @param regions  a number for the region of each row, for example by TextCodes
/// @param periods  a number for the period of each row: an index into @p texts; as many as regions
/// @param texts    the periods' texts; one that does not begin with a year of four digits has none before it
/// @return a row for each; no_row where there is none; the first where there are several
/// @throws Error with code out_of_range where the lengths differ or a number is no index
[[nodiscard]] std::vector<std::size_t> previous_rows(std::span<const std::uint32_t> regions, std::span<const std::uint32_t> periods,
                                                     std::span<const std::string> texts);

/// What changes of scores are asked for.
struct ChangeRequest {
    std::span<const Column> columns;              ///< as of BatchRequest
    std::size_t rows = 0;                         ///< of every column
    std::span<const std::size_t> previous;        ///< one a row, as previous_rows() gives them
    PointColumns change;                          ///< the score less that of the previous row; nothing where one has no score
    unsigned threads = 1;                         ///< as of BatchRequest
    std::function<bool(std::size_t done)> watch;  ///< as of BatchRequest
    VectorCode code = VectorCode::best;           ///< as of BatchRequest
};

/// Subtracts the previous scores from the scores, exactly, and only then rounds the difference as points are shown.
///
/// A score that is an interval makes the change one: from its low end less the other's high end to its high end less the other's low end.
///
/// @param scorer   ready rules
/// @param request  columns without issues of check(), and room for the changes
/// @return false where `watch` stopped it
/// @throws Error with code out_of_range where check() would find an error, or a previous row does not exist
bool score_changes(const BatchScorer& scorer, const ChangeRequest& request);

/// Subtracts ranks from previous ranks: the places won, 3 from 8th to 5th; below zero places lost.
///
/// @param ranks     one a row, as rank_rows() gives them; NaN: none
/// @param opposite  the other ends of the ranks, where they are intervals; otherwise the same
/// @param previous  one a row, as previous_rows() gives them
/// @param change    room for one a row: the previous row's @p opposite less @p ranks; NaN where there is none
void rank_changes(const double* ranks, const double* opposite, std::span<const std::size_t> previous, double* change) noexcept;

}  // namespace biaochi
