/// @file
/// Who is ranked with whom.

#include "biaochi/batch/cohorts.hpp"

#include <gtest/gtest.h>

#include "rank_sample.hpp"

namespace biaochi {
namespace {

constexpr const char* groups = R"("groups": {
  "plain": {"name": {"en": "Plain"}, "cite": {"source": "rule", "clause": "1"},
            "members": [{"region": "x", "from": "2020-01-01"}, {"region": "y", "from": "2020-01-01"}]},
  "hills": {"name": {"en": "Hills"}, "cite": {"source": "rule", "clause": "1"}, "members": [{"region": "z", "from": "2020-01-01"}]}},)";

TEST(TextCodes, NumberTextsInTheOrderInWhichTheyCome) {
    TextCodes codes;
    EXPECT_EQ(codes.of("b"), 0U);
    EXPECT_EQ(codes.of("b"), 0U);
    EXPECT_EQ(codes.of(""), 1U);
    EXPECT_EQ(codes.of("a"), 2U);
    EXPECT_EQ(codes.of("b"), 0U);
    EXPECT_EQ(codes.texts(), (std::vector<std::string>{"b", "", "a"}));
}

TEST(CohortCodes, AreOfThePeriodAlone) {
    const Ruleset rules = rank_sample::rules({});
    CohortCodes codes(rules);
    EXPECT_EQ(codes.of("x", "2020", "g"), 0U);
    EXPECT_EQ(codes.of("y", "2021", "g"), 1U);
    EXPECT_EQ(codes.of("z", "2020", "h"), 0U);
    EXPECT_TRUE(codes.issues().empty());
}

TEST(CohortCodes, AreOfTheGroupToo) {
    const Ruleset rules = rank_sample::rules({R"({"within_group": true})"});
    CohortCodes codes(rules);
    EXPECT_EQ(codes.of("x", "2020", "g"), 0U);
    EXPECT_EQ(codes.of("y", "2020", "h"), 1U);
    EXPECT_EQ(codes.of("z", "2021", "g"), 2U);
    EXPECT_EQ(codes.of("z", "2020", ""), 3U);
    EXPECT_EQ(codes.of("x", "2020", "h"), 1U);
    EXPECT_TRUE(codes.issues().empty());
}

TEST(CohortCodes, TakeTheGroupFromTheRulebookWhereItHasThem) {
    const Ruleset rules = rank_sample::rules({R"({"within_group": true})", 1, "half_up", "73", groups});
    CohortCodes codes(rules);
    EXPECT_EQ(codes.of("x", "2020", ""), 0U);
    EXPECT_EQ(codes.of("z", "2020", "hills"), 1U);
    EXPECT_EQ(codes.of("y", "2020", "plain"), 0U);
    EXPECT_TRUE(codes.issues().empty());
}

TEST(CohortCodes, TellOnceWhoIsInNoGroupOrInAnother) {
    const Ruleset rules = rank_sample::rules({R"({"within_group": true})", 1, "half_up", "73", groups});
    CohortCodes codes(rules);
    for (int twice = 0; twice < 2; ++twice) {
        codes.of("x", "2020", "hills");
        codes.of("w", "2020", "");
    }
    ASSERT_EQ(codes.issues().size(), 2U);
    EXPECT_EQ(codes.issues()[0].code, IssueCode::unknown_member);
    EXPECT_EQ(codes.issues()[0].where, "/columns/group");
    EXPECT_EQ(codes.issues()[1].where, "/columns/region");
}

}  // namespace
}  // namespace biaochi
