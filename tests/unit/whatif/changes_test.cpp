/// @file
/// What draws change, and what they leave as it is: the fast way must not keep what varies, nor take one record for another.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.hpp"

namespace {

using namespace biaochi;
using namespace biaochi::support;

/// Two leaves of three steps: a from 0, 1 and 10 on, b from 0, 5 and 50 on.
const std::string steps = R"("facts": {"a": {"name": {"en": "A"}, "min": 0, "max": 100}, "b": {"name": {"en": "B"}, "min": 0, "max": 100}},
    "score": {"id": "total", "points": 20, "parts": [
      {"id": "a", "points": 10, "bands": [{"from": 0, "to": 1, "points": 0}, {"from": 1, "to": 10, "points": 1}, {"from": 10, "points": 10}]},
      {"id": "b", "points": 10, "bands": [{"from": 0, "to": 5, "points": 0}, {"from": 5, "to": 50, "points": 5}, {"from": 50, "points": 10}]}]})";

Record figures(const Ruleset& rules, const std::string& region, const std::string& a, const std::string& b) {
    Record record = record_of(rules, {{"a", a}, {"b", b}});
    record.region = region;
    return record;
}

std::string span_of(const WhatIf& what_if, std::size_t record = 0) {
    const Interval score = what_if.run(request_of(100, VectorCode::best)).records.at(record).score.value();
    return score.low.text() + " " + score.high.text();
}

TEST(Changes, FiguresThatAreDrawnFarFromTheReportedOneLeaveItsStep) {
    // a = 0 gives 0; from 10 to 20 it gives 10 in every draw. Half a hundred for b gives 10 instead of 5.
    const Ruleset rules = rules_of(steps);
    const std::vector<Record> records{figures(rules, "r", "0", "5")};
    EXPECT_EQ(span_of(what_if_of(rules, records, R"({"data": [{"fact": "a", "low": 10, "high": 20}]})")), "15 15");
    EXPECT_EQ(span_of(what_if_of(rules, records, R"({"data": [{"fact": "b", "together": true, "low": 50, "high": 50}]})")), "10 10");
}

TEST(Changes, EdgesThatAreDrawnFarFromTheWrittenOneTakeFiguresAlong) {
    // a = 10 lies on the written edge: 10 points. From 11 to 20 the edge is above it: 1 point in every draw.
    const Ruleset rules = rules_of(steps);
    const std::vector<Record> records{figures(rules, "r", "10", "5")};
    EXPECT_EQ(span_of(what_if_of(rules, records, R"({"edges": [{"node": "a", "band": 2, "edge": "from", "low": 11, "high": 20}]})")),
              "6 6");
}

TEST(Changes, PointsOfOneRecordDoNotPassForTheFigureOfAnother) {
    // r: a = 1 lies where the edge moves (0 or 1 point), b = 20 gives 5. s: a = 5 gives 1 point, b = 5 lies where the edge moves (0 or 5).
    const Ruleset rules = rules_of(steps);
    const std::vector<Record> records{figures(rules, "r", "1", "20"), figures(rules, "s", "5", "5")};
    const WhatIf what_if = what_if_of(rules, records, R"({"edges": [{"node": "a", "band": 0, "edge": "to", "low": "0.5", "high": "1.5"},
        {"node": "b", "band": 0, "edge": "to", "low": 4, "high": 6}]})");
    ASSERT_TRUE(what_if.estimates());
    EXPECT_EQ(span_of(what_if, 0), "5 6");
    EXPECT_EQ(span_of(what_if, 1), "1 6");
}

TEST(Changes, WeightsBesideTheRangeOfDoublesGoTheExactWay) {
    // b counts for 1e-13 of a, which gives nothing: the score is all b's, whose weight no double holds to more than four digits.
    const std::string members = R"("facts": {"a": {"name": {"en": "A"}, "min": 0}, "b": {"name": {"en": "B"}, "min": 0}},
        "score": {"id": "total", "points": 100, "combine": "arithmetic", "parts": [
          {"id": "a", "points": 100, "weight": "1e-307", "fact": "a", "ratio": {"standard": 10}},
          {"id": "b", "points": 100, "weight": "1e-320", "fact": "b", "ratio": {"standard": 10}}]})";
    const Ruleset rules = rules_of(members);
    const std::vector<Record> records{figures(rules, "r", "0", "5"), figures(rules, "s", "0", "6")};
    const WhatIf what_if = what_if_of(rules, records, R"({"weights": [{"parts_of": "total", "percent": 50}]})");
    EXPECT_FALSE(what_if.estimates());
    EXPECT_EQ(lines(what_if.run(request_of(200, VectorCode::best))), lines(what_if.run(request_of(200, VectorCode::none))));
}

TEST(Changes, WhereNothingCanMoveNoDrawIsSettledOneByOne) {
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "20", "20", "5", "20"), four_figures(rules, "s", "0", "0", "10", "9")};
    const WhatIf what_if = what_if_of(rules, records, R"({"weights": [{"node": "c", "low": 40, "high": 40}]})");
    // (20 + 10) × 60/70 + 15 × 40/30 = 320/7, and 4.5 × 60/70 + 40 = 307/7.
    const WhatIfResult result = what_if.run(request_of(2'000'000, VectorCode::best, 2));
    EXPECT_EQ(result.settled, 0U);
    EXPECT_EQ(result.records.at(0).score->low.text(), "320/7");
    EXPECT_EQ(result.records.at(0).score->high.text(), "320/7");
    EXPECT_EQ(result.records.at(1).score->low.text(), "307/7");
    EXPECT_EQ(result.records.at(0).least_draw + result.records.at(0).most_draw, 0U);
}

}  // namespace
