/// @file
/// Columns of every kind give what the exact way gives: whole numbers, scaled ones, decimal128, floats, bits; strides, offsets, validity,
/// statuses.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "biaochi/core/error.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::rules_of;

/// One figure x whose points are x / 8 up to 100; below 0 is wrong.
Ruleset one_figure() {
    return rules_of(R"("facts": {"x": {"name": {"en": "X"}, "min": 0}},
        "score": {"id": "total", "points": "12.5", "fact": "x", "bands": [{"from": 100, "points": "12.5"}, {"from": 0, "to": 100, "points": [0, "12.5"]}]})");
}

struct Answer {
    std::vector<double> low;
    std::vector<double> high;
    std::vector<RowStatus> status;
};

Answer answer(const BatchScorer& scorer, const Column& column, std::size_t rows, VectorCode code) {
    Answer result{std::vector<double>(rows), std::vector<double>(rows), std::vector<RowStatus>(rows)};
    BatchRequest request;
    request.columns = {&column, 1};
    request.rows = rows;
    request.out.score.low = result.low.data();
    request.out.score.high = result.high.data();
    request.out.status = result.status.data();
    request.code = code;
    scorer.score(request);
    return result;
}

void expect_same(const Column& column, std::size_t rows) {
    const Ruleset rules = one_figure();
    const BatchScorer scorer(rules);
    ASSERT_TRUE(scorer.check({&column, 1}, rows).empty());
    const Answer want = answer(scorer, column, rows, VectorCode::none);
    for (const VectorCode code : vector_codes()) {
        const Answer got = answer(scorer, column, rows, code);
        EXPECT_EQ(got.status, want.status);
        for (std::size_t i = 0; i < rows; ++i) {
            EXPECT_TRUE(got.low[i] == want.low[i] || (std::isnan(got.low[i]) && std::isnan(want.low[i])))
                << i << " " << got.low[i] << " " << want.low[i];
            EXPECT_TRUE(got.high[i] == want.high[i] || (std::isnan(got.high[i]) && std::isnan(want.high[i]))) << i;
        }
    }
}

template <class T>
std::vector<T> values_of() {
    std::vector<T> values{0, 1, 2, 99, 100, 101, std::numeric_limits<T>::max(), std::numeric_limits<T>::lowest()};
    std::mt19937_64 random(3);
    while (values.size() < 1100) values.push_back(static_cast<T>(random()));
    return values;
}

template <class T>
class Whole : public testing::Test {};

using WholeTypes =
    testing::Types<std::int8_t, std::int16_t, std::int32_t, std::int64_t, std::uint8_t, std::uint16_t, std::uint32_t, std::uint64_t>;
TYPED_TEST_SUITE(Whole, WholeTypes);

TYPED_TEST(Whole, WithAnyScale) {
    constexpr CellType base = std::is_signed_v<TypeParam> ? CellType::int8 : CellType::uint8;
    const int width = sizeof(TypeParam) == 1 ? 0 : sizeof(TypeParam) == 2 ? 1 : sizeof(TypeParam) == 4 ? 2 : 3;
    const std::vector<TypeParam> values = values_of<TypeParam>();
    for (const int scale : {0, 1, 2, 5, 17, 30, -1, -3, -25}) {
        SCOPED_TRACE(scale);
        Column column;
        column.slot = 0;
        column.type = static_cast<CellType>(static_cast<int>(base) + width);
        column.scale = scale;
        column.values = values.data();
        expect_same(column, values.size());
    }
}

TEST(Columns, Decimal128) {
    std::vector<std::array<std::uint64_t, 2>> values{
        {0, 0}, {1, 0}, {12345, 0}, {~std::uint64_t{0}, ~std::uint64_t{0}}, {0, 1}, {5, ~std::uint64_t{0}}, {std::uint64_t{1} << 63, 0}};
    std::mt19937_64 random(5);
    while (values.size() < 700) values.push_back({random() % 1'000'000, 0});
    for (const int scale : {0, 2, 4, 20, 38, -2}) {
        Column column;
        column.slot = 0;
        column.type = CellType::decimal128;
        column.scale = scale;
        column.values = values.data();
        expect_same(column, values.size());
    }
}

