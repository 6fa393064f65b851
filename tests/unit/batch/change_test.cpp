/// @file
/// The period before, and what changed since.

#include "biaochi/batch/change.hpp"

#include <gtest/gtest.h>

#include "biaochi/core/error.hpp"
#include "biaochi/core/rounding.hpp"
#include "rank_sample.hpp"

namespace biaochi {
namespace {

using rank_sample::Table;

TEST(PreviousRows, AreOfTheSameRegionAYearEarlier) {
    const std::vector<std::string> texts{"2021", "2020", "2021-06", "2020-06", "", "20201"};
    const std::vector<std::uint32_t> regions{5, 5, 7, 7, 5, 7, 5, 5, 9};
    const std::vector<std::uint32_t> periods{0, 1, 0, 2, 3, 3, 4, 5, 0};
    // Region 5 has 2020, 2021, 2020-06, none, 20201; region 7 has 2021, 2021-06, 2020-06; region 9 only 2021.
    const std::vector<std::size_t> want{1, no_row, no_row, 5, no_row, no_row, no_row, no_row, no_row};
    EXPECT_EQ(previous_rows(regions, periods, texts), want);
}

TEST(PreviousRows, AreTheFirstWhereThereAreSeveral) {
    const std::vector<std::uint32_t> regions{1, 1, 1};
    const std::vector<std::uint32_t> periods{0, 0, 1};
    EXPECT_EQ(previous_rows(regions, periods, std::vector<std::string>{"2020", "2021"}), (std::vector<std::size_t>{no_row, no_row, 0}));
}

TEST(PreviousRows, AreFoundByTextsThatSeveralPeriodsHave) {
    const std::vector<std::string> texts{"2021", "2020", "2021", "2020"};
    const std::vector<std::uint32_t> regions{1, 1, 2, 2};
    const std::vector<std::uint32_t> periods{0, 3, 1, 2};
    EXPECT_EQ(previous_rows(regions, periods, texts), (std::vector<std::size_t>{1, no_row, no_row, 2}));
}

TEST(PreviousRows, OfNoRowsAreNone) { EXPECT_TRUE(previous_rows({}, {}, {}).empty()); }

TEST(PreviousRows, NeedAPeriodWithATextForEveryRegion) {
    const std::vector<std::uint32_t> one{0};
    EXPECT_THROW((void)previous_rows(one, {}, {}), Error);
    EXPECT_THROW((void)previous_rows(one, one, {}), Error);
}

/// Room for changes.
struct Changes {
    explicit Changes(std::size_t rows) : low(rows), high(rows), low_units(rows), high_units(rows) {}

    std::vector<double> low;
    std::vector<double> high;
    std::vector<std::int64_t> low_units;
    std::vector<std::int64_t> high_units;
};

Changes changes_of(const BatchScorer& scorer, const Table& table, const std::vector<std::size_t>& previous, VectorCode code) {
    const std::vector<Column> columns = table.columns();
    Changes changes(table.rows());
    ChangeRequest request;
    request.columns = columns;
    request.rows = table.rows();
    request.previous = previous;
    request.change = {changes.low.data(), changes.high.data(), changes.low_units.data(), changes.high_units.data()};
    request.code = code;
    EXPECT_TRUE(score_changes(scorer, request));
    return changes;
}

void expect_end(const Number& exact, Rounding rule, double value, std::int64_t units) {
    const Number rounded = round(exact, rule);
    ASSERT_EQ(value, rounded.approximate()) << exact.text();
    ASSERT_EQ(Number(units), rounded * power(Number(10), static_cast<unsigned>(rule.places))) << exact.text();
}

void expect_changes(const BatchScorer& scorer, const Table& table, const std::vector<std::size_t>& previous, const Changes& got) {
    const std::vector<Column> columns = table.columns();
    const Rounding rule = scorer.rules().rulebook().shown;
    const auto scored = [](const BatchScorer::Exact& exact) {
        return exact.status == RowStatus::decided || exact.status == RowStatus::undetermined;
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const BatchScorer::Exact now = scorer.exact(columns, row);
        const BatchScorer::Exact then = previous[row] == no_row ? BatchScorer::Exact() : scorer.exact(columns, previous[row]);
        if (!scored(now) || !scored(then)) {
            ASSERT_TRUE(std::isnan(got.low[row]) && std::isnan(got.high[row]));
            ASSERT_TRUE(got.low_units[row] == no_units && got.high_units[row] == no_units);
            continue;
        }
        expect_end(now.score.low - then.score.high, rule, got.low[row], got.low_units[row]);
        expect_end(now.score.high - then.score.low, rule, got.high[row], got.high_units[row]);
    }
}

TEST(ScoreChanges, AreTheExactDifferencesRoundedAsShown) {
    unsigned seed = 40;
    for (const char* mode : {"half_up", "half_even", "down", "up", "floor", "ceiling"}) {
        for (const int places : {0, 1, 2, 14}) {
            // Eighths and quarters fall on the edges of rounding, sevenths and thirds do not.
            for (const char* standards : {"84", "73"}) {
                SCOPED_TRACE(std::string(mode) + " " + std::to_string(places) + " " + standards);
                const BatchScorer scorer(rank_sample::rules({"{}", places, mode, standards, ""}));
                const Table table = rank_sample::random_table({200, 12, 10, 10, 1}, ++seed);
                std::vector<std::size_t> previous(table.rows());
                std::mt19937 random(seed);
                for (std::size_t& row : previous) row = random() % 5 == 0 ? no_row : random() % table.rows();
                for (const VectorCode code : {VectorCode::none, VectorCode::best}) {
                    expect_changes(scorer, table, previous, changes_of(scorer, table, previous, code));
                }
                if (HasFatalFailure()) return;
            }
        }
    }
}

TEST(ScoreChanges, NeedPreviousRowsThatExist) {
    const BatchScorer scorer(rank_sample::rules({}));
    ChangeRequest request;
    request.rows = 1;
    EXPECT_THROW(score_changes(scorer, request), Error);
    const std::vector<std::size_t> previous{1};
    request.previous = previous;
    EXPECT_THROW(score_changes(scorer, request), Error);
}

TEST(ScoreChanges, CanBeStopped) {
    const BatchScorer scorer(rank_sample::rules({}));
    const Table table = rank_sample::random_table({1000, 0, 0, 0, 1}, 3);
    const std::vector<Column> columns = table.columns();
    const std::vector<std::size_t> previous(table.rows(), no_row);
    ChangeRequest request;
    request.columns = columns;
    request.rows = table.rows();
    request.previous = previous;
    request.watch = [](std::size_t) { return false; };
    EXPECT_FALSE(score_changes(scorer, request));
}

TEST(RankChanges, ArePlacesWon) {
    const std::vector<double> best{5, 8, 1, std::nan("")};
    const std::vector<double> worst{6, 8.5, 1, std::nan("")};
    const std::vector<std::size_t> previous{1, no_row, 0, 1};
    std::vector<double> most(4);
    std::vector<double> least(4);
    rank_changes(best.data(), worst.data(), previous, most.data());
    rank_changes(worst.data(), best.data(), previous, least.data());
    // From [8, 8.5] to [5, 6]: 3.5 places at most, 2 at least. From [5, 6] to 1: 5 and 4.
    EXPECT_EQ(most[0], 3.5);
    EXPECT_EQ(least[0], 2);
    EXPECT_EQ(most[2], 5);
    EXPECT_EQ(least[2], 4);
    EXPECT_TRUE(std::isnan(most[1]) && std::isnan(least[1]) && std::isnan(most[3]));
}

}  // namespace
}  // namespace biaochi
