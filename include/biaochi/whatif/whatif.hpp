#pragma once
/// @file
/// What-if: many draws of weights, band edges or figures within stated ends, and where each record then stands.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "biaochi/core/interval.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/standing/standing.hpp"
#include "biaochi/whatif/variation.hpp"

namespace biaochi {

/// Where the numbers u come from that stand for each draw and variation.
struct DrawSource {
    std::uint64_t draws = 0;         ///< how many draws, at most most_draws
    std::uint64_t seed = 0;          ///< the key of Philox4x32-10; variation k of draw r takes word k mod 4 of block (r, k div 4, 0, 0)
    const double* sample = nullptr;  ///< instead of the generator: draws × variations, row by row, each from 0 to below 1
};

/// What a run is asked for.
struct WhatIfRequest {
    DrawSource source;                              ///< the draws
    unsigned threads = 1;                           ///< 0: one a core; the answers are the same bytes for any number
    VectorCode code = VectorCode::best;             ///< which vector code; `none`: every draw goes the exact way
    std::function<bool(std::uint64_t done)> watch;  ///< called now and then on the calling thread; false: stop
    double* scores =
        nullptr;  ///< room for draws × records scores, within error() of the exact ones, or the nearest; NaN: none, or an interval
    double* ranks = nullptr;  ///< room for draws × records ranks, halves with average ties; NaN: none, or an interval
};

/// How a record fared over all draws.
struct RecordTally {
    Number best;                         ///< the best rank in any draw; 0: it never had one
    Number worst;                        ///< the worst one
    std::vector<std::uint64_t> ranks;    ///< how many draws gave rank 1 + i, or 1 + i/2 with average ties; only where one rank was possible
    std::uint64_t undecided = 0;         ///< in how many draws more than one rank was possible
    std::uint64_t unranked = 0;          ///< in how many draws there was no score
    std::vector<std::uint64_t> classes;  ///< how many draws gave each of Ruleset::cuts(); only where one class was possible
    std::uint64_t unclassed = 0;         ///< in how many draws no class, or more than one, was possible
    std::optional<Interval> score;       ///< the least and the most in any draw, exactly
    std::uint64_t least_draw = 0;        ///< the first draw with the least score
    std::uint64_t most_draw = 0;         ///< the first draw with the most
    double mean = 0;                     ///< of the scores, within error() and 2^-40 of itself; of an interval its middle
};

/// What came of a run.
struct WhatIfResult {
    std::uint64_t draws = 0;           ///< that were made
    std::uint64_t exact = 0;           ///< of them those that went the exact way as a whole
    std::uint64_t settled = 0;         ///< scores that the estimate left open and exact numbers settled: near ties, near class edges
    bool stopped = false;              ///< `watch` returned false; there are no tallies
    std::vector<RecordTally> records;  ///< one a record
};

/// Finds the rank that a share of draws is at or better than: the least one that at least that share reaches.
/// @param tally  of a record
/// @param share  0 to 1; 0 gives the best rank
/// @param ties   as the rulebook has it
/// @return none where in some draw the record had no rank, or more than one was possible
[[nodiscard]] std::optional<Number> rank_at(const RecordTally& tally, const Number& share, Ties ties);

/// One draw, exactly.
struct Replicate {
    std::vector<Number> values;                   ///< one a variation
    std::vector<std::optional<Interval>> scores;  ///< one a record; none where there is no score
    std::vector<Standing> standings;              ///< one a record
};

/// The most draws of a run.
inline constexpr std::uint64_t most_draws = 1'000'000'000;
/// The most records of a what-if, since all are ranked with all.
inline constexpr std::size_t most_what_if_records = 4'000;

/// Rules, records and what varies, made ready: immutable, cheap to copy, safe to share between threads.
///
/// Each draw is estimated in doubles with a proved bound on the error; ties, ranks and classes that the bound leaves open are settled
/// with exact numbers. docs/decisions/0016-what-if.md has the proof.
class WhatIf {
public:
    [[nodiscard]] const Ruleset& rules() const noexcept;                      ///< @return the rules
    [[nodiscard]] const std::vector<Record>& records() const noexcept;        ///< @return the records
    [[nodiscard]] const std::vector<Variation>& variations() const noexcept;  ///< @return what varies, in the order of a sample's columns
    [[nodiscard]] const DrawSource& source() const noexcept;                  ///< @return draws and seed of the specification
    [[nodiscard]] const std::vector<Number>& quantiles() const noexcept;      ///< @return of ranks, those that the specification asks for
    [[nodiscard]] const std::vector<Scorecard>& cards() const noexcept;       ///< @return the unvaried answers, one a record
    [[nodiscard]] const std::vector<Standing>& standings() const noexcept;    ///< @return the unvaried standings, one a record
    /// @return whether draws are estimated in doubles; otherwise each goes the exact way
    [[nodiscard]] bool estimates() const noexcept;
    /// @return how far the estimate of a score may be from the exact one, in points; a draw that goes the exact way gives the nearest
    /// double
    [[nodiscard]] double error() const noexcept;

    /// Makes all draws.
    /// @throws Error with code out_of_range where there are more than most_draws, or a value of the sample is not in [0, 1)
    [[nodiscard]] WhatIfResult run(const WhatIfRequest& request) const;

    /// Makes one draw again, exactly.
    /// @param source  as of the run
    /// @param draw    which one, from 0
    /// @throws Error with code out_of_range where there is no such draw
    [[nodiscard]] Replicate replicate(const DrawSource& source, std::uint64_t draw) const;

    struct Data;  ///< the tables

private:
    friend struct WhatIfBuilder;
    std::shared_ptr<const Data> data_;
};

/// A what-if, or why there is none.
struct CompiledWhatIf {
    std::optional<WhatIf> what_if;  ///< set only when there is no error
    std::vector<Issue> issues;      ///< `where` is a JSON Pointer into the specification
};

/// Reads a specification and checks it against rules and records.
/// @param rules    rules with a score tree
/// @param records  laid out for them, checked
/// @param spec     JSON, see docs/reference/whatif.md
/// @return the what-if, or issues; never throws on any text
/// @throws Error with code wrong_ruleset where there is no score tree, or a record was laid out for other rules
[[nodiscard]] CompiledWhatIf compile_what_if(const Ruleset& rules, std::vector<Record> records, std::string_view spec);

/// Looks at a sample before any work.
/// @param what_if  a what-if
/// @param values   row by row
/// @param columns  its width
/// @return issues bad_sample; `where` is `/sample`
[[nodiscard]] std::vector<Issue> check_sample(const WhatIf& what_if, std::span<const double> values, std::size_t columns);

}  // namespace biaochi