TEST(Columns, FloatsMeanTheirShortestDecimals) {
    std::vector<float> values{0.1F,
                              0.2F,
                              33.3F,
                              99.9F,
                              100,
                              16777216,
                              3e10F,
                              1e-40F,
                              std::numeric_limits<float>::quiet_NaN(),
                              std::numeric_limits<float>::infinity(),
                              -0.0F};
    std::mt19937 random(9);
    while (values.size() < 900) values.push_back(static_cast<float>(random() % 100000) / 1000);
    Column column;
    column.slot = 0;
    column.type = CellType::float32;
    column.values = values.data();
    expect_same(column, values.size());
    const BatchScorer scorer(one_figure());
    EXPECT_EQ(scorer.exact({&column, 1}, 0).score.low, Number(1, 80));  // 0.1 / 8
}

TEST(Columns, BitsFromAnyOffset) {
    const std::vector<std::uint8_t> bits{0b10110101, 0b01000111, 0b11111111, 0, 0b10101010};
    for (const std::size_t offset : {0UL, 1UL, 7UL, 9UL}) {
        Column column;
        column.slot = 0;
        column.type = CellType::bits;
        column.values = bits.data();
        column.offset = offset;
        expect_same(column, 40 - offset);
    }
}

TEST(Columns, StridesForwardsAndBackwards) {
    std::vector<double> values(3000);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i) / 16;
    Column column;
    column.slot = 0;
    column.values = values.data();
    column.stride = 24;
    expect_same(column, 1000);
    column.values = values.data() + 2999;
    column.stride = -8;
    expect_same(column, 3000);
    column.stride = -16;
    expect_same(column, 1500);
}

TEST(Columns, UnalignedMemory) {
    std::vector<char> bytes(8 * 600 + 3);
    for (std::size_t i = 0; i < 600; ++i) {
        const double value = static_cast<double>(i) / 4;
        std::memcpy(bytes.data() + 3 + 8 * i, &value, 8);
    }
    Column column;
    column.slot = 0;
    column.values = bytes.data() + 3;
    expect_same(column, 600);
}

TEST(Columns, ValidityFromAnyOffset) {
    std::vector<double> values(2000);
    std::vector<std::uint8_t> valid(300);
    std::mt19937 random(13);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(random() % 12000) / 100;
    for (std::uint8_t& byte : valid) byte = static_cast<std::uint8_t>(random());
    for (const std::size_t offset : {0UL, 1UL, 3UL, 8UL, 13UL}) {
        for (const std::size_t rows : {1UL, 7UL, 8UL, 511UL, 512UL, 513UL, 1024UL, 1500UL}) {
            Column column;
            column.slot = 0;
            column.values = values.data();
            column.validity = valid.data();
            column.offset = offset;
            expect_same(column, rows);
        }
    }
}

TEST(Columns, Statuses) {
    std::vector<double> values(700, 50);
    std::vector<std::uint8_t> statuses(700);
    for (std::size_t i = 0; i < statuses.size(); ++i) statuses[i] = static_cast<std::uint8_t>(i % 5);
    Column column;
    column.slot = 0;
    column.values = values.data();
    column.statuses = statuses.data();
    expect_same(column, 700);
    const BatchScorer scorer(one_figure());
    const Answer got = answer(scorer, column, 5, VectorCode::best);
    EXPECT_EQ(got.status[0], RowStatus::undetermined);  // missing
    EXPECT_EQ(got.low[1], 6.25);                        // reported: 50 / 8
    EXPECT_EQ(got.low[3], 6.25);                        // estimated counts
    EXPECT_EQ(got.high[4], 12.5);                       // rejected: anything
}

TEST(Columns, NoRowsAndNoColumns) {
    const Ruleset rules = one_figure();
    const BatchScorer scorer(rules);
    BatchRequest request;
    EXPECT_EQ(scorer.score(request).rows, 0U);
    std::vector<double> low(5);
    std::vector<double> high(5);
    request.rows = 5;
    request.out.score.low = low.data();
    request.out.score.high = high.data();
    scorer.score(request);
    EXPECT_EQ(low, std::vector<double>(5, 0));
    EXPECT_EQ(high, std::vector<double>(5, 12.5));
}

