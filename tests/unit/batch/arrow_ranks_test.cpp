/// @file
/// Ranks and keys of frames: inside periods and groups, over all arrays of a stream.

#include <algorithm>
#include <cerrno>

#include "arrow_chunks.hpp"

namespace biaochi::support {
namespace {

using Texts = std::vector<std::string>;

FrameOptions with_ranks() {
    FrameOptions options;
    options.ranks = true;
    return options;
}

/// One fact, whose value is the score.
BatchScorer plain(const std::string& more) {
    return BatchScorer(rules_of(R"("facts": {"x": {"name": {"en": "X"}, "min": 0, "max": 100}},
      "score": {"id": "total", "points": 100, "parts": [{"id": "x", "points": 100, "bands": [{"from": 0, "to": 100, "points": [0, 100]}, {"from": 100, "points": 100}]}]})" +
                                more));
}

const BatchScorer& by_value() {
    static const BatchScorer ready = plain("");
    return ready;
}

TEST(ArrowRanks, TiesShareARankAndUnknownScoresSpanSome) {
    // 30 and 30 share the first place; 20 is third unless the unknown one, 0 to 100, is above it; the unknown one may be anywhere.
    const Scored result = scored(frame_of({doubles("x", {30, 20, 30, 0}, {true, true, true, false})}), with_ranks(), by_value());
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("rank_best"), (Texts{"1", "3", "1", "1"}));
    EXPECT_EQ(result.table.at("rank_worst"), (Texts{"2", "4", "2", "4"}));
    EXPECT_EQ(result.table.at("rank"), (Texts{"null", "null", "null", "null"}));
    const Scored known = scored(frame_of({doubles("x", {30, 20, 30, -1})}), with_ranks(), by_value());
    EXPECT_EQ(known.table.at("rank"), (Texts{"1", "3", "1", "null"}));
    EXPECT_EQ(known.table.at("rank_best"), (Texts{"1", "3", "1", "null"}));
}

TEST(ArrowRanks, PeriodsAreRankedApartWhateverTheirType) {
    const std::vector<ArrowNode> periods{texts("period", {"2020", "2021", "2020", "-"}),
                                         texts<std::int64_t>("period", {"2020", "2021", "2020", "-"}),
                                         value_column<std::int32_t>("period", "i", {2020, 2021, 2020, 0}, {true, true, true, false})};
    for (const ArrowNode& period : periods) {
        const Scored result = scored(frame_of({doubles("x", {1, 2, 3, 4}), period}), with_ranks(), by_value());
        ASSERT_EQ(result.issues, Texts()) << period.format;
        EXPECT_EQ(result.table.at("rank"), (Texts{"2", "1", "1", "1"})) << period.format;
    }
    EXPECT_EQ(scored(frame_of({doubles("x", {1}), value_column<std::int32_t>("period", "tdD", {1})}), with_ranks(), by_value()).issues,
              Texts{"unsupported_type /columns/period"});
}

TEST(ArrowRanks, WhatColumnsHoldUnderANullOfTheStructIsNotRead) {
    ArrowNode period = value_column<std::int8_t>("period", "c", {0, 99, 0});  // no word has the number 99
    period.dictionary = std::make_shared<ArrowNode>(texts("", {"2020"}));
    ArrowNode frame = frame_of({doubles("x", {1, 2, 3}), period});
    frame.buffers = {bits_of({true, false, true})};
    frame.nulls = 1;
    const Scored result = scored(frame, with_ranks(), by_value());
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("rank"), (Texts{"2", "1", "1"}));  // the row that is not there has no period, and is alone in it
}

TEST(ArrowRanks, GroupsCountWhereTheRulebookSaysSo) {
    static const BatchScorer grouped = plain(R"(, "ranking": {"within_group": true})");
    const ArrowNode frame = frame_of({doubles("x", {1, 2, 3}), texts("group", {"a", "a", "b"})});
    EXPECT_EQ(scored(frame, with_ranks(), grouped).table.at("rank"), (Texts{"2", "1", "1"}));
    EXPECT_EQ(scored(frame, with_ranks(), by_value()).table.at("rank"), (Texts{"3", "2", "1"}));
}

