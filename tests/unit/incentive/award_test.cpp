/// @file
/// Caps, once, fallbacks, conditions and totals: what is given for which claim, worked out by hand.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::answers;
using support::application_of;
using support::application_text;
using support::field;
using support::incentive_members;
using support::money_field;
using support::needs;
using support::rules_of;
using support::words;
using testing::ElementsAre;
using testing::IsEmpty;

Ruleset capped(const std::string& caps) {
    return rules_of(incentive_members(money_field("base"),
                                      {{"grant", R"("payer": "city", "unit": "元", "rate": 10, "of": "base", "caps": [)" + caps + "]"}}));
}

std::string total(const Ruleset& rules, const std::string& application) {
    return words(award(rules, application_of(rules, application)).total);
}

TEST(Cap, OfAClaimCutsAFenAboveAndNotAFenBelow) {
    const Ruleset rules = capped(R"({"amount": 1000000, "per": "claim"})");
    EXPECT_THAT(answers(rules, application_text({R"("base": 9999999.99)", R"("base": 10000000)", R"("base": 10000000.01)"})),
                ElementsAre("awarded 999999.999", "awarded 1000000", "awarded 1000000"));
    const Award found = award(rules, application_of(rules, application_text({R"("base": 9999999.99)", R"("base": 10000000.01)"})));
    EXPECT_EQ(found.grants.at(0).cap, no_part);
    EXPECT_EQ(found.grants.at(1).cap, 0U);
    EXPECT_EQ(words(found.grants.at(1).before), "1000000.001");
    EXPECT_EQ(words(found.total), "1999999.999");
}

TEST(Cap, OfAnApplicantIsUsedUpInTheOrderOfClaims) {
    const Ruleset rules = capped(R"({"amount": 100, "per": "applicant"})");
    // 60, then 40 of 60, then nothing.
    EXPECT_THAT(answers(rules, application_text({R"("base": 600)", R"("base": 600)", R"("base": 600)"})),
                ElementsAre("awarded 60", "awarded 40", "refused cap_used_up"));
    EXPECT_EQ(total(rules, application_text({R"("base": 600)", R"("base": 600)"})), "100");
}

TEST(Cap, CountsWhatWasReceivedBefore) {
    const Ruleset rules = capped(R"({"amount": 100, "per": "applicant"})");
    EXPECT_THAT(answers(rules, application_text({R"("base": 600)"}, R"(, "received": [{"incentive": "grant", "amount": "70.01"}])")),
                ElementsAre("awarded 29.99"));
    EXPECT_THAT(answers(rules, application_text({R"("base": 600)"}, R"(, "received": [{"incentive": "grant"}])")),
                ElementsAre("undetermined 0–60"));
    EXPECT_THAT(needs(rules, application_text({R"("base": 600)"}, R"(, "received": [{"incentive": "grant"}])")),
                ElementsAre("received grant"));
}

TEST(Cap, OfAYearCountsEachYearAlone) {
    const Ruleset rules = capped(R"({"amount": 100, "per": "applicant_year"})");
    const std::string text =
        R"({"applicant": "A", "on": "2024-05-01", "received": [{"incentive": "grant", "amount": 30, "year": 2024}], "claims": [
      {"id": "a", "claim": "thing", "fields": {"base": 900}}, {"id": "b", "claim": "thing", "year": 2025, "fields": {"base": 900}}]})";
    EXPECT_THAT(answers(rules, text), ElementsAre("awarded 70", "awarded 90"));
    const std::string some_year = R"({"applicant": "A", "received": [{"incentive": "grant", "amount": 30}], "claims": [
      {"id": "a", "claim": "thing", "fields": {"base": 900}}]})";
    EXPECT_THAT(answers(rules, some_year), ElementsAre("undetermined 70–90"));
}

TEST(Cap, LeavesAnIntervalWhereAnEarlierClaimIsOpenAndTheTotalStaysNarrow) {
    const Ruleset rules = capped(R"({"amount": 100, "per": "applicant"})");
    const std::string text = application_text({"", R"("base": 1000)"});
    // The first may take anything up to 100, the second what is left: together always 100.
    EXPECT_THAT(answers(rules, text), ElementsAre("undetermined 0–100", "undetermined 0–100"));
    EXPECT_THAT(needs(rules, text, 1), ElementsAre("claim c1"));
    EXPECT_EQ(total(rules, text), "100");
}

TEST(Cap, OfAFloorDecidesWhereTheFloorReachesIt) {
    const auto rules = [](const std::string& cap) {
        return rules_of(incentive_members(
            "", {{"grant", R"("unit": "元", "fixed": 30, "or_more": true, "caps": [{"amount": )" + cap + R"(, "per": "claim"}])"}}));
    };
    EXPECT_THAT(answers(rules("29.99"), application_text({""})), ElementsAre("awarded 29.99"));
    EXPECT_THAT(answers(rules("30.01"), application_text({""})), ElementsAre("awarded 30–30.01"));
}

