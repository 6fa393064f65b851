/// @file
/// Widths of text on a terminal.

#include "explain/columns.hpp"

#include <gtest/gtest.h>

namespace biaochi::detail {
namespace {

TEST(Columns, ChineseCharactersTakeTwo) {
    EXPECT_EQ(columns(""), 0U);
    EXPECT_EQ(columns("ab"), 2U);
    EXPECT_EQ(columns("合作市"), 6U);
    EXPECT_EQ(columns("（A）"), 5U);
    EXPECT_EQ(columns("〈一〉"), 6U);
}

TEST(Columns, SignsOfArithmeticTakeOne) { EXPECT_EQ(columns("2 × 3 ≈ −6–7"), 12U); }

TEST(Columns, CombiningMarksTakeNone) { EXPECT_EQ(columns("e\u0301"), 1U); }

TEST(Columns, PaddingFillsUpButNeverCuts) {
    EXPECT_EQ(padded("市", 4), "市  ");
    EXPECT_EQ(right_aligned("市", 4), "  市");
    EXPECT_EQ(padded("合作市", 2), "合作市");
}

}  // namespace
}  // namespace biaochi::detail
