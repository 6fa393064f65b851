/// @file
/// Runs that are watched: told to stop, told of all draws, stopped by what is thrown.

#include <gtest/gtest.h>

#include <random>

#include "biaochi/core/error.hpp"
#include "sample.hpp"

namespace {

using namespace biaochi;
using namespace biaochi::support;

TEST(Run, StopsWhenItIsToldTo) {
    const Ruleset rules = rules_of(four_leaves());
    std::mt19937 random(1);
    const WhatIf what_if = what_if_of(rules, random_records(rules, 5, random), R"({"weights": [{"node": "c", "percent": 10}]})");
    WhatIfRequest request = request_of(100'000, VectorCode::best, 2);
    std::uint64_t calls = 0;
    request.watch = [&](std::uint64_t) { return ++calls < 3; };
    EXPECT_TRUE(what_if.run(request).stopped);
    EXPECT_EQ(calls, 3U);
}

TEST(Run, PassesOnWhatAWatchThrows) {
    const Ruleset rules = rules_of(four_leaves());
    std::mt19937 random(1);
    const WhatIf what_if = what_if_of(rules, random_records(rules, 5, random), R"({"weights": [{"node": "c", "percent": 10}]})");
    for (const unsigned threads : {1U, 2U}) {
        WhatIfRequest request = request_of(100'000, VectorCode::best, threads);
        request.watch = [](std::uint64_t) -> bool { throw Error(ErrorCode::out_of_range, "enough"); };
        EXPECT_THROW(static_cast<void>(what_if.run(request)), Error);
    }
}

TEST(Run, TellsOfAllDrawsInTheEnd) {
    const Ruleset rules = rules_of(four_leaves());
    std::mt19937 random(1);
    const WhatIf what_if = what_if_of(rules, random_records(rules, 5, random), R"({"weights": [{"node": "c", "percent": 10}]})");
    for (const unsigned threads : {1U, 3U}) {
        for (const VectorCode code : {VectorCode::best, VectorCode::none}) {
            std::uint64_t last = 0;
            WhatIfRequest request = request_of(3'000, code, threads);
            request.watch = [&](std::uint64_t done) {
                EXPECT_GE(done, last);
                last = done;
                return true;
            };
            EXPECT_FALSE(what_if.run(request).stopped);
            EXPECT_EQ(last, 3'000U);
        }
    }
}

}  // namespace
