/// @file
/// Awards in words and as data: how each amount was found, why there is none, what lacks.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::application_text;
using support::field;
using support::found;
using support::incentive_members;
using support::money_field;
using support::rules_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string text(const Ruleset& rules, const std::string& application, Language language = Language::en, const std::string& unit = "元") {
    const AwardDocument answer = award_applications(rules, application, unit, AnswerFormat::text, language);
    for (const Issue& issue : answer.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    return answer.document.value();
}

std::string json(const Ruleset& rules, const std::string& application) {
    return award_applications(rules, application, "元", AnswerFormat::json, Language::en).document.value();
}

Ruleset one(const std::string& fields, const std::string& terms, const std::string& more = "") {
    return rules_of(incentive_members(fields, {{"grant", terms}}, more));
}

TEST(AwardText, IsAPageForAnApplicant) {
    const Ruleset rules = one(money_field("base"), R"("payer": "city", "unit": "万元", "rate": 10, "of": "base", "often": "unsaid",
      "caps": [{"amount": 100, "per": "claim"}], "shares": [{"to": {"zh": "带头人", "en": "the leader"}, "percent": 40, "bound": "at_most"}],
      "steps": [{"by": "office", "does": {"zh": "初审", "en": "checks"}}], "cite": {"source": "plan", "clause": "6"})");
    const std::string application = application_text({R"("base": 20000000)"}, R"(, "label": "synthetic", "on": "2024-05-01")");
    EXPECT_EQ(text(rules, application, Language::en, "万元"),
              "A (synthetic), 2024-05-01\n"
              "  c1 thing (2024)\n"
              "    grant: given, 100 万元\n"
              "      10% of 2000 万元; 200 万元 before the cap of 100 万元 for each claim\n"
              "      by 6\n"
              "      the text does not say whether it is given once; here it is given for each claim\n"
              "      paid by city\n"
              "      of it to the leader: at most 40%, 0–40 万元\n"
              "      step: office checks\n"
              "  money in all: 100 万元\n"
              "    city: 100 万元\n");
    EXPECT_EQ(text(rules, application, Language::zh, "万元"),
              "A（synthetic），2024-05-01\n"
              "  c1 thing（2024 年）\n"
              "    grant：给予 100 万元\n"
              "      2000 万元 的 10%；封顶前 200 万元，每项最多 100 万元\n"
              "      依据：6\n"
              "      原文没有说明是否只给一次；此处每项都给\n"
              "      由city支付\n"
              "      其中给带头人：不超过 40%，即 0–40 万元\n"
              "      程序：office初审\n"
              "  资金合计：100 万元\n"
              "    city：100 万元\n");
}

TEST(AwardText, TellsHowEachFormWasFound) {
    const std::string level = field("level", "text", R"(, "values": ["a", "b"])");
    EXPECT_THAT(text(one(level, R"("unit": "元", "fixed": {"by": "level", "of": {"a": 5}}, "or_more": true)"),
                     application_text({R"("level": "a")"})),
                HasSubstr("given, ≥5 元\n      level is “a”: a fixed 5 元 or more\n"));
    EXPECT_THAT(text(one(money_field("base"),
                         R"("unit": "元", "tiers": [{"from": 0, "to": 5, "percent": 100}, {"from": 5, "percent": 50}], "of": "base")"),
                     application_text({R"("base": 7)"})),
                HasSubstr("given, 6 元\n      of 7 元: 100% of the part from 0 元 to 5 元, 50% of the part above 5 元\n"));
    EXPECT_THAT(
        text(one(money_field("base"), R"("worth": "credit", "unit": "元", "times": 3, "of": "base")"), application_text({R"("base": 7)"})),
        HasSubstr("given, 21 元\n      counts as a credit, and is not paid\n      7 元 × 3\n"));
    EXPECT_THAT(
        text(one(field("n", "number", R"(, "unit": "件")"), R"("unit": "元", "times": 3, "of": "n")"), application_text({R"("n": 7)"})),
        HasSubstr("given, 21 元\n      7 × 3 元\n"));
    EXPECT_THAT(text(one(money_field("base"), R"("unit": "元", "rate": 10, "of": "base", "round": {"places": 1, "mode": "up"})"),
                     application_text({R"("base": "1/3")"})),
                HasSubstr("given, 0.1 元\n      10% of 1/3≈0.33 元, rounded to 1 places\n"));
    EXPECT_THAT(text(one("", R"("worth": "credit", "unit": "分", "fixed": 2)"), application_text({""})), HasSubstr("given, 2 分\n"));
}

TEST(AwardText, TellsWhyThereIsNone) {
    const std::string level = field("level", "text", R"(, "values": ["a", "b"])");
    const std::string table = R"("unit": "元", "fixed": {"by": "level", "of": {"a": 5}})";
    EXPECT_THAT(text(one(level, table), application_text({R"("level": "b")"})),
                HasSubstr("not given\n      “level” is not one of those listed\n"));
    EXPECT_THAT(
        text(one(level, table + R"(, "when": "level = \"a\"", "otherwise": {"en": "not a"})"), application_text({R"("level": "b")"})),
        HasSubstr("not given\n      not a\n        level = \"a\": "));
    EXPECT_THAT(text(one(level, table + R"(, "when": "level = \"a\"")"), application_text({R"("level": "b")"})),
                HasSubstr("its condition does not hold\n"));
    EXPECT_THAT(text(one(level, table + R"(, "often": "once")"), application_text({R"("level": "a")", R"("level": "a")"})),
                HasSubstr("it is given once, and goes to the claim “c1”\n"));
    EXPECT_THAT(text(one(level, table + R"(, "often": "once")"),
                     application_text({R"("level": "a")"}, R"(, "received": [{"incentive": "grant"}])")),
                HasSubstr("it is given once, and was had before\n"));
    EXPECT_THAT(text(one(money_field("base"), R"("unit": "元", "rate": 10, "of": "base")"), application_text({R"("base": 0)"})),
                HasSubstr("it comes to nothing: 10% of 0 元\n"));
    EXPECT_THAT(text(one(level, table + R"(, "caps": [{"amount": 5, "per": "applicant_year"}])"),
                     application_text({R"("level": "a")", R"("level": "a")"})),
                HasSubstr("nothing is left under the cap of 5 元 for each applicant a year\n"));
    const Ruleset two = rules_of(
        incentive_members("", {{"first", R"("unit": "元", "fixed": 1)"}, {"second", R"("unit": "元", "fixed": 1, "unless": ["first"])"}}));
    EXPECT_THAT(text(two, application_text({""})), HasSubstr("second: not given\n      “first” is given, which excludes it\n"));
}

TEST(AwardText, TellsWhatLacks) {
    const std::string open =
        R"(, "open": {"guess": {"asks": {"en": "how much"}, "readings": {"x": {"says": {"en": "x"}, "status": "illustrative"}}}})";
    const std::string number = R"({"open": "guess", "readings": {"x": 1}})";
    EXPECT_THAT(text(one("", R"("unit": "元", "fixed": )" + number, open), application_text({""})),
                HasSubstr("undetermined, ≥0 元\n      a fixed (an open amount)\n      still needed: a reading of: how much\n"));
    EXPECT_THAT(text(one(money_field("base"), R"("unit": "元", "rate": )" + number + R"(, "of": "base")", open),
                     application_text({R"("base": 2)"})),
                HasSubstr("(an open number) of 2 元\n"));
    EXPECT_THAT(
        text(one("", R"("unit": "元", "fixed": 5, "caps": [{"amount": )" + number + R"(, "per": "claim"}])", open), application_text({""})),
        HasSubstr("undetermined, 0–5 元\n      a fixed 5 元; 5 元 before the cap of (an open amount) for each claim\n"));
    EXPECT_THAT(text(one("", R"("absent": ["rate", "base"])"), application_text({""})),
                HasSubstr("the text does not give: the rate, the base\n      still needed: the rate, which the text does not give, the "
                          "base, which the text does not give\n"));
    EXPECT_THAT(text(one(field("n", "number"), R"("unit": "元", "fixed": {"by": "n", "of": {"1": 5}})"), application_text({""})),
                HasSubstr("it goes by “n”\n      still needed: n\n"));
    EXPECT_THAT(text(one(money_field("a") + ", " + field("b", "number"), R"("unit": "元", "rate": 1, "of": "a / b")"),
                     application_text({R"("a": 1, "b": 0)"})),
                HasSubstr("still needed: a value of the expression (now division_by_zero)\n"));
}

TEST(AwardJson, CarriesBothLanguagesExactAmountsAndEvidence) {
    const Ruleset rules = one(money_field("base") + ", " + field("new", "boolean"),
                              R"("unit": "元", "when": "new", "rate": 10, "of": "base", "caps": [{"amount": 5, "per": "applicant"}])");
    const std::string given = json(rules, application_text({R"("new": true, "base": 70)"}));
    EXPECT_THAT(given, HasSubstr(R"("before_caps": {)"));
    EXPECT_THAT(given, HasSubstr(R"("per": "applicant")"));
    EXPECT_THAT(given, HasSubstr(R"("shown_in": "元")"));
    EXPECT_THAT(given, Not(HasSubstr("findings")));
    EXPECT_THAT(given, HasSubstr("\"payer\": null"));
    EXPECT_THAT(json(rules, application_text({R"("new": false)"})), HasSubstr(R"("refusal": "condition")"));
    EXPECT_THAT(json(rules, application_text({""})), HasSubstr(R"("field": "new")"));
}

TEST(AwardJson, NamesTheClaimOrIncentiveThatItHangsOn) {
    const Ruleset once = one(field("new", "boolean"), R"("unit": "元", "when": "new", "fixed": 1, "often": "once")");
    EXPECT_THAT(json(once, application_text({"", R"("new": true)"})), HasSubstr(R"("other_claim": "c1")"));
    const Ruleset two =
        rules_of(incentive_members(field("new", "boolean"), {{"first", R"("unit": "元", "when": "new", "fixed": 1)"},
                                                             {"second", R"("unit": "元", "fixed": 1, "unless": ["first"])"}}));
    EXPECT_THAT(json(two, application_text({""})), HasSubstr(R"("other_incentive": "first")"));
    EXPECT_THAT(json(two, application_text({""})), HasSubstr(R"("incentive": "first",)"));
}

TEST(AwardJson, NamesBothWhereItHangsOnBothAndNoneWhereItIsRefusedForAnotherReason) {
    const std::string fields = field("amount", "number", R"(, "unit": "元")") + ", " + field("ok", "boolean");
    const Ruleset both = rules_of(
        incentive_members(fields, {{"a", R"("unit": "元", "fixed": 1, "when": "ok")"},
                                   {"b", R"("unit": "元", "fixed": 5, "often": "once", "when": "amount > 0 or ok", "unless": ["a"])"}}));
    std::vector<std::string> claims(50, R"("amount": 0, "ok": false)");
    claims.insert(claims.end(), 2, R"("amount": 1)");
    EXPECT_THAT(json(both, application_text(claims)), HasSubstr(R"("other_claim": "c51")"));
    EXPECT_THAT(json(both, application_text(claims)), HasSubstr(R"("other_incentive": "a")"));
    const Ruleset nothing = one(fields, R"("unit": "元", "rate": 100, "of": "amount", "often": "once", "when": "ok")");
    claims.back() = R"("amount": 0, "ok": true)";
    EXPECT_THAT(json(nothing, application_text(claims)), Not(HasSubstr("other_")));
}

TEST(AwardDocument, IsNotThereForAWrongUnitOrApplication) {
    const Ruleset rules = one("", R"("unit": "元", "fixed": 1)");
    EXPECT_THAT(found(award_applications(rules, application_text({""}), "家", AnswerFormat::json, Language::en).issues),
                ElementsAre("wrong_unit /unit"));
    EXPECT_FALSE(award_applications(rules, "{", "元", AnswerFormat::json, Language::en).document);
}

TEST(ShareDocument, TellsTheRuleAndTheFenLeftOver) {
    const auto shared = [](const std::string& request, Language language = Language::en) {
        return share_budget(request, AnswerFormat::text, language).document.value();
    };
    EXPECT_EQ(shared(R"({"budget": "0.01", "claims": {"a": 1, "b": 1}})"),
              "0.01 元 to share, 2.00 元 claimed, 0.01 元 paid\n"
              "in proportion, cut to the fen; the fen left over go to the largest parts cut off, among equal ones to the earlier claim\n"
              "  a: 1.00 元 claimed, 0.01 元 paid (with a fen left over)\n"
              "  b: 1.00 元 claimed, 0.00 元 paid\n");
    EXPECT_THAT(shared(R"({"budget": {"value": 1, "unit": "万元"}, "claims": [1]})", Language::zh), HasSubstr("资金足够，全额支付"));
}

TEST(ShareDocument, GivesEachClaimAnIdOfItsOwn) {
    const auto answer =
        share_budget(R"({"budget": 6, "claims": [1, {"id": "1", "amount": 2}, {"amount": 3}]})", AnswerFormat::text, Language::en);
    // The first would be called 1, which the second is.
    EXPECT_THAT(answer.document.value(), HasSubstr("  1-2: 1.00 元 claimed"));
    EXPECT_THAT(answer.document.value(), HasSubstr("  1: 2.00 元 claimed"));
    EXPECT_THAT(answer.document.value(), HasSubstr("  3: 3.00 元 claimed"));
    const std::string twice = R"({"budget": 1, "claims": [{"id": "a", "amount": 1}, {"id": "b", "amount": 1}, {"id": "a", "amount": 1}]})";
    EXPECT_THAT(found(share_budget(twice, AnswerFormat::json, Language::en).issues), ElementsAre("repeated_claim /claims/2/id"));
}

TEST(ShareDocument, TellsWhatIsWrongAtItsPlace) {
    const auto wrong = [](const std::string& request) { return found(share_budget(request, AnswerFormat::json, Language::en).issues); };
    EXPECT_THAT(wrong("3"), ElementsAre("wrong_type "));
    EXPECT_THAT(wrong("{"), testing::SizeIs(1));
    EXPECT_THAT(wrong(R"({"claims": [1]})"), ElementsAre("missing_key "));
    EXPECT_THAT(wrong(R"({"budget": 1})"), ElementsAre("missing_key "));
    EXPECT_THAT(wrong(R"({"budget": 1, "claims": [1], "equal": 2})"), ElementsAre("several_forms "));
    EXPECT_THAT(wrong(R"({"budget": 1, "claims": 3})"), ElementsAre("wrong_type /claims"));
    EXPECT_THAT(wrong(R"({"budget": true, "claims": [1]})"), ElementsAre("wrong_type /budget"));
    EXPECT_THAT(wrong(R"({"budget": {"unit": "元"}, "claims": [1]})"), ElementsAre("missing_key /budget"));
    EXPECT_THAT(wrong(R"({"budget": {"value": 1, "unit": 3}, "claims": [1]})"), ElementsAre("wrong_type /budget/unit"));
    EXPECT_THAT(wrong(R"({"budget": 1, "unit": "家", "claims": [1]})"), ElementsAre("wrong_unit /unit", "wrong_unit /unit"));
    EXPECT_THAT(wrong(R"({"budget": 1, "unit": 3, "claims": [1]})"), ElementsAre("wrong_type /unit"));
    EXPECT_THAT(wrong(R"({"budget": 1, "claims": [{"id": 3, "amount": 1}]})"), ElementsAre("wrong_type /claims/0/id"));
    EXPECT_THAT(wrong(R"({"budget": 1, "equal": "1.5"})"), ElementsAre("bad_value /equal"));
    EXPECT_THAT(wrong(R"({"budget": 1, "equal": 1000001})"), ElementsAre("bad_value /equal"));
    EXPECT_THAT(wrong(R"({"budget": 1, "eqaul": 3})"), testing::Contains("unknown_key /eqaul"));
}

}  // namespace
}  // namespace biaochi
