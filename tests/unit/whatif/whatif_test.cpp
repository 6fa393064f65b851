/// @file
/// What draws come to: by hand where one can, and the fast way against the exact one where one cannot.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "biaochi/core/error.hpp"
#include "sample.hpp"

namespace {

using namespace biaochi;
using namespace biaochi::support;

const std::string classes = R"(, "classes": {"cuts": [{"id": "A", "from": 60}, {"id": "B", "from": 40, "to": 60}, {"id": "C", "to": 40}]})";

/// u = 1/2 for every variation.
Replicate middle(const WhatIf& what_if) {
    const std::vector<double> halves(what_if.variations().size(), 0.5);
    DrawSource source;
    source.draws = 1;
    source.sample = halves.data();
    return what_if.replicate(source, 0);
}

std::string score_of(const Replicate& replicate, std::size_t record = 0) { return replicate.scores.at(record)->low.text(); }

TEST(WhatIf, AWeightTakesFromItsSiblingsInProportion) {
    // c: 30 points, varied from 40 to 50: 45 at the middle. The others, ab 20 and d 50, share 55: times 55/70.
    // Points: ab 10 + 10 = 20, c 30 × 5/10 = 15, d 50 × 20/100 = 10. (20 + 10) × 55/70 + 15 × 45/30 = 165/7 + 45/2 = 645/14.
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "20", "20", "5", "20")};
    EXPECT_EQ(score_of(middle(what_if_of(rules, records, R"({"weights": [{"node": "c", "low": 40, "high": 50}]})"))), "645/14");
}

TEST(WhatIf, WhereAllPartsVaryAllAreScaledToTheWhole) {
    // All within a quarter of themselves are at the middle what they were; with c from 30 to 60 the middle is 20 + 45 + 50 = 115.
    // Points 20, 15 × 45/30 = 22.5, 10: 52.5 × 100/115 = 1050/23.
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "20", "20", "5", "20")};
    EXPECT_EQ(score_of(middle(what_if_of(rules, records, R"({"weights": [{"parts_of": "total", "percent": 25}]})"))), "45");
    const std::string spec = R"({"weights": [{"node": "ab", "by": 5}, {"node": "c", "low": 30, "high": 60}, {"node": "d", "by": 5}]})";
    EXPECT_EQ(score_of(middle(what_if_of(rules, records, spec))), "1050/23");
}

TEST(WhatIf, WithoutRescalingAWeightIsTakenAsItIs) {
    // 20 + 15 × 45/30 + 10 = 52.5
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "20", "20", "5", "20")};
    const std::string spec = R"({"weights": [{"node": "c", "low": 40, "high": 50, "rescale": false}]})";
    EXPECT_EQ(score_of(middle(what_if_of(rules, records, spec))), "52.5");
}

TEST(WhatIf, AnEdgeMovesBothBandsThatMeetThere) {
    // The edge at 10 moves to 12: a = 11 is then in the lowest band, 4 × 11/12 = 11/3 instead of 4 + 6 × 1/10 = 4.6.
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "11", "20", "0", "0")};
    const WhatIf what_if = what_if_of(rules, records, R"({"edges": [{"node": "a", "band": 1, "edge": "from", "low": 11, "high": 13}]})");
    EXPECT_EQ(score_of(middle(what_if)), "41/3");
    EXPECT_EQ(what_if.cards().front().nodes.front().points.low.text(), "14.6");
}

TEST(WhatIf, AFigureIsReplacedShiftedOrScaled) {
    // d: 50 × 20/100 = 10. Replaced by 30: 15; by 10 more at u = 1/2 of ±10: 20 as it was; from 0 to 50 percent more: 20 × 1.25 = 25: 12.5.
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "0", "0", "0", "20"), four_figures(rules, "s", "0", "0", "0", "40")};
    const Replicate one = middle(what_if_of(rules, records, R"({"data": [{"fact": "d", "region": "r", "low": 20, "high": 40}]})"));
    EXPECT_EQ(score_of(one, 0), "15");
    EXPECT_EQ(score_of(one, 1), "20");
    const Replicate all = middle(what_if_of(rules, records, R"({"data": [{"fact": "d", "together": true, "low": 10, "high": 70}]})"));
    EXPECT_EQ(score_of(all, 0), "20");
    EXPECT_EQ(score_of(all, 1), "20");
    EXPECT_EQ(all.standings.at(1).best.text(), "1") << "a tie";
    const WhatIf each = what_if_of(rules, records, R"({"data": [{"fact": "d", "percent": 10}]})");
    ASSERT_EQ(each.variations().size(), 2U);
    EXPECT_EQ(each.variations().at(1).name, "data.d.s");
    EXPECT_EQ(each.variations().at(1).low.text() + " " + each.variations().at(1).high.text(), "36 44");
}

