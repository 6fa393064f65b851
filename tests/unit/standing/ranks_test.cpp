/// @file
/// Rank intervals against every choice of values, tried one by one.

#include "standing/ranks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace biaochi {
namespace {

constexpr Ties all_ties[] = {Ties::competition, Ties::dense, Ties::average};

/// An interval with whole ends.
struct Ends {
    int low;
    int high;
};

std::vector<Interval> intervals(const std::vector<Ends>& ends) {
    std::vector<Interval> result;
    for (const auto& [low, high] : ends) result.push_back({Number(low), Number(high)});
    return result;
}

/// The definition of a rank, in halves, for values that are all known.
int rank_in_halves(const std::vector<int>& values, std::size_t self, Ties ties) {
    int above = 0;
    int tied = 0;
    std::set<int> distinct_above;
    for (std::size_t j = 0; j < values.size(); ++j) {
        if (j == self) continue;
        if (values[j] > values[self]) {
            ++above;
            distinct_above.insert(values[j]);
        }
        if (values[j] == values[self]) ++tied;
    }
    if (ties == Ties::dense) return 2 + 2 * static_cast<int>(distinct_above.size());
    return 2 + 2 * above + (ties == Ties::average ? tied : 0);
}

/// Tries every choice of values that are multiples of 1/parts.
std::vector<Interval> by_enumeration(const std::vector<Ends>& ends, Ties ties, int parts) {
    std::vector<int> values;
    for (const auto& interval : ends) values.push_back(interval.low * parts);
    std::vector<int> best(ends.size(), 1 << 20);
    std::vector<int> worst(ends.size(), 0);
    for (bool more = true; more;) {
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const int rank = rank_in_halves(values, i, ties);
            best[i] = std::min(best[i], rank);
            worst[i] = std::max(worst[i], rank);
        }
        more = false;
        for (std::size_t i = 0; i < ends.size() && !more; ++i) {
            more = values[i] < ends[i].high * parts;
            values[i] = more ? values[i] + 1 : ends[i].low * parts;
        }
    }
    std::vector<Interval> result;
    for (std::size_t i = 0; i < ends.size(); ++i) result.push_back({Number(best[i], 2), Number(worst[i], 2)});
    return result;
}

std::string written(const std::vector<Ends>& ends) {
    std::string text;
    for (const auto& [low, high] : ends) text += "[" + std::to_string(low) + "," + std::to_string(high) + "] ";
    return text;
}

/// @param parts  0: a grid of whole numbers; otherwise real values, tried in steps of 1/parts
void expect_same(const std::vector<Ends>& ends, int parts) {
    const auto step = parts == 0 ? std::optional<Number>(Number(1)) : std::nullopt;
    for (const Ties ties : all_ties) {
        const auto want = by_enumeration(ends, ties, parts == 0 ? 1 : parts);
        const auto got = rank_ranges(intervals(ends), ties, step);
        ASSERT_EQ(got.size(), want.size());
        for (std::size_t i = 0; i < want.size(); ++i) {
            ASSERT_EQ(got[i].low.text(), want[i].low.text()) << written(ends) << "best of " << i << " ties " << static_cast<int>(ties);
            ASSERT_EQ(got[i].high.text(), want[i].high.text()) << written(ends) << "worst of " << i << " ties " << static_cast<int>(ties);
        }
    }
}

/// Every list of `count` intervals with ends 0 to top.
void expect_same_for_all(std::size_t count, int top, int parts) {
    std::vector<Ends> choices;
    for (int low = 0; low <= top; ++low) {
        for (int high = low; high <= top; ++high) choices.push_back({low, high});
    }
    std::vector<std::size_t> picks(count, 0);
    for (bool more = true; more && !testing::Test::HasFatalFailure();) {
        std::vector<Ends> ends;
        for (const std::size_t pick : picks) ends.push_back(choices[pick]);
        expect_same(ends, parts);
        more = false;
        for (std::size_t i = 0; i < count && !more; ++i) {
            more = picks[i] + 1 < choices.size();
            picks[i] = more ? picks[i] + 1 : 0;
        }
    }
}

TEST(Ranks, OfKnownValuesFollowTheRuleForTies) {
    const auto values = intervals({{10, 10}, {8, 8}, {8, 8}, {5, 5}});
    const auto texts = [&](Ties ties) {
        std::string text;
        for (const auto& rank : rank_ranges(values, ties, std::nullopt)) {
            EXPECT_TRUE(rank.decided());
            text += rank.low.text() + " ";
        }
        return text;
    };
    EXPECT_EQ(texts(Ties::competition), "1 2 2 4 ");
    EXPECT_EQ(texts(Ties::dense), "1 2 2 3 ");
    EXPECT_EQ(texts(Ties::average), "1 2.5 2.5 4 ");
}

TEST(Ranks, OfNobodyAreNone) {
    for (const Ties ties : all_ties) EXPECT_TRUE(rank_ranges({}, ties, std::nullopt).empty());
}

TEST(Ranks, OfWholeValuesAreThoseOfSomeChoice) { expect_same_for_all(4, 3, 0); }

TEST(Ranks, OfRealValuesAreThoseOfSomeChoice) { expect_same_for_all(4, 2, 4); }

TEST(Ranks, OfManyCrowdedIntervalsAreThoseOfSomeChoice) {
    constexpr unsigned seed = 20260101;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 1500 && !HasFatalFailure(); ++round) {
        std::vector<Ends> ends;
        for (int i = 0; i < 7; ++i) {
            const int low = static_cast<int>(random() % 6);
            ends.push_back({low, low + static_cast<int>(random() % 3)});
        }
        expect_same(ends, 0);
    }
}

TEST(Ranks, OfAGridFinerThanOneAreCountedInItsSteps) {
    // On halves only one value lies above 0 in [0, 0.5]; among real values there is room for each of the others.
    const std::vector<Interval> values(4, Interval{Number(0), Number(1, 2)});
    EXPECT_EQ(rank_ranges(values, Ties::dense, Number(1, 2)).front().high.text(), "2");
    EXPECT_EQ(rank_ranges(values, Ties::dense, std::nullopt).front().high.text(), "4");
}

}  // namespace
}  // namespace biaochi
