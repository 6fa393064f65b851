/// @file
/// What a specification must not say, by code and place.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.hpp"

namespace {

using namespace biaochi;
using namespace biaochi::support;
using testing::ElementsAre;

std::vector<std::string> issues_of(const std::string& spec, const std::string& members = four_leaves()) {
    const Ruleset rules = rules_of(members);
    std::vector<Record> records{four_figures(rules, "r", "20", "90", "5", "20"), four_figures(rules, "s", "20", "20", "5", "20")};
    records.back().cells[rules.slot("c")] = {};
    return found(compile_what_if(rules, records, spec).issues);
}

struct Wrong {
    const char* name;
    const char* spec;
    const char* issue;
};

class WrongSpecification : public testing::TestWithParam<Wrong> {};

TEST_P(WrongSpecification, IsRefused) { EXPECT_THAT(issues_of(GetParam().spec), testing::Contains(GetParam().issue)); }

INSTANTIATE_TEST_SUITE_P(
    , WrongSpecification,
    testing::Values(
        Wrong{"NotJson", "{", "json_syntax "}, Wrong{"List", "[]", "wrong_type "}, Wrong{"Empty", "{}", "empty_list "},
        Wrong{"UnknownKey", R"({"weight": []})", "unknown_key /weight"},
        Wrong{"DrawsBelowOne", R"({"draws": 0, "weights": [{"node": "c", "by": 1}]})", "bad_value /draws"},
        Wrong{"SeedNotWhole", R"({"seed": 0.5, "weights": [{"node": "c", "by": 1}]})", "bad_value /seed"},
        Wrong{"QuantileAboveOne", R"({"quantiles": [2], "weights": [{"node": "c", "by": 1}]})", "bad_value /quantiles/0"},
        Wrong{"UnknownNode", R"({"weights": [{"node": "e", "by": 1}]})", "unknown_node /weights/0/node"},
        Wrong{"NoNode", R"({"weights": [{"by": 1}]})", "missing_key /weights/0"},
        Wrong{"TwoNodes", R"({"weights": [{"node": "c", "parts_of": "ab", "by": 1}]})", "bad_value /weights/0"},
        Wrong{"NoEnds", R"({"weights": [{"node": "c"}]})", "missing_key /weights/0"},
        Wrong{"TwoFormsOfEnds", R"({"weights": [{"node": "c", "by": 1, "percent": 2}]})", "bad_value /weights/0"},
        Wrong{"OneEnd", R"({"weights": [{"node": "c", "low": 1}]})", "missing_key /weights/0"},
        Wrong{"NegativePercent", R"({"weights": [{"node": "c", "percent": -1}]})", "bad_value /weights/0/percent"},
        Wrong{"EndsTheWrongWayRound", R"({"weights": [{"node": "c", "low": 3, "high": 2}]})", "cannot_vary /weights/0"},
        Wrong{"Root", R"({"weights": [{"node": "total", "by": 1}]})", "cannot_vary /weights/0"},
        Wrong{"WeightOfZero", R"({"weights": [{"node": "c", "low": 0, "high": 2}]})", "cannot_vary /weights/0"},
        Wrong{"NothingLeftForSiblings", R"({"weights": [{"node": "c", "low": 3, "high": 100}]})", "cannot_vary /weights/0"},
        Wrong{"Twice", R"({"weights": [{"node": "c", "by": 1}, {"node": "c", "by": 2}]})", "cannot_vary /weights/1"},
        Wrong{"RescaleInPart", R"({"weights": [{"node": "c", "by": 1}, {"node": "d", "by": 2, "rescale": false}]})",
              "cannot_vary /weights/1"},
        Wrong{"EdgeOfARatio", R"({"edges": [{"node": "c", "band": 0, "edge": "from", "by": 1}]})", "cannot_vary /edges/0"},
        Wrong{"EdgeThatIsNotThere", R"({"edges": [{"node": "a", "band": 0, "edge": "to", "by": 1}]})", "cannot_vary /edges/0"},
        Wrong{"BandThatIsNotThere", R"({"edges": [{"node": "a", "band": 3, "edge": "to", "by": 1}]})", "bad_value /edges/0/band"},
        Wrong{"EdgeWord", R"({"edges": [{"node": "a", "band": 0, "edge": "top", "by": 1}]})", "bad_value /edges/0/edge"},
        Wrong{"EdgesThatMeet", R"({"edges": [{"node": "a", "band": 0, "edge": "from", "by": 10}]})", "cannot_vary /edges/0"},
        Wrong{"OneEdgeTwice",
              R"({"edges": [{"node": "a", "band": 0, "edge": "from", "by": 1}, {"node": "a", "band": 1, "edge": "to", "by": 1}]})",
              "cannot_vary /edges/1"},
        Wrong{"UnknownFact", R"({"data": [{"fact": "e", "by": 1}]})", "unknown_fact /data/0/fact"},
        Wrong{"UnknownRegion", R"({"data": [{"fact": "c", "region": "t", "by": 1}]})", "unknown_region /data/0/region"},
        Wrong{"UnknownPeriod", R"({"data": [{"fact": "c", "period": "2021", "by": 1}]})", "cannot_vary /data/0/period"},
        Wrong{"PeriodOfAnotherRegion", R"({"data": [{"fact": "c", "region": "r", "period": "2021", "by": 1}]})",
              "cannot_vary /data/0/period"},
        Wrong{"RegionThatIsNoText", R"({"data": [{"fact": "c", "region": 7, "by": 1}]})", "wrong_type /data/0/region"},
        Wrong{"NoFigure", R"({"data": [{"fact": "c", "region": "s", "by": 1}]})", "cannot_vary /data/0"},
        Wrong{"BelowTheLeast", R"({"data": [{"fact": "c", "by": 6}]})", "cannot_vary /data/0"},
        Wrong{"AboveTheMost", R"({"data": [{"fact": "b", "percent": 12}]})", "cannot_vary /data/0"},
        Wrong{"TogetherAndOne", R"({"data": [{"fact": "c", "by": 1}, {"fact": "c", "together": true, "by": 1}]})", "cannot_vary /data/0"},
        Wrong{"TogetherOfOneRegion", R"({"data": [{"fact": "c", "region": "r", "together": true, "by": 1}]})",
              "bad_value /data/0/together"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Specification, AnOnlyChildHasNobodyToShareWith) {
    const std::string members = R"("facts": {"a": {"name": {"en": "A"}, "min": 0}}, "score": {"id": "total", "points": 10, "parts": [
        {"id": "a", "points": 10, "fact": "a", "ratio": {"standard": 10}}]})";
    const Ruleset rules = rules_of(members);
    const auto issues = compile_what_if(rules, {record_of(rules, {{"a", "2"}})}, R"({"weights": [{"node": "a", "by": 1}]})").issues;
    EXPECT_THAT(found(issues), ElementsAre("cannot_vary /weights/0"));
    EXPECT_THAT(issues.front().message.en, testing::HasSubstr("no sibling"));
    EXPECT_THAT(issues.front().message.zh, testing::HasSubstr("没有与之并列"));
}

