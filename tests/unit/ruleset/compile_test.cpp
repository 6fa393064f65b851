/// @file
/// Compiling: slots, readings, segments, bounds.

#include "biaochi/ruleset/ruleset.hpp"

#include <gtest/gtest.h>

#include "biaochi/ruleset/evaluate.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::number;
using support::rules_of;
using Lines = std::vector<std::string>;

const std::string gap =
    R"("open": {"gap": {"asks": {"en": "?"}, "readings": {"line": {"says": {"en": "l"}, "status": "illustrative"}}},
                "inside": {"asks": {"en": "?"}, "readings": {"linear": {"says": {"en": "l"}, "status": "natural"},
                                                             "lower": {"says": {"en": "s"}, "status": "natural"}},
                           "adopted": {"reading": "linear", "because": {"en": "edges meet"}}},
                "date": {"asks": {"en": "?"}, "settled_by": "data"}},
       "facts": {"firms": {"name": {"en": "Firms"}, "min": 0, "whole": true}},
       "score": {"id": "total", "points": 10, "fact": "firms",
                 "inside": {"open": "inside", "readings": {"linear": "linear", "lower": "lower"}},
                 "bands": [{"from": 100, "points": 10}, {"from": 10, "to": 100, "points": {"open": "gap", "readings": {"line": [4, 10]}}},
                           {"from": 0, "to": 10, "points": [1, 4]}]})";

const SegmentRule& segments(const Ruleset& rules) { return std::get<SegmentRule>(rules.nodes()[0].rule); }

TEST(Compile, AdoptedReadingsHoldAndOthersStayOpen) {
    const Ruleset rules = rules_of(gap);
    ASSERT_EQ(rules.readings().size(), 2U);
    EXPECT_EQ(rules.readings()[0].reading, "");
    EXPECT_EQ(rules.readings()[1].reading, "linear");
    EXPECT_TRUE(rules.readings()[1].adopted);
    EXPECT_FALSE(segments(rules).segments[1].known);
    EXPECT_EQ(segments(rules).segments[1].span, (Interval{Number(0), Number(10)}));
}

TEST(Compile, AUsersReadingGoesBeforeTheAdoptedOne) {
    const Ruleset rules = rules_of(gap, {{"gap", "line"}, {"inside", "lower"}});
    EXPECT_FALSE(rules.readings()[1].adopted);
    const auto at = [&](const char* value) {
        const Number x = number(value);
        return points_at(segments(rules).segments.at(find_segment(segments(rules), x)), x).text();
    };
    EXPECT_EQ(at("9"), "1");
    EXPECT_EQ(at("10"), "4");
    EXPECT_EQ(at("99.5"), "4");
    EXPECT_EQ(at("100"), "10");
}

TEST(Compile, NoneLeavesAnAdoptedPointOpen) {
    const Ruleset rules = rules_of(gap, {{"inside", "none"}});
    EXPECT_EQ(rules.readings()[1].reading, "");
    EXPECT_EQ(segments(rules).segments[0].span, (Interval{Number(1), Number(4)}));
    EXPECT_FALSE(segments(rules).segments[0].known);
}

TEST(Compile, ReadingsThatDoNotExistAreErrorsThatListThoseThatDo) {
    const Rulebook book = *parse_rulebook(support::rulebook_text(gap)).rulebook;
    const CompiledRuleset compiled = compile(book, book.effective.from, {{"gap", "linear"}, {"gpa", "line"}, {"date", "x"}});
    EXPECT_FALSE(compiled.rules);
    EXPECT_EQ(support::found(compiled.issues),
              (Lines{"unknown_open_point /open/date", "unknown_reading /open/gap/linear", "unknown_open_point /open/gpa"}));
    EXPECT_NE(compiled.issues[1].message.en.find("line"), std::string::npos);
    EXPECT_NE(compiled.issues[2].message.en.find("gap"), std::string::npos);
}

TEST(Compile, ADateOutsideTheTimeInForceIsRefused) {
    const Rulebook book = *parse_rulebook(support::rulebook_text(gap)).rulebook;
    const auto on = [&](const char* date) { return support::found(compile(book, *parse_date(date)).issues); };
    EXPECT_EQ(on("2019-12-31"), Lines{"not_in_force /effective"});
    EXPECT_EQ(on("2020-01-01"), Lines{});
    EXPECT_EQ(on("2029-12-31"), Lines{});
    EXPECT_EQ(on("2030-01-01"), Lines{"not_in_force /effective"});
}

