/// @file
/// Chains of incentives that go before each other, as long as a rulebook.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::application_of;
using support::application_text;
using support::incentive_members;
using support::rules_of;
using support::words;
using testing::ElementsAre;

constexpr std::size_t length = 20'000;

/// Each goes behind the next one, the last behind @p last.
std::string chain(const std::string& last) {
    std::vector<std::pair<std::string, std::string>> incentives;
    for (std::size_t i = 0; i < length; ++i) {
        const std::string next = i + 1 < length ? "\"i" + std::to_string(i + 1) + "\"" : last;
        incentives.emplace_back("i" + std::to_string(i), R"("unit": "元", "fixed": 1, "unless": [)" + next + "]");
    }
    return incentive_members("", incentives);
}

/// Runs within two seconds.
template <class Run>
void expect_soon(Run run) {
    const std::clock_t start = std::clock();  // of the processor: other programs do not count
    run();
    EXPECT_LT(std::clock() - start, std::clock_t{20} * CLOCKS_PER_SEC);
}

TEST(Chain, IsReadCompiledAndAwarded) {
    expect_soon([] {
        const Ruleset rules = rules_of(chain(""));
        const Award found = award(rules, application_of(rules, application_text({""})));
        // The last one is given; it excludes the one before it, which therefore does not exclude the one before that: every other one is.
        EXPECT_EQ(words(found.grants.at(length - 1)), "awarded 1");
        EXPECT_EQ(words(found.grants.at(length - 2)), "refused goes_before");
        EXPECT_EQ(words(found.total), "10000");
    });
}

TEST(Chain, ThatIsACircleIsTold) {
    expect_soon([] { EXPECT_THAT(support::wrong(chain("\"i0\"")), ElementsAre("cycle /incentives/i19999/unless")); });
}

}  // namespace
}  // namespace biaochi
