/// @file
/// Points of each method and each way to combine, worked out by hand.

#include "biaochi/score/score.hpp"

#include <gtest/gtest.h>

#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::points;
using support::record_of;
using support::rules_of;

struct LeafCase {
    const char* name;
    const char* method;
    const char* value;
    const char* want;
};

class OneFigure : public testing::TestWithParam<LeafCase> {};

TEST_P(OneFigure, GivesItsPoints) {
    const Ruleset rules = rules_of(std::string(R"("facts": {"x": {"name": {"en": "X"}, "min": -50, "max": 1000}},
        "score": {"id": "total", "points": 10, "fact": "x", )") +
                                   GetParam().method + "}");
    EXPECT_EQ(points(rules, record_of(rules, {{"x", GetParam().value}})), GetParam().want);
}

const char* const bands =
    R"("bands": [{"from": 5, "points": 10}, {"from": 2, "to": 5, "points": ["2.5", "3.5"]}, {"from": 0, "to": 2, "points": [0, "2.5"]}, {"to": 0, "points": 0}])";
const char* const more_is_better =
    R"("efficacy": {"standards": [{"at": "9.8", "coefficient": 1}, {"at": "6.4", "coefficient": "0.8"}, {"at": "-1.2", "coefficient": "0.2"}]})";
const char* const less_is_better =
    R"("efficacy": {"standards": [{"at": 48, "coefficient": 1}, {"at": 60, "coefficient": "0.8"}, {"at": 96, "coefficient": "0.2"}]})";
const char* const posts = R"("goalposts": {"from": 20, "to": 85})";
const char* const log_posts = R"("goalposts": {"from": 100, "to": 1000, "ln": {"places": 20, "mode": "half_even"}})";

INSTANTIATE_TEST_SUITE_P(
    Methods, OneFigure,
    testing::Values(LeafCase{"band_interpolates_exactly", bands, "3", "17/6"},
                    LeafCase{"lower_edge_belongs_to_its_band", bands, "2", "2.5"},
                    LeafCase{"upper_edge_belongs_to_the_next_band", bands, "5", "10"}, LeafCase{"zero", bands, "0", "0"},
                    LeafCase{"below_zero", bands, "-1", "0"}, LeafCase{"best_standard", more_is_better, "9.8", "10"},
                    LeafCase{"beyond_the_best", more_is_better, "1000", "10"},
                    LeafCase{"between_standards", more_is_better, "7.5", "147/17"}, LeafCase{"worst_standard", more_is_better, "-1.2", "2"},
                    LeafCase{"below_the_worst", more_is_better, "-1.21", "0"}, LeafCase{"less_best", less_is_better, "48", "10"},
                    LeafCase{"less_still", less_is_better, "0", "10"}, LeafCase{"less_between", less_is_better, "54", "9"},
                    LeafCase{"less_worst", less_is_better, "96", "2"}, LeafCase{"less_beyond_the_worst", less_is_better, "96.01", "0"},
                    LeafCase{"post_from", posts, "20", "0"}, LeafCase{"post_to", posts, "85", "10"},
                    LeafCase{"posts_between", posts, "46", "4"}, LeafCase{"posts_clip", posts, "-1", "0"},
                    LeafCase{"log_clips_zero", log_posts, "0", "0"}, LeafCase{"log_at_the_top", log_posts, "1000", "10"}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(Bands, JustBelowAnEdgeIsExact) {
    // 2.5 + (4.999999 - 2) / 3 = 3.49999966…, that is (7.5 + 2.999999) / 3 = 10.499999 / 3.
    const Ruleset rules = rules_of(
        std::string(R"("facts": {"x": {"name": {"en": "X"}}}, "score": {"id": "total", "points": 10, "fact": "x", )") + bands + "}");
    EXPECT_EQ(score(rules, record_of(rules, {{"x", "4.999999"}})).nodes[0].points.low, Number(10499999, 3000000));
}

TEST(LogGoalposts, FollowsTheRoundedLogarithm) {
    // ln 316.22776601683793319988935 = 5.75646273248511421…, half way from ln 100 to ln 1000.
    const Ruleset rules = rules_of(
        std::string(R"("facts": {"x": {"name": {"en": "X"}}}, "score": {"id": "total", "points": 10, "fact": "x", )") + log_posts + "}");
    const Number value = score(rules, record_of(rules, {{"x", "316.22776601683793319988935"}})).nodes[0].points.low;
    EXPECT_EQ(fixed_text(value, {15, RoundingMode::half_up}), "5.000000000000000");
}

const std::string platforms =
    R"("facts": {"platforms": {"name": {"en": "P"}, "kind": "items", "levels": {"national": {"name": {"en": "N"}}, "provincial": {"name": {"en": "P"}}},
                               "items": {"lab": {"name": {"en": "L"}, "levels": ["national", "provincial"]},
                                         "town": {"name": {"en": "T"}, "levels": ["national"]}}}},
       "score": {"id": "total", "points": 8, "fact": "platforms",
                 "items": [{"item": "lab", "points": {"national": 2, "provincial": 1}},
                           {"item": "town", "points": {"national": "0.3"}, "at_most": {"national": 2}}]})";