TEST(Specification, WholeDerivedAndOptionalFiguresCannotBeDrawn) {
    const std::string members =
        R"("facts": {"n": {"name": {"en": "N"}, "whole": true}, "x": {"name": {"en": "X"}}, "y": {"name": {"en": "Y"}, "min": 0, "formula": "x * 2"},
        "o": {"name": {"en": "O"}, "kind": "options", "options": {"yes": {"name": {"en": "Yes"}}}}},
        "score": {"id": "total", "points": 10, "fact": "y", "ratio": {"standard": 10}})";
    const Ruleset rules = rules_of(members);
    const Record record = record_of(rules, {{"n", "3"}, {"x", "1"}, {"o.yes", "1"}, {"y", "2"}});
    for (const std::string fact : {"n", "y", "o.yes"}) {
        EXPECT_THAT(found(compile_what_if(rules, {record}, R"({"data": [{"fact": ")" + fact + R"(", "by": 1}]})").issues),
                    ElementsAre("cannot_vary /data/0"))
            << fact;
    }
}

TEST(Specification, APartThatCouldComeAboveItsWholeIsRefusedAtAnyDepth) {
    // inner may reach 10 where middle falls to 5, and middle 20 where outer falls to 15.
    const auto fact = [](const std::string& id, const std::string& whole) {
        return "\"" + id + R"(": {"name": {"en": "F"}, "min": 0)" + (whole.empty() ? "" : R"(, "part_of": ")" + whole + "\"") + "}";
    };
    const std::string members = R"("facts": {)" + fact("outer", "") + ", " + fact("middle", "outer") + ", " + fact("inner", "middle") +
                                R"(}, "score": {"id": "total", "points": 10, "fact": "inner", "ratio": {"standard": 10}})";
    const Ruleset rules = rules_of(members);
    const Record record = record_of(rules, {{"outer", "20"}, {"middle", "10"}, {"inner", "5"}});
    const auto issues_with = [&](const std::string& first, const std::string& second) {
        return found(compile_what_if(rules, {record}, R"({"data": [)" + first + ", " + second + "]}").issues);
    };
    const std::string inner = R"({"fact": "inner", "low": 1, "high": 10})";
    const std::string middle = R"({"fact": "middle", "low": 5, "high": 14})";
    const std::string outer = R"({"fact": "outer", "low": 13, "high": 20})";
    EXPECT_THAT(issues_with(inner, middle), ElementsAre("cannot_vary /data/0"));
    EXPECT_THAT(issues_with(outer, middle), ElementsAre("cannot_vary /data/1"));
    EXPECT_THAT(issues_with(inner, R"({"fact": "middle", "low": 10, "high": 14})"), ElementsAre());
}