TEST(WhatIf, WordsOfTheGeneratorStandForTheirDraws) {
    // Block (0, 0, 0, 0) with key 0 begins 6627e8d5, e169c58d: c = 40 + 10 × 0x6627e8d5 / 2^32.
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "20", "20", "5", "20")};
    const std::string spec = R"({"weights": [{"node": "c", "low": 40, "high": 50}], "data": [{"fact": "d", "low": 0, "high": 1}]})";
    DrawSource source;
    source.draws = 1;
    const Replicate replicate = what_if_of(rules, records, spec).replicate(source, 0);
    EXPECT_EQ(replicate.values.at(0), number("40") + number("10") * Number(0x6627e8d5, std::int64_t{1} << 32));
    EXPECT_EQ(replicate.values.at(1), Number(0xe169c58d, std::int64_t{1} << 32));
}

/// A way to compare and to vary, under which the fast way and the exact one must agree.
struct Case {
    const char* name;
    std::string members;
    std::string spec;
    bool estimates = true;
};

std::vector<Case> cases() {
    const std::string weights = R"({"weights": [{"leaves_of": "total", "percent": 25}, {"node": "ab", "by": 5}]})";
    const std::string one = R"({"weights": [{"node": "a", "low": 2, "high": 9}]})";
    const std::string edges =
        R"({"weights": [{"node": "c", "percent": 30}], "edges": [{"node": "a", "band": 0, "edge": "from", "low": 15, "high": 25},
        {"node": "a", "band": 2, "edge": "to", "low": 5, "high": 14}]})";
    const std::string data =
        R"({"weights": [{"parts_of": "ab", "percent": 10}], "data": [{"fact": "d", "percent": 50}, {"fact": "a", "together": true, "by": 0}]})";
    const std::string rounded = R"(, "shown": {"places": 0, "mode": "half_up"}, "ranking": {"compare": "rounded", "ties": ")";
    const std::string cuts = R"("cuts": [{"id": "A", "from": 60}, {"id": "B", "from": 40, "to": 60}, {"id": "C", "to": 40}]})";
    const std::string means = R"("facts": {"a": {"name": {"en": "A"}, "min": 0}, "b": {"name": {"en": "B"}, "min": 0},
        "c": {"name": {"en": "C"}, "min": 0}, "d": {"name": {"en": "D"}, "min": 0}}, "score": {"id": "total", "points": 100, "combine": "arithmetic",
        "parts": [{"id": "ab", "points": 100, "weight": 3, "combine": "arithmetic", "parts": [
            {"id": "a", "points": 100, "weight": 2, "fact": "a", "ratio": {"standard": 40}},
            {"id": "b", "points": 100, "weight": 1, "fact": "b", "ratio": {"standard": 40}}]},
          {"id": "c", "points": 100, "weight": "0.5", "fact": "c", "ratio": {"standard": 10}},
          {"id": "d", "points": 100, "fact": "d", "ratio": {"standard": 100}}]})";
    const std::string some = R"({"weights": [{"node": "c", "percent": 80}, {"parts_of": "ab", "by": "0.9", "rescale": )";
    return {
        {"AllWeights", four_leaves(classes), weights},
        {"AllWeightsDense", four_leaves(classes + R"(, "ranking": {"ties": "dense"})"), weights},
        {"AllWeightsAverage", four_leaves(classes + R"(, "ranking": {"ties": "average"})"), weights},
        {"OneWeight", four_leaves(classes + R"(, "ranking": {"ties": "average"})"), one},
        {"InGroups", four_leaves(R"(, "ranking": {"within_group": true})"), weights},
        {"Rounded", four_leaves(rounded + R"(competition"}, "classes": {"compare": "rounded", )" + cuts), weights},
        {"RoundedDense", four_leaves(rounded + R"(dense"}, "classes": {"compare": "rounded", )" + cuts), weights},
        {"RoundedAverage", four_leaves(rounded + R"(average"}, "classes": {"compare": "rounded", )" + cuts), one},
        {"Means", means, some + "true}]}"},
        {"MeansAsDrawn", means, some + "false}]}"},
        {"Edges", four_leaves(classes), edges},
        {"Data", four_leaves(classes), data},
    };
}

class BothWays : public testing::TestWithParam<Case> {};

TEST_P(BothWays, Agree) {
    const Ruleset rules = rules_of(GetParam().members);
    std::mt19937 random(5);
    const WhatIf what_if = what_if_of(rules, random_records(rules, 23, random), GetParam().spec);
    EXPECT_EQ(what_if.estimates(), GetParam().estimates);
    constexpr std::uint64_t draws = 300;
    const WhatIfResult exact = what_if.run(request_of(draws, VectorCode::none));
    EXPECT_EQ(exact.exact, draws);
    for (const VectorCode code : {VectorCode::best, VectorCode::plain, VectorCode::avx2}) {
        const WhatIfResult fast = what_if.run(request_of(draws, code));
        EXPECT_EQ(lines(fast), lines(exact));
        EXPECT_EQ(fast.exact, 0U);
        for (std::size_t i = 0; i < fast.records.size(); ++i) EXPECT_NEAR(fast.records[i].mean, exact.records[i].mean, 1e-9);
    }
}

TEST_P(BothWays, GiveTheSameBytesForAnyNumberOfThreads) {
    const Ruleset rules = rules_of(GetParam().members);
    std::mt19937 random(6);
    const WhatIf what_if = what_if_of(rules, random_records(rules, 9, random), GetParam().spec);
    constexpr std::uint64_t draws = 3000;
    const WhatIfResult one = what_if.run(request_of(draws, VectorCode::best, 1));
    for (const unsigned threads : {2U, 3U, 0U}) {
        const WhatIfResult many = what_if.run(request_of(draws, VectorCode::best, threads));
        EXPECT_EQ(lines(many), lines(one));
        EXPECT_EQ(many.settled, one.settled);
        for (std::size_t i = 0; i < one.records.size(); ++i) EXPECT_EQ(many.records[i].mean, one.records[i].mean);
    }
}

TEST_P(BothWays, GiveEachDrawAgainAlone) {
    const Ruleset rules = rules_of(GetParam().members);
    std::mt19937 random(7);
    const std::vector<Record> records = random_records(rules, 12, random);
    const WhatIf what_if = what_if_of(rules, records, GetParam().spec);
    WhatIfRequest request = request_of(100, VectorCode::best, 2);
    std::vector<double> scores(100 * records.size());
    std::vector<double> ranks(scores.size());
    request.scores = scores.data();
    request.ranks = ranks.data();
    static_cast<void>(what_if.run(request));
    for (const std::uint64_t draw : {0U, 1U, 57U, 99U}) {
        const Replicate replicate = what_if.replicate(request.source, draw);
        for (std::size_t i = 0; i < records.size(); ++i) {
            EXPECT_EQ(ranks.at(draw * records.size() + i), replicate.standings.at(i).best.approximate()) << draw << " " << i;
            EXPECT_NEAR(scores.at(draw * records.size() + i), replicate.scores.at(i)->low.approximate(), what_if.error() + 1e-14);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(, BothWays, testing::ValuesIn(cases()), [](const auto& each) { return std::string(each.param.name); });

TEST(WhatIf, TreesThatTheEstimateDoesNotCoverGoTheExactWay) {
    const Ruleset rules = rules_of(
        R"("facts": {"a": {"name": {"en": "A"}, "min": 0}, "b": {"name": {"en": "B"}, "min": 0}}, "score": {"id": "total", "points": 10,
        "combine": "harmonic", "parts": [{"id": "a", "points": 10, "fact": "a", "ratio": {"standard": 10}},
                                         {"id": "b", "points": 10, "fact": "b", "ratio": {"standard": 10}}]})");
    // Weights 1.5 and 1, values 2 and 6: 2.5 / (1.5/2 + 1/6) = 30/11.
    Record record = record_of(rules, {{"a", "2"}, {"b", "6"}});
    const WhatIf what_if = what_if_of(rules, {record}, R"({"weights": [{"node": "a", "low": 1, "high": 2, "rescale": false}]})");
    EXPECT_FALSE(what_if.estimates());
    EXPECT_EQ(score_of(middle(what_if)), "30/11");
    EXPECT_EQ(what_if.run(request_of(50, VectorCode::best)).exact, 50U);
}

TEST(WhatIf, AnUndecidedScoreGivesRanksFromTheBestToTheWorst) {
    const Ruleset rules = rules_of(four_leaves(classes));
    std::vector<Record> records{four_figures(rules, "r", "20", "20", "5", "20"), four_figures(rules, "s", "20", "20", "5", "30")};
    records.front().cells[rules.slot("d")] = {};  // unknown: 0 to 50 points more
    const WhatIf what_if = what_if_of(rules, records, R"({"weights": [{"node": "c", "percent": 10}]})");
    const WhatIfResult result = what_if.run(request_of(40, VectorCode::best, 2));
    EXPECT_EQ(result.exact, 40U);
    for (const RecordTally& tally : result.records) {
        EXPECT_EQ(tally.best.text() + " " + tally.worst.text(), "1 2");
        EXPECT_EQ(tally.undecided, 40U);
        EXPECT_THAT(tally.ranks, testing::IsEmpty());
    }
    EXPECT_EQ(result.records.front().unclassed, 40U);
}

TEST(WhatIf, ALeafLeftOutIsRescaledWithTheWeightsDrawn) {
    std::string members = four_leaves();
    members.replace(members.find(R"("fact": "c",)"), 12, R"("fact": "c", "treat": {"missing": "exclude"},)");
    const Ruleset rules = rules_of(members);
    Record record = four_figures(rules, "r", "20", "20", "5", "20");
    record.cells[rules.slot("c")] = {};
    // c would count 45 of 100; the others, times 55/70, give (20 + 10) × 55/70 of 55: 30/70 of 100 = 300/7.
    const WhatIf what_if = what_if_of(rules, {record}, R"({"weights": [{"node": "c", "low": 40, "high": 50}]})");
    EXPECT_FALSE(what_if.estimates());
    EXPECT_EQ(score_of(middle(what_if)), "300/7");
}

TEST(WhatIf, WhatADrawCannotChangeIsLeftAlone) {
    // r is full everywhere: 100 whatever the weights. s has a quarter of each leaf, 2.5 of 10 and so on: 25 whatever the weights.
    const Ruleset rules = rules_of(four_leaves());
    std::vector<Record> records{four_figures(rules, "r", "30", "40", "10", "100"), four_figures(rules, "s", "25/4", "25/4", "2.5", "25"),
                                four_figures(rules, "t", "0", "0", "0", "0"), four_figures(rules, "u", "30", "0", "0", "0")};
    const std::string weights = R"({"weights": [{"parts_of": "total", "percent": 25}, {"parts_of": "ab", "percent": 50}])";
    const std::string edges = R"(, "edges": [{"node": "a", "band": 0, "edge": "from", "low": 19, "high": 22}]})";
    for (const std::string& spec : {weights + "}", weights + edges}) {
        const WhatIf what_if = what_if_of(rules, records, spec);
        const WhatIfResult fast = what_if.run(request_of(200, VectorCode::best));
        EXPECT_EQ(lines(fast), lines(what_if.run(request_of(200, VectorCode::none))));
        EXPECT_EQ(fast.records[0].score->low.text() + " " + fast.records[0].score->high.text(), "100 100");
        EXPECT_EQ(fast.records[1].score->low.text() + " " + fast.records[1].score->high.text(), "25 25");
        EXPECT_EQ(fast.records[2].score->high.text(), "0");
        EXPECT_LT(fast.records[3].score->low, fast.records[3].score->high);
    }
}

TEST(WhatIf, AFigureThatStaysOnAStepOrBesideTheEdgesIsSettled) {
    const Ruleset rules = rules_of(four_leaves(classes));
    std::mt19937 random(8);
    std::vector<Record> records = random_records(rules, 17, random);
    const std::string spec =
        R"({"edges": [{"node": "a", "band": 1, "edge": "from", "low": 9, "high": 11}, {"node": "b", "band": 0, "edge": "from", "by": 3}],
        "data": [{"fact": "b", "percent": 20}, {"fact": "d", "together": true, "by": 0}]})";
    const WhatIf what_if = what_if_of(rules, records, spec);
    EXPECT_TRUE(what_if.estimates());
    EXPECT_EQ(lines(what_if.run(request_of(300, VectorCode::best))), lines(what_if.run(request_of(300, VectorCode::none))));
}

TEST(WhatIf, ASampleIsCheckedBeforeAnyWork) {
    const Ruleset rules = rules_of(four_leaves());
    std::mt19937 random(1);
    const WhatIf what_if = what_if_of(rules, random_records(rules, 5, random), R"({"weights": [{"node": "c", "percent": 10}]})");
    const std::array<double, 3> values{0, 0.5, 1};
    EXPECT_THAT(found(check_sample(what_if, values, 3)), testing::ElementsAre("bad_sample /sample"));
    EXPECT_THAT(found(check_sample(what_if, values, 1)), testing::ElementsAre("bad_sample /sample"));
    EXPECT_THAT(found(check_sample(what_if, std::span(values).first(2), 1)), testing::IsEmpty());
    EXPECT_THAT(found(check_sample(what_if, {}, 1)), testing::ElementsAre("bad_sample /sample"));
    WhatIfRequest request = request_of(3, VectorCode::best);
    request.source.sample = values.data();
    EXPECT_THROW(static_cast<void>(what_if.run(request)), Error);
    EXPECT_THROW(static_cast<void>(what_if.replicate(request_of(3, VectorCode::best).source, 3)), Error);
}

TEST(WhatIf, ADoubleOfASampleIsTheDecimalThatWasTyped) {
    const Ruleset rules = rules_of(four_leaves());
    const std::vector<Record> records{four_figures(rules, "r", "20", "20", "5", "20")};
    const WhatIf what_if = what_if_of(rules, records, R"({"weights": [{"node": "c", "low": 40, "high": 50}]})");
    const std::array<double, 1> tenth{0.1};
    DrawSource source;
    source.draws = 1;
    source.sample = tenth.data();
    EXPECT_EQ(what_if.replicate(source, 0).values.front().text(), "41");
}

}  // namespace
