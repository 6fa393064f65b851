/// @file
/// Cases that are written and read again are the same cases; what does not hang together is refused.

#include "biaochi/lifecycle/write.hpp"

#include "support.hpp"

namespace biaochi {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

std::vector<Case> read_back(const Ruleset& rules, const std::string& json) {
    ReadCases read = read_cases(rules, json);
    for (const Issue& issue : read.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    return read.cases;
}

TEST(Write, WhatIsWrittenIsReadAsTheSameCases) {
    const Ruleset rules = lifecycle_rules();
    Case reviewed = case_after(rules, {"2023-09-01 apply", R"(2023-09-15 review {"result": "pass", "points": "181/3"})"});
    reviewed.id = "b";
    for (DatedEvent& event : reviewed.history) event.of = "b";
    reviewed.history.front().evidence = "函“12”号";
    const Lines monitored = until_building() + Lines{R"(2024-03-20 report {"year": 2023})", R"(2025-03-20 report {"year": 2024})",
                                                     R"(2025-10-08 accept {"passed": true})", "2026-01-01 monitor"};
    const std::vector<Case> cases{case_after(rules, monitored), reviewed, new_case(rules, "c")};
    EXPECT_EQ(read_back(rules, cases_json(rules, cases)), cases);
}

/// A field is unknown about its own name, whether it never had a value, lost it, or was saved without one.
TEST(Write, WhatIsUnknownStaysUnknownAboutTheSameName) {
    const Ruleset rules = lifecycle_rules();
    const Case of = case_after(rules, {"2023-09-01 apply"});
    const Case again = read_back(rules, cases_json(rules, {&of, 1})).at(0);
    for (const Case& each : {of, again}) {
        ASSERT_TRUE(each.fields.at(2).is_null());
        EXPECT_EQ(each.fields.at(2).null().cause, feel::Cause::missing_fact);
        EXPECT_EQ(*each.fields.at(2).null().about, "posted_on");
    }
}

TEST(Write, ACaseOfOtherRulesIsRefused) {
    const Ruleset rules = lifecycle_rules();
    Case of = new_case(rules, "a");
    of.version = "0";
    EXPECT_THROW(static_cast<void>(cases_json(rules, {&of, 1})), Error);
}

std::string saved(const std::string& version, const std::string& earlier = {}) {
    return R"({"case": "a", "rulebook": "lifecycle", "version": ")" + version + "\"" + earlier +
           R"(, "state": "applied", "since": "2023-09-01", "fields": {"reports": 0, "falls": 0, "posted_on": null},)"
           R"( "history": [{"date": "2023-09-01", "case": "a", "event": "apply"}]})";
}

TEST(Cases, OfAnotherVersionGoOnOnlyWhereThatIsSaid) {
    const Ruleset rules = lifecycle_rules();
    EXPECT_EQ(read_cases(rules, saved("0")).issues.at(0).code, IssueCode::other_version);
    EXPECT_EQ(read_cases(rules, saved("0"), "2").issues.at(0).code, IssueCode::other_version);
    const ReadCases read = read_cases(rules, saved("0", R"(, "earlier_versions": ["0.9"])"), "1");
    ASSERT_TRUE(read.issues.empty());
    EXPECT_EQ(read.carried, std::vector<std::size_t>{0});
    EXPECT_EQ(read.cases.at(0).version, "1");
    EXPECT_EQ(read.cases.at(0).earlier_versions, (Lines{"0.9", "0"}));
    EXPECT_EQ(read_back(rules, cases_json(rules, read.cases)), read.cases);
    EXPECT_TRUE(read_cases(rules, saved("1"), "1").carried.empty());
}

/// The rules are in force from 2023-09-01; under an earlier version the case began before that day.
TEST(Cases, BeganBeforeTheRulesOnlyUnderAnEarlierVersion) {
    const Ruleset rules = rules_for_two_years();
    const auto begun_in_august = [](const std::string& version) {
        std::string text = saved(version);
        for (std::size_t at = text.find("2023-09-01"); at != std::string::npos; at = text.find("2023-09-01"))
            text.replace(at, 10, "2023-08-15");
        return text;
    };
    const ReadCases own = read_cases(rules, begun_in_august("1"));
    ASSERT_EQ(own.issues.size(), 1U);
    EXPECT_EQ(own.issues[0].code, IssueCode::not_in_force);
    EXPECT_EQ(own.issues[0].where, "/history/0");
    const ReadCases carried = read_cases(rules, begun_in_august("0"), "1");
    EXPECT_TRUE(carried.issues.empty());
    EXPECT_EQ(read_back(rules, cases_json(rules, carried.cases)), carried.cases);
    const auto more = read_events(rules, R"({"date": "2023-08-20", "case": "a", "event": "post"})", carried.cases);
    ASSERT_EQ(more.issues.size(), 1U);
    EXPECT_EQ(more.issues[0].code, IssueCode::not_in_force);
}

TEST(Cases, OfAnAnswerOfReplayAreReadWithIt) {
    const Ruleset rules = lifecycle_rules();
    const std::string answer = R"({"rulebook": "lifecycle", "version": "1", "refusals": [], "cases": [)" + saved("1") + "]}";
    EXPECT_EQ(read_back(rules, answer).size(), 1U);
    EXPECT_EQ(read_cases(rules, R"({"cases": [], "csaes": []})").issues.at(0).code, IssueCode::unknown_key);
}

struct Apart {
    const char* name;
    std::string from;
    std::string to;
    std::string want;
};

class SavedApart : public testing::TestWithParam<Apart> {};

TEST_P(SavedApart, IsAnIssue) {
    const Ruleset rules = lifecycle_rules();
    std::string text = "[" + saved("1") + "]";
    const std::size_t at = text.find(GetParam().from);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, GetParam().from.size(), GetParam().to);
    Lines found;
    for (const Issue& issue : read_cases(rules, text).issues) found.push_back(std::string(name(issue.code)) + " " + issue.where);
    EXPECT_EQ(found, Lines{GetParam().want});
}

INSTANTIATE_TEST_SUITE_P(
    Table, SavedApart,
    testing::Values(Apart{"state_without_event", R"([{"date": "2023-09-01", "case": "a", "event": "apply"}])", "[]",
                          "event_before_start /0/history"},
                    Apart{"event_without_state", R"("state": "applied", "since": "2023-09-01")", R"("state": null)", "bad_value /0/state"},
                    Apart{"since_of_no_event", R"("since": "2023-09-01")", R"("since": "2023-09-02")", "bad_value /0/since"},
                    Apart{"event_of_another_case", R"("case": "a", "event")", R"("case": "b", "event")", "bad_value /0/history/0/case"},
                    Apart{"unknown_state", R"("state": "applied")", R"("state": "aplied")", "unknown_state /0/state"},
                    Apart{"twice", "]}]", "]}," + saved("1") + "]", "repeated_record /1/case"}),
    [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace biaochi