TEST(Specification, RecordsOfLikeNamesAreNotTakenForEachOther) {
    const Ruleset rules = rules_of(four_leaves());
    std::vector<Record> records{four_figures(rules, "r@1", "20", "90", "5", "20"), four_figures(rules, "r", "20", "20", "5", "20")};
    records.back().period = "1";
    const WhatIf what_if = what_if_of(rules, records, R"({"data": [{"fact": "c", "by": 1}]})");
    EXPECT_EQ(what_if.variations().at(0).name, "data.c.r@@1");
    EXPECT_EQ(what_if.variations().at(1).name, "data.c.r@1");
    EXPECT_EQ(what_if_of(rules, records, R"({"data": [{"fact": "c", "period": 1, "by": 1}]})").variations().size(), 1U) << "a whole number";
    EXPECT_THAT(found(compile_what_if(rules, records, R"({"data": [{"fact": "c", "period": 2, "by": 1}]})").issues),
                ElementsAre("cannot_vary /data/0/period"));
    const auto of_no_period = compile_what_if(rules, {records.front()}, R"({"data": [{"fact": "c", "period": "2", "by": 1}]})").issues;
    ASSERT_THAT(found(of_no_period), ElementsAre("cannot_vary /data/0/period"));
    EXPECT_THAT(of_no_period.front().message.en, testing::HasSubstr("of no period"));
    EXPECT_THAT(found(compile_what_if(rules, {}, R"({"data": [{"fact": "c", "period": "2", "by": 1}]})").issues),
                ElementsAre("cannot_vary /data/0/fact"));
}

TEST(Specification, TooManyRecordsAreRefusedBeforeAnyWork) {
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records(most_what_if_records + 1, four_figures(rules, "r", "20", "90", "5", "20"));
    const auto issues = compile_what_if(rules, records, R"({"data": [{"fact": "c", "by": 6}, {"fact": "e", "by": 1}]})").issues;
    EXPECT_THAT(found(issues), ElementsAre("cannot_vary "));
}

TEST(Specification, TellsWhatItLeavesOut) {
    const Ruleset rules = rules_of(four_leaves());
    const WhatIf what_if =
        what_if_of(rules, {four_figures(rules, "r", "1", "1", "1", "1")}, R"({"weights": [{"leaves_of": "ab", "percent": 10}]})");
    EXPECT_EQ(what_if.source().draws, 10'000U);
    EXPECT_EQ(what_if.source().seed, 0U);
    EXPECT_EQ(what_if.quantiles().size(), 3U);
    ASSERT_EQ(what_if.variations().size(), 2U);
    EXPECT_EQ(what_if.variations().front().name, "weights.a");
    EXPECT_EQ(what_if.variations().front().high.text(), "11");
}

}  // namespace
