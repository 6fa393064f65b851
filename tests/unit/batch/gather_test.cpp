/// @file
/// Whole frames as columns side by side.

#include "biaochi/batch/gather.hpp"

#include <cerrno>

#include "arrow_chunks.hpp"

namespace biaochi::support {
namespace {

using Texts = std::vector<std::string>;

ArrowNode chunk(const std::vector<double>& shares) {
    return frame_of({doubles("share", shares), doubles("firms", std::vector<double>(shares.size(), 20))});
}

GatheredFrame gather(Chunks& chunks) {
    ArrowArrayStream stream = stream_of(chunks);
    GatheredFrame frame = gather_stream(scorer(), &stream, {});
    EXPECT_EQ(stream.release, nullptr);
    return frame;
}

Texts names_of(const GatheredFrame& frame) {
    Texts texts;
    for (const Issue& issue : frame.issues) texts.push_back(std::string(name(issue.code)) + " " + issue.where);
    return texts;
}

/// Scores by the bands of the sample: 4 points for a share of 1, 10 for 2; 10 for 20 firms.
Texts scores_of(const GatheredFrame& frame) {
    Texts texts;
    for (std::size_t row = 0; row < frame.rows; ++row) texts.push_back(scorer().exact(frame.columns, row).score.low.text());
    return texts;
}

TEST(GatherStream, JoinsTheArraysOfAFrame) {
    {
        Chunks one{chunk({0}), {chunk({2, 1})}};
        EXPECT_EQ(scores_of(gather(one)), (Texts{"20", "14"}));
        Chunks many{chunk({0}), {chunk({2, 1}), chunk({}), chunk({0})}};
        EXPECT_EQ(scores_of(gather(many)), (Texts{"20", "14", "10"}));
        Chunks none{chunk({0}), {}};
        EXPECT_EQ(gather(none).rows, 0U);
    }
    EXPECT_EQ(unreleased(), 0);
}

TEST(GatherStream, KeptColumnsMayHaveTheNamesOfAnswers) {
    Chunks chunks{frame_of({doubles("share", {0}), texts("score", {"-"})}), {frame_of({doubles("share", {2}), texts("score", {"x"})})}};
    ArrowArrayStream stream = stream_of(chunks);
    FrameOptions options;
    options.keep = {"score"};
    EXPECT_EQ(names_of(gather_stream(scorer(), &stream, options)), Texts());  // there are no answers
}

TEST(GatherStream, TellsWhatIsWrong) {
    {
        ArrowNode shorter = chunk({2, 1});
        shorter.children[1].length = 1;
        Chunks wrong{chunk({0}), {chunk({2}), shorter, chunk({1})}};
        EXPECT_EQ(names_of(gather(wrong)), Texts{"wrong_length /columns/firms"});
        Chunks unknown{frame_of({doubles("shares", {})}), {}};
        EXPECT_EQ(names_of(gather(unknown)), Texts{"unknown_column /columns/shares"});
        Chunks broken{chunk({0}), {chunk({2})}, 0, EIO};
        EXPECT_EQ(names_of(gather(broken)), Texts{"wrong_layout /columns"});
        Chunks silent{chunk({0}), {}, EIO};
        EXPECT_EQ(names_of(gather(silent)), Texts{"wrong_layout /columns"});
    }
    EXPECT_EQ(names_of(gather_stream(scorer(), nullptr, {})), Texts{"released_array /columns"});
    EXPECT_EQ(unreleased(), 0);
}

TEST(GatherStream, RefusesAStreamWithoutFunctions) {
    Chunks chunks{chunk({0}), {}};
    ArrowArrayStream stream = stream_of(chunks);
    stream.get_next = nullptr;
    EXPECT_EQ(names_of(gather_stream(scorer(), &stream, {})), Texts{"wrong_layout /columns"});
    EXPECT_EQ(unreleased(), 0);
}

}  // namespace
}  // namespace biaochi::support
