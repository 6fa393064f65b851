/// @file
/// What is wrong with derived facts, and where.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::wrong;
using testing::ElementsAre;
using testing::IsEmpty;

std::string facts(const std::string& derived) {
    return R"("facts": {"rd": {"name": {"en": "RD"}, "unit": "万元"}, "gdp": {"name": {"en": "GDP"}, "unit": "亿元"},
              "firms": {"name": {"en": "Firms"}, "unit": "家"}, "opts": {"name": {"en": "O"}, "kind": "options", "options": {"a": {"name": {"en": "A"}}}},
              "x": {"name": {"en": "X"}, )" +
           derived + "}}";
}

TEST(Derived, UnitsMustConvert) {
    EXPECT_THAT(wrong(facts(R"("unit": "万元", "formula": "gdp + rd")")), IsEmpty());
    EXPECT_THAT(wrong(facts(R"("unit": "%", "formula": "rd / gdp * 100")")), IsEmpty());
    EXPECT_THAT(wrong(facts(R"("unit": "万元", "formula": "rd + firms")")), ElementsAre("unit_mismatch /facts/x/formula"));
    EXPECT_THAT(wrong(facts(R"("unit": "家", "formula": "rd + gdp")")), ElementsAre("unit_mismatch /facts/x/formula"));
    EXPECT_THAT(wrong(facts(R"("formula": "rd + gdp")")), ElementsAre("unit_mismatch /facts/x/formula"));
    EXPECT_THAT(wrong(facts(R"("unit": "%", "ratio": {"of": "rd", "to": "gdp"})")), IsEmpty());
    EXPECT_THAT(wrong(facts(R"("ratio": {"of": "rd", "to": "gdp"})")), IsEmpty());
    EXPECT_THAT(wrong(facts(R"("unit": "元/家", "ratio": {"of": "rd", "to": "firms"})")), IsEmpty());
    EXPECT_THAT(wrong(facts(R"("unit": "%", "ratio": {"of": "rd", "to": "firms"})")), ElementsAre("unit_mismatch /facts/x/ratio"));
    EXPECT_THAT(wrong(facts(R"("unit": "万元", "growth": {"of": "rd"})")), ElementsAre("unit_mismatch /facts/x/growth"));
}

TEST(Derived, NamesMustLeadToNumbers) {
    EXPECT_THAT(wrong(facts(R"("formula": "rdd + 1")")), ElementsAre("unknown_name /facts/x/formula"));
    EXPECT_THAT(wrong(facts(R"("formula": "opts + 1")")), ElementsAre("unknown_name /facts/x/formula"));
    EXPECT_THAT(wrong(facts(R"("unit": "万元", "formula": "rd +")")), ElementsAre("expression_syntax /facts/x/formula"));
    EXPECT_THAT(wrong(facts(R"("ratio": {"of": "rdd", "to": "opts"})")),
                ElementsAre("unknown_fact /facts/x/ratio/of", "wrong_kind /facts/x/ratio/to"));
    EXPECT_THAT(wrong(facts(R"("unit": "%", "growth": {"of": "rdd"})")), ElementsAre("unknown_fact /facts/x/growth/of"));
    EXPECT_THAT(wrong(facts(R"("kind": "judged", "min": 0, "max": 1, "formula": "rd")")), ElementsAre("wrong_kind /facts/x/formula"));
}

TEST(Derived, OneWayAndWhatItNeeds) {
    EXPECT_THAT(wrong(facts(R"("unit": "%", "formula": "1", "growth": {"of": "rd"})")), ElementsAre("several_formulas /facts/x"));
    EXPECT_THAT(wrong(facts(R"("unit": "%", "growth": {"of": "rd", "years": 3})")), ElementsAre("missing_key /facts/x/growth"));
    EXPECT_THAT(wrong(facts(R"("or_reported": true)")), ElementsAre("unknown_key /facts/x/or_reported"));
    EXPECT_THAT(wrong(facts(R"("ratio": {"of": "rd"})")), ElementsAre("missing_key /facts/x/ratio"));
    EXPECT_THAT(wrong(facts(R"("ratio": 1)")), ElementsAre("wrong_type /facts/x/ratio"));
    EXPECT_THAT(wrong(facts(R"("growth": 1)")), ElementsAre("wrong_type /facts/x/growth"));
}

TEST(Derived, NoCircles) {
    EXPECT_THAT(wrong(facts(R"("formula": "x + 1")")), ElementsAre("cycle /facts/x/formula"));
    EXPECT_THAT(wrong(facts(R"("unit": "%", "growth": {"of": "x"})")), ElementsAre("cycle /facts/x/growth"));
    EXPECT_THAT(wrong(R"("facts": {"a": {"name": {"en": "A"}, "formula": "b"}, "b": {"name": {"en": "B"}, "ratio": {"of": "c", "to": "c"}},
                          "c": {"name": {"en": "C"}, "formula": "a"}})"),
                ElementsAre("cycle /facts/c/formula"));
}

TEST(Derived, ARulebookWithoutAScoreNeedsNoFacts) {
    EXPECT_THAT(wrong(R"("subject": {"kind": {"en": "county"}})"), IsEmpty());
    EXPECT_THAT(wrong(R"("score": {"id": "a", "points": 1})"), testing::Contains("missing_key "));
}

}  // namespace
}  // namespace biaochi
