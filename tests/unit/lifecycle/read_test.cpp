/// @file
/// Logs and saved cases are read strictly: every mistake gets its code and its line.

#include "support.hpp"

namespace biaochi {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

struct Wrong {
    const char* name;
    std::string log;
    Lines want;
};

class WrongLog : public testing::TestWithParam<Wrong> {};

TEST_P(WrongLog, GetsItsIssuesWithTheirLines) {
    const Ruleset rules = lifecycle_rules();
    Lines found;
    for (const Issue& issue : read_events(rules, GetParam().log).issues) {
        found.push_back(std::to_string(issue.line) + " " + std::string(name(issue.code)) + " " + issue.where);
    }
    EXPECT_EQ(found, GetParam().want);
}

const std::string apply = R"({"date": "2023-09-01", "case": "a", "event": "apply"})"
                          "\n";

INSTANTIATE_TEST_SUITE_P(
    Table, WrongLog,
    testing::Values(Wrong{"right",
                          apply + "\n" +
                              R"({"date": "2023-09-15", "case": "a", "event": "review", "data": {"result": "pass", "points": 61}})",
                          {}},
                    Wrong{"syntax", apply + "{\"date\": \n", {"2 json_syntax /date"}},
                    Wrong{"event", apply + R"({"date": "2023-09-15", "case": "a", "event": "reveiw"})", {"2 unknown_event /event"}},
                    Wrong{"key", R"({"date": "2023-09-15", "case": "a", "event": "apply", "on": 1})", {"1 unknown_key /on"}},
                    Wrong{"date", R"({"date": "2023-02-30", "case": "a", "event": "apply"})", {"1 bad_date /date"}},
                    Wrong{"field",
                          apply + R"({"date": "2023-09-15", "case": "a", "event": "accept", "data": {"pased": true}})",
                          {"2 missing_key /data", "2 unknown_field /data/pased"}},
                    Wrong{"word",
                          apply + R"({"date": "2023-09-15", "case": "a", "event": "review", "data": {"result": "passed", "points": 61}})",
                          {"2 bad_value /data/result"}},
                    Wrong{"kind",
                          apply + R"({"date": "2023-09-15", "case": "a", "event": "accept", "data": {"passed": "yes"}})",
                          {"2 wrong_type /data/passed"}},
                    Wrong{"not_begun", R"({"date": "2023-09-15", "case": "a", "event": "post"})", {"1 event_before_start /date"}},
                    Wrong{"before", apply + R"({"date": "2023-08-15", "case": "a", "event": "post"})", {"2 event_before_start /date"}},
                    Wrong{"before_the_rules", R"({"date": "2022-12-31", "case": "a", "event": "apply"})", {"1 not_in_force /date"}},
                    Wrong{"order",
                          apply + R"({"date": "2023-09-15", "case": "a", "event": "post"})"
                                  "\n"
                                  R"({"date": "2023-09-14", "case": "a", "event": "approve"})",
                          {"3 event_out_of_order /date"}},
                    Wrong{"repeated", apply + apply, {"2 repeated_event "}},
                    Wrong{"contradicts",
                          apply + R"({"date": "2025-09-15", "case": "a", "event": "accept", "data": {"passed": true}})"
                                  "\n"
                                  R"({"date": "2025-09-15", "case": "a", "event": "accept", "data": {"passed": false}})",
                          {"3 events_contradict "}},
                    Wrong{"each_case_has_its_own_order", apply + R"({"date": "2023-01-01", "case": "b", "event": "apply"})", {}}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Log, GoesOnWithCasesThatHaveBegun) {
    const Ruleset rules = lifecycle_rules();
    const std::vector<Case> begun{case_after(rules, until_building())};
    EXPECT_TRUE(
        read_events(rules, R"({"date": "2024-03-01", "case": "a", "event": "report", "data": {"year": 2023}})", begun).issues.empty());
    const auto wrong = read_events(rules, R"({"date": "2023-10-01", "case": "a", "event": "report", "data": {"year": 2023}})", begun);
    ASSERT_EQ(wrong.issues.size(), 1U);
    EXPECT_EQ(wrong.issues[0].code, IssueCode::event_out_of_order);
}

}  // namespace
}  // namespace biaochi
