/// @file
/// Guards that read the subject, name a condition, ask about all members, or wait for a reading.

#include <algorithm>

#include "biaochi/subject/subject.hpp"
#include "support.hpp"

namespace biaochi {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

Ruleset guard_rules(const std::map<std::string, std::string>& readings = {}) {
    return rules_of("/tests/rulebooks/good/lifecycle_guards.json", readings);
}

/// Documents of the city `a`, ready in every respect, with counties of these classes.
std::vector<Subject> city(const Ruleset& rules, const std::string& on, const std::string& classes, const std::string& spend = "100") {
    std::string counties;
    for (const char c : classes) {
        if (!counties.empty()) counties += ", ";
        counties += R"({"region": "county )" + std::to_string(counties.size()) + "\"";
        counties += c == '?' ? "}" : std::string(R"(, "fields": {"class": ")") + c + "\"}}";
    }
    const std::string text = R"([{"region": "a", "on": ")" + on + R"(", "fields": {"measures": true}, "facts": {"spend": )" + spend +
                             R"(}, "judged": {"attention": {"met": true}}, "members": {"counties": [)" + counties + "]}}]";
    ReadSubjects read = read_subjects(rules, text);
    for (const Issue& issue : read.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    return read.subjects;
}

Replayed replayed(const Ruleset& rules, const Lines& lines, const std::vector<Subject>& subjects) {
    return replay(rules, events(rules, lines), subjects);
}

TEST(Guard, NamesAConditionThatIsCheckedOnTheLatestDocumentNotAfterTheEvent) {
    const Ruleset rules = guard_rules();
    std::vector<Subject> subjects = city(rules, "2023-05-01", "AB", "99.9");
    for (Subject& later : city(rules, "2023-06-01", "AB")) subjects.push_back(later);
    const Replayed early = replayed(rules, {"2023-05-31 apply"}, subjects);
    ASSERT_EQ(early.refusals.size(), 1U);
    EXPECT_EQ(early.refusals[0].kind, RefusalKind::not_met);
    const Tried& tried = early.refusals[0].tried.at(0);
    EXPECT_EQ(tried.transition->source->otherwise.en, "not ready");
    const Finding spend = findings_of(tried.reason.parts.at(0).grounds).back();
    EXPECT_EQ(spend.left.number().text(), "99.9");
    EXPECT_EQ(spend.right.number().text(), "100");
    EXPECT_TRUE(replayed(rules, {"2023-06-01 apply"}, subjects).refusals.empty());
}

TEST(Guard, OnASubjectOfWhichNothingIsKnownIsUndetermined) {
    const Ruleset rules = guard_rules();
    const Replayed result = replayed(rules, {"2023-06-01 apply"}, {});
    ASSERT_EQ(result.refusals.size(), 1U);
    EXPECT_EQ(result.refusals[0].kind, RefusalKind::undetermined);
    EXPECT_EQ(result.cases.at(0).state, no_index);
    Lines needs;
    for (const Missing& need : result.refusals[0].tried.at(0).needs) needs.push_back(need.fact + need.judged);
    std::sort(needs.begin(), needs.end());
    EXPECT_EQ(needs, (Lines{"attention", "measures", "spend"}));
}

TEST(Guard, AboutAllMembersNamesThoseThatFail) {
    const Ruleset rules = guard_rules();
    const Replayed result = replayed(rules, {"2023-06-01 apply", "2023-06-02 review"}, city(rules, "2023-05-01", "ABC"));
    ASSERT_EQ(result.refusals.size(), 1U);
    Lines failing;
    for (const Finding& each : findings_of(result.refusals[0].tried.at(0).reason.grounds)) {
        if (each.kind == Finding::Kind::member && each.held == Answer::not_met) failing.push_back(each.region);
    }
    EXPECT_EQ(failing.size(), 1U);
}

TEST(Guard, AboutAllMembersOfAnEmptySetIsUndetermined) {
    const Ruleset rules = guard_rules();
    const Replayed result = replayed(rules, {"2023-06-01 apply", "2023-06-02 review"}, city(rules, "2023-05-01", ""));
    ASSERT_EQ(result.refusals.size(), 1U);
    EXPECT_EQ(result.refusals[0].kind, RefusalKind::undetermined);
}

struct Vote {
    const char* name;
    std::string classes;
    std::string reading;
    std::string kind;  ///< of the refusal; empty: accepted
};

class EveryVote : public testing::TestWithParam<Vote> {};

TEST_P(EveryVote, HoldsWhereEveryReadingAgrees) {
    const std::string& reading = GetParam().reading;
    const Ruleset rules =
        guard_rules(reading.empty() ? std::map<std::string, std::string>{} : std::map<std::string, std::string>{{"how_many", reading}});
    const Replayed result = replayed(rules, {"2023-06-01 apply", "2023-06-02 vote"}, city(rules, "2023-05-01", GetParam().classes));
    EXPECT_EQ(result.refusals.empty() ? "" : name(result.refusals[0].kind), GetParam().kind);
    if (GetParam().kind != "undetermined" || !reading.empty()) return;
    const Tried& tried = result.refusals.at(0).tried.at(0);
    EXPECT_EQ(rules.rulebook().open.at(tried.reason.open).first, "how_many");
    EXPECT_EQ(tried.needs.at(0).open, tried.reason.open);
    EXPECT_EQ(tried.reason.parts.size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Table, EveryVote,
                         testing::Values(Vote{"more_than_both", "AAAB", "", ""}, Vote{"less_than_both", "ABB", "", "not_met"},
                                         Vote{"between", "AB", "", "undetermined"}, Vote{"between_read_as_half", "AB", "half", ""},
                                         Vote{"between_read_as_two_thirds", "AB", "two_thirds", "not_met"},
                                         Vote{"unknown_class", "AB?", "half", "undetermined"}),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Guard, WithNoMoreThanAnIllustrationIsUndetermined) {
    const Ruleset rules = guard_rules();
    const Replayed result = replayed(rules, {"2023-06-01 apply", "2023-06-02 praise"}, city(rules, "2023-05-01", "AA"));
    ASSERT_EQ(result.refusals.size(), 1U);
    EXPECT_EQ(result.refusals[0].kind, RefusalKind::undetermined);
    const Ruleset read = guard_rules({{"how_good", "only_a"}});
    EXPECT_TRUE(replayed(read, {"2023-06-01 apply", "2023-06-02 praise"}, city(read, "2023-05-01", "AA")).refusals.empty());
}

TEST(Guard, IsLookedAtForADayWithoutAnEvent) {
    const Ruleset rules = guard_rules();
    const std::vector<Subject> subjects = city(rules, "2023-05-01", "AB");
    const Case of = replayed(rules, {"2023-06-01 apply"}, subjects).cases.at(0);
    const auto list = next(rules, of, day("2023-07-01"), subjects);
    ASSERT_EQ(list.size(), 5U);
    EXPECT_EQ(list[0].answer, Answer::met);           // review
    EXPECT_EQ(list[1].answer, Answer::undetermined);  // vote
}

/// Thirty days counted from the day itself end on the 29th after it; no yearly day falls on the closing day or after it.
TEST(Due, PlainDaysAndAYearlyDayUntilTheClosingDay) {
    const Ruleset rules = guard_rules();
    const std::vector<Subject> subjects = city(rules, "2023-05-01", "AB");
    const Lines begun{"2023-06-01 apply", R"(2023-06-02 limit {"closes_on": "2025-03-31"})"};
    const Case open = replayed(rules, begun, subjects).cases.at(0);
    EXPECT_EQ(duties(rules, open, "2023-06-30"), (Lines{"first_report due 2023-06-30", "yearly_report due 2024-03-31"}));
    EXPECT_EQ(duties(rules, open, "2026-01-01"), (Lines{"first_report overdue 2023-06-30", "yearly_report overdue 2024-03-31"}));
    const Case reported = replayed(rules, begun + Lines{"2023-07-01 report"}, subjects).cases.at(0);
    EXPECT_EQ(duties(rules, reported, "2023-07-01"),
              (Lines{"first_report done_late 2023-06-30 done 2023-07-01", "yearly_report done 2024-03-31 done 2023-07-01"}));
}

TEST(Due, IsNotKnownWhileTheClosingDayIsNot) {
    const Ruleset rules = guard_rules();
    const Case open = replayed(rules, {"2023-06-01 apply"}, city(rules, "2023-05-01", "AB")).cases.at(0);
    EXPECT_EQ(duties(rules, open, "2023-06-30").at(1), "yearly_report undetermined date_not_known");
}

}  // namespace
}  // namespace biaochi
