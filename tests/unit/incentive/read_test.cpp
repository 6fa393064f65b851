/// @file
/// Applications are read strictly, and what is wrong is told at its place.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::application_of;
using support::application_text;
using support::field;
using support::found;
using support::incentive_members;
using support::money_field;
using support::rules_of;
using testing::ElementsAre;
using testing::IsEmpty;

const Ruleset& rules() {
    static const Ruleset compiled = [] {
        const std::string fields = money_field("base") + ", " + field("kind", "text", R"(, "values": ["x", "y"])") + ", " +
                                   field("new", "boolean") + ", " + field("day", "date") + ", " + field("bare", "number");
        const std::string subject = R"(, "subject": {"kind": {"en": "firm"}, "fields": {)" + field("local", "boolean") + "}}";
        return rules_of(incentive_members(fields, {{"grant", R"("unit": "万元", "fixed": 1)"}}, subject));
    }();
    return compiled;
}

std::vector<std::string> wrong(const std::string& text) { return found(read_applications(rules(), text).issues); }
std::vector<std::string> wrong_field(const std::string& fields) { return wrong(application_text({fields})); }

TEST(ReadApplications, TakesOneOrAListOrAnObject) {
    const std::string one = application_text({""});
    std::string other = one;
    other.replace(other.find("\"A\""), 3, "\"B\"");
    EXPECT_EQ(read_applications(rules(), one).applications.size(), 1U);
    EXPECT_EQ(read_applications(rules(), "[" + one + "," + other + "]").applications.size(), 2U);
    EXPECT_EQ(read_applications(rules(), R"({"applications": [)" + one + "," + other + "]}").applications.size(), 2U);
}

TEST(ReadApplications, BringsFiguresToTheUnitOfTheirField) {
    const Application application =
        application_of(rules(), application_text({R"("base": {"value": "1.5", "unit": "亿元"}, "bare": {"value": 3})"}));
    EXPECT_EQ(application.claims.at(0).inputs.at(0).number(), Number(150'000'000));
    EXPECT_EQ(application.claims.at(0).inputs.at(4).number(), Number(3));
}

TEST(ReadApplications, DatesAClaimByItsYearOrTheApplicationsDay) {
    EXPECT_EQ(application_of(rules(), application_text({""})).claims.at(0).year, 2020);
    EXPECT_EQ(application_of(rules(), application_text({""}, R"(, "on": "2023-03-01")")).claims.at(0).year, 2023);
}

TEST(ReadApplications, ConvertsWhatWasReceived) {
    const Application application =
        application_of(rules(), application_text({""}, R"(, "received": [{"incentive": "grant", "amount": 2, "year": 2019},
        {"incentive": "grant", "amount": {"value": 3, "unit": "元"}}])"));
    EXPECT_EQ(application.received.at(0).amount, Number(20'000));
    EXPECT_EQ(application.received.at(0).year, 2019);
    EXPECT_EQ(application.received.at(1).amount, Number(3));
    EXPECT_FALSE(application.received.at(1).year);
}

TEST(ReadApplications, TellsWrongFieldsAtTheirPlaces) {
    const std::string at = " /claims/0/fields/";
    EXPECT_THAT(wrong_field(R"("bsae": 1)"), ElementsAre("unknown_key" + at + "bsae"));
    EXPECT_THAT(wrong_field(R"("base": true)"), ElementsAre("wrong_type" + at + "base"));
    EXPECT_THAT(wrong_field(R"("base": "much")"), ElementsAre("bad_number" + at + "base"));
    EXPECT_THAT(wrong_field(R"("base": {"value": 1, "unit": "家"})"), ElementsAre("wrong_unit" + at + "base/unit"));
    EXPECT_THAT(wrong_field(R"("base": {"value": 1, "unit": 3})"), ElementsAre("wrong_type" + at + "base/unit"));
    EXPECT_THAT(wrong_field(R"("base": {"unit": "元"})"), ElementsAre("missing_key" + at + "base"));
    EXPECT_THAT(wrong_field(R"("base": {"value": 1, "untt": "元"})"), ElementsAre("unknown_key" + at + "base/untt"));
    EXPECT_THAT(wrong_field(R"("bare": {"value": 1, "unit": "元"})"), ElementsAre("wrong_unit" + at + "bare/unit"));
    EXPECT_THAT(wrong_field(R"("kind": "z")"), ElementsAre("bad_value" + at + "kind"));
    EXPECT_THAT(wrong_field(R"("kind": 1)"), ElementsAre("wrong_type" + at + "kind"));
    EXPECT_THAT(wrong_field(R"("new": "yes")"), ElementsAre("wrong_type" + at + "new"));
    EXPECT_THAT(wrong_field(R"("day": "2020-02-30")"), ElementsAre("bad_date" + at + "day"));
    EXPECT_THAT(wrong_field(R"("day": "2020-02-28", "base": null)"), IsEmpty());
}

TEST(ReadApplications, TellsWrongClaims) {
    EXPECT_THAT(wrong(R"({"applicant": "A"})"), ElementsAre("missing_key "));
    EXPECT_THAT(wrong(R"({"applicant": "A", "claims": []})"), ElementsAre("empty_list /claims"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "claims": {}})"), ElementsAre("wrong_type /claims"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "claims": [3]})"), ElementsAre("wrong_type /claims/0"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "claims": [{"id": "a"}]})"), ElementsAre("missing_key /claims/0"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "claims": [{"id": "a", "claim": "thnig"}]})"), ElementsAre("unknown_claim /claims/0/claim"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "claims": [{"id": "a", "claim": "thing", "year": 20.5}]})"),
                ElementsAre("bad_value /claims/0/year"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "claims": [{"id": "a", "claim": "thing"}, {"id": "a", "claim": "thing"}]})"),
                ElementsAre("repeated_claim /claims/1/id"));
}