TEST(Once, GoesToTheFirstClaimAndCountsWhatWasReceived) {
    const Ruleset rules =
        rules_of(incentive_members(field("new", "boolean"), {{"grant", R"("unit": "元", "when": "new", "fixed": 20, "often": "once")"}}));
    EXPECT_THAT(answers(rules, application_text({R"("new": false)", R"("new": true)", R"("new": true)"})),
                ElementsAre("refused condition", "awarded 20", "refused had_now"));
    EXPECT_THAT(answers(rules, application_text({R"("new": true)"}, R"(, "received": [{"incentive": "grant", "year": 2017}])")),
                ElementsAre("refused had_before"));
}

TEST(Once, IsOpenForAClaimAfterOneThatMayHaveItAndIsPaidOnce) {
    const Ruleset rules = rules_of(
        incentive_members(field("new", "boolean") + ", " + money_field("base"),
                          {{"grant", R"("payer": "city", "unit": "元", "when": "new", "rate": 10, "of": "base", "often": "once")"}}));
    const std::string text = application_text({R"("base": 500)", R"("new": true, "base": 300)", R"("new": true, "base": 900)"});
    // Either 50 for the first or 30 for the second; the third never.
    EXPECT_THAT(answers(rules, text), ElementsAre("undetermined 0–50", "undetermined 0–30", "refused had_now"));
    EXPECT_THAT(needs(rules, text, 1), ElementsAre("claim c1"));
    EXPECT_EQ(total(rules, text), "30–50");
}

/// So many claims that nothing comes of, then these.
std::string after_fifty(const std::string& none, const std::vector<std::string>& claims) {
    std::vector<std::string> all(50, none);
    all.insert(all.end(), claims.begin(), claims.end());
    return application_text(all);
}

TEST(Once, AndOneThatMayGoBeforeAreToldApart) {
    const Ruleset rules =
        rules_of(incentive_members(money_field("amount") + ", " + field("ok", "boolean"),
                                   {{"a", R"("unit": "元", "fixed": 1, "when": "ok")"},
                                    {"b", R"("unit": "元", "fixed": 5, "often": "once", "when": "amount > 0 or ok", "unless": ["a"])"}}));
    const std::string text = after_fifty(R"("amount": 0, "ok": false)", {R"("amount": 1)", R"("amount": 1)"});
    const Award found = award(rules, application_of(rules, text));
    // 52 claims with two grants each: b of the last is grant 2 × 52 - 1. It hangs on a for the same claim, and on b for claim 51.
    const Grant& last = found.grants.at(103);
    EXPECT_EQ(last.other_incentive, 0U);
    EXPECT_EQ(last.other_claim, 50U);
    EXPECT_THAT(needs(rules, text, 103), ElementsAre("incentive a", "claim c51"));
}

TEST(Once, ARefusalForAnotherReasonNamesNoClaim) {
    const Ruleset rules =
        rules_of(incentive_members(money_field("amount") + ", " + field("ok", "boolean"),
                                   {{"b", R"("unit": "元", "rate": 100, "of": "amount", "often": "once", "when": "ok")"}}));
    const std::string text = after_fifty(R"("amount": 0, "ok": false)", {R"("amount": 1)", R"("amount": 0, "ok": true)"});
    const Award found = award(rules, application_of(rules, text));
    EXPECT_EQ(words(found.grants.at(50)), "undetermined 0–1");
    EXPECT_EQ(words(found.grants.at(51)), "refused nothing");  // 100% of 0
    EXPECT_EQ(found.grants.at(51).other_claim, no_part);
    EXPECT_EQ(found.grants.at(51).other_incentive, no_part);
}

Ruleset fallback() {
    const std::string fields = field("result", "boolean") + ", " + field("useful", "boolean");
    return rules_of(
        incentive_members(fields, {{"second", R"("payer": "city", "unit": "元", "when": "useful", "fixed": 30, "unless": ["first"])"},
                                   {"first", R"("payer": "province", "unit": "元", "when": "result", "fixed": 500)"}}));
}

TEST(Unless, TheOneThatGoesBeforeExcludesTheOtherWhereverItStands) {
    EXPECT_THAT(answers(fallback(), application_text({R"("result": true, "useful": true)"})),
                ElementsAre("refused goes_before", "awarded 500"));
    EXPECT_THAT(answers(fallback(), application_text({R"("result": false, "useful": true)"})),
                ElementsAre("awarded 30", "refused condition"));
    EXPECT_THAT(answers(fallback(), application_text({R"("result": false, "useful": false)"})),
                ElementsAre("refused condition", "refused condition"));
}

TEST(Unless, AnOpenOneLeavesTheOtherOpenAndTheTotalIsOneOfThem) {
    const std::string text = application_text({R"("useful": true)"});
    EXPECT_THAT(answers(fallback(), text), ElementsAre("undetermined 0–30", "undetermined 0–500"));
    EXPECT_THAT(needs(fallback(), text, 0), ElementsAre("incentive first"));
    EXPECT_THAT(needs(fallback(), text, 1), ElementsAre("field result"));
    const Ruleset rules = fallback();
    const Award found = award(rules, application_of(rules, text));
    EXPECT_EQ(words(found.total), "30–500");  // one of the two, never both, never neither
    EXPECT_EQ(words(found.payers.at(0)), "0–30");
    EXPECT_EQ(words(found.payers.at(1)), "0–500");
}

