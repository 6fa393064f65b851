/// @file
/// Standings of columns are those of standings(), for every rule for ties and however good the estimates are.

#include "biaochi/batch/ranks.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "batch/rank_order.hpp"
#include "biaochi/core/error.hpp"
#include "rank_sample.hpp"

namespace biaochi {
namespace {

using rank_sample::Kind;
using rank_sample::Table;

constexpr const char* all_rankings[] = {R"({"ties": "competition"})",
                                        R"({"ties": "dense"})",
                                        R"({"ties": "average"})",
                                        R"({"ties": "competition", "compare": "rounded"})",
                                        R"({"ties": "dense", "compare": "rounded"})",
                                        R"({"ties": "average", "compare": "rounded"})"};

/// Rows without ties and with many, without a gap and full of them.
constexpr Kind all_kinds[] = {
    {0, 8, 0, 0, 1},  {1, 8, 0, 0, 1},   {60, 1, 0, 0, 1},   {60, 8, 0, 0, 1},   {60, 8, 20, 10, 1}, {60, 4, 60, 30, 3},
    {60, 0, 0, 0, 1}, {60, 0, 30, 0, 2}, {60, 8, 0, 100, 1}, {60, 8, 100, 0, 1}, {300, 20, 5, 5, 4},
};

struct Ranks {
    std::vector<double> best;
    std::vector<double> worst;
};

void expect_standings(const std::vector<Standing>& want, const Ranks& got) {
    ASSERT_EQ(got.best.size(), want.size());
    for (std::size_t i = 0; i < want.size(); ++i) {
        ASSERT_EQ(want[i].ranked, !std::isnan(got.best[i])) << "row " << i;
        ASSERT_EQ(want[i].ranked, !std::isnan(got.worst[i])) << "row " << i;
        if (!want[i].ranked) continue;
        ASSERT_EQ(got.best[i], want[i].best.approximate()) << "best of row " << i;
        ASSERT_EQ(got.worst[i], want[i].worst.approximate()) << "worst of row " << i;
    }
}

Ranks ranks_of(const BatchScorer& scorer, const Table& table, VectorCode code, unsigned threads) {
    const std::vector<Column> columns = table.columns();
    Ranks ranks{std::vector<double>(table.rows()), std::vector<double>(table.rows())};
    RankRequest request;
    request.columns = columns;
    request.rows = table.rows();
    request.cohorts = scorer.rules().rulebook().ranking.within_group ? table.groups.data() : nullptr;
    request.best = ranks.best.data();
    request.worst = ranks.worst.data();
    request.threads = threads;
    request.code = code;
    EXPECT_TRUE(rank_rows(scorer, request));
    return ranks;
}

std::string within_group(std::string ranking) { return ranking.insert(1, R"("within_group": true, )"); }

/// Calls @p each with a scorer and a table of every kind.
template <class Each>
void for_all_samples(int places, const Each& each) {
    for (const std::string ranking : all_rankings) {
        const BatchScorer whole(rank_sample::rules({ranking, places}));
        const BatchScorer grouped(rank_sample::rules({within_group(ranking), places}));
        unsigned seed = 1;
        for (const Kind& kind : all_kinds) {
            const Table table = rank_sample::random_table(kind, ++seed);
            SCOPED_TRACE(ranking + " kind " + std::to_string(seed - 2));
            each(whole, table);
            each(grouped, table);
            if (testing::Test::HasFatalFailure()) return;
        }
    }
}

TEST(RankRows, AreThoseOfTheScalarPath) {
    for_all_samples(1, [](const BatchScorer& scorer, const Table& table) {
        const std::vector<Standing> want = rank_sample::standings_of(scorer.rules(), table);
        expect_standings(want, ranks_of(scorer, table, VectorCode::none, 1));
        expect_standings(want, ranks_of(scorer, table, VectorCode::best, 1));
        expect_standings(want, ranks_of(scorer, table, VectorCode::best, 3));
    });
}

TEST(RankRows, AreThoseOfTheScalarPathWhereWholeUnitsDoNotFit) {
    for_all_samples(30, [](const BatchScorer& scorer, const Table& table) {
        expect_standings(rank_sample::standings_of(scorer.rules(), table), ranks_of(scorer, table, VectorCode::best, 2));
    });
}

/// Estimates that are as wrong as they may be; some are lacking, and some undecided scores look decided.
detail::Estimate bad_estimates(const BatchScorer& scorer, const std::vector<Column>& columns, double error, unsigned seed) {
    return [&scorer, &columns, error, seed](std::size_t first, std::size_t count, double* low, double* high) {
        std::mt19937 random(seed);
        const auto off = [&] { return error * 0.999 * (static_cast<double>(random() % 2001) / 1000 - 1); };
        for (std::size_t i = 0; i < count; ++i) {
            low[i] = high[i] = std::nan("");
            const BatchScorer::Exact exact = scorer.exact(columns, first + i);
            if (exact.status != RowStatus::decided && exact.status != RowStatus::undetermined) continue;
            const double middle = off();
            low[i] = exact.score.low.approximate() + (exact.score.decided() ? middle : off());
            high[i] = exact.score.high.approximate() + (exact.score.decided() ? middle : off());
            if (low[i] > high[i]) std::swap(low[i], high[i]);
            const bool close = std::abs(exact.score.high.approximate() - low[i]) < error * 0.999;
            if (close && random() % 2 == 0) high[i] = low[i];
            if (random() % 10 == 0) low[i] = high[i] = std::nan("");
        }
    };
}

/// Sevenths and thirds of halves lie on a grid of 42nds; some rows are taken for off the grid.
detail::Grid some_grid(const BatchScorer& scorer, const std::vector<Column>& columns, unsigned off_in_a_hundred) {
    return [&scorer, &columns, off_in_a_hundred](std::size_t first, std::size_t count, std::int64_t* low, std::int64_t* high) {
        const auto units = [](const Number& score) {
            const Number whole = score * Number(42);
            return whole.is_whole() ? whole.small_numerator() : no_units;
        };
        for (std::size_t i = 0; i < count; ++i) {
            const BatchScorer::Exact exact = scorer.exact(columns, first + i);
            const bool scored = exact.status == RowStatus::decided || exact.status == RowStatus::undetermined;
            const bool on = scored && (first + i) * 37 % 100 >= off_in_a_hundred;
            low[i] = on ? units(exact.score.low) : no_units;
            high[i] = on ? units(exact.score.high) : no_units;
        }
    };
}

TEST(RankRows, DoNotHangOnHowGoodEstimatesAre) {
    for (const double error : {1e-12, 0.01, 0.5, 3.0, 100.0}) {
        SCOPED_TRACE(error);
        for_all_samples(1, [&](const BatchScorer& scorer, const Table& table) {
            if (scorer.rules().rulebook().ranking.compare == Compare::rounded) return;
            const std::vector<Column> columns = table.columns();
            detail::ScoreSource source = detail::score_source(scorer, columns, table.rows(), 1, VectorCode::none);
            source.estimate = bad_estimates(scorer, columns, error, 5);
            source.error = error;
            source.grid = error > 1 ? detail::Grid() : some_grid(scorer, columns, error > 0.1 ? 30 : 0);
            source.unit = Number(1, 42);
            detail::ScoreTable scores(source, true);
            ASSERT_TRUE(scores.fill({}));
            Ranks ranks{std::vector<double>(table.rows(), std::nan("")), std::vector<double>(table.rows(), std::nan(""))};
            const bool grouped = scorer.rules().rulebook().ranking.within_group;
            rank(scores, detail::scored_rows(scores), grouped ? table.groups.data() : nullptr, {ranks.best.data(), ranks.worst.data()}, {});
            expect_standings(rank_sample::standings_of(scorer.rules(), table), ranks);
        });
    }
}

TEST(RankRows, AreSharedByThreadsInLargeCohorts) {
    // 70,000 rows are more than one thread sorts. Without ties the rank is the place in the order of the figures.
    constexpr std::size_t rows = 70000;
    const BatchScorer scorer(rank_sample::rules({}));
    Table table;
    for (std::size_t i = 0; i < rows; ++i) {
        table.a.push_back(static_cast<double>(i * 7919 % rows) / 100000);
        table.b.push_back(1);
        table.b_status.push_back(static_cast<std::uint8_t>(Status::reported));
    }
    for (const unsigned threads : {1U, 2U, 3U, 5U}) {
        const Ranks ranks = ranks_of(scorer, table, VectorCode::best, threads);
        for (std::size_t i = 0; i < rows; ++i) ASSERT_EQ(ranks.best[i], static_cast<double>(rows - i * 7919 % rows)) << i;
        ASSERT_EQ(ranks.best, ranks.worst);
    }
}

TEST(RankRows, AreToldHowFarTheyAreAndCanBeStopped) {
    const Table table = rank_sample::random_table({5000, 0, 10, 0, 1}, 3);
    const std::vector<Column> columns = table.columns();
    for (const char* ranking : all_rankings) {
        // Scores of 30 places do not fit whole units: they are ranked another way once that is known.
        for (const int places : {1, 30}) {
            SCOPED_TRACE(std::string(ranking) + " " + std::to_string(places));
            const BatchScorer scorer(rank_sample::rules({ranking, places}));
            RankRequest request;
            request.columns = columns;
            request.rows = table.rows();
            std::size_t last = 0;
            request.watch = [&](std::size_t done) {
                EXPECT_GE(done, last);
                EXPECT_LE(done, table.rows());
                last = done;
                return true;
            };
            EXPECT_TRUE(rank_rows(scorer, request));
            EXPECT_EQ(last, table.rows());
            for (const std::size_t most : {std::size_t{0}, table.rows() / 4}) {
                request.watch = [&](std::size_t done) { return done < most; };
                EXPECT_FALSE(rank_rows(scorer, request)) << most;
            }
        }
    }
}

TEST(RankRows, RefuseColumnsThatCannotBeRead) {
    const BatchScorer scorer(rank_sample::rules({}));
    RankRequest request;
    const Column column;
    request.columns = {&column, 1};
    EXPECT_THROW(rank_rows(scorer, request), Error);
    EXPECT_THROW((void)top_rows(scorer, {&column, 1}, 0, 1), Error);
}

std::vector<std::size_t> top_of(const std::vector<Standing>& standings, std::size_t count) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < standings.size(); ++i) {
        if (standings[i].ranked && standings[i].best <= Number(static_cast<std::int64_t>(count))) rows.push_back(i);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return standings[a].best < standings[b].best; });
    return rows;
}