TEST(ReadApplications, TellsWrongApplicants) {
    const std::string claims = R"("claims": [{"id": "a", "claim": "thing"}])";
    EXPECT_THAT(wrong("{" + claims + "}"), ElementsAre("missing_key "));
    EXPECT_THAT(wrong(R"({"applicant": "", )" + claims + "}"), ElementsAre("bad_value /applicant"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "on": "2020", )" + claims + "}"), ElementsAre("bad_date /on"));
    EXPECT_THAT(wrong(R"({"applicant": "A", "fields": {"locla": true}, )" + claims + "}"), ElementsAre("unknown_key /fields/locla"));
    EXPECT_THAT(wrong(R"([{"applicant": "A", )" + claims + R"(}, {"applicant": "A", )" + claims + "}]"),
                ElementsAre("repeated_id /1/applicant"));
    EXPECT_THAT(wrong(R"({"applicatoins": []})"), testing::Contains("unknown_key /applicatoins"));
    EXPECT_THAT(wrong("3"), ElementsAre("wrong_type "));
}

TEST(ReadApplications, TellsWhatIsWrongWithWhatWasReceived) {
    const auto received = [](const std::string& entry) { return wrong(application_text({""}, R"(, "received": [)" + entry + "]")); };
    EXPECT_THAT(received(R"({"incentive": "garnt"})"), ElementsAre("unknown_incentive /received/0/incentive"));
    EXPECT_THAT(received(R"({"incentive": "grant", "amount": -1})"), ElementsAre("below_min /received/0/amount"));
    EXPECT_THAT(received(R"({"incentive": "grant", "yaer": 1})"), ElementsAre("unknown_key /received/0/yaer"));
    EXPECT_THAT(received(R"({"amount": 1})"), ElementsAre("missing_key /received/0"));
    EXPECT_THAT(received("1"), ElementsAre("wrong_type /received/0"));
}

TEST(ReadApplications, TellsADayOnWhichTheRulesAreNotInForce) {
    // The rules are in force from 2020-01-01 until the day before 2030-01-01.
    const auto on = [](const std::string& day) { return wrong(application_text({""}, R"(, "on": ")" + day + "\"")); };
    EXPECT_THAT(on("2019-12-31"), ElementsAre("not_in_force /on"));
    EXPECT_THAT(on("2020-01-01"), IsEmpty());
    EXPECT_THAT(on("2029-12-31"), IsEmpty());
    EXPECT_THAT(on("2030-01-01"), ElementsAre("not_in_force /on"));
}

TEST(ReadApplications, TellsMoreClaimsThanAnApplicationMayHold) {
    EXPECT_THAT(wrong(application_text(std::vector<std::string>(10'000))), IsEmpty());
    EXPECT_THAT(wrong(application_text(std::vector<std::string>(10'001))), ElementsAre("bad_value /claims"));
}

TEST(ReadApplications, TellsARulebookWithoutIncentives) {
    const Ruleset none = rules_of(R"("facts": {"x": {"name": {"en": "x"}}})");
    EXPECT_THAT(found(read_applications(none, "{}").issues), ElementsAre("missing_key "));
}

}  // namespace
}  // namespace biaochi
