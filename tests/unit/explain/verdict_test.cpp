/// @file
/// What is said of verdicts: names, values, counts, clauses, and what is needed, in both languages and as data.

#include "biaochi/explain/verdict.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "biaochi/biaochi.hpp"
#include "support/city.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using nlohmann::json;
using support::city_rules;
using support::city_text;
using support::example_city;
using testing::HasSubstr;
using testing::Not;

std::string said(const Ruleset& rules, const std::string& subject, const std::string& condition, Language language) {
    const CheckedSubjects checked = check_subjects(rules, subject, {condition}, AnswerFormat::text, language);
    for (const Issue& issue : checked.issues) ADD_FAILURE() << name(issue.code) << " " << issue.where;
    return checked.document.value_or("");
}

json data(const Ruleset& rules, const std::string& subject, const std::string& condition) {
    return json::parse(check_subjects(rules, subject, {condition}, AnswerFormat::json, Language::en).document.value());
}

TEST(AnswerFormat, IsReadByItsName) {
    EXPECT_EQ(answer_format("json"), AnswerFormat::json);
    EXPECT_EQ(answer_format("text"), AnswerFormat::text);
    for (const char* other : {"", "JSON", "markdown"}) EXPECT_FALSE(answer_format(other)) << other;
}

TEST(VerdictText, NamesTheCountyThatFailsAndTheCountThatIsNeeded) {
    const std::string zh = said(city_rules(), example_city(), "eligible", Language::zh);
    EXPECT_THAT(zh, HasSubstr("示例市（2024-03-01）"));
    EXPECT_THAT(zh, HasSubstr("创新发展市申报条件（三(一)）：不满足"));
    EXPECT_THAT(zh, HasSubstr("丁县：监测类别为\"C\"：不满足"));
    EXPECT_THAT(zh, HasSubstr("5 个中有 3 个，须有 4 个：不满足"));
    EXPECT_THAT(zh, Not(HasSubstr("甲县：监测类别")));
    const std::string en = said(city_rules(), example_city(), "eligible", Language::en);
    EXPECT_THAT(en, HasSubstr("A city may apply (三(一)): not met"));
    EXPECT_THAT(en, HasSubstr("丁县: Class is \"C\": not met"));
    EXPECT_THAT(en, HasSubstr("3 of 5, 4 needed: not met"));
}

TEST(VerdictText, SaysWhatIsStillNeeded) {
    const std::string city = city_text({{"A", "designated"}, {"", "designated"}});
    const std::string en = said(city_rules(), city, "eligible", Language::en);
    EXPECT_THAT(en, HasSubstr("undetermined"));
    EXPECT_THAT(en, HasSubstr("still needed:\n    乙县: Class\n"));
    EXPECT_THAT(said(city_rules(), city, "attention", Language::en),
                HasSubstr("judged by a person: Do the Party committee and government attach importance?"));
}

TEST(VerdictText, SaysInWordsWhyThereIsNoValue) {
    const std::string zh = said(city_rules(), city_text({}), "two_thirds", Language::zh);
    EXPECT_THAT(zh, HasSubstr("表达式没有得出结果：除数为零\n"));
    const std::string en = said(city_rules(), city_text({}), "two_thirds", Language::en);
    EXPECT_THAT(en, HasSubstr("the expression comes to nothing: a divisor is zero\n"));
    EXPECT_THAT(zh + en, Not(HasSubstr("division_by_zero")));
}

TEST(VerdictText, ShowsWhatEachReadingWouldSay) {
    const std::string text = R"({"region": "X", "history": {"2022": {"score": 70}, "2023": {"score": 63}}})";
    const std::string en = said(city_rules(), text, "fell_clearly", Language::en);
    EXPECT_THAT(en, HasSubstr("left open by the text: How large a fall is clear?"));
    EXPECT_THAT(en, HasSubstr("readings to choose from: five, ten"));
    EXPECT_THAT(en, HasSubstr("read as “five”: met"));
    EXPECT_THAT(en, HasSubstr("read as “ten”: not met"));
}

TEST(VerdictText, NamesPathsInWords) {
    const Ruleset rules = city_rules();
    EXPECT_EQ(missing_text(rules, {"counties.甲县.class", no_index, {}}).zh, "甲县：监测类别");
    EXPECT_EQ(missing_text(rules, {"history.2022.score", no_index, {}}).en, "2022: Score");
    EXPECT_EQ(missing_text(rules, {"counties.A.B.history.2022.score", no_index, {}}).en, "A.B 2022: Score");
    EXPECT_EQ(missing_text(rules, {"counties", no_index, {}}).zh, "县（区）");
    EXPECT_EQ(missing_text(rules, {"special_fund", no_index, {}}).zh, "专项资金");
    EXPECT_EQ(missing_text(rules, {{}, no_index, "attention"}).en, "a person's judgement: Leadership pays attention");
}

TEST(VerdictJson, CarriesReasonsCountsAndNeeds) {
    const json document = data(city_rules(), example_city(), "eligible");
    EXPECT_EQ(document["rulebook"], "city_conditions");
    EXPECT_EQ(document["readings"]["clear_fall"], nullptr);
    const json& verdict = document["verdicts"][0];
    EXPECT_EQ(verdict["answer"], "not_met");
    EXPECT_EQ(verdict["needs"], json::array());
    const json& parts = verdict["reason"]["parts"];
    EXPECT_EQ(parts[0]["condition"], "classes");
    EXPECT_EQ(parts[0]["cite"]["clause"], "三(一)2");
    EXPECT_EQ(parts[0]["findings"][3]["member"], "丁县");
    EXPECT_EQ(parts[0]["findings"][3]["values"]["class"], "C");
    EXPECT_EQ(parts[0]["findings"][3]["answer"], "not_met");
    const json& share = parts[1]["findings"].back();
    EXPECT_EQ(share["left"], "0.6");
    EXPECT_EQ(share["operator"], ">=");
    EXPECT_EQ(share["right"], "2/3");
    EXPECT_EQ(share["count"], (json{{"have", 3}, {"of", 5}, {"needed", 4}, {"undecided", 0}}));
}

TEST(VerdictJson, NamesWhatIsNeeded) {
    const json verdict = data(city_rules(), city_text({{"", "designated"}}), "complete")["verdicts"][0];
    EXPECT_EQ(verdict["answer"], "undetermined");
    EXPECT_EQ(verdict["needs"][0]["fact"], "counties.甲县.class");
    EXPECT_EQ(verdict["needs"][1]["judged"], "attention");
    EXPECT_EQ(verdict["needs"][2]["fact"], "special_fund");
    EXPECT_EQ(verdict["needs"][3]["fact"], "measures_issued");
}

TEST(CheckSubjects, AsksEveryConditionOfEverySubjectWhereNoneIsNamed) {
    const Ruleset rules = city_rules();
    const CheckedSubjects all = check_subjects(rules, R"([{"region": "X"}, {"region": "Y"}])", {}, AnswerFormat::json, Language::zh);
    EXPECT_EQ(json::parse(all.document.value())["verdicts"].size(), 2 * rules.rulebook().conditions.size());
}

TEST(CheckSubjects, GivesIssuesInsteadOfAnswersForWrongInput) {
    const Ruleset rules = city_rules();
    const CheckedSubjects wrong = check_subjects(rules, R"({"region": "X", "feilds": {}})", {"elegible"}, AnswerFormat::text, Language::zh);
    EXPECT_FALSE(wrong.document);
    EXPECT_THAT(support::found(wrong.issues), testing::ElementsAre("unknown_key /feilds", "unknown_condition /conditions/elegible"));
}

}  // namespace
}  // namespace biaochi