TEST(Compile, EveryFigureHasASlot) {
    const Ruleset rules = rules_of(
        R"("facts": {"n": {"name": {"en": "N"}, "min": -1, "max": 5},
                     "platforms": {"name": {"en": "P"}, "kind": "items", "levels": {"national": {"name": {"en": "N"}}, "provincial": {"name": {"en": "P"}}},
                                   "items": {"lab": {"name": {"en": "L"}, "levels": ["national", "provincial"]},
                                             "institute": {"name": {"en": "I"}, "levels": ["provincial"]}}},
                     "office": {"name": {"en": "O"}, "kind": "options", "options": {"own": {"name": {"en": "o"}}, "joint": {"name": {"en": "j"}}}}},
           "score": {"id": "total", "points": 1, "fact": "n", "bands": [{"points": 1}]})");
    Lines ids;
    for (const Slot& slot : rules.slots()) ids.push_back(slot.id);
    EXPECT_EQ(ids, (Lines{"n", "platforms.lab.national", "platforms.lab.provincial", "platforms.institute.provincial", "office.own",
                          "office.joint"}));
    EXPECT_EQ(rules.slot("platforms.institute"), 3U);
    EXPECT_EQ(rules.slot("platforms.lab"), no_index);
    EXPECT_EQ(rules.slots()[1].min, Number(0));
    EXPECT_TRUE(rules.slots()[1].whole);
    EXPECT_EQ(rules.slots()[5].max, Number(1));
}

TEST(Compile, ARulesetOutlivesItsRulebook) {
    std::optional<Ruleset> rules;
    {
        const Rulebook book = *parse_rulebook(support::rulebook_text(gap)).rulebook;
        rules = compile(book, book.effective.from).rules;
    }
    const Ruleset copy = *rules;
    rules.reset();
    EXPECT_EQ(copy.nodes()[0].source->id, "total");
    EXPECT_EQ(copy.rulebook().id, "sample");
}

struct BoundsCase {
    const char* name;
    const char* fact;
    const char* method;
    const char* want;
};

class LeafBounds : public testing::TestWithParam<BoundsCase> {};

TEST_P(LeafBounds, AreTheLeastAndMostOverSensibleFigures) {
    const Ruleset rules = rules_of(std::string(R"("facts": {"x": {"name": {"en": "X"}, )") + GetParam().fact +
                                   R"(}}, "score": {"id": "total", "points": 10, "fact": "x", )" + GetParam().method + "}");
    const Interval& bounds = rules.nodes()[0].bounds;
    EXPECT_EQ(bounds.low.text() + " .. " + bounds.high.text(), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Methods, LeafBounds,
    testing::Values(
        BoundsCase{"bands", R"("min": 0)", R"("bands": [{"from": 5, "points": 8}, {"from": 0, "to": 5, "points": [1, 8]}])", "1 .. 8"},
        BoundsCase{"bands_within_the_facts_bounds", R"("min": 1, "max": 3)",
                   R"("bands": [{"from": 5, "points": 8}, {"from": 0, "to": 5, "points": [0, 5]}])", "1 .. 3"},
        BoundsCase{"ratio", R"("min": 0)", R"("ratio": {"standard": 4})", "0 .. 10"},
        BoundsCase{"ratio_that_cannot_reach_its_standard", R"("min": 1, "max": 3)", R"("ratio": {"standard": 4})", "2.5 .. 7.5"},
        BoundsCase{"ratio_beyond_its_standard", R"("min": 0, "max": 6)", R"("ratio": {"standard": 4, "above": "extend"})", "0 .. 15"},
        BoundsCase{"ratio_of_what_should_be_low", R"("min": 1, "max": 8)", R"("ratio": {"standard": 4, "better": "lower"})", "5 .. 10"},
        BoundsCase{"efficacy", R"("min": 0)",
                   R"("efficacy": {"standards": [{"at": 9, "coefficient": 1}, {"at": 3, "coefficient": "0.6"}]})", "0 .. 10"},
        BoundsCase{"efficacy_never_below_its_worst", R"("min": 0)",
                   R"("efficacy": {"below": "flat", "standards": [{"at": 9, "coefficient": 1}, {"at": 3, "coefficient": "0.6"}]})",
                   "6 .. 10"},
        BoundsCase{
            "efficacy_extended", R"("min": 0, "max": 12)",
            R"("efficacy": {"above": "extend", "below": "extend", "standards": [{"at": 9, "coefficient": 1}, {"at": 3, "coefficient": "0.6"}]})",
            "4 .. 12"},
        BoundsCase{"goalposts", R"("min": 0)", R"("goalposts": {"from": 20, "to": 85})", "0 .. 10"},
        BoundsCase{"goalposts_reversed", R"("min": 0, "max": 30)", R"("goalposts": {"from": 50, "to": 10})", "5 .. 10"}),
    [](const auto& param) { return std::string(param.param.name); });

}  // namespace
}  // namespace biaochi
