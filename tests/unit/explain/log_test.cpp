/// @file
/// What is said of logs: cases, refusals with their reasons, events that may follow, duties; as data and in both languages.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"

namespace biaochi {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string file(const std::string& path) {
    std::ifstream stream(BIAOCHI_ROOT + path, std::ios::binary);
    EXPECT_TRUE(stream) << path;
    return {std::istreambuf_iterator<char>(stream), {}};
}

Ruleset rules(const std::string& name, const std::map<std::string, std::string>& readings = {}) {
    const ParsedRulebook parsed = parse_rulebook(file("/tests/rulebooks/good/" + name + ".json"));
    return compile(parsed.rulebook.value(), parsed.rulebook->effective.from, readings).rules.value();
}

const std::string log = R"({"date": "2023-09-01", "case": "甲", "event": "apply"})"
                        "\n"
                        R"({"date": "2023-09-15", "case": "甲", "event": "review", "data": {"result": "pass", "points": "59.5"}})"
                        "\n"
                        R"({"date": "2023-09-16", "case": "甲", "event": "review", "data": {"result": "pass", "points": "60"}})"
                        "\n"
                        R"({"date": "2023-09-27", "case": "甲", "event": "post"})"
                        "\n";

LogInputs inputs(std::string_view events) {
    LogInputs given;
    given.events = events;
    return given;
}

std::string document(const LogAnswer& answer) {
    for (const Issue& issue : answer.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    return answer.document.value_or("");
}

TEST(LogJson, HasTheCaseAndTheRefusalWithBothValues) {
    const Ruleset of = rules("lifecycle");
    const LogAnswer answer = replay_log(of, inputs(log), AnswerFormat::json, Language::en);
    const json found = json::parse(document(answer));
    EXPECT_EQ(answer.refused, 1U);
    EXPECT_EQ(found["cases"][0]["state"], "posted");
    EXPECT_EQ(found["cases"][0]["history"].size(), 3U);
    EXPECT_EQ(found["states"]["posted"]["en"], "Posted");
    const json& refusal = found["refusals"][0];
    EXPECT_EQ(refusal["kind"], "not_met");
    EXPECT_EQ(refusal["line"], 2);
    EXPECT_EQ(refusal["state"], "applied");
    EXPECT_EQ(refusal["cite"]["clause"], "art. 2");
    EXPECT_EQ(refusal["tried"][0]["reason"]["findings"][1]["left"], "59.5");
    EXPECT_EQ(refusal["tried"][0]["reason"]["findings"][1]["right"], "60");
    EXPECT_EQ(refusal["tried"][1]["else"]["en"], "a pass needs 60 points");
}

TEST(LogJson, IsReadBackAsTheCases) {
    const Ruleset of = rules("lifecycle");
    const std::string text = document(replay_log(of, inputs(log), AnswerFormat::json, Language::en));
    const ReadCases read = read_cases(of, text);
    EXPECT_TRUE(read.issues.empty());
    ASSERT_EQ(read.cases.size(), 1U);
    EXPECT_EQ(read.cases[0], replay(of, read_events(of, log).events).cases.at(0));
}

TEST(LogText, SaysWhereACaseStandsAndWhyAnEventWasRefused) {
    const Ruleset of = rules("lifecycle");
    const std::string zh = document(replay_log(of, inputs(log), AnswerFormat::text, Language::zh));
    EXPECT_THAT(zh, HasSubstr("甲：公示中（自 2023-09-27 起）\n"));
    EXPECT_THAT(zh, HasSubstr("  公示日为2023-09-27\n"));
    EXPECT_THAT(zh, HasSubstr("  2023-09-15 甲，评审：条件不满足（第 2 行）\n    当时的状态：已申请\n"));
    EXPECT_THAT(zh, HasSubstr("event.points >= 60：左边 59.5，右边 60：不满足\n"));
    EXPECT_THAT(zh, HasSubstr("理由：评审通过须得 60 分以上\n"));
    const std::string en = document(replay_log(of, inputs(log), AnswerFormat::text, Language::en));
    EXPECT_THAT(en, HasSubstr("甲: Posted (since 2023-09-27)\n"));
}

TEST(LogText, NamesTheOpenPointBehindARefusalWithItsReadings) {
    const Ruleset of = rules("lifecycle_guards");
    const std::string events = R"({"date": "2023-06-01", "case": "a", "event": "apply"})"
                               "\n"
                               R"({"date": "2023-06-02", "case": "a", "event": "vote"})";
    LogInputs given = inputs(events);
    given.subjects = R"({"region": "a", "on": "2023-05-01", "fields": {"measures": true}, "facts": {"spend": 100},
        "judged": {"attention": {"met": true}}, "members": {"counties": [{"region": "x", "fields": {"class": "A"}},
        {"region": "y", "fields": {"class": "B"}}]}})";
    const json found = json::parse(document(replay_log(of, given, AnswerFormat::json, Language::en)));
    const json& tried = found["refusals"][0]["tried"][0];
    EXPECT_EQ(found["refusals"][0]["kind"], "undetermined");
    EXPECT_EQ(tried["needs"][0]["reading"], "how_many");
    EXPECT_EQ(tried["reason"]["open"]["choices"], (json{"half", "two_thirds"}));
    EXPECT_EQ(tried["reason"]["parts"][0]["answer"], "met");
    EXPECT_EQ(tried["reason"]["parts"][1]["answer"], "not_met");
    const std::string en = document(replay_log(of, given, AnswerFormat::text, Language::en));
    EXPECT_THAT(en, HasSubstr("left open by the text: Is a majority a half or two thirds?\n"));
    EXPECT_THAT(en, HasSubstr("readings to choose from: half, two_thirds\n"));
}

