/// @file
/// Frames from Arrow structures made by hand: every type, offsets, nulls, statuses, and what the options add.

#include "biaochi/batch/arrow.hpp"

#include "arrow_frame.hpp"

namespace biaochi::support {
namespace {

using Texts = std::vector<std::string>;

// share 1.5 gives 4 + 0.5×6 = 7, firms 15 give 3 + 0.5×7 = 6.5: 13.5. Share 2 and firms 20 give 10 + 10 = 20.
// Share 0.5 and firms 5 give 2 + 3 = 5. Where the share is not known it is 0 to 10: 10 + 10 at most.
ArrowNode five_rows() {
    return frame_of({texts("region", {"a", "b", "c", "d", "e"}), doubles("share", {1.5, 0, 2, -1, 0.5}, {true, false, true, true, true}),
                     value_column<std::int32_t>("firms", "i", {15, 30, 20, 5, 5})});
}

ArrowNode rows_of(const ArrowNode& node, std::int64_t offset, std::int64_t length) {
    ArrowNode part = node;
    part.offset = offset;
    part.length = length;
    return part;
}

TEST(Arrow, RowsAreScoredAndKeptColumnsStandFirst) {
    const Scored result = scored(five_rows());
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("region"), (Texts{"a", "b", "c", "d", "e"}));
    EXPECT_EQ(result.table.at("score"), (Texts{"13.5", "null", "20", "null", "5"}));
    EXPECT_EQ(result.table.at("class"), (Texts{"B", "null", "A", "null", "B"}));
    EXPECT_EQ(result.table.at("status"), (Texts{"decided", "undetermined", "decided", "bad_value", "decided"}));
    EXPECT_EQ(result.table.at("issue"), (Texts{"null", "null", "null", "below_min: share", "null"}));
    EXPECT_EQ(result.table.size(), 5U);
    EXPECT_EQ(unreleased(), 0);
}

TEST(Arrow, RangesAndPartsAreAdded) {
    FrameOptions options;
    options.ranges = true;
    options.parts = {"share", "*"};
    const Scored result = scored(five_rows(), options);
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("score_low"), (Texts{"13.5", "10", "20", "null", "5"}));
    EXPECT_EQ(result.table.at("score_high"), (Texts{"13.5", "20", "20", "null", "5"}));
    EXPECT_EQ(result.table.at("class_low"), (Texts{"B", "B", "A", "null", "B"}));
    EXPECT_EQ(result.table.at("class_high"), (Texts{"B", "A", "A", "null", "B"}));
    EXPECT_EQ(result.table.at("points.share"), (Texts{"7", "null", "10", "null", "2"}));
    EXPECT_EQ(result.table.at("points.share.low"), (Texts{"7", "0", "10", "null", "2"}));
    EXPECT_EQ(result.table.at("points.share.high"), (Texts{"7", "10", "10", "null", "2"}));
    EXPECT_EQ(result.table.at("points.firms"), (Texts{"6.5", "10", "10", "null", "3"}));
    EXPECT_EQ(result.table.at("points.total"), result.table.at("score"));
}

TEST(Arrow, DecimalsAreUnitsOfTheLastPlaceShown) {
    FrameOptions options;
    options.decimals = true;
    options.ranges = true;
    options.parts = {"firms"};
    const Scored result = scored(five_rows(), options);
    EXPECT_EQ(result.table.at("score"), (Texts{"1350 units", "null", "2000 units", "null", "500 units"}));
    EXPECT_EQ(result.table.at("score_high"), (Texts{"1350 units", "2000 units", "2000 units", "null", "500 units"}));
    EXPECT_EQ(result.table.at("points.firms"), (Texts{"650 units", "1000 units", "1000 units", "null", "300 units"}));
}

TEST(Arrow, OffsetsOfTheStructAndOfColumnsAdd) {
    ArrowNode frame = five_rows();
    frame.children[1].offset = 1;  // shares from 0 (null), 2, -1, 0.5
    frame.children[1].length = 4;
    frame.children[2].offset = 1;
    frame.children[2].length = 4;
    const Scored result = scored(rows_of(frame, 1, 3));  // regions b, c, d; shares 2, -1, 0.5; firms 20, 5, 5
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("region"), (Texts{"b", "c", "d"}));
    EXPECT_EQ(result.table.at("score"), (Texts{"20", "null", "5"}));
}

