/// @file
/// The vector code gives the bytes of the exact way: every rulebook, every width, edges and the doubles next to them, missing figures.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "support/batch.hpp"

namespace biaochi {
namespace {

using support::columns_of;
using support::Figures;
using support::Table;

/// Everything that a batch writes.
struct Answers {
    std::vector<double> low, high;
    std::vector<std::int64_t> low_units, high_units;
    std::vector<std::int16_t> class_of, class_low, class_high;
    std::vector<RowStatus> status;
    std::vector<std::uint8_t> issue;
    std::vector<std::uint32_t> issue_slot;
    std::vector<std::vector<double>> parts;  ///< low and high by node
    std::vector<std::vector<std::int16_t>> segments;
    BatchCount count;

    explicit Answers(std::size_t rows, std::size_t nodes)
        : low(rows),
          high(rows),
          low_units(rows),
          high_units(rows),
          class_of(rows),
          class_low(rows),
          class_high(rows),
          status(rows),
          issue(rows),
          issue_slot(rows),
          parts(2 * nodes, std::vector<double>(rows)),
          segments(nodes, std::vector<std::int16_t>(rows)) {}

    [[nodiscard]] RowColumns columns() {
        RowColumns out;
        out.score = {low.data(), high.data(), low_units.data(), high_units.data()};
        out.class_of = class_of.data();
        out.class_low = class_low.data();
        out.class_high = class_high.data();
        out.status = status.data();
        out.issue = issue.data();
        out.issue_slot = issue_slot.data();
        return out;
    }
};

/// Equal bit by bit, with NaN equal to itself.
bool same(const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

Answers answer(const BatchScorer& scorer, const Table& table, VectorCode code, bool with_parts, unsigned threads = 1) {
    const std::size_t rows = table.front().size();
    Answers answers(rows, scorer.rules().nodes().size());
    const std::vector<Column> columns = columns_of(table);
    std::vector<PartColumns> parts;
    for (std::size_t node = 0; with_parts && node < scorer.rules().nodes().size(); ++node) {
        PartColumns part;
        part.node = node;
        part.points = {answers.parts[2 * node].data(), answers.parts[2 * node + 1].data(), nullptr, nullptr};
        part.segment = answers.segments[node].data();
        parts.push_back(part);
    }
    BatchRequest request;
    request.columns = columns;
    request.rows = rows;
    request.out = answers.columns();
    request.parts = parts;
    request.threads = threads;
    request.code = code;
    answers.count = scorer.score(request);
    return answers;
}

void expect_same(const Answers& got, const Answers& want, const std::string& what) {
    SCOPED_TRACE(what);
    EXPECT_TRUE(same(got.low, want.low));
    EXPECT_TRUE(same(got.high, want.high));
    EXPECT_EQ(got.low_units, want.low_units);
    EXPECT_EQ(got.high_units, want.high_units);
    EXPECT_EQ(got.class_of, want.class_of);
    EXPECT_EQ(got.class_low, want.class_low);
    EXPECT_EQ(got.class_high, want.class_high);
    EXPECT_EQ(got.status, want.status);
    EXPECT_EQ(got.issue, want.issue);
    EXPECT_EQ(got.issue_slot, want.issue_slot);
    for (std::size_t i = 0; i < got.parts.size(); ++i) EXPECT_TRUE(same(got.parts[i], want.parts[i])) << "node " << i / 2;
    EXPECT_EQ(got.segments, want.segments);
}

struct Book {
    std::string path;
    std::map<std::string, std::string> readings;
};

void PrintTo(const Book& book, std::ostream* out) { *out << book.path; }

std::vector<Book> books() {
    std::vector<Book> all;
    for (const char* folder : {"rulebooks", "tests/rulebooks/good"}) {
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(BIAOCHI_ROOT) / folder)) {
            if (entry.path().extension() == ".json") all.push_back({std::filesystem::relative(entry.path(), BIAOCHI_ROOT).string(), {}});
        }
    }
    std::sort(all.begin(), all.end(), [](const Book& a, const Book& b) { return a.path < b.path; });
    all.push_back({"rulebooks/hebei_district_leap.json", {{"hightech_gap", "linear"}, {"class_cuts", "hebei_2019"}}});
    return all;
}

/// More rows where somebody has the time: BIAOCHI_BATCH_ROWS.
std::size_t rows_wanted() {
    const char* wanted = std::getenv("BIAOCHI_BATCH_ROWS");
    return wanted == nullptr ? 3000 : std::strtoul(wanted, nullptr, 10);
}

class SameAsScalar : public testing::TestWithParam<Book> {};

TEST_P(SameAsScalar, WhateverTheWidth) {
    const std::optional<Ruleset> rules = support::compiled(GetParam().path, GetParam().readings);
    if (!rules) GTEST_SKIP() << "the rulebook has no score";
    const BatchScorer scorer(*rules);
    unsigned seed = 20210101;
    const std::vector<std::array<double, 3>> shares{{0, 0.3, 0}, {0.1, 0.3, 0}, {0.05, 0.5, 0.01}, {1, 0, 0}, {0, 1, 0}};
    for (const auto& [missing_share, edge_share, wrong_share] : shares) {
        Figures figures(*rules, ++seed);
        const Table table = figures.table(rows_wanted() + seed % 7, missing_share, edge_share, wrong_share);
        if (!scorer.check(columns_of(table), table.front().size()).empty()) continue;
        for (const bool with_parts : {false, true}) {
            const Answers want = answer(scorer, table, VectorCode::none, with_parts);
            for (const VectorCode code : vector_codes()) {
                const Answers got = answer(scorer, table, code, with_parts, 1 + seed % 3);
                expect_same(
                    got, want,
                    std::string(name(code)) + (with_parts ? " with parts, missing " : ", missing ") + std::to_string(missing_share));
                if (std::getenv("BIAOCHI_BATCH_ROWS") != nullptr) {
                    std::printf("%-40s %-7s parts %d missing %.2f edges %.2f: %zu rows, grid %zu, exact %zu\n",
                                rules->rulebook().id.c_str(), std::string(name(code)).c_str(), with_parts, missing_share, edge_share,
                                got.count.rows, got.count.by_grid, got.count.exact);
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Books, SameAsScalar, testing::ValuesIn(books()), [](const auto& book) {
    return std::filesystem::path(book.param.path).stem().string() + (book.param.readings.empty() ? "" : "_read");
});

/// Minutes of work; .ci/run asks for ten million rows.
TEST(SameAsScalarInMillions, WhateverTheWidthAndTheThreads) {
    const char* const millions = std::getenv("BIAOCHI_BATCH_MILLIONS");
    if (millions == nullptr) GTEST_SKIP() << "BIAOCHI_BATCH_MILLIONS is not set";
    const Ruleset rules =
        *support::compiled("rulebooks/hebei_district_leap.json", {{"hightech_gap", "linear"}, {"class_cuts", "hebei_2019"}});
    const BatchScorer scorer(rules);
    constexpr std::size_t rows_at_once = 50'000;
    const std::size_t rounds = std::strtoul(millions, nullptr, 10) * (1'000'000 / rows_at_once);
    BatchCount sum;
    for (std::size_t round = 0; round < rounds; ++round) {
        Figures figures(rules, static_cast<unsigned>(1000 + round));
        const double missing_share = round % 3 == 0 ? 0.1 : 0;
        const double wrong_share = round % 5 == 0 ? 0.001 : 0;
        const Table table = figures.table(rows_at_once, missing_share, round % 2 == 0 ? 0.05 : 0.5, wrong_share);
        const bool with_parts = round % 4 == 0;
        const Answers want = answer(scorer, table, VectorCode::none, with_parts, 0);
        for (const VectorCode code : vector_codes()) {
            const Answers got = answer(scorer, table, code, with_parts, 1 + static_cast<unsigned>(round % 3));
            expect_same(got, want, std::string(name(code)) + ", round " + std::to_string(round));
            sum.rows += got.count.rows;
            sum.by_grid += got.count.by_grid;
            sum.exact += got.count.exact;
        }
        ASSERT_FALSE(HasFailure());
    }
    std::printf("%zu rows with each of %zu widths: %zu settled by the grid, %zu by the exact way\n", sum.rows / vector_codes().size(),
                vector_codes().size(), sum.by_grid, sum.exact);
}

}  // namespace
}  // namespace biaochi