TEST(Next, LeavesOutWhatHappensLaterAndCountsIt) {
    const Ruleset of = rules("lifecycle");
    const Date as_of = parse_date("2023-09-16").value();
    const json found = json::parse(document(next_in_log(of, inputs(log), as_of, AnswerFormat::json, Language::en)));
    EXPECT_EQ(found["later_events"], 1);
    EXPECT_EQ(found["next"][0]["state"], "reviewed");
    EXPECT_EQ(found["next"][0]["event"], "post");
    EXPECT_EQ(found["next"][0]["answer"], "met");
    const std::string en = document(next_in_log(of, inputs(log), as_of, AnswerFormat::text, Language::en));
    EXPECT_THAT(en, HasSubstr("Events after 2023-09-16 that were left out: 1.\n"));
    EXPECT_THAT(en, HasSubstr("Public notice (科技厅): met (art. 3)\n    to “Posted”: met\n"));
}

TEST(Next, NamesTheDataAndFieldsThatLack) {
    const Ruleset of = rules("lifecycle");
    const Date as_of = parse_date("2023-09-10").value();
    const json found = json::parse(document(next_in_log(of, inputs(log), as_of, AnswerFormat::json, Language::en)));
    EXPECT_EQ(found["next"][0]["needs_data"], (json{"result", "points"}));
    EXPECT_EQ(found["next"][0]["tried"][0]["needs"][1]["says"]["zh"], "评审：评分");
}

TEST(Duties, HaveDayOwnerClauseAndWhetherTheyAreLate) {
    const Ruleset of = rules("lifecycle", {{"first_day", "none"}});
    const std::vector<WorkingCalendar> calendars{parse_calendar(file("/rulebooks/calendars/cn.json")).calendar.value()};
    const auto asked = [&](const char* day, AnswerFormat format) {
        LogInputs given = inputs(log);
        given.calendars = calendars;
        return document(due_in_log(of, given, parse_date(day).value(), format, Language::en));
    };
    const json early = json::parse(asked("2023-10-09", AnswerFormat::json));
    const json& duty = early["duties"][0];
    EXPECT_EQ(duty["status"], "due");
    EXPECT_EQ(duty["overdue"], false);
    EXPECT_EQ(duty["earliest"], "2023-10-09");  // counted from the day of the notice itself
    EXPECT_EQ(duty["latest"], "2023-10-10");    // counted from the next day
    EXPECT_EQ(duty["owner"], "科技厅");
    EXPECT_EQ(duty["cite"]["clause"], "art. 3");
    EXPECT_EQ(duty["open"][0]["reading"], "first_day");
    EXPECT_EQ(early["calendars"][0]["id"], "cn");
    EXPECT_TRUE(json::parse(asked("2023-10-10", AnswerFormat::json))["duties"][0]["overdue"].is_null());
    EXPECT_EQ(json::parse(asked("2023-10-11", AnswerFormat::json))["duties"][0]["overdue"], true);
    const std::string en = asked("2023-10-11", AnswerFormat::text);
    EXPECT_THAT(en, HasSubstr("2023-10-09 to 2023-10-10 The notice ends: overdue (art. 3)\n    to be done by 科技厅\n"));
    EXPECT_THAT(en, HasSubstr("if late: the delay must be explained\n"));
    EXPECT_THAT(en, HasSubstr("readings to choose from: next, same\n"));
}

