/// @file
/// The vector code gives the bytes of the exact way: every rulebook, every width, edges and the doubles next to them, missing figures.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "batch/edges.hpp"
#include "biaochi/batch/batch.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

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

/// A table of doubles by slot.
using Table = std::vector<std::vector<double>>;

std::vector<Column> columns_of(const Table& table) {
    std::vector<Column> columns;
    for (std::size_t slot = 0; slot < table.size(); ++slot) {
        Column column;
        column.slot = slot;
        column.values = table[slot].data();
        columns.push_back(column);
    }
    return columns;
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

/// The doubles around every edge that a slot knows, and what lies between.
std::vector<double> interesting(const Ruleset& rules, std::size_t slot) {
    std::set<double> values{0, 1, 2, 0.5, 0.1, 3.14, 1e6};
    const auto put = [&](const Number& edge) {
        const double at = detail::first_at_or_above(edge);
        for (const double value : {at, std::nextafter(at, -1e300), std::nextafter(at, 1e300), edge.approximate()}) values.insert(value);
    };
    const Slot& place = rules.slots()[slot];
    if (place.min) put(*place.min);
    if (place.max) put(*place.max);
    for (const PlanNode& node : rules.nodes()) {
        const auto* rule = std::get_if<SegmentRule>(&node.rule);
        if (rule == nullptr || rule->slot != slot) continue;
        for (const Segment& segment : rule->segments) {
            if (segment.from) put(*segment.from);
            if (segment.to) put(*segment.to);
            if (segment.from && segment.to) values.insert(((*segment.from + *segment.to) * Number(1, 2)).approximate());
        }
    }
    return {values.begin(), values.end()};
}

/// A figure that a slot may have: on a grid, anywhere, at an edge, missing, now and then wrong.
class Figures {
public:
    Figures(const Ruleset& rules, unsigned seed) : random_(seed) {
        for (std::size_t slot = 0; slot < rules.slots().size(); ++slot) {
            const Slot& place = rules.slots()[slot];
            Range range;
            range.values = interesting(rules, slot);
            range.least = place.min ? place.min->approximate() : 0;
            range.most = place.max ? place.max->approximate() : *range.values.rbegin();
            for (const double value : range.values) {
                if (!place.max && value < 1e6) range.most = std::max(1.0, value * 1.5);
            }
            range.whole = place.whole;
            ranges_.push_back(range);
        }
    }

    Table table(std::size_t rows, double missing_share, double edge_share, double wrong_share) {
        Table table(ranges_.size(), std::vector<double>(rows));
        for (std::size_t slot = 0; slot < ranges_.size(); ++slot) {
            for (double& value : table[slot]) value = one(ranges_[slot], missing_share, edge_share, wrong_share);
        }
        return table;
    }

private:
    struct Range {
        std::vector<double> values;
        double least = 0;
        double most = 1;
        bool whole = false;
    };

    double chance() { return std::uniform_real_distribution<double>(0, 1)(random_); }

    double one(const Range& range, double missing_share, double edge_share, double wrong_share) {
        if (chance() < missing_share) return missing;
        if (chance() < wrong_share) return chance() < 0.5 ? -1.5 : std::numeric_limits<double>::infinity();
        if (chance() < edge_share) {
            const double value = range.values[random_() % range.values.size()];
            const bool fits = value >= range.least && value <= range.most && (!range.whole || value == std::floor(value));
            if (fits || chance() < wrong_share) return value;
        }
        double value = range.least + (range.most - range.least) * chance();
        if (range.whole) return std::floor(value);
        const double grid = std::pow(10, static_cast<double>(random_() % 4));
        return chance() < 0.5 ? value : std::floor(value * grid) / grid;
    }

    std::mt19937 random_;
    std::vector<Range> ranges_;
};

struct Book {
    std::string path;
    std::map<std::string, std::string> readings;
};

std::vector<Book> books() {
    std::vector<Book> all;
    for (const char* folder : {"rulebooks", "tests/rulebooks/good"}) {
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(BIAOCHI_ROOT) / folder)) {
            if (entry.path().extension() == ".json") all.push_back({entry.path().string(), {}});
        }
    }
    std::sort(all.begin(), all.end(), [](const Book& a, const Book& b) { return a.path < b.path; });
    all.push_back(
        {std::string(BIAOCHI_ROOT) + "/rulebooks/hebei_district_leap.json", {{"hightech_gap", "linear"}, {"class_cuts", "hebei_2019"}}});
    return all;
}

std::optional<Ruleset> compiled(const Book& book) {
    const ParsedRulebook parsed = parse_rulebook(text_of(book.path));
    if (!parsed.rulebook || !parsed.rulebook->score) return std::nullopt;
    const CompiledRuleset result = compile(*parsed.rulebook, parsed.rulebook->effective.from, book.readings);
    return result.rules;
}

/// More rows where somebody has the time: BIAOCHI_BATCH_ROWS.
std::size_t rows_wanted() {
    const char* wanted = std::getenv("BIAOCHI_BATCH_ROWS");
    return wanted == nullptr ? 3000 : std::strtoul(wanted, nullptr, 10);
}

class SameAsScalar : public testing::TestWithParam<Book> {};

TEST_P(SameAsScalar, WhateverTheWidth) {
    const std::optional<Ruleset> rules = compiled(GetParam());
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

}  // namespace
}  // namespace biaochi
