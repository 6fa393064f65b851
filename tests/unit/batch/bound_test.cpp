/// @file
/// The bound on the error of estimates, hunted: random figures, edges and their neighbours, and climbs towards the worst.

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "support/batch.hpp"

namespace biaochi {
namespace {

using support::columns_of;
using support::Figures;
using support::Table;

/// The value of a double in binary, exactly.
Number binary(double value) {
    int exponent = 0;
    const double fraction = std::frexp(value, &exponent);
    const Number whole(static_cast<std::int64_t>(std::ldexp(fraction, 53)));
    const Number two(2);
    const int shift = exponent - 53;
    return shift < 0 ? whole / power(two, static_cast<unsigned>(-shift)) : whole * power(two, static_cast<unsigned>(shift));
}

/// |a - b| as a share of the bound; above 1 the bound is broken.
double share(const Number& exact, double estimate, double bound) {
    const Number distance = exact - binary(estimate);
    const Number size = distance.sign() < 0 ? -distance : distance;
    if (size > binary(bound)) return 2;
    return (size / binary(bound)).approximate();
}

/// The worst share of a table's rows, and of which row.
struct Worst {
    double share = 0;
    std::size_t row = 0;
};

Worst worst_of(const BatchScorer& scorer, const Table& table, VectorCode code) {
    const std::size_t rows = table.front().size();
    const std::vector<Column> columns = columns_of(table);
    std::vector<double> low(rows);
    std::vector<double> high(rows);
    scorer.estimate(columns, 0, rows, low.data(), high.data(), code);
    Worst worst;
    for (std::size_t row = 0; row < rows; ++row) {
        if (std::isnan(low[row])) continue;
        const BatchScorer::Exact exact = scorer.exact(columns, row);
        for (const double found : {share(exact.score.low, low[row], scorer.error()), share(exact.score.high, high[row], scorer.error())}) {
            if (found > worst.share) worst = {found, row};
        }
    }
    return worst;
}

class Bound : public testing::TestWithParam<std::string> {};

TEST_P(Bound, IsNotBroken) {
    const std::optional<Ruleset> rules = support::compiled(GetParam(), {{"hightech_gap", "linear"}});
    ASSERT_TRUE(rules);
    const BatchScorer scorer(*rules);
    ASSERT_TRUE(scorer.estimates());
    double worst_share = 0;
    for (const VectorCode code : vector_codes()) {
        Figures figures(*rules, 7);
        Table table = figures.table(600, 0, 0.3, 0);
        Worst worst = worst_of(scorer, table, code);
        // Climb: rows around the worst one, each with one figure moved.
        std::mt19937 random(11);
        for (int round = 0; round < 20; ++round) {
            Table next = figures.table(100, 0, 0.5, 0);
            for (std::size_t row = 0; row < 100; ++row) {
                const std::size_t moved = random() % table.size();
                for (std::size_t slot = 0; slot < table.size(); ++slot) {
                    if (slot != moved) next[slot][row] = table[slot][worst.row];
                }
            }
            const Worst found = worst_of(scorer, next, code);
            if (found.share <= worst.share) continue;
            worst = found;
            table = std::move(next);
        }
        EXPECT_LE(worst.share, 1) << name(code);
        worst_share = std::max(worst_share, worst.share);
    }
    RecordProperty("worst_share_of_the_bound", std::to_string(worst_share));
    EXPECT_GT(worst_share, 0.001) << "the bound is far too wide to be of use";
}

INSTANTIATE_TEST_SUITE_P(Books, Bound,
                         testing::Values("rulebooks/hebei_district_leap.json", "rulebooks/efficacy_example.json",
                                         "tests/rulebooks/good/bands.json", "tests/rulebooks/good/ratio.json",
                                         "tests/rulebooks/good/efficacy.json", "tests/rulebooks/good/judged.json"),
                         [](const auto& book) {
                             std::string word = book.param.substr(0, book.param.size() - 5);
                             return word.substr(word.rfind('/') + 1);
                         });

}  // namespace
}  // namespace biaochi
