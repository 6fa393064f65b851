/// @file
/// What incentives of every form come to, worked out by hand, with a fen to both sides of every edge.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::answers;
using support::application_text;
using support::field;
using support::incentive_members;
using support::money_field;
using support::needs;
using support::rules_of;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string level = field("level", "text", R"(, "values": ["national", "provincial", "city"])");

Ruleset one(const std::string& fields, const std::string& terms, const std::map<std::string, std::string>& readings = {}) {
    const std::string open = R"(, "open": {
      "rate": {"asks": {"en": "?"}, "readings": {"low": {"says": {"en": "l"}, "status": "natural"}, "high": {"says": {"en": "h"}, "status": "natural"}}},
      "guess": {"asks": {"en": "?"}, "readings": {"low": {"says": {"en": "l"}, "status": "illustrative"}, "high": {"says": {"en": "h"}, "status": "natural"}}}})";
    return rules_of(incentive_members(fields, {{"grant", terms}}, open), readings);
}

TEST(Amount, AFixedAmountIsConvertedToYuan) {
    const Ruleset rules = one("", R"("unit": "万元", "fixed": "0.5")");
    EXPECT_THAT(answers(rules, application_text({""})), ElementsAre("awarded 5000"));  // half of 10,000
}

TEST(Amount, ALookupByWordPaysItsRowAndNothingForAWordWithoutOne) {
    const Ruleset rules = one(level, R"("unit": "元", "fixed": {"by": "level", "of": {"national": 300, "provincial": 50}})");
    EXPECT_THAT(answers(rules, application_text({R"("level": "national")", R"("level": "provincial")", R"("level": "city")"})),
                ElementsAre("awarded 300", "awarded 50", "refused not_in_table"));
    EXPECT_THAT(answers(rules, application_text({""})), ElementsAre("undetermined 0–300"));
    EXPECT_THAT(needs(rules, application_text({""})), ElementsAre("field level"));
}

TEST(Amount, ALookupByAnUnlistedWordComparesTexts) {
    const Ruleset rules = one(field("city", "text"), R"("unit": "元", "fixed": {"by": "city", "of": {"甲": 1, "乙": 2}})");
    EXPECT_THAT(answers(rules, application_text({R"("city": "乙")", R"("city": "丙")"})), ElementsAre("awarded 2", "refused not_in_table"));
}

TEST(Amount, ALookupByYearEndsAfterItsLastRow) {
    const std::string fields = field("year", "number") + ", " + money_field("rent");
    const Ruleset rules = one(fields, R"("unit": "元", "rate": {"by": "year", "of": {"1": 100, "2": 50}}, "of": "rent")");
    EXPECT_THAT(answers(rules, application_text({R"("rent": 7, "year": 1)", R"("rent": 7, "year": 2)", R"("rent": 7, "year": 3)"})),
                ElementsAre("awarded 7", "awarded 3.5", "refused not_in_table"));
    EXPECT_THAT(answers(rules, application_text({R"("rent": 7, "year": "1.5")", R"("rent": 7, "year": 1e30)"})),
                ElementsAre("refused not_in_table", "refused not_in_table"));
}

TEST(Amount, ARateIsExactAndNothingIsRoundedUnlessTheRuleAsks) {
    const Ruleset exact = one(money_field("base"), R"("unit": "万元", "rate": 10, "of": "base")");
    EXPECT_THAT(answers(exact, application_text({R"("base": 9999999.99)", R"("base": "1/3")"})),
                ElementsAre("awarded 999999.999", "awarded 1/30"));
    const Ruleset rounded =
        one(money_field("base"), R"("unit": "元", "rate": 10, "of": "base", "round": {"places": 2, "mode": "half_up"})");
    EXPECT_THAT(answers(rounded, application_text({R"("base": 9999999.99)", R"("base": 9999999.94)"})),
                ElementsAre("awarded 1000000", "awarded 999999.99"));
    const Ruleset in_ten_thousands =
        one(money_field("base"), R"("unit": "万元", "rate": 10, "of": "base", "round": {"places": 0, "mode": "down"})");
    EXPECT_THAT(answers(in_ten_thousands, application_text({R"("base": 199999)", R"("base": 99999)"})),
                ElementsAre("awarded 10000", "refused nothing"));
}

TEST(Amount, ABaseMayBeAnExpressionOverTheClaimAndTheApplicant) {
    const std::string fields = money_field("spent") + ", " + field("had", "number", R"(, "unit": "万元")");
    const Ruleset rules = one(fields, R"x("unit": "元", "rate": 50, "of": "max(spent - had, 0)")x");
    // Half of 30,000 − 10,000; nothing where more was had than spent.
    EXPECT_THAT(answers(rules, application_text({R"("spent": 30000, "had": 1)", R"("spent": 3, "had": 1)"})),
                ElementsAre("awarded 10000", "refused nothing"));
    EXPECT_THAT(needs(rules, application_text({R"("spent": 3)"})), ElementsAre("field had"));
}

