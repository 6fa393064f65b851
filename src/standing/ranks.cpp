/// @file
/// Rank intervals under each rule for ties; every rule sorts once and then looks up.

#include "standing/ranks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "biaochi/core/rounding.hpp"
#include "standing/distinct.hpp"

namespace biaochi {

namespace {

std::vector<Number> sorted_lows(std::span<const Interval> values) {
    std::vector<Number> ends;
    ends.reserve(values.size());
    for (const auto& value : values) ends.push_back(value.low);
    std::sort(ends.begin(), ends.end());
    return ends;
}

std::vector<Number> sorted_highs(std::span<const Interval> values) {
    std::vector<Number> ends;
    ends.reserve(values.size());
    for (const auto& value : values) ends.push_back(value.high);
    std::sort(ends.begin(), ends.end());
    return ends;
}

Number rank_of(std::size_t above) { return Number(static_cast<std::int64_t>(above) + 1); }

/// Half a rank for every value that a tie cannot be avoided with.
Number half(std::size_t ties) { return Number(static_cast<std::int64_t>(ties), 2); }

/// Competition and average ranks: the best case puts oneself at the upper end and all others at their lower ends; the worst case is
/// the reverse. Oneself is counted with the others and taken off again.
std::vector<Interval> by_number_above(std::span<const Interval> values, bool average) {
    const auto lows = sorted_lows(values);
    const auto highs = sorted_highs(values);
    std::vector<Interval> ranks;
    ranks.reserve(values.size());
    for (const auto& value : values) {
        const std::size_t self_tied = value.decided() ? 1 : 0;
        const std::size_t surely_above = count_above(lows, value.high);
        const std::size_t maybe_above = count_above(highs, value.low) - (1 - self_tied);
        Interval rank{rank_of(surely_above), rank_of(maybe_above)};
        if (average) {
            rank.low += half(count_equal(lows, value.high) - self_tied);
            rank.high += half(count_equal(highs, value.low) - self_tied);
        }
        ranks.push_back(std::move(rank));
    }
    return ranks;
}

/// Dense ranks: the number of distinct values above oneself, as small and as large as the others can make it.
std::vector<Interval> by_distinct_above(std::span<const Interval> values, const std::optional<Number>& step) {
    const FewestDistinct fewest(values);
    const MostDistinct most(values, step);
    std::vector<Interval> ranks;
    ranks.reserve(values.size());
    for (const auto& value : values) ranks.push_back({rank_of(fewest.above(value.high)), rank_of(most.above_low_of(value))});
    return ranks;
}

}  // namespace

std::vector<Interval> rank_ranges(std::span<const Interval> values, Ties ties, const std::optional<Number>& step) {
    if (ties == Ties::dense) return by_distinct_above(values, step);
    return by_number_above(values, ties == Ties::average);
}

Interval compared(const Interval& points, const Rulebook& book) {
    if (book.ranking.compare == Compare::unrounded) return points;
    return {round(points.low, book.shown), round(points.high, book.shown)};
}

std::optional<Number> step(const Rulebook& book) {
    if (book.ranking.compare == Compare::unrounded) return std::nullopt;
    const int places = book.shown.places;
    const Number ten(10);
    return places < 0 ? power(ten, static_cast<unsigned>(-places)) : Number(1) / power(ten, static_cast<unsigned>(places));
}

}  // namespace biaochi
