/// @file
/// What documents of subjects give, and what strict reading says of wrong ones.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"
#include "biaochi/rulebook/scope.hpp"
#include "support/city.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::city_rules;
using support::subject_of;
using testing::ElementsAre;
using testing::IsEmpty;

/// The value of a name in expressions, as FEEL; what is not given as `? path`.
std::string value(const Ruleset& rules, const Subject& subject, const std::string& name) {
    const feel::Scope scope = subject_scope(rules.rulebook());
    const feel::Value& found = subject.inputs.at(scope.find(name)->slot);
    return found.is_null() ? "? " + *found.null().about : feel::feel_text(found);
}

/// The null that stands at a field of the @p index-th item of a list.
std::string missing_at(const Ruleset& rules, const Subject& subject, const std::string& list, std::size_t index, const std::string& key) {
    const feel::Scope scope = subject_scope(rules.rulebook());
    const feel::Value& item = subject.inputs.at(scope.find(list)->slot).items().at(index);
    const feel::Value* found = item.context().find(key);
    EXPECT_EQ(found->null().cause, feel::Cause::missing_fact);
    return *found->null().about;
}

TEST(ReadSubjects, ValuesStandInTheSlotsOfTheirNames) {
    const Ruleset rules = city_rules();
    const Subject subject = subject_of(rules, R"({"region": "X", "on": "2023-12-31", "label": "synthetic",
        "fields": {"measures_issued": true}, "facts": {"special_fund": "1/3"}, "history": {"2023": {"score": "61.5"}},
        "members": {"counties": [{"region": "甲县", "fields": {"class": "A", "status": "none"}}]}})");
    EXPECT_EQ(subject.inputs.size(), subject_scope(rules.rulebook()).inputs.size());
    EXPECT_EQ(subject.label, "synthetic");
    EXPECT_EQ(value(rules, subject, "region"), "\"X\"");
    EXPECT_EQ(value(rules, subject, "on"), "date(\"2023-12-31\")");
    EXPECT_EQ(value(rules, subject, "measures_issued"), "true");
    EXPECT_EQ(value(rules, subject, "history"), "[{year: 2023, score: 61.5}]");
    EXPECT_EQ(value(rules, subject, "counties"), "[{region: \"甲县\", class: \"A\", status: \"none\"}]");
    EXPECT_EQ(subject.inputs.back().number(), Number(1) / Number(3));
}

TEST(ReadSubjects, WhatIsLeftOutOrNullIsMissingUnderItsPath) {
    const Ruleset rules = city_rules();
    const Subject nothing = subject_of(rules, R"({"region": "X", "fields": {"measures_issued": null}})");
    EXPECT_EQ(nothing.on, rules.on());
    for (const char* name : {"measures_issued", "history", "counties", "special_fund"}) {
        EXPECT_EQ(value(rules, nothing, name), std::string("? ") + name);
    }
    const Subject some = subject_of(rules, R"({"region": "X", "members": {"counties": [{"region": "甲县", "fields": {"class": "A"}}]}})");
    EXPECT_EQ(missing_at(rules, some, "counties", 0, "status"), "counties.甲县.status");
    EXPECT_EQ(value(rules, subject_of(rules, R"({"region": "X", "members": {"counties": []}})"), "counties"), "[]");
}

TEST(ReadSubjects, AYearThatIsNotGivenIsThereWithUnknownValues) {
    const Ruleset rules = city_rules();
    const Subject subject = subject_of(rules, R"({"region": "X", "on": "2024-03-01",
        "history": {"2022": {"score": 60}, "2020": {"score": 58}}})");
    EXPECT_EQ(value(rules, subject, "history"),
              "[{year: 2020, score: 58}, {year: 2021, score: null}, {year: 2022, score: 60}, {year: 2023, score: null}]");
    EXPECT_EQ(missing_at(rules, subject, "history", 1, "score"), "history.2021.score");
    EXPECT_EQ(missing_at(rules, subject, "history", 3, "score"), "history.2023.score");
}

TEST(ReadSubjects, AnEmptySubjectIsOneOfWhichNothingIsGiven) {
    const Ruleset rules = city_rules();
    const Subject empty = empty_subject(rules);
    EXPECT_EQ(empty.inputs.size(), subject_scope(rules.rulebook()).inputs.size());
    EXPECT_EQ(value(rules, empty, "region"), "? region");
    EXPECT_EQ(value(rules, empty, "counties"), "? counties");
}

TEST(ReadSubjects, ADocumentIsOneSubjectAListOrAnObjectWithAList) {
    const Ruleset rules = city_rules();
    EXPECT_EQ(read_subjects(rules, R"({"region": "X"})").subjects.size(), 1U);
    EXPECT_EQ(read_subjects(rules, R"([{"region": "X"}, {"region": "Y"}])").subjects.size(), 2U);
    EXPECT_EQ(read_subjects(rules, R"({"subjects": [{"region": "X"}, {"region": "Y"}]})").subjects.size(), 2U);
}