TEST(Unless, OneThatIsGivenWithoutAKnownAmountExcludesAllTheSame) {
    const Ruleset rules = rules_of(
        incentive_members("", {{"first", R"("absent": ["amount"])"}, {"second", R"("unit": "元", "fixed": 30, "unless": ["first"])"}}));
    EXPECT_THAT(answers(rules, application_text({""})), ElementsAre("undetermined ≥0", "refused goes_before"));
}

TEST(When, AnAbsentFieldLeavesItOpenUnlessAnotherPartDecides) {
    const Ruleset rules = rules_of(incentive_members(field("a", "boolean") + ", " + field("b", "boolean"),
                                                     {{"grant", R"("unit": "元", "when": "a and b", "fixed": 1)"}}));
    EXPECT_THAT(answers(rules, application_text({R"("a": true)", R"("b": false)", R"("a": true, "b": true)"})),
                ElementsAre("undetermined 0–1", "refused condition", "awarded 1"));
    EXPECT_THAT(needs(rules, application_text({R"("a": true)"})), ElementsAre("field b"));
}

TEST(When, FieldsOfTheApplicantCountAndAClaimsOwnHideThem) {
    const std::string subject = R"(, "subject": {"kind": {"en": "firm"}, "fields": {)" + field("local", "boolean") + ", " +
                                field("rank", "text", R"(, "values": ["a", "b"], "ordered": "best_first")") + "}}";
    const Ruleset rules =
        rules_of(incentive_members(field("rank", "text", R"(, "values": ["x", "y", "z"], "ordered": "worst_first")"),
                                   {{"grant", R"("unit": "元", "when": "local and rank_place = 1", "fixed": 1)"}}, subject));
    EXPECT_THAT(answers(rules, application_text({R"("rank": "z")", R"("rank": "x")"}, R"(, "fields": {"local": true, "rank": "a"})")),
                ElementsAre("awarded 1", "refused condition"));
}

TEST(Totals, AddUpMoneyByPayerAndLeaveOutWhatIsNoMoney) {
    const Ruleset rules = rules_of(incentive_members("", {{"a", R"("payer": "city", "unit": "万元", "fixed": 1)"},
                                                          {"b", R"("payer": "province", "unit": "元", "fixed": 2, "or_more": true)"},
                                                          {"c", R"("unit": "元", "fixed": 3)"},
                                                          {"d", R"("worth": "relief", "unit": "元", "fixed": 4)"},
                                                          {"e", R"("worth": "credit", "unit": "分", "fixed": 5)"}}));
    const Award found = award(rules, application_of(rules, application_text({"", ""})));
    EXPECT_EQ(words(found.total), "≥20010");  // 2 × (10,000 + 2 + 3)
    EXPECT_EQ(words(found.payers.at(0)), "20000");
    EXPECT_EQ(words(found.payers.at(1)), "≥4");
    EXPECT_EQ(words(found.payers.at(2)), "6");  // nobody is said to pay it
    EXPECT_EQ(words(found.incentives.at(3)), "8");
    EXPECT_EQ(words(found.incentives.at(4)), "10");
}

TEST(Share, OfAGrantIsAtMostAtLeastOrExactly) {
    const Ruleset rules = rules_of(incentive_members("", {{"grant", R"("unit": "元", "fixed": 50, "shares": [
      {"to": {"en": "a"}, "percent": 40, "bound": "at_most"}, {"to": {"en": "b"}, "percent": 60, "bound": "at_least"},
      {"to": {"en": "c"}, "percent": 25, "bound": "exactly"}])"}}));
    const PlannedIncentive& planned = rules.incentives()->incentives.at(0);
    const Sum amount{Number(50), Number(50), false};
    EXPECT_EQ(words(share_of(planned, 0, amount)), "0–20");
    EXPECT_EQ(words(share_of(planned, 1, amount)), "30–50");
    EXPECT_EQ(words(share_of(planned, 2, amount)), "12.5");
    EXPECT_EQ(words(share_of(planned, 2, {Number(8), Number(), true})), "≥2");
}

TEST(Award, IsTheSameWhenItsMemoryIsUsedAgain) {
    const Ruleset rules = fallback();
    Award reused;
    award(rules, application_of(rules, application_text({R"("result": true)", R"("useful": true)"})), reused);
    award(rules, application_of(rules, application_text({R"("useful": true, "result": false)"})), reused);
    EXPECT_EQ(reused.grants.size(), 2U);
    EXPECT_EQ(words(reused.total), "30");
    EXPECT_THAT(reused.uses, IsEmpty());
}

TEST(Award, RefusesAnApplicationThatWasReadForOtherRules) {
    Application application = application_of(fallback(), application_text({""}));
    application.claims.at(0).inputs.pop_back();
    EXPECT_THROW(static_cast<void>(award(fallback(), application)), Error);
    EXPECT_THROW(static_cast<void>(award(rules_of(R"("facts": {"x": {"name": {"en": "x"}}})"), application)), Error);
}

}  // namespace
}  // namespace biaochi
