/// @file
/// A budget that is too small is shared to the last fen.

#include "biaochi/incentive/share.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "biaochi/core/error.hpp"

namespace biaochi {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Number> numbers(const std::vector<std::string>& texts) {
    std::vector<Number> all;
    for (const std::string& text : texts) all.push_back(parse_number(text).value());
    return all;
}

std::vector<std::string> paid(const std::string& budget, const std::vector<std::string>& claims) {
    std::vector<std::string> all;
    Number sum;
    const SharedBudget shared = share(parse_number(budget).value(), numbers(claims));
    for (const BudgetShare& each : shared.shares) {
        all.push_back(each.paid.text());
        sum += each.paid;
    }
    EXPECT_EQ(sum, shared.paid);
    return all;
}

TEST(Share, AMillionAmongSevenGivesTheFenLeftOverToTheFirst) {
    // 1,000,000 / 7 = 142,857.142857…: 7 × 142,857.14 = 999,999.98, two fen are left.
    EXPECT_THAT(paid("1000000", std::vector<std::string>(7, "1000000")),
                ElementsAre("142857.15", "142857.15", "142857.14", "142857.14", "142857.14", "142857.14", "142857.14"));
}

TEST(Share, FenLeftOverGoToTheLargestPartsCutOff) {
    // 1 among 1, 2 and 3: 0.1666…, 0.3333…, 0.5: cut off 2/3, 1/3 and 0 fen; one fen is left, for the first.
    EXPECT_THAT(paid("1", {"1", "2", "3"}), ElementsAre("0.17", "0.33", "0.5"));
    // 100 among 30.50 and 100.50: 23.282… and 76.717…: cut off 0.2 and 0.7 fen.
    EXPECT_THAT(paid("100", {"30.5", "100.5"}), ElementsAre("23.28", "76.72"));
}

TEST(Share, ABudgetThatIsEnoughPaysAllInFull) {
    EXPECT_THAT(paid("3", {"1", "2"}), ElementsAre("1", "2"));
    EXPECT_THAT(paid("3.01", {"1", "2"}), ElementsAre("1", "2"));
    EXPECT_THAT(paid("2.99", {"1", "2"}), ElementsAre("1", "1.99"));  // 0.99666… and 1.99333…
    EXPECT_TRUE(share(Number(3), numbers({"1", "2"})).in_full);
}

TEST(Share, NothingIsSharedAmongNobodyAndFromNothing) {
    EXPECT_THAT(paid("5", {}), IsEmpty());
    EXPECT_THAT(paid("0", {"1", "2"}), Each("0"));
    EXPECT_THAT(paid("5", {"0", "0"}), Each("0"));
    EXPECT_THAT(paid("0.01", {"0", "5", "5"}), ElementsAre("0", "0.01", "0"));
}

TEST(Share, RefusesNegativeAmountsAndPartsOfAFen) {
    EXPECT_THROW(static_cast<void>(share(Number(-1), numbers({"1"}))), Error);
    EXPECT_THROW(static_cast<void>(share(Number(1), numbers({"-1"}))), Error);
    EXPECT_THROW(static_cast<void>(share(Number(1, 1000), numbers({"1"}))), Error);
    EXPECT_THROW(static_cast<void>(share(Number(1), numbers({"0.005"}))), Error);
}

}  // namespace
}  // namespace biaochi