TEST(ReadSubjects, JudgedAnswersKeepTheirEvidence) {
    const Ruleset rules = city_rules();
    const Subject subject =
        subject_of(rules, R"({"region": "X", "judged": {"attention": {"met": false, "evidence": "文件", "by": "评审组"}}})");
    const JudgedAnswer& answer = subject.judged.at("attention");
    EXPECT_FALSE(answer.met);
    EXPECT_EQ(answer.evidence + answer.by, "文件评审组");
}

struct WrongSubject {
    const char* name;
    const char* text;
    std::vector<std::string> issues;
};

class ReadSubjectsRefuses : public testing::TestWithParam<WrongSubject> {};

TEST_P(ReadSubjectsRefuses, EachAtItsPlace) {
    EXPECT_THAT(support::found(read_subjects(city_rules(), GetParam().text).issues), testing::ElementsAreArray(GetParam().issues));
}

INSTANTIATE_TEST_SUITE_P(
    Documents, ReadSubjectsRefuses,
    testing::Values(
        WrongSubject{"no_json", "{", {"json_syntax "}}, WrongSubject{"text", "\"x\"", {"wrong_type "}},
        WrongSubject{"no_region", "{}", {"missing_key "}}, WrongSubject{"empty_region", R"({"region": ""})", {"bad_value /region"}},
        WrongSubject{"key", R"([{"region": "X", "feilds": {}}])", {"unknown_key /0/feilds"}},
        WrongSubject{"beside_subjects", R"({"subjects": [], "x": 1})", {"unknown_key /x"}},
        WrongSubject{"subjects_no_list", R"({"subjects": {}})", {"wrong_type /subjects"}},
        WrongSubject{"day", R"({"region": "X", "on": "2024-02-30"})", {"bad_date /on"}},
        WrongSubject{"field", R"({"region": "X", "fields": {"measure_issued": true}})", {"unknown_key /fields/measure_issued"}},
        WrongSubject{"boolean", R"({"region": "X", "fields": {"measures_issued": "yes"}})", {"wrong_type /fields/measures_issued"}},
        WrongSubject{"fields_no_object", R"({"region": "X", "fields": []})", {"wrong_type /fields"}},
        WrongSubject{"fact", R"({"region": "X", "facts": {"special_fnud": 1}})", {"unknown_fact /facts/special_fnud"}},
        WrongSubject{"fact_below", R"({"region": "X", "facts": {"special_fund": -1}})", {"below_min /facts/special_fund"}},
        WrongSubject{"year", R"({"region": "X", "history": {"23": {}}})", {"bad_value /history/23"}},
        WrongSubject{
            "year_long_ago", R"({"region": "X", "on": "2024-03-01", "history": {"1823": {}, "1824": {}}})", {"bad_value /history/1823"}},
        WrongSubject{"later_year", R"({"region": "X", "on": "2024-03-01", "history": {"2025": {}}})", {"year_after_day /history/2025"}},
        WrongSubject{"score", R"({"region": "X", "history": {"2023": {"score": "high"}}})", {"bad_number /history/2023/score"}},
        WrongSubject{"score_kind", R"({"region": "X", "history": {"2023": {"score": true}}})", {"wrong_type /history/2023/score"}},
        WrongSubject{"group", R"({"region": "X", "members": {"towns": []}})", {"unknown_key /members/towns"}},
        WrongSubject{"member_class",
                     R"({"region": "X", "members": {"counties": [{"region": "甲县", "fields": {"class": "D"}}]}})",
                     {"bad_value /members/counties/0/fields/class"}},
        WrongSubject{"member_twice",
                     R"({"region": "X", "members": {"counties": [{"region": "甲县"}, {"region": "甲县"}]}})",
                     {"repeated_id /members/counties/1/region"}},
        WrongSubject{"member_without_region", R"({"region": "X", "members": {"counties": [{}]}})", {"missing_key /members/counties/0"}},
        WrongSubject{"subject_twice", R"([{"region": "X"}, {"region": "X"}])", {"repeated_record /1"}},
        WrongSubject{"judged_unknown", R"({"region": "X", "judged": {"atention": {"met": true}}})", {"unknown_condition /judged/atention"}},
        WrongSubject{"judged_other", R"({"region": "X", "judged": {"eligible": {"met": true}}})", {"unknown_condition /judged/eligible"}},
        WrongSubject{"judged_nothing", R"({"region": "X", "judged": {"attention": {}}})", {"missing_key /judged/attention"}},
        WrongSubject{"no_evidence", R"({"region": "X", "judged": {"attention": {"met": true}}})", {"evidence_missing /judged/attention"}}),
    [](const auto& given) { return given.param.name; });

TEST(ReadSubjects, AnswersOfAnyTextAreBounded) {
    const Ruleset rules = city_rules();
    for (const char* text : {"", "null", "[null]", "{\"subjects\": null}", "{\"region\": null}", "[[]]"}) {
        EXPECT_TRUE(has_errors(read_subjects(rules, text).issues)) << text;
    }
    EXPECT_THAT(read_subjects(rules, "[]").issues, IsEmpty());
}

}  // namespace
}  // namespace biaochi