TEST(Arrow, NullRowsOfTheStructAreMissingInEveryColumn) {
    ArrowNode frame = five_rows();
    frame.nulls = -1;
    frame.buffers = {bits_of({true, true, false, true, true})};
    frame.children.push_back(value_column("kept", "l", std::vector<std::int64_t>{1, 2, 3, 4, 5}, {true, false, true, true, true}));
    frame.children.push_back(texts("share.status", {"-", "-", "estimated", "-", "-"}));
    FrameOptions options;
    options.keep = {"kept"};
    options.ranges = true;
    for (const std::int64_t first : {0, 1, 2}) {
        const Scored result = scored(rows_of(frame, first, 5 - first), options);
        ASSERT_EQ(result.issues, Texts());
        const auto at = static_cast<std::size_t>(2 - first);
        EXPECT_EQ(result.table.at("region")[at], "null");
        EXPECT_EQ(result.table.at("kept")[at], "null");
        EXPECT_EQ(result.table.at("score_low")[at], "3");  // no firms known: 3 at least; no share: 0
        EXPECT_EQ(result.table.at("score_high")[at], "20");
        EXPECT_EQ(result.table.at("score").back(), "5");
        EXPECT_EQ(result.table.at("kept").back(), "5");
    }
}

TEST(Arrow, EveryNumericTypeIsRead) {
    const auto firms = [](auto sample, const std::string& format) {
        return value_column<decltype(sample)>("firms", format, {static_cast<decltype(sample)>(15)});
    };
    const std::vector<ArrowNode> columns{
        firms(std::int8_t{}, "c"),  firms(std::uint8_t{}, "C"),  firms(std::int16_t{}, "s"), firms(std::uint16_t{}, "S"),
        firms(std::int32_t{}, "i"), firms(std::uint32_t{}, "I"), firms(std::int64_t{}, "l"), firms(std::uint64_t{}, "L"),
        firms(float{}, "f"),        firms(double{}, "g"),
    };
    for (const ArrowNode& column : columns) {
        const Scored result = scored(frame_of({column, doubles("share", {1.5})}));
        ASSERT_EQ(result.issues, Texts()) << column.format;
        EXPECT_EQ(result.table.at("score"), Texts{"13.5"}) << column.format;
    }
}

TEST(Arrow, DecimalsAreReadByTheirScale) {
    const std::vector<ArrowNode> columns{
        value_column<std::int64_t>("share", "d:10,3", {1500, 0, -1, -1}),  // 1500 / 1000, then -1 / 1000 in 16 bytes
        value_column<std::int64_t>("share", "d:10,3,128", {1500, 0, -1, -1}),
        value_column<std::int64_t>("share", "d:10,3,64", {1500, -1}),
        value_column<std::int32_t>("share", "d:9,3,32", {1500, -1}),
    };
    for (ArrowNode column : columns) {
        column.length = 2;
        const Scored result = scored(frame_of({column, value_column<std::int8_t>("firms", "c", {15, 15})}));
        ASSERT_EQ(result.issues, Texts()) << column.format;
        EXPECT_EQ(result.table.at("score"), (Texts{"13.5", "null"})) << column.format;
        EXPECT_EQ(result.table.at("issue")[1], "below_min: share") << column.format;
    }
}

TEST(Arrow, ColumnsMayGoByAnAliasOrByAnotherName) {
    FrameOptions options;
    options.columns = {{"份额", "share"}, {"labs", "bodies.lab"}};
    options.parts = {"bodies"};
    const Scored result = scored(frame_of({doubles("份额", {2}), doubles("firms", {20}), doubles("labs", {1})}), options);
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("score"), Texts{"22"});  // 10 + 10 + 1×2
    const Scored alias = scored(frame_of({doubles("share", {2}), doubles("firms", {20}), doubles("bodies.lab", {1})}));
    EXPECT_EQ(alias.table.at("score"), Texts{"22"});
}

TEST(Arrow, NullsOfTheTypeNullAreMissing) {
    ArrowNode nothing{"n", "share", 1, 0, 1};
    const Scored result = scored(frame_of({doubles("firms", {20}), nothing}));
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("status"), Texts{"undetermined"});
}

TEST(Arrow, BoolsAreOneAndZero) {
    ArrowNode flags{"b", "bodies.lab", 3};
    flags.offset = 7;
    flags.buffers = {Bytes(), bits_of({false, false, false, false, false, false, false, true, false, true})};
    FrameOptions options;
    options.parts = {"bodies"};
    const Scored result = scored(frame_of({flags}), options);
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("points.bodies"), (Texts{"2", "0", "2"}));
}

ArrowNode dictionary_of(std::string name, const std::vector<std::int8_t>& indices, const Texts& words) {
    ArrowNode node = value_column<std::int8_t>(std::move(name), "c", indices);
    node.dictionary = std::make_shared<ArrowNode>(texts("", words));
    return node;
}