TEST(LogJson, SaysFromWhichDayAnEventThatCameTooEarlyMayHappen) {
    const Ruleset of = rules("not_before", {{"first_day", "next"}});
    const std::vector<WorkingCalendar> calendars{parse_calendar(file("/rulebooks/calendars/cn.json")).calendar.value()};
    LogInputs given = inputs(R"({"date": "2023-09-27", "case": "a", "event": "post"})"
                             "\n"
                             R"({"date": "2023-10-10", "case": "a", "event": "publish", "data": {"objections": 0}})");
    given.calendars = calendars;
    const json found = json::parse(document(replay_log(of, given, AnswerFormat::json, Language::en)));
    EXPECT_EQ(found["refusals"][0]["kind"], "too_early");
    const json& first = found["refusals"][0]["tried"][0]["not_before"];
    EXPECT_EQ(first["answer"], "not_met");
    EXPECT_EQ(first["earliest"], "2023-10-11");
    EXPECT_EQ(first["cite"]["clause"], "art. 1");
    const std::string en = document(replay_log(of, given, AnswerFormat::text, Language::en));
    EXPECT_THAT(en, HasSubstr("it is too early"));
    EXPECT_THAT(en, HasSubstr("not before 2023-10-11 (art. 1)\n"));
}

struct Wrong {
    const char* name;
    std::string events;
    std::string subjects;
    std::string cases;
    std::optional<std::string> as_version;
    std::string want;
};

class WrongInputs : public testing::TestWithParam<Wrong> {};

TEST_P(WrongInputs, AreNamedByTheirText) {
    const Ruleset of = rules("lifecycle");
    const Wrong& wrong = GetParam();
    const LogInputs given{wrong.events, wrong.subjects, wrong.cases, wrong.as_version, {}};
    const LogAnswer answer = due_in_log(of, given, parse_date("2023-09-20").value(), AnswerFormat::json, Language::en);
    EXPECT_FALSE(answer.document);
    ASSERT_FALSE(answer.issues.empty());
    EXPECT_EQ(std::string(name(answer.issues[0].code)) + " " + answer.issues[0].where, wrong.want);
}

const std::string later_case =
    R"({"case": "a", "rulebook": "lifecycle", "version": "1", "state": "applied", "since": "2023-10-01", "fields": {"reports": "0",
        "falls": "0", "posted_on": null}, "history": [{"date": "2023-10-01", "case": "a", "event": "apply"}]})";

INSTANTIATE_TEST_SUITE_P(Table, WrongInputs,
                         testing::Values(Wrong{"events", "{", "", "", {}, "json_syntax /events"},
                                         Wrong{"subjects", "", "{}", "", {}, "missing_key /subjects"},
                                         Wrong{"cases", "", "", "{}", {}, "missing_key /cases"},
                                         Wrong{"case_after_the_day", "", "", later_case, {}, "bad_value /as_of"},
                                         Wrong{"version", "", "", "", "2", "bad_value /as_version"}),
                         [](const auto& each) { return std::string(each.param.name); });

/// The rules are in force from 2023-01-01.
TEST(Log, IsNotAskedAboutADayBeforeTheRules) {
    const Ruleset of = rules("lifecycle");
    const Date before = parse_date("2022-12-31").value();
    for (const auto& ask : {next_in_log, due_in_log}) {
        const LogAnswer answer = ask(of, inputs(""), before, AnswerFormat::json, Language::en);
        ASSERT_EQ(answer.issues.size(), 1U);
        EXPECT_EQ(answer.issues[0].code, IssueCode::not_in_force);
        EXPECT_EQ(answer.issues[0].where, "/as_of");
        EXPECT_TRUE(ask(of, inputs(""), parse_date("2023-01-01").value(), AnswerFormat::json, Language::en).document);
    }
    const std::string early = R"({"date": "2022-12-31", "case": "a", "event": "apply"})";
    const LogAnswer answer = replay_log(of, inputs(early), AnswerFormat::json, Language::en);
    ASSERT_EQ(answer.issues.size(), 1U);
    EXPECT_EQ(answer.issues[0].line, 1U);
    EXPECT_EQ(answer.issues[0].where, "/events/date");
    EXPECT_THAT(answer.issues[0].message.zh, HasSubstr("自 2023-01-01 起施行"));
}

TEST(Log, OfARulebookWithoutALifecycleIsRefused) {
    const Ruleset of = rules("city_conditions");
    EXPECT_EQ(replay_log(of, inputs(""), AnswerFormat::json, Language::en).issues.at(0).where, "/rulebook");
}

}  // namespace
}  // namespace biaochi
