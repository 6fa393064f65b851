/// @file
/// Streams of frames: scored as they are read; errors of either side end them.

#include <algorithm>
#include <cerrno>

#include "arrow_chunks.hpp"

namespace biaochi::support {
namespace {

using Texts = std::vector<std::string>;

ArrowNode chunk(const Texts& regions, const std::vector<double>& shares) {
    return frame_of({texts("region", regions), doubles("share", shares), doubles("firms", std::vector<double>(shares.size(), 20))});
}

TEST(ArrowStream, ArraysAreScoredOneByOne) {
    Chunks chunks{chunk({"a"}, {0}), {chunk({"a", "b"}, {2, 1}), chunk({}, {}), chunk({"c"}, {0})}};
    const Read read = read_all(chunks);
    EXPECT_EQ(read.issues, Texts());
    EXPECT_EQ(read.code, 0);
    EXPECT_EQ(read.lengths, (std::vector<std::int64_t>{2, 0, 1}));
    EXPECT_EQ(read.table.at("region"), (Texts{"a", "b", "c"}));
    EXPECT_EQ(read.table.at("score"), (Texts{"20", "14", "10"}));  // 10 + 10, 4 + 10, 0 + 10
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, NothingIsReadBeforeItIsAskedFor) {
    Chunks chunks{chunk({"a"}, {0}), {chunk({"a"}, {2})}};
    ArrowArrayStream stream = stream_of(chunks);
    ArrowArrayStream results{};
    EXPECT_TRUE(score_stream(scorer(), &stream, {}, &results).empty());
    EXPECT_EQ(chunks.asked, 0);
    results.release(&results);
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, ErrorsOfTheSourceAreHandedOn) {
    Chunks chunks{chunk({"a"}, {0}), {chunk({"a"}, {2})}, 0, EIO};
    const Read read = read_all(chunks);
    EXPECT_EQ(read.code, EIO);
    EXPECT_EQ(read.error, "the disk is full");
    Chunks silent{chunk({"a"}, {0}), {}, EIO};
    EXPECT_EQ(read_all(silent).issues, Texts{"wrong_layout /columns"});
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, AWrongArrayEndsTheStream) {
    ArrowNode shorter = chunk({"a", "b"}, {2, 1});
    shorter.children[1].length = 1;
    Chunks chunks{chunk({"a"}, {0}), {chunk({"a"}, {2}), shorter, chunk({"a"}, {2})}};
    const Read read = read_all(chunks);
    EXPECT_EQ(read.code, EINVAL);
    EXPECT_EQ(read.lengths, std::vector<std::int64_t>{1});
    EXPECT_EQ(read.error.substr(0, 28), "wrong_length /columns/share:");
    EXPECT_NE(read.error.find(" / 列“share”有 1 行，应为 2 行。"), std::string::npos) << read.error;
    EXPECT_EQ(chunks.asked, 2);
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, WhatIsWrongWithAnArrayIsReported) {
    ArrowNode shorter = chunk({"a", "b"}, {2, 1});
    shorter.children[0].length = shorter.children[1].length = 1;
    for (const bool ranks : {false, true}) {
        Texts reported;
        FrameOptions options;
        options.ranks = ranks;
        options.report = [&](const std::vector<Issue>& issues) { reported = found(issues); };
        Chunks chunks{chunk({"a"}, {0}), {chunk({"a"}, {2}), shorter}};
        EXPECT_EQ(read_all(chunks, options).code, EINVAL);
        EXPECT_EQ(reported, (Texts{"wrong_length /columns/region", "wrong_length /columns/share"}));
        Chunks broken{chunk({"a"}, {0}), {}, 0, EIO};
        reported.clear();
        EXPECT_EQ(read_all(broken, options).code, EIO);
        EXPECT_EQ(reported, Texts());  // the source failed, and says so itself
    }
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, ASourceMayFailWithoutWords) {
    for (const bool silent : {true, false}) {
        Chunks chunks{chunk({"a"}, {0}), {chunk({"a"}, {2})}, 0, EIO};
        ArrowArrayStream stream = stream_of(chunks);
        if (silent) {
            stream.get_last_error = nullptr;
        } else {
            stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
        }
        ArrowArrayStream results{};
        ASSERT_TRUE(score_stream(scorer(), &stream, {}, &results).empty());
        ArrowArray array{};
        EXPECT_EQ(results.get_next(&results, &array), 0);
        array.release(&array);
        EXPECT_EQ(results.get_next(&results, &array), EIO);
        EXPECT_STREQ(results.get_last_error(&results), "the stream that was handed in failed");
        EXPECT_EQ(results.get_next(&results, &array), EIO);
        EXPECT_EQ(chunks.asked, 2);  // a stream that failed is not asked again
        results.release(&results);
    }
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, TheEndStaysTheEnd) {
    Chunks chunks{chunk({"a"}, {0}), {}};
    ArrowArrayStream stream = stream_of(chunks);
    ArrowArrayStream results{};
    ASSERT_TRUE(score_stream(scorer(), &stream, {}, &results).empty());
    for (int i = 0; i < 3; ++i) {
        ArrowArray array{};
        EXPECT_EQ(results.get_next(&results, &array), 0);
        EXPECT_EQ(array.release, nullptr);
    }
    EXPECT_EQ(chunks.asked, 1);
    results.release(&results);
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, ResultsOutliveTheirStreamAndMayBeLeftUnread) {
    for (const bool ranks : {false, true}) {
        FrameOptions options;
        options.ranks = ranks;
        Chunks chunks{chunk({"a"}, {0}), {chunk({"a", "b"}, {2, 1}), chunk({"c"}, {0}), chunk({"d"}, {0})}};
        ArrowArrayStream stream = stream_of(chunks);
        ArrowArrayStream results{};
        ASSERT_TRUE(score_stream(scorer(), &stream, options, &results).empty());
        ArrowArray array{};
        ASSERT_EQ(results.get_next(&results, &array), 0);
        results.release(&results);  // with two arrays that nobody took
        EXPECT_EQ(words_of(*array.children[0], 1), "b");
        array.release(&array);
        EXPECT_EQ(unreleased(), 0);
    }
}

TEST(ArrowStream, WrongSchemasAreIssues) {
    Chunks chunks{frame_of({doubles("shares", {1})}), {}};
    EXPECT_EQ(read_all(chunks).issues, Texts{"unknown_column /columns/shares"});
    ArrowArrayStream released{};
    ArrowArrayStream results{};
    EXPECT_EQ(found(score_stream(scorer(), &released, {}, &results)), Texts{"released_array /columns"});
    EXPECT_EQ(found(score_stream(scorer(), nullptr, {}, &results)), Texts{"released_array /columns"});
    EXPECT_EQ(unreleased(), 0);
}

TEST(ArrowStream, WatchCountsOverAllArraysAndMayStop) {
    std::vector<std::size_t> seen;
    FrameOptions options;
    options.watch = [&](std::size_t done) {
        seen.push_back(done);
        return done <= 2;
    };
    Chunks chunks{chunk({"a"}, {0}), {chunk({"a", "b"}, {2, 1}), chunk({"c"}, {0}), chunk({"d"}, {0})}};
    const Read read = read_all(chunks, options);
    EXPECT_EQ(read.code, ECANCELED);
    EXPECT_EQ(read.error, "stopped");
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_EQ(unreleased(), 0);
}

}  // namespace
}  // namespace biaochi::support
