/// @file
/// Incentives as written: what is read, what is refused, what a careful reader is told.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "biaochi/rulebook/incentive_section.hpp"
#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::field;
using support::found;
using support::incentive_members;
using support::money_field;
using support::rulebook_text;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string level = field("level", "text", R"(, "values": ["national", "city"])");
const std::string fields = money_field("base") + ", " + level + ", " + field("year", "number") + ", " + field("new", "boolean");

/// The issues of one incentive with these terms.
std::vector<std::string> wrong(const std::string& terms) { return support::wrong(incentive_members(fields, {{"grant", terms}})); }

TEST(Incentives, AreReadInFull) {
    const auto parsed = parse_rulebook(
        rulebook_text(incentive_members(fields, {{"grant", R"("payer": "city", "unit": "万元", "worth": "credit", "often": "once",
      "when": "new", "otherwise": {"en": "no"}, "rate": 10, "of": "base", "or_more": true, "round": {"places": 2, "mode": "down"},
      "caps": [{"amount": 5, "per": "applicant_year"}], "shares": [{"to": {"en": "x"}, "percent": 40, "bound": "at_most"}],
      "steps": [{"by": "office", "does": {"en": "checks"}}], "note": {"en": "n"})"}})));
    ASSERT_THAT(found(parsed.issues), IsEmpty());
    const Incentive& incentive = parsed.rulebook->incentives->incentives.at(0).second;
    EXPECT_EQ(incentive.worth, Worth::credit);
    EXPECT_EQ(incentive.often, Often::once);
    EXPECT_EQ(incentive.amount.form, Amount::Form::rate);
    EXPECT_EQ(incentive.amount.base, "base");
    EXPECT_TRUE(incentive.amount.or_more);
    EXPECT_EQ(incentive.amount.round, (Rounding{2, RoundingMode::down}));
    EXPECT_EQ(incentive.caps.at(0).per, Cap::Per::applicant_year);
    EXPECT_EQ(incentive.shares.at(0).bound, Bound::at_most);
    EXPECT_EQ(incentive.steps.at(0).by, "office");
}

TEST(Incentives, HaveExactlyOneForm) {
    EXPECT_THAT(wrong(R"("unit": "元")"), ElementsAre("no_form /incentives/grant"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "rate": 2, "of": "base")"), ElementsAre("several_forms /incentives/grant"));
    EXPECT_THAT(wrong(R"("unit": "元", "rate": 2)"), ElementsAre("missing_key /incentives/grant"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 2, "of": "base")"), ElementsAre("unknown_key /incentives/grant/of"));
    EXPECT_THAT(wrong(R"("fixed": 2)"), Contains("missing_key /incentives/grant"));
    EXPECT_THAT(wrong(R"("absent": ["amount"])"), IsEmpty());
    EXPECT_THAT(wrong(R"("absent": ["amount"], "caps": [{"amount": 1, "per": "claim"}])"), Contains("missing_key /incentives/grant"));
    EXPECT_THAT(wrong(R"("absent": ["sum"])"), ElementsAre("bad_value /incentives/grant/absent/0"));
    EXPECT_THAT(wrong(R"("absent": [])"), ElementsAre("empty_list /incentives/grant/absent"));
}

TEST(Incentives, NamePayersClaimsAndOthersThatAreThere) {
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "payer": "ctiy")"), ElementsAre("unknown_payer /incentives/grant/payer"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "unless": ["garnt"])"), ElementsAre("unknown_incentive /incentives/grant/unless/0"));
    EXPECT_THAT(support::wrong(R"("incentives": {"grant": {"name": {"en": "g"}, "claim": "thing", "unit": "元", "fixed": 1}})"),
                ElementsAre("unknown_claim /incentives/grant/claim"));
    EXPECT_THAT(support::wrong(R"("claims": {"a": {"name": {"en": "a"}}, "b": {"name": {"en": "b"}}}, "incentives": {
      "x": {"name": {"en": "x"}, "claim": "a", "unit": "元", "fixed": 1}, "y": {"name": {"en": "y"}, "claim": "b", "unit": "元", "fixed": 1, "unless": ["x"]}})"),
                ElementsAre("bad_value /incentives/y/unless/0"));
    EXPECT_THAT(support::wrong(incentive_members(
                    "", {{"x", R"("unit": "元", "fixed": 1, "unless": ["y"])"}, {"y", R"("unit": "元", "fixed": 1, "unless": ["x"])"}})),
                ElementsAre("cycle /incentives/y/unless"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "unless": ["grant"])"), ElementsAre("cycle /incentives/grant/unless"));
}

TEST(Incentives, LookUpByWordsThatTheFieldCanHold) {
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": {"by": "leevl", "of": {"national": 1}})"),
                ElementsAre("unknown_field /incentives/grant/fixed/by"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": {"by": "new", "of": {"true": 1}})"), ElementsAre("bad_value /incentives/grant/fixed/by"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": {"by": "level", "of": {"provincial": 1}})"),
                ElementsAre("bad_value /incentives/grant/fixed/of/provincial"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": {"by": "year", "of": {"01": 1}})"), ElementsAre("bad_value /incentives/grant/fixed/of/01"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": {"by": "level", "of": {}})"), ElementsAre("empty_list /incentives/grant/fixed/of"));
}

TEST(Incentives, AreInUnitsThatConvert) {
    EXPECT_THAT(wrong(R"("unit": "个", "fixed": 1)"), ElementsAre("wrong_unit /incentives/grant/unit"));
    EXPECT_THAT(wrong(R"("unit": "圆", "fixed": 1)"), ElementsAre("unknown_unit /incentives/grant/unit"));
    EXPECT_THAT(wrong(R"("unit": "个", "worth": "credit", "fixed": 1)"), IsEmpty());
    EXPECT_THAT(wrong(R"("unit": "元", "rate": 10, "of": "year")"), ElementsAre("unit_mismatch /incentives/grant/of"));
    EXPECT_THAT(wrong(R"("unit": "个", "worth": "credit", "rate": 10, "of": "base")"), ElementsAre("unit_mismatch /incentives/grant/of"));
    EXPECT_THAT(wrong(R"("unit": "万元", "times": 10, "of": "year")"), IsEmpty());
}

TEST(Incentives, HaveExpressionsThatCompile) {
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "when": "nwe")"), ElementsAre("unknown_name /incentives/grant/when"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "when": "base")"), ElementsAre("type_mismatch /incentives/grant/when"));
    EXPECT_THAT(wrong(R"("unit": "元", "rate": 1, "of": "level")"), ElementsAre("type_mismatch /incentives/grant/of"));
    EXPECT_THAT(wrong(R"("unit": "元", "rate": 1, "of": "base +")"), ElementsAre("expression_syntax /incentives/grant/of"));
}