TEST(Amount, ABaseThatIsDividedByZeroSaysWhy) {
    const std::string fields = money_field("spent") + ", " + field("firms", "number");
    const Ruleset rules = one(fields, R"("unit": "元", "rate": 50, "of": "spent / firms")");
    EXPECT_THAT(answers(rules, application_text({R"("spent": 30, "firms": 0)"})), ElementsAre("undetermined ≥0"));
    EXPECT_THAT(needs(rules, application_text({R"("spent": 30, "firms": 0)"})), ElementsAre("other division_by_zero"));
}

TEST(Amount, NothingComesOfABaseOfZeroOrLess) {
    const Ruleset rules = one(money_field("base"), R"("unit": "元", "rate": 10, "of": "base")");
    EXPECT_THAT(answers(rules, application_text({R"("base": 0)", R"("base": -5)", R"("base": 0.01)"})),
                ElementsAre("refused nothing", "refused nothing", "awarded 0.001"));
}

TEST(Amount, TimesMultipliesMoneyAndPaysForEachOfACount) {
    const Ruleset money =
        one(field("invested", "number", R"(, "unit": "万元")"), R"("worth": "credit", "unit": "亿元", "times": 4, "of": "invested")");
    EXPECT_THAT(answers(money, application_text({R"("invested": 2)"})), ElementsAre("awarded 80000"));  // 4 × 20,000 元
    const Ruleset count = one(field("patents", "number", R"(, "unit": "件")"), R"("unit": "万元", "times": "0.5", "of": "patents")");
    EXPECT_THAT(answers(count, application_text({R"("patents": 3)"})), ElementsAre("awarded 15000"));  // 3 × 5,000 元
}

TEST(Amount, TiersPayEachStretchAtItsPercentOnAFenToBothSides) {
    const Ruleset rules = one(money_field("base"), R"("unit": "万元", "of": "base",
        "tiers": [{"from": 1, "to": 5, "percent": 100}, {"from": 5, "to": 10, "percent": 50}])");
    EXPECT_THAT(answers(rules, application_text({R"("base": 9999.99)", R"("base": 10000)", R"("base": 10000.01)"})),
                ElementsAre("refused nothing", "refused nothing", "awarded 0.01"));
    EXPECT_THAT(answers(rules, application_text({R"("base": 49999.99)", R"("base": 50000)", R"("base": 50000.01)"})),
                ElementsAre("awarded 39999.99", "awarded 40000", "awarded 40000.005"));
    EXPECT_THAT(answers(rules, application_text({R"("base": 99999.99)", R"("base": 100000)", R"("base": 100000.01)"})),
                ElementsAre("awarded 64999.995", "awarded 65000", "awarded 65000"));
    EXPECT_THAT(answers(rules, application_text({""})), ElementsAre("undetermined 0–65000"));
}

TEST(Amount, AFloorIsOpenAbove) {
    const Ruleset rules = one("", R"("unit": "元", "fixed": 500, "or_more": true)");
    EXPECT_THAT(answers(rules, application_text({""})), ElementsAre("awarded ≥500"));
    EXPECT_THAT(needs(rules, application_text({""})), IsEmpty());
}

TEST(Amount, WhatTheTextDoesNotGiveIsUndeterminedAndNamed) {
    const Ruleset open = one("", R"("absent": ["rate", "base"])");
    EXPECT_THAT(answers(open, application_text({""})), ElementsAre("undetermined ≥0"));
    EXPECT_THAT(needs(open, application_text({""})), ElementsAre("text rate", "text base"));
    const Ruleset capped = one("", R"("absent": ["amount"], "unit": "万元", "caps": [{"amount": 100, "per": "claim"}])");
    EXPECT_THAT(answers(capped, application_text({""})), ElementsAre("undetermined 0–1000000"));
}

TEST(Amount, AnUnreadNumberSpansItsReadingsUnlessOneIsAnIllustration) {
    const std::string by_rate = R"("unit": "元", "rate": {"open": "rate", "readings": {"low": 10, "high": 30}}, "of": "base")";
    EXPECT_THAT(answers(one(money_field("base"), by_rate), application_text({R"("base": 100)"})), ElementsAre("undetermined 10–30"));
    EXPECT_THAT(answers(one(money_field("base"), by_rate, {{"rate", "high"}}), application_text({R"("base": 100)"})),
                ElementsAre("awarded 30"));
    const std::string by_guess = R"("unit": "元", "fixed": {"open": "guess", "readings": {"low": 10, "high": 30}})";
    EXPECT_THAT(answers(one("", by_guess), application_text({""})), ElementsAre("undetermined ≥0"));
    EXPECT_THAT(needs(one("", by_guess), application_text({""})), ElementsAre("open guess"));
}

TEST(Amount, ReadingsThatAgreeDecide) {
    const Ruleset rules = one("", R"("unit": "元", "fixed": {"open": "rate", "readings": {"low": 30, "high": 30}})");
    EXPECT_THAT(answers(rules, application_text({""})), ElementsAre("awarded 30"));
}

}  // namespace
}  // namespace biaochi