TEST(Items, AddUpAndAreCapped) {
    const Ruleset rules = rules_of(platforms);
    const auto of = [&](const char* labs, const char* provincial, const char* towns) {
        return points(
            rules,
            record_of(rules, {{"platforms.lab.national", labs}, {"platforms.lab.provincial", provincial}, {"platforms.town", towns}}));
    };
    EXPECT_EQ(of("1", "2", "1"), "4.3");
    EXPECT_EQ(of("3", "1", "3"), "7.6");
    EXPECT_EQ(of("3", "4", "0"), "8");
    EXPECT_EQ(of("0", "0", "0"), "0");
}

TEST(Items, UnknownCountsReachFromNoneToTheCap) {
    const Ruleset rules = rules_of(platforms);
    EXPECT_EQ(points(rules, record_of(rules, {{"platforms.lab.national", "3"}})), "6 .. 8");
    EXPECT_EQ(points(rules, record_of(rules, {{"platforms.lab.national", "1"}, {"platforms.lab.provincial", "0"}})), "2 .. 2.6");
    const Record full = record_of(rules, {{"platforms.lab.national", "4"}});
    EXPECT_EQ(points(rules, full), "8");
    EXPECT_EQ(score(rules, full).nodes[0].cause, Cause::capped);
    EXPECT_TRUE(needs(rules, full, score(rules, full)).empty());
}

const std::string office =
    R"("open": {"how": {"asks": {"en": "?"}, "readings": {"one": {"says": {"en": "1"}, "status": "natural"}, "any": {"says": {"en": "+"}, "status": "natural"}}}},
       "facts": {"office": {"name": {"en": "O"}, "kind": "options", "options": {"own": {"name": {"en": "o"}}, "joint": {"name": {"en": "j"}}, "group": {"name": {"en": "g"}}}}},
       "score": {"id": "total", "points": 5, "fact": "office",
                 "options": [{"choose": {"open": "how", "readings": {"one": "one", "any": "any"}}, "of": {"own": 4, "joint": 2}},
                             {"choose": "any", "of": {"group": 1}}]})";

TEST(Options, OneOrAnyAsRead) {
    const Ruleset one = rules_of(office, {{"how", "one"}});
    const Ruleset any = rules_of(office, {{"how", "any"}});
    const auto of = [](const Ruleset& rules, const char* own, const char* joint, const char* group) {
        return points(rules, record_of(rules, {{"office.own", own}, {"office.joint", joint}, {"office.group", group}}));
    };
    EXPECT_EQ(of(one, "1", "0", "1"), "5");
    EXPECT_EQ(of(one, "0", "1", "0"), "2");
    EXPECT_EQ(of(any, "0", "1", "1"), "3");
    EXPECT_EQ(of(any, "1", "1", "1"), "5");
    EXPECT_EQ(points(one, record_of(one, {{"office.own", "1"}, {"office.group", "0"}})), "4");
    EXPECT_EQ(points(one, record_of(one, {{"office.own", "0"}, {"office.group", "0"}})), "0 .. 2");
    EXPECT_EQ(points(any, record_of(any, {{"office.joint", "1"}})), "2 .. 5");
}

TEST(Options, AnUnreadChoiceKeepsBothAnswersPossible) {
    const Ruleset rules = rules_of(office);
    const Record both = record_of(rules, {{"office.own", "0"}, {"office.joint", "1"}, {"office.group", "0"}});
    EXPECT_EQ(points(rules, both), "2");
    const Record two = record_of(rules, {{"office.own", "1"}, {"office.joint", "1"}, {"office.group", "0"}});
    EXPECT_EQ(points(rules, two), "4 .. 5");
    const auto wanted = needs(rules, two, score(rules, two));
    ASSERT_EQ(wanted.size(), 1U);
    EXPECT_EQ(wanted[0].open, 0U);
}

TEST(OpenBand, GivesEverythingThatTheLeafCanGive) {
    const Ruleset rules = rules_of(
        R"("open": {"gap": {"asks": {"en": "?"}, "readings": {"line": {"says": {"en": "l"}, "status": "illustrative"}}}},
           "facts": {"x": {"name": {"en": "X"}, "min": 0}},
           "score": {"id": "total", "points": 10, "fact": "x",
                     "bands": [{"from": 100, "points": 10}, {"from": 10, "to": 100, "points": {"open": "gap", "readings": {"line": [4, 10]}}}, {"from": 0, "to": 10, "points": 3}]})");
    EXPECT_EQ(points(rules, record_of(rules, {{"x", "50"}})), "0 .. 10");
    EXPECT_EQ(points(rules, record_of(rules, {{"x", "100"}})), "10");
    EXPECT_EQ(score(rules, record_of(rules, {{"x", "50"}})).nodes[0].cause, Cause::open_point);
}

TEST(Score, RefusesARecordOfOtherRules) {
    const Ruleset rules = rules_of(platforms);
    const Ruleset other =
        rules_of(R"("facts": {"x": {"name": {"en": "X"}}}, "score": {"id": "total", "points": 1, "fact": "x", "bands": [{"points": 1}]})");
    Scorecard card;
    EXPECT_THROW(score(rules, empty_record(other), card), Error);
    const Ruleset bare = rules_of(R"("facts": {"x": {"name": {"en": "X"}}})");
    EXPECT_THROW(score(bare, empty_record(bare), card), Error);
}

}  // namespace
}  // namespace biaochi