TEST(Incentives, HaveNumbersInTheirRange) {
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": -1)"), ElementsAre("below_min /incentives/grant/fixed"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "caps": [{"amount": -1, "per": "claim"}])"),
                ElementsAre("below_min /incentives/grant/caps/0/amount"));
    EXPECT_THAT(wrong(R"("unit": "元", "fixed": 1, "shares": [{"to": {"en": "x"}, "percent": 101, "bound": "exactly"}])"),
                ElementsAre("above_max /incentives/grant/shares/0/percent"));
    EXPECT_THAT(wrong(R"("unit": "元", "rate": 175, "of": "base")"), IsEmpty());  // a super-deduction
}

TEST(Incentives, HaveTiersThatMeet) {
    const auto tiers = [](const std::string& rows) { return wrong(R"("unit": "元", "of": "base", "tiers": [)" + rows + "]"); };
    EXPECT_THAT(tiers(R"({"from": 0, "to": 5, "percent": 1}, {"from": 6, "percent": 1})"),
                ElementsAre("tier_gap /incentives/grant/tiers/1/from"));
    EXPECT_THAT(tiers(R"({"from": 0, "to": 5, "percent": 1}, {"from": 4, "percent": 1})"),
                ElementsAre("tier_overlap /incentives/grant/tiers/1/from"));
    EXPECT_THAT(tiers(R"({"from": 0, "percent": 1}, {"from": 4, "percent": 1})"),
                ElementsAre("tier_overlap /incentives/grant/tiers/1/from"));
    EXPECT_THAT(tiers(R"({"from": 5, "to": 5, "percent": 1})"), ElementsAre("range_reversed /incentives/grant/tiers/0"));
    EXPECT_THAT(tiers(R"({"from": -1, "percent": -1})"),
                ElementsAre("below_min /incentives/grant/tiers/0/from", "below_min /incentives/grant/tiers/0/percent"));
    EXPECT_THAT(tiers(R"({"from": 5, "to": 9, "percent": 1})"), IsEmpty());
}

TEST(Incentives, TellsWhatTheTextLeavesOutAndWhatIsNotCited) {
    const auto parsed = parse_rulebook(rulebook_text(incentive_members("", {{"grant", R"("absent": ["rate"], "misprints": [
      {"printed": "工程", "read_as": "项目", "confidence": "certain"}])"}})));
    EXPECT_THAT(found(lint(parsed.rulebook.value())), ElementsAre("no_citation /incentives/grant", "misprint /incentives/grant/misprints/0",
                                                                  "amount_not_stated /incentives/grant/absent"));
}

TEST(Incentives, AreExpectedByExamplesOnlyWhereTheyAreThere) {
    const auto example = [](const std::string& rest) {
        return support::wrong(
            incentive_members("", {{"grant", R"("unit": "元", "fixed": 1)"}}, R"(, "examples": [{"id": "e", )" + rest + "}]"));
    };
    EXPECT_THAT(example(R"("application": {}, "expect": {"awards": {"c": {"garnt": {"status": "awarded"}}}})"),
                ElementsAre("unknown_incentive /examples/0/expect/awards/c/garnt"));
    EXPECT_THAT(example(R"("application": {}, "expect": {"totals": {"ctiy": 1}})"),
                ElementsAre("unknown_payer /examples/0/expect/totals/ctiy"));
    EXPECT_THAT(example(R"("application": {}, "expect": {"totals": {"city": {"low": 2, "high": 1}}})"),
                ElementsAre("range_reversed /examples/0/expect/totals/city"));
    EXPECT_THAT(example(R"("facts": {}, "expect": {"totals": {"city": 1}})"), ElementsAre("missing_key /examples/0"));
    EXPECT_THAT(example(R"("application": {}, "expect": {"awards": {"c": {"grant": {"status": "given"}}}})"),
                ElementsAre("bad_value /examples/0/expect/awards/c/grant/status"));
}

TEST(IncentiveFields, ListAtMostAThousandWords) {
    const auto wrong_words = [](int count) {
        std::string list;
        for (int i = 0; i < count; ++i) list.append(i == 0 ? "\"w" : ", \"w").append(std::to_string(i)).append("\"");
        return support::wrong(
            incentive_members(support::field("kind", "text", R"(, "values": [)" + list + "]"), {{"grant", R"("unit": "元", "fixed": 1)"}}));
    };
    EXPECT_THAT(wrong_words(1000), testing::IsEmpty());
    EXPECT_THAT(wrong_words(1001), ElementsAre("bad_value /claims/thing/fields/kind/values"));
}

}  // namespace
}  // namespace biaochi
