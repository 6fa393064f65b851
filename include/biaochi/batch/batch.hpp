#pragma once
/// @file
/// Scores, classes and points for columns of figures: the answers of score(), at the speed of memory.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "biaochi/batch/column.hpp"
#include "biaochi/core/interval.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"

namespace biaochi {

/// What became of a row.
enum class RowStatus : std::uint8_t {
    decided,       ///< one score and, where there are classes, one class
    undetermined,  ///< the score is an interval, or more than one class is possible
    excluded,      ///< everything is left out: there is no score
    refused,       ///< a figure is lacking without which the rules refuse to score
    bad_value,     ///< a figure is wrong: there is no score, and the issue says what
};

/// @return the status's name, for example "bad_value"
[[nodiscard]] std::string_view name(RowStatus status) noexcept;

/// Marks a row without a class, or with more than one.
inline constexpr std::int16_t no_class = -1;

/// Where points are written, one value a row; what is null is not written.
///
/// Points are those of the scalar path, rounded as the rulebook shows them (Rulebook::shown). A double is the nearest one to that
/// decimal, so that its shortest text is the decimal; a row without points has NaN there, and `no_units` in whole units.
struct PointColumns {
    double* low = nullptr;               ///< least
    double* high = nullptr;              ///< most; equal to `low` where decided
    std::int64_t* low_units = nullptr;   ///< least, in units of 10^-places
    std::int64_t* high_units = nullptr;  ///< most, in units of 10^-places
};

/// Stands in whole units for "no points".
inline constexpr std::int64_t no_units = INT64_MIN;

/// Where the points of one node of the score tree are written.
struct PartColumns {
    std::size_t node = 0;             ///< index into Ruleset::nodes()
    PointColumns points;              ///< of the node; NaN and no_units where it is excluded or refused, or the row is bad
    std::int16_t* segment = nullptr;  ///< of a SegmentRule: the segment that the value fell in; -1: none
};

/// Where the answers of rows are written, one value a row; what is null is not written.
struct RowColumns {
    PointColumns score;                   ///< of the root
    std::int16_t* class_of = nullptr;     ///< index into Ruleset::cuts(); no_class where more than one is possible, or none
    std::int16_t* class_low = nullptr;    ///< the lowest class still possible; no_class: none
    std::int16_t* class_high = nullptr;   ///< the highest one
    RowStatus* status = nullptr;          ///< what became of the row
    std::uint8_t* issue = nullptr;        ///< of a bad row its first IssueCode; otherwise 255
    std::uint32_t* issue_slot = nullptr;  ///< of a bad row the slot of that issue; otherwise UINT32_MAX
};

/// Which vector code is used. The answers are the same bytes for each.
enum class VectorCode : std::uint8_t {
    best,    ///< the widest that the machine has
    none,    ///< no estimate at all: every row goes the exact way
    plain,   ///< what every machine of the architecture has: SSE2, NEON
    avx2,    ///< &nbsp;
    avx512,  ///< &nbsp;
};

/// @return the name, for example "avx2"
[[nodiscard]] std::string_view name(VectorCode code) noexcept;
/// @return what this machine has, the narrowest first, without `best` and `none`
[[nodiscard]] std::vector<VectorCode> vector_codes();

/// What a batch is asked for.
struct BatchRequest {
    std::span<const Column> columns;              ///< at most one a slot; a slot without a column is missing in every row
    std::size_t rows = 0;                         ///< of every column
    RowColumns out;                               ///< the answers of rows
    std::span<const PartColumns> parts;           ///< the points of nodes
    unsigned threads = 1;                         ///< 0: one a core; the answers are the same bytes for any number
    std::function<bool(std::size_t done)> watch;  ///< called now and then on the calling thread; false: stop
    VectorCode code = VectorCode::best;           ///< which vector code
};

/// What a batch took.
struct BatchCount {
    std::size_t rows = 0;     ///< answered
    std::size_t by_grid = 0;  ///< of them not settled by the estimate, but by the decimals that their figures are
    std::size_t exact = 0;    ///< of them sent the exact way
    bool stopped = false;     ///< `watch` returned false; rows that were not reached are not written
};

/// Rules made ready for columns: immutable, cheap to copy, safe to share between threads.
///
/// The tables that the vector code reads are made from the compiled rules that score() reads. Each row is estimated in doubles with a
/// proved bound on the error; where the bound settles the shown digits and the class they are written, and otherwise the row goes
/// the exact way, through check_record(), score() and classify(). docs/decisions/0015-batch.md has the proof.
class BatchScorer {
public:
    /// @param rules  with a score tree
    /// @throws Error with code wrong_ruleset where there is none
    explicit BatchScorer(const Ruleset& rules);

    /// @return the rules
    [[nodiscard]] const Ruleset& rules() const noexcept;

    /// @return whether rows can be estimated; otherwise all go the exact way (logarithms, geometric and harmonic means)
    [[nodiscard]] bool estimates() const noexcept;
    /// @return how far the estimate of a score may be from the exact one, in points
    [[nodiscard]] double error() const noexcept;

    /// Looks at columns before any work: repeated slots, null values, scales, derived figures handed in, growth that needs other records.
    /// @return issues; `where` is `/columns/` and the slot's id, or `/rows` where they are more than any memory holds
    [[nodiscard]] std::vector<Issue> check(std::span<const Column> columns, std::size_t rows) const;

    /// Scores rows.
    /// @param request  columns without issues of check(), and room for the answers
    /// @throws Error with code out_of_range where check() would find an error, or a node or slot does not exist
    BatchCount score(const BatchRequest& request) const;

    /// Estimates scores: the exact ones are within error() of them.
    /// @param columns  without issues of check()
    /// @param first    the first row
    /// @param rows     how many
    /// @param low      room for the least score of each row; NaN: not estimated, ask exact()
    /// @param high     room for the most
    /// @param code     which vector code
    void estimate(std::span<const Column> columns, std::size_t first, std::size_t rows, double* low, double* high,
                  VectorCode code = VectorCode::best) const;

    /// @return the unit of grid(), or 0 where there is no grid
    [[nodiscard]] Number grid_unit() const;

    /// Gives exact scores as whole multiples of grid_unit(), for rows whose figures are all missing or decimals of few places.
    ///
    /// Such scores lie on a grid, and the estimate is clearly nearer to one of its points than to the next.
    /// @param columns  without issues of check()
    /// @param first    the first row
    /// @param rows     how many
    /// @param low      room for the least score of each row; no_units: off the grid, ask exact()
    /// @param high     room for the most
    void grid(std::span<const Column> columns, std::size_t first, std::size_t rows, std::int64_t* low, std::int64_t* high) const;

    /// The exact answer of one row.
    struct Exact {
        RowStatus status = RowStatus::bad_value;
        Interval score;               ///< of a row that has one
        std::vector<Issue> issues{};  ///< of a bad row; `where` is the slot's id
    };
    /// Scores one row exactly.
    [[nodiscard]] Exact exact(std::span<const Column> columns, std::size_t row) const;

    struct Data;  ///< the tables

private:
    std::shared_ptr<const Data> data_;
};

}  // namespace biaochi