TEST(TopRows, AreThoseWhoseBestRankIsOneOfTheFirst) {
    for (const int places : {1, 30}) {
        for_all_samples(places, [](const BatchScorer& scorer, const Table& table) {
            if (scorer.rules().rulebook().ranking.within_group) return;
            const std::vector<Standing> standings = rank_sample::standings_of(scorer.rules(), table);
            const std::vector<Column> columns = table.columns();
            for (const std::size_t count : {0UL, 1UL, 2UL, 5UL, 17UL, 59UL, 60UL, 1000UL}) {
                const std::vector<std::size_t> want = top_of(standings, count);
                ASSERT_EQ(top_rows(scorer, columns, table.rows(), count), want) << count;
                ASSERT_EQ(top_rows(scorer, columns, table.rows(), count, 2, VectorCode::none), want) << count;
            }
        });
    }
}

TEST(TopRows, AreToldHowFarTheyAreAndCanBeStopped) {
    const Table table = rank_sample::random_table({500, 8, 10, 0, 1}, 3);
    const std::vector<Column> columns = table.columns();
    for (const char* ranking : all_rankings) {
        for (const int places : {1, 30}) {
            SCOPED_TRACE(std::string(ranking) + " " + std::to_string(places));
            const BatchScorer scorer(rank_sample::rules({ranking, places}));
            const auto top = [&](const std::function<bool(std::size_t)>& watch) {
                return top_rows(scorer, columns, table.rows(), 5, 1, VectorCode::none, watch);
            };
            std::vector<std::size_t> told;
            EXPECT_FALSE(top([&](std::size_t done) {
                             told.push_back(done);
                             return true;
                         }).empty());
            EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
            EXPECT_LE(told.back(), table.rows());
            for (std::size_t calls = 1; calls <= told.size(); ++calls) {
                std::size_t left = calls;
                EXPECT_TRUE(top([&](std::size_t) { return --left > 0; }).empty()) << calls;
            }
        }
    }
}

}  // namespace
}  // namespace biaochi
