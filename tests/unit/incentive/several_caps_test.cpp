/// @file
/// Several caps on one incentive: what one of them cuts off is not taken from another.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::answers;
using support::application_of;
using support::application_text;
using support::incentive_members;
using support::money_field;
using support::needs;
using support::rules_of;
using support::words;
using testing::ElementsAre;

/// Gives all of `amount`, under caps `amount per`.
Ruleset capped(const std::vector<std::pair<std::string, std::string>>& caps) {
    std::string list;
    for (const auto& [amount, per] : caps) {
        list.append(list.empty() ? "" : ", ").append(R"({"amount": )" + amount + R"(, "per": ")" + per + "\"}");
    }
    return rules_of(
        incentive_members(money_field("amount"), {{"grant", R"("unit": "元", "rate": 100, "of": "amount", "caps": [)" + list + "]"}}));
}

std::string total(const Ruleset& rules, const std::string& application) {
    return words(award(rules, application_of(rules, application)).total);
}

TEST(SeveralCaps, WhatTheCapOfAClaimCutsOffIsNotTakenFromTheOther) {
    const std::string text = application_text({R"("amount": 50)", R"("amount": 50)", R"("amount": 50)", R"("amount": 50)"});
    // 10 of each 50: 4 × 10 = 40, which 100 a year allows. The order in which the caps stand does not matter.
    for (const Ruleset& rules :
         {capped({{"100", "applicant_year"}, {"10", "claim"}}), capped({{"10", "claim"}, {"100", "applicant_year"}})}) {
        EXPECT_THAT(answers(rules, text), ElementsAre("awarded 10", "awarded 10", "awarded 10", "awarded 10"));
        EXPECT_EQ(total(rules, text), "40");
    }
    // 25 a year: 10 + 10 + 5.
    const Ruleset narrow = capped({{"25", "applicant_year"}, {"10", "claim"}});
    EXPECT_THAT(answers(narrow, text), ElementsAre("awarded 10", "awarded 10", "awarded 5", "refused cap_used_up"));
    EXPECT_EQ(total(narrow, text), "25");
}

TEST(SeveralCaps, WhatTheCapOfAYearCutsOffIsNotTakenFromThatOfAllYears) {
    const std::string text = R"({"applicant": "A", "claims": [
      {"id": "a", "claim": "thing", "year": 2021, "fields": {"amount": 250}},
      {"id": "b", "claim": "thing", "year": 2022, "fields": {"amount": 100}},
      {"id": "c", "claim": "thing", "year": 2023, "fields": {"amount": 70}},
      {"id": "d", "claim": "thing", "year": 2024, "fields": {"amount": 70}}]})";
    // Of 250, 100 in 2021; of 300 in all 200 are left: 100 in 2022; 70 in 2023; and the last 30 in 2024.
    for (const Ruleset& rules :
         {capped({{"300", "applicant"}, {"100", "applicant_year"}}), capped({{"100", "applicant_year"}, {"300", "applicant"}})}) {
        EXPECT_THAT(answers(rules, text), ElementsAre("awarded 100", "awarded 100", "awarded 70", "awarded 30"));
        EXPECT_EQ(total(rules, text), "300");
    }
}

TEST(SeveralCaps, AnOpenClaimLeavesTheTotalAsNarrowAsItsCaps) {
    const Ruleset rules = capped({{"100", "applicant"}, {"60", "applicant_year"}, {"40", "claim"}});
    const std::string text = application_text({"", R"("amount": 50)"});
    // The first is from 0 to 40. The second is 40 at most, and of the 60 of the year at least 60 - 40 = 20 are left.
    EXPECT_THAT(answers(rules, text), ElementsAre("undetermined 0–40", "undetermined 20–40"));
    // With nothing for the first 40, with 40 for it 40 + 20 = 60.
    EXPECT_EQ(total(rules, text), "40–60");
}

TEST(CapNeeds, NameTheFirstFiveClaimsOfWhichItIsOpenWhatTheyAsk) {
    const Ruleset rules = capped({{"100", "applicant"}});
    // Claims 1 and 3 ask 10 each; the others ask what is not known.
    const std::string text = application_text({R"("amount": 10)", "", R"("amount": 10)", "", "", "", "", "", R"("amount": 10)"});
    EXPECT_THAT(needs(rules, text, 8), ElementsAre("claim c2", "claim c4", "claim c5", "claim c6", "claim c7"));
    EXPECT_THAT(needs(rules, text, 4), ElementsAre("field amount", "claim c2", "claim c4"));
}

TEST(CapNeeds, AreWhatWasReceivedWhereAllClaimsAreKnown) {
    const Ruleset rules = capped({{"100", "applicant"}});
    const std::string text = application_text({R"("amount": 10)", R"("amount": 10)"}, R"(, "received": [{"incentive": "grant"}])");
    EXPECT_THAT(needs(rules, text, 1), ElementsAre("received grant"));
    // A year is not needed for a cap on all years.
    const std::string no_year = application_text({R"("amount": 10)", ""}, R"(, "received": [{"incentive": "grant", "amount": 60}])");
    EXPECT_THAT(answers(rules, no_year), ElementsAre("awarded 10", "undetermined 0–30"));
    EXPECT_THAT(needs(rules, no_year, 1), ElementsAre("field amount"));
}

}  // namespace
}  // namespace biaochi
