/// @file
/// Frames that cannot be scored: each says which column, and what about it, before any work; what was taken over is released.

#include <functional>

#include "arrow_frame.hpp"

namespace biaochi::support {
namespace {

using Texts = std::vector<std::string>;

ArrowNode two_rows() { return frame_of({doubles("share", {1, 2}), doubles("firms", {5, 20}), texts("region", {"a", "b"})}); }

/// @return the issues of a frame with this column beside a good one
Texts with(const ArrowNode& column, const FrameOptions& options = {}) {
    return scored(frame_of({doubles("firms", {5}), column}), options).issues;
}

ArrowNode one(const std::string& name, const std::string& format) { return value_column<std::int64_t>(name, format, {1, 1}); }

TEST(ArrowBad, SchemasSayWhichColumnIsWrong) {
    EXPECT_EQ(with(doubles("shares", {1})), Texts{"unknown_column /columns/shares"});
    EXPECT_EQ(with(doubles("a/b~", {1})), Texts{"unknown_column /columns/a~1b~0"});
    EXPECT_EQ(with(doubles("", {1})), Texts{"unknown_column /columns/"});
    EXPECT_EQ(with(doubles("\xff/\xfe", {1})), Texts{"unknown_column /columns/\uFFFD~1\uFFFD"});
    EXPECT_EQ(with(doubles("firms", {1})), Texts{"repeated_column /columns/firms"});
    EXPECT_EQ(with(texts("firms.status", {"-"})), Texts());
    EXPECT_EQ(with(doubles("firms.status", {1})), Texts{"unsupported_type /columns/firms.status"});
    EXPECT_EQ(with(texts("shares.status", {"-"})), Texts{"unknown_column /columns/shares.status"});
    EXPECT_EQ(with(texts("share", {"1"})), Texts{"unsupported_type /columns/share"});
    for (const char* format : {"e", "tdD", "tsu:UTC", "d:40,2,256", "d:76,2,256", "d:39,2", "d:38,39", "d:3", "d:x,y", "d:", "d:5,2,128,1",
                               "+l", "z", "vz", "w:16", "", "?", "gg", "ii"}) {
        EXPECT_EQ(with(one("share", format)), Texts{"unsupported_type /columns/share"}) << format;
    }
}

TEST(ArrowBad, TheNearestSlotIsNamed) {
    const Frame frame(frame_of({doubles("shares", {1})}));
    const CompiledFrame compiled = lay_out_frame(scorer(), frame.schema, {});
    ASSERT_EQ(compiled.issues.size(), 1U);
    EXPECT_NE(compiled.issues[0].message.en.find("Nearest: share."), std::string::npos) << compiled.issues[0].message.en;
    const Frame dates(frame_of({one("share", "tdD")}));
    const std::string words = lay_out_frame(scorer(), dates.schema, {}).issues.at(0).message.en;
    EXPECT_NE(words.find("has the type date32; expected int8"), std::string::npos) << words;
}

/// @return the words of the only issue of a frame of this one column
Text words_about(const ArrowNode& column, const FrameOptions& options = {}) {
    const Frame frame(frame_of({column}));
    const CompiledFrame compiled = lay_out_frame(scorer(), frame.schema, options);
    EXPECT_EQ(compiled.issues.size(), 1U);
    return compiled.issues.empty() ? Text() : compiled.issues[0].message;
}

TEST(ArrowBad, TypesThatAreNoFiguresAreNamed) {
    const std::map<std::string, std::string> names{
        {"+r", "run-end encoded"},  {"+vl", "list view"}, {"vz", "binary view"},       {"w:16", "fixed-size binary"},
        {"tsu:UTC", "timestamp"},   {"ttm", "time"},      {"tDs", "duration"},         {"tiM", "interval"},
        {"+ud:0,1", "dense union"}, {"e", "float16"},     {"d:76,2,256", "d:76,2,256"}};
    for (const auto& [format, name] : names) {
        const Text words = words_about(one("share", format));
        EXPECT_NE(words.en.find("has the type " + name + "; expected int8"), std::string::npos) << words.en;
        EXPECT_NE(words.zh.find("的类型是 " + name + "，"), std::string::npos) << words.zh;
    }
}

TEST(ArrowBad, AKeptColumnWithTheNameOfAnAnswerIsToldAsSuch) {
    FrameOptions options;
    options.keep = {"class"};
    const Text words = words_about(texts("class", {"x"}), options);
    EXPECT_EQ(words.en, "The column “class” has the name of the answers’ column “class”. Rename it.");
    EXPECT_EQ(words.zh, "列“class”与结果中的列“class”同名。请改名后再传入。");
}

TEST(ArrowBad, OptionsSayWhichPlaceIsWrong) {
    FrameOptions options;
    options.keep = {"region", "nobody"};
    EXPECT_EQ(scored(two_rows(), options).issues, Texts{"missing_column /keep/1"});
    options.keep = {};
    options.columns = {{"nobody", "share"}};
    EXPECT_EQ(scored(two_rows(), options).issues, Texts{"missing_column /columns/nobody"});
    options.columns = {{"share", "firm"}};
    EXPECT_EQ(scored(two_rows(), options).issues, Texts{"unknown_column /columns/share"});
    options.columns = {{"share", "firms"}};
    EXPECT_EQ(scored(two_rows(), options).issues, Texts{"repeated_column /columns/firms"});
    options.columns = {{"share", "region"}};
    EXPECT_EQ(scored(two_rows(), options).issues, Texts{"repeated_column /columns/region"});  // with or without ranks
    options.ranks = true;
    EXPECT_EQ(scored(two_rows(), options).issues, Texts{"repeated_column /columns/region"});
    options.ranks = false;
    options.columns = {{"share", "label"}};
    EXPECT_EQ(scored(two_rows(), options).issues, Texts());  // a label may be a number
    options.columns = {};
    options.parts = {"firms", "firm"};
    EXPECT_EQ(scored(two_rows(), options).issues, Texts{"unknown_node /parts/1"});
    options.parts = {};
    options.keep = {"score"};
    EXPECT_EQ(with(texts("score", {"x"}), options), Texts{"repeated_column /columns/score"});
    options.keep = {"x"};
    EXPECT_EQ(scored(frame_of({texts("x", {"1"}), texts("x", {"2"})}), options).issues, Texts{"repeated_column /columns/x"});
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowBad, FramesAreStructs) {
    EXPECT_EQ(scored(doubles("share", {1})).issues, Texts{"unsupported_type /columns"});
    Frame released(two_rows());
    released.schema.release(&released.schema);
    EXPECT_EQ(scored(released).issues, Texts{"released_array /columns"});
    Frame lacking(two_rows());
    std::swap(lacking.schema.children[1], lacking.schema.children[2]);
    ArrowSchema* const child = std::exchange(lacking.schema.children[1], nullptr);
    EXPECT_EQ(scored(lacking).issues, Texts{"wrong_layout /columns"});
    lacking.schema.children[1] = child;
    lacking.schema.n_children = -1;
    EXPECT_EQ(scored(lacking).issues, Texts{"wrong_layout /columns"});
    lacking.schema.n_children = 3;
}

struct Case {
    std::string name;
    std::function<void(ArrowArray&)> spoil;
    std::string issue;
};

TEST(ArrowBad, ArraysAreLookedAtBeforeTheyAreRead) {
    const std::vector<Case> cases{
        {"released", [](ArrowArray& a) { a.release(&a); }, "released_array /columns"},
        {"released column", [](ArrowArray& a) { a.children[1]->release(a.children[1]); }, "released_array /columns/firms"},
        {"released kept column", [](ArrowArray& a) { a.children[2]->release(a.children[2]); }, "released_array /columns/region"},
        {"no column", [](ArrowArray& a) { a.n_children = 2; }, "wrong_layout /columns"},
        {"one column more", [](ArrowArray& a) { a.n_children = 4; }, "wrong_layout /columns"},
        {"length below zero", [](ArrowArray& a) { a.length = -1; }, "wrong_layout /columns"},
        {"length beyond all", [](ArrowArray& a) { a.length = INT64_MAX; }, "wrong_layout /columns"},
        {"offset below zero", [](ArrowArray& a) { a.offset = -1; }, "wrong_layout /columns"},
        {"offset of a column below zero", [](ArrowArray& a) { a.children[0]->offset = -1; }, "wrong_layout /columns/share"},
        {"offset of a kept column below zero", [](ArrowArray& a) { a.children[2]->offset = -1; }, "wrong_layout /columns/region"},
        {"null count below -1", [](ArrowArray& a) { a.children[0]->null_count = -2; }, "wrong_layout /columns/share"},
        {"nulls without bits", [](ArrowArray& a) { a.children[0]->null_count = 1; }, "wrong_layout /columns/share"},
        {"nulls of the struct without bits", [](ArrowArray& a) { a.null_count = 1; }, "wrong_layout /columns"},
        {"buffers of another number", [](ArrowArray& a) { a.children[0]->n_buffers = 3; }, "wrong_layout /columns/share"},
        {"no values", [](ArrowArray& a) { a.children[0]->buffers[1] = nullptr; }, "wrong_layout /columns/share"},
        {"no buffers at all", [](ArrowArray& a) { a.children[0]->buffers = nullptr; }, "wrong_layout /columns/share"},
        {"children of a number", [](ArrowArray& a) { a.children[0]->n_children = -1; }, "wrong_layout /columns/share"},
        {"fewer rows", [](ArrowArray& a) { a.children[1]->length = 1; }, "wrong_length /columns/firms"},
        {"fewer rows behind the offset", [](ArrowArray& a) { a.offset = 1; }, "wrong_length /columns/share"},
        {"a dictionary that the type lacks", [](ArrowArray& a) { a.children[0]->dictionary = a.children[2]; },
         "wrong_layout /columns/share"},
    };
    for (const Case& each : cases) {
        Frame frame(two_rows());
        const ArrowArray before = frame.array;
        each.spoil(frame.array);
        const Scored result = scored(frame);
        ASSERT_FALSE(result.issues.empty()) << each.name;
        EXPECT_EQ(result.issues.front(), each.issue) << each.name;
        (void)before;
    }
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowBad, AKeptColumnWithoutNullsCannotStandInAStructWithThem) {
    ArrowNode runs{"+r", "x", 2};
    runs.children = {value_column<std::int32_t>("run_ends", "i", {2}), doubles("values", {7})};
    FrameOptions options;
    options.keep = {"x"};
    ArrowNode frame = frame_of({doubles("share", {1, 2}), runs});
    EXPECT_EQ(scored(frame, options).issues, Texts());
    frame.nulls = -1;
    frame.buffers = {bits_of({true, true})};
    EXPECT_EQ(scored(frame, options).issues, Texts());
    frame.buffers = {bits_of({true, false})};
    EXPECT_EQ(scored(frame, options).issues, Texts{"unsupported_type /columns/x"});
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowBad, MissingDictionariesAndIndicesBeyondThemAreFound) {
    ArrowNode statuses = value_column<std::int8_t>("share.status", "c", {0, 2});
    statuses.dictionary = std::make_shared<ArrowNode>(texts("", {"missing", "reported"}));
    const ArrowNode frame = frame_of({doubles("share", {1, 2}), statuses});
    EXPECT_EQ(scored(frame).issues, Texts{"wrong_layout /columns/share.status"});
    Frame lacking(frame);
    ArrowArray* const kept = std::exchange(lacking.array.children[1]->dictionary, nullptr);
    kept->release(kept);
    EXPECT_EQ(scored(lacking).issues, Texts{"wrong_layout /columns/share.status"});
    EXPECT_EQ(unreleased() > 0, true);  // the schema of `lacking`
}

TEST(ArrowBad, TextsThatEndBeforeTheyBeginAreFound) {
    ArrowNode statuses = texts("share.status", {"missing", "missing"});
    statuses.buffers[1] = bytes_of<std::int32_t>({7, 0, 7});
    EXPECT_EQ(scored(frame_of({doubles("share", {1, 2}), statuses})).issues, Texts{"wrong_layout /columns/share.status"});
    statuses.buffers[1] = bytes_of<std::int32_t>({0, 7, 14});
    statuses.buffers[2] = Bytes();
    EXPECT_EQ(scored(frame_of({doubles("share", {1, 2}), statuses})).issues, Texts{"wrong_layout /columns/share.status"});
    ArrowNode wide = texts<std::int64_t>("share.status", {"missing", "missing"});
    for (const std::int64_t first : {INT64_MIN, std::int64_t{-1}}) {
        wide.buffers[1] = bytes_of<std::int64_t>({first, 7, 14});
        EXPECT_EQ(scored(frame_of({doubles("share", {1, 2}), wide})).issues, Texts{"wrong_layout /columns/share.status"});
    }
    wide.buffers[1] = bytes_of<std::int64_t>({0, INT64_MAX, INT64_MAX});  // no memory holds such a word
    EXPECT_EQ(scored(frame_of({doubles("share", {1, 2}), wide})).issues, Texts{"wrong_layout /columns/share.status"});
}

TEST(ArrowBad, ViewsThatPointBeyondTheirBuffersAreFound) {
    const std::vector<std::vector<std::int32_t>> views{{14, 0, 0, 0}, {14, 0, 1, 0}, {14, 0, -1, 0}, {14, 0, 0, -5}, {-1, 0, 0, 0}};
    for (const auto& view : views) {
        ArrowNode statuses{"vu", "share.status", 1};
        statuses.buffers = {Bytes(), bytes_of(view), std::vector<std::uint8_t>(13, 'x'), bytes_of<std::int64_t>({13})};
        EXPECT_EQ(scored(frame_of({doubles("share", {1}), statuses})).issues, Texts{"wrong_layout /columns/share.status"});
    }
}

}  // namespace
}  // namespace biaochi::support