/// Words in views: short ones in place, longer ones in one further buffer.
ArrowNode view_of(std::string name, const Texts& words) {
    std::vector<std::uint8_t> views(words.size() * 16);
    std::vector<std::uint8_t> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto size = static_cast<std::int32_t>(words[i].size());
        std::uint8_t* view = views.data() + 16 * i;
        std::memcpy(view, &size, 4);
        if (size <= 12) {
            std::memcpy(view + 4, words[i].data(), words[i].size());
            continue;
        }
        const auto at = static_cast<std::int32_t>(rest.size());
        std::memcpy(view + 4, words[i].data(), 4);
        std::memcpy(view + 12, &at, 4);
        rest.insert(rest.end(), words[i].begin(), words[i].end());
    }
    ArrowNode node{"vu", std::move(name), static_cast<std::int64_t>(words.size())};
    node.buffers = {Bytes(), views, rest, bytes_of<std::int64_t>({static_cast<std::int64_t>(rest.size())})};
    return node;
}

TEST(Arrow, StatusesComeAsTextsOrDictionaries) {
    const Texts words{"reported", "missing", "not_applicable", "estimated", "rejected", "guessed"};
    const std::vector<ArrowNode> columns{texts("share.status", words), texts<std::int64_t>("share.status", words),
                                         dictionary_of("share.status", {0, 1, 2, 3, 4, 5}, words), view_of("share.status", words)};
    for (const ArrowNode& column : columns) {
        const Scored result =
            scored(frame_of({doubles("share", std::vector<double>(6, 2)), doubles("firms", std::vector<double>(6, 20)), column}));
        ASSERT_EQ(result.issues, Texts()) << column.format;
        EXPECT_EQ(result.table.at("score"), (Texts{"20", "null", "null", "20", "null", "null"})) << column.format;
        EXPECT_EQ(result.table.at("status"), (Texts{"decided", "undetermined", "undetermined", "decided", "undetermined", "bad_value"}))
            << column.format;
        EXPECT_EQ(result.table.at("issue").back(), "unknown_status: share") << column.format;
    }
}

TEST(Arrow, AStatusMayStandAlone) {
    const Scored result = scored(frame_of({doubles("firms", {20, 20}), texts("share.status", {"missing", "-"})}));
    ASSERT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("status"), (Texts{"undetermined", "undetermined"}));
}

TEST(Arrow, KeptColumnsAreNotCopied) {
    Frame frame(five_rows());
    const void* const words = frame.array.children[0]->buffers[2];
    const CompiledFrame compiled = lay_out_frame(scorer(), frame.schema, {});
    ArrowArray out{};
    ASSERT_TRUE(score_array(*compiled.layout, &frame.array, &out).empty());
    EXPECT_EQ(out.children[0]->buffers[2], words);
    EXPECT_EQ(unreleased(), 5);           // the schema with its columns, and of the array only the column that was kept
    ArrowArray moved = *out.children[0];  // as whoever reads it may do
    out.children[0]->release = nullptr;
    out.release(&out);
    EXPECT_EQ(words_of(moved, 4), "e");
    moved.release(&moved);
    EXPECT_EQ(unreleased(), 4);
}

TEST(Arrow, KeptColumnsMayBeNullWhereTheStructMay) {
    for (const std::int64_t of_struct : {std::int64_t{0}, std::int64_t{ARROW_FLAG_NULLABLE}}) {
        Frame frame(five_rows());
        frame.schema.flags = of_struct;
        frame.schema.children[0]->flags = 0;
        const CompiledFrame compiled = lay_out_frame(scorer(), frame.schema, {});
        ArrowSchema type{};
        result_schema(*compiled.layout, &type);
        EXPECT_EQ(type.children[0]->flags, of_struct);
        type.release(&type);
    }
}

TEST(Arrow, FramesWithoutRowsGiveResultsWithoutRows) {
    ArrowNode frame = frame_of({doubles("share", {}), texts("region", {})});
    frame.children[0].buffers = {Bytes(), Bytes()};
    FrameOptions options;
    options.ranges = options.decimals = true;
    const Scored result = scored(frame, options);
    EXPECT_EQ(result.issues, Texts());
    EXPECT_EQ(result.table.at("score"), Texts());
}

TEST(Arrow, AStopLeavesNothing) {
    Frame frame(five_rows());
    FrameOptions options;
    options.watch = [](std::size_t) { return false; };
    const CompiledFrame compiled = lay_out_frame(scorer(), frame.schema, options);
    ArrowArray out{};
    EXPECT_TRUE(score_array(*compiled.layout, &frame.array, &out).empty());
    EXPECT_EQ(out.release, nullptr);
}

}  // namespace
}  // namespace biaochi::support
