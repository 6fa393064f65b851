/// @file
/// Many callers at once, each with threads of its own, on the same rules: what the thread sanitizer watches.

#include <thread>

#include "arrow_chunks.hpp"

namespace biaochi::support {
namespace {

constexpr int rows = 20000;  // more than the threads of one call take at once

/// On, between and beyond the edges of bands; some figures are missing, some cannot be, some are estimated.
ArrowNode many_rows() {
    std::vector<double> shares(rows);
    std::vector<double> firms(rows);
    std::vector<bool> known(rows);
    std::vector<std::string> statuses(rows);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] = static_cast<double>(i % 301) / 100 - (i % 997 == 0 ? 4 : 0);
        firms[i] = static_cast<double>(i % 30);
        known[i] = i % 11 != 0;
        statuses[i] = i % 13 == 0 ? "estimated" : "-";
    }
    return frame_of({doubles("share", shares, known), doubles("firms", firms), texts("share.status", statuses)});
}

FrameOptions everything(unsigned threads) {
    FrameOptions options;
    options.ranges = options.ranks = options.key = true;
    options.parts = {"*"};
    options.threads = threads;
    return options;
}

TEST(Threads, CallersShareRulesAndDoNotDisturbEachOther) {
    const ArrowNode node = many_rows();
    const Scored alone = scored(node, everything(1));
    ASSERT_EQ(alone.issues, std::vector<std::string>());
    std::vector<Scored> found(3);
    std::vector<std::thread> callers;
    callers.reserve(found.size());
    for (Scored& result : found) callers.emplace_back([&] { result = scored(node, everything(3)); });
    for (std::thread& caller : callers) caller.join();
    for (const Scored& result : found) EXPECT_EQ(result.table, alone.table);
    EXPECT_EQ(unreleased(), 0);
}

TEST(Threads, AWatchIsAskedByTheCallerAlone) {
    const std::thread::id caller = std::this_thread::get_id();
    std::size_t asked = 0;
    FrameOptions options = everything(3);
    options.watch = [&](std::size_t) {
        ++asked;
        return std::this_thread::get_id() == caller;
    };
    EXPECT_FALSE(scored(many_rows(), options).table.empty());
    EXPECT_GT(asked, 1U);
}

}  // namespace
}  // namespace biaochi::support
