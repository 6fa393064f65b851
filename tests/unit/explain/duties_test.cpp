/// @file
/// Duties of bodies in words and as data: each remark where it belongs.

#include "biaochi/explain/duties.hpp"

#include <gmock/gmock.h>

#include <string>

#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

using testing::HasSubstr;
using testing::Not;

Ruleset rules(const std::string& sections) {
    const ParsedRulebook parsed = parse_rulebook(
        R"({"format": "biaochi/1", "id": "a", "version": "1", "effective": {"from": "2018-01-01"}, "title": {"en": "T"}, "sources": {"plan": {"title": {"en": "P"}}}, )" +
        sections + "}");
    EXPECT_TRUE(parsed.rulebook) << (parsed.issues.empty() ? "" : parsed.issues[0].message.en);
    return compile(parsed.rulebook.value(), parse_date("2018-01-01").value()).rules.value();
}

std::string answer(const std::string& sections, std::string_view unit, std::string_view on, AnswerFormat format = AnswerFormat::text,
                   Language language = Language::en) {
    return body_duties(rules(sections), unit, parse_date(on).value(), format, language).document.value();
}

const std::string sample =
    R"("bodies": {"a": {"name": {"en": "A"}, "until": "2018-11-01", "became": ["b"]}, "b": {"name": {"zh": "乙局"}, "from": "2018-11-01"},
    "c": {"name": {"en": "C"}, "ended": true}}, "phases": {"p": {"name": {"en": "Phase"}}},
    "duties": {"w": {"name": {"en": "Work"}, "lead": ["a"], "cooperate": ["a", "c"], "together": ["a"], "phase": "p", "by": "2019-06-30",
        "reports": {"m": {"name": {"en": "M"}, "every": "month"}, "h": {"name": {"en": "H"}, "every": "half_year", "to": "c"}, "o": {"name": {"en": "O"}, "every": "once"}},
        "cite": {"source": "plan", "clause": "6"}}})";

TEST(DutiesInWords, NameTheBodyOfTheSourceAndItsOtherRoles) {
    const std::string text = answer(sample, "b", "2019-06-30");
    EXPECT_THAT(text, HasSubstr("乙局, 2019-06-30"));
    EXPECT_THAT(text, HasSubstr("leads: Work (6)"));
    EXPECT_THAT(text, HasSubstr("the source names A, which is no more"));
    EXPECT_THAT(text, HasSubstr("also named as one that cooperates, shares it"));
    EXPECT_THAT(text, HasSubstr("does not give both ends of the phase"));
    EXPECT_THAT(text, HasSubstr("report 2019-06-30: M (every month) (6)"));
    EXPECT_THAT(text, HasSubstr("report 2019-06-30: H (every half-year) (6)\n      to C"));
    EXPECT_THAT(text, HasSubstr("report: O (once) (6)\n      the source states no day"));
    EXPECT_THAT(text, Not(HasSubstr("has passed")));
}

TEST(DutiesInWords, SayThatALastDayHasPassed) {
    const std::string text = answer(sample, "b", "2019-07-01");
    EXPECT_THAT(text, HasSubstr("its last day has passed"));
    EXPECT_THAT(text, HasSubstr("this day lies after the duty's time"));
}

TEST(DutiesInWords, SayWhyABodyIsNotThere) {
    EXPECT_THAT(answer(sample, "b", "2018-10-31"), HasSubstr("this body begins on 2018-11-01"));
    EXPECT_THAT(answer(sample, "a", "2018-11-01"), HasSubstr("has been no more since 2018-11-01; its tasks went to 乙局"));
    EXPECT_THAT(answer(sample, "c", "2019-01-01"), HasSubstr("this body has ended; the day is not known"));
    EXPECT_THAT(answer(sample, "c", "2019-01-01", AnswerFormat::text, Language::zh), HasSubstr("当日是否仍在不能确定"));
    EXPECT_THAT(answer(sample, "b", "2017-12-31"), HasSubstr("not in force on 2017-12-31 (from 2018-01-01, without end)"));
}

TEST(DutiesAsData, HoldRolesBasisAndRemarks) {
    const std::string json = answer(sample, "b", "2019-06-30", AnswerFormat::json);
    EXPECT_THAT(json, HasSubstr("\"presence\": \"there\""));
    EXPECT_THAT(json, HasSubstr("\"basis\": \"period_end\""));
    EXPECT_THAT(json, HasSubstr("\"basis\": \"unsaid\""));
    EXPECT_THAT(json, HasSubstr("\"state\": \"unknown\""));
    EXPECT_THAT(json, HasSubstr("\"sure\": true"));
    EXPECT_THAT(json, HasSubstr("\"in_force\": true"));
}

TEST(DutiesAnswer, NamesEveryBodyWhereNoneIsNear) {
    const DutiesAnswer refused = body_duties(rules(sample), "zzzzzzzz", parse_date("2019-01-01").value(), AnswerFormat::text, Language::en);
    EXPECT_FALSE(refused.document);
    ASSERT_EQ(refused.issues.size(), 1U);
    EXPECT_THAT(refused.issues[0].message.en, HasSubstr("A, 乙局, C"));
}

}  // namespace
}  // namespace biaochi