TEST(Columns, ABadRowIsMarkedAndTheOthersStay) {
    const std::vector<double> values{8, -1, std::numeric_limits<double>::infinity(), 16};
    Column column;
    column.slot = 0;
    column.values = values.data();
    std::vector<double> low(4);
    std::vector<RowStatus> status(4);
    std::vector<std::uint8_t> issue(4);
    std::vector<std::uint32_t> slot(4);
    BatchRequest request;
    request.columns = {&column, 1};
    request.rows = 4;
    request.out.score.low = low.data();
    request.out.status = status.data();
    request.out.issue = issue.data();
    request.out.issue_slot = slot.data();
    BatchScorer(one_figure()).score(request);
    EXPECT_EQ(low[0], 1);
    EXPECT_EQ(low[3], 2);
    EXPECT_EQ(status, (std::vector{RowStatus::decided, RowStatus::bad_value, RowStatus::bad_value, RowStatus::decided}));
    EXPECT_EQ(issue[1], static_cast<std::uint8_t>(IssueCode::below_min));
    EXPECT_EQ(issue[2], static_cast<std::uint8_t>(IssueCode::infinite_value));
    EXPECT_EQ(issue[3], 255);
    EXPECT_EQ(slot[1], 0U);
    EXPECT_EQ(slot[3], UINT32_MAX);
}

TEST(Columns, TheFirstIssueIsThatOfTheFirstSlot) {
    const Ruleset rules = rules_of(R"("facts": {"x": {"name": {"en": "X"}, "min": 0}, "y": {"name": {"en": "Y"}, "min": 0}},
        "score": {"id": "total", "points": 10, "fact": "x", "bands": [{"from": 0, "points": 10}]})");
    const double infinite = std::numeric_limits<double>::infinity();
    Column first;
    first.slot = 0;
    first.values = &infinite;
    Column second = first;
    second.slot = 1;
    const std::vector<Column> forwards{first, second};
    const std::vector<Column> backwards{second, first};
    const BatchScorer scorer(rules);
    for (const std::vector<Column>& columns : {forwards, backwards}) {
        const BatchScorer::Exact exact = scorer.exact(columns, 0);
        ASSERT_EQ(exact.issues.size(), 2U);
        EXPECT_EQ(exact.issues[0].where, "x");
        EXPECT_EQ(exact.issues[1].where, "y");
    }
}

TEST(Columns, AreLookedAtBeforeAnyWork) {
    const BatchScorer scorer(one_figure());
    const std::vector<double> values{1};
    Column column;
    column.slot = 0;
    column.values = values.data();
    const std::vector<Column> twice{column, column};
    const auto repeated = scorer.check(twice, 1);
    ASSERT_EQ(repeated.size(), 1U);
    EXPECT_EQ(repeated[0].code, IssueCode::repeated_column);
    EXPECT_EQ(repeated[0].where, "/columns/x");
    column.scale = 39;
    EXPECT_EQ(scorer.check({&column, 1}, 1).at(0).code, IssueCode::wrong_layout);
    column.scale = 0;
    column.values = nullptr;
    EXPECT_EQ(scorer.check({&column, 1}, 1).at(0).code, IssueCode::wrong_layout);
    column.slot = 7;
    EXPECT_EQ(scorer.check({&column, 1}, 1).at(0).code, IssueCode::unknown_column);
}

TEST(Columns, MoreRowsThanMemoryHoldsAreRefused) {
    // 2^64 - 1 rows by parts of 2,048 would be no part at all, and the answer a silent nothing.
    const BatchScorer scorer(one_figure());
    const std::size_t rows = SIZE_MAX;
    const auto issues = scorer.check({}, rows);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].code, IssueCode::bad_value);
    EXPECT_EQ(issues[0].where, "/rows");
    EXPECT_EQ(issues[0].message.en, "“18446744073709551615” cannot stand here. Expected: 0 … 9223372036854775807. Correct it.");
    EXPECT_EQ(issues[0].message.zh, "“18446744073709551615”不能用在此处。应为：0 … 9223372036854775807。请更正。");
    BatchRequest request;
    request.rows = rows;
    EXPECT_THROW((void)scorer.score(request), Error);
}

TEST(Columns, CanBeStopped) {
    const std::vector<double> values(1'000'000, 8);
    Column column;
    column.slot = 0;
    column.values = values.data();
    std::vector<double> low(values.size());
    BatchRequest request;
    request.columns = {&column, 1};
    request.rows = values.size();
    request.out.score.low = low.data();
    std::size_t calls = 0;
    request.watch = [&](std::size_t) { return ++calls < 3; };
    const BatchCount count = BatchScorer(one_figure()).score(request);
    EXPECT_TRUE(count.stopped);
    EXPECT_LT(count.rows, values.size());
    EXPECT_EQ(calls, 3U);
}

}  // namespace
}  // namespace biaochi