TEST(ArrowRanks, GroupsOfTheRulebookGoByRegion) {
    static const BatchScorer grouped = plain(R"(, "ranking": {"within_group": true}, "groups": {
      "west": {"name": {"en": "West"}, "members": [{"region": "a", "from": "2019-01-01"}, {"region": "b", "from": "2019-01-01"}]},
      "east": {"name": {"en": "East"}, "members": [{"region": "c", "from": "2019-01-01"}]}})");
    const auto ranked = [&](const Texts& regions) {
        return scored(frame_of({doubles("x", {1, 2, 3}), texts("region", regions)}), with_ranks(), grouped);
    };
    EXPECT_EQ(ranked({"a", "b", "c"}).table.at("rank"), (Texts{"2", "1", "1"}));
    EXPECT_EQ(ranked({"a", "b", "d"}).issues, Texts{"unknown_member /columns/region"});
    EXPECT_EQ(scored(frame_of({doubles("x", {1})}), with_ranks(), grouped).issues, Texts{"missing_column /columns/region"});
}

ArrowNode chunk(const std::vector<double>& values, const Texts& periods, std::int64_t offset = 0) {
    ArrowNode statuses = texts("x.status", Texts(values.size(), "-"));
    ArrowNode frame = frame_of({doubles("x", values, std::vector<bool>(values.size(), true)), texts("period", periods), statuses});
    frame.offset = offset;
    frame.length -= offset;
    return frame;
}

TEST(ArrowRanks, AStreamIsRankedAsAWhole) {
    // In 2020: 5, 1, 4, 3; in 2021: 2, 2.
    Chunks chunks{
        chunk({0}, {"-"}),
        {chunk({9, 5, 2}, {"2020", "2020", "2021"}, 1), chunk({}, {}), chunk({1, 2, 4}, {"2020", "2021", "2020"}), chunk({3}, {"2020"})}};
    const Read read = read_all(chunks, with_ranks(), by_value());
    EXPECT_EQ(read.code, 0) << read.error;
    EXPECT_EQ(read.lengths, (std::vector<std::int64_t>{2, 0, 3, 1}));
    EXPECT_EQ(read.table.at("score"), (Texts{"5", "2", "1", "2", "4", "3"}));
    EXPECT_EQ(read.table.at("rank"), (Texts{"1", "1", "4", "1", "2", "3"}));
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowRanks, OneArrayOrManyGiveTheSame) {
    Chunks one{chunk({0}, {"-"}), {chunk({5, 1, 4, 3}, Texts(4, "-"))}};
    Chunks many{chunk({0}, {"-"}), {chunk({5}, {"-"}), chunk({1}, {"-"}), chunk({4}, {"-"}), chunk({3}, {"-"})}};
    EXPECT_EQ(read_all(one, with_ranks(), by_value()).table, read_all(many, with_ranks(), by_value()).table);
    Chunks none{chunk({0}, {"-"}), {}};
    EXPECT_EQ(read_all(none, with_ranks(), by_value()).code, 0);
}

TEST(ArrowRanks, AWrongArrayIsToldBeforeTheFirstResult) {
    ArrowNode shorter = chunk({1, 2}, {"a", "b"});
    shorter.children[1].length = 1;
    Chunks chunks{chunk({0}, {"-"}), {chunk({1}, {"a"}), shorter}};
    const Read read = read_all(chunks, with_ranks(), by_value());
    EXPECT_EQ(read.code, EINVAL);
    EXPECT_TRUE(read.lengths.empty());
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowKeys, KeysSortAsExactScoresDo) {
    // 1/3 and what is a billionth above it are shown alike: 0.33.
    const std::vector<double> values{0.33333333, 0.333333331, 20, 3, 0, 100, 0.33333333};
    FrameOptions options;
    options.key = true;
    options.threads = 2;
    std::vector<bool> valid(values.size() + 1, true);
    valid.back() = false;
    std::vector<double> all = values;
    all.push_back(1);
    const Scored result = scored(frame_of({doubles("x", all, valid)}), options, by_value());
    ASSERT_EQ(result.issues, Texts());
    const Texts& keys = result.table.at("key");
    EXPECT_EQ(keys.back(), "null");
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t k = 0; k < values.size(); ++k) {
            EXPECT_EQ(keys[i] < keys[k], values[i] < values[k]) << values[i] << " " << values[k];
            EXPECT_EQ(keys[i] == keys[k], values[i] == values[k]);
        }
    }
}

}  // namespace
}  // namespace biaochi::support
