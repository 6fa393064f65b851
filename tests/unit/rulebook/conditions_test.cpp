/// @file
/// What is wrong with subjects and conditions as written, and where.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"
#include "biaochi/rulebook/scope.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

const std::string facts =
    R"("facts": {"x": {"name": {"en": "X"}, "unit": "万元"}, "y": {"name": {"en": "Y"}, "unit": "家"},
                 "n": {"name": {"en": "N"}}}, )";
const std::string open_point = R"("open": {"gap": {"asks": {"en": "?"}, "readings": {
    "a": {"says": {"en": "A"}, "status": "natural"}, "b": {"says": {"en": "B"}, "status": "natural"}}}}, )";

std::string with_subject(const std::string& members) { return facts + R"("subject": {"kind": {"en": "city"}, )" + members + "}"; }

std::string with_conditions(const std::string& conditions) {
    return open_point + with_subject(R"("fields": {"ok": {"name": {"en": "OK"}, "type": "boolean"}},
        "members": {"counties": {"name": {"en": "Counties"}, "fields": {"class": {"name": {"en": "C"}, "type": "text"}}}})") +
           R"(, "conditions": {)" + conditions + "}";
}

std::string with_condition(const std::string& members) {
    return with_conditions(R"("other": {"name": {"en": "O"}, "expr": "ok"}, "c": {"name": {"en": "C"}, )" + members + "}");
}

struct Wrong {
    const char* name;
    std::string members;
    std::vector<std::string> issues;
};

class ConditionSections : public testing::TestWithParam<Wrong> {};

TEST_P(ConditionSections, GetTheIssuesThatTheyDeserve) {
    EXPECT_THAT(support::wrong(GetParam().members), testing::ElementsAreArray(GetParam().issues));
}

INSTANTIATE_TEST_SUITE_P(
    Subjects, ConditionSections,
    testing::Values(
        Wrong{"right", with_subject(R"("fields": {"since": {"name": {"en": "S"}, "type": "date"}})"), {}},
        Wrong{"no_kind", facts + R"("subject": {})", {"missing_key /subject"}},
        Wrong{"no_object", facts + R"("subject": [])", {"wrong_type /subject"}},
        Wrong{"key", with_subject(R"("feilds": {})"), {"unknown_key /subject/feilds"}},
        Wrong{"type", with_subject(R"("fields": {"a": {"name": {"en": "A"}, "type": "txet"}})"), {"bad_value /subject/fields/a/type"}},
        Wrong{"unit",
              with_subject(R"("fields": {"a": {"name": {"en": "A"}, "type": "number", "unit": "万园"}})"),
              {"unknown_unit /subject/fields/a/unit"}},
        Wrong{"unit_of_text",
              with_subject(R"("fields": {"a": {"name": {"en": "A"}, "type": "text", "unit": "家"}})"),
              {"unknown_key /subject/fields/a/unit"}},
        Wrong{"no_values",
              with_subject(R"("fields": {"a": {"name": {"en": "A"}, "type": "text", "values": []}})"),
              {"empty_list /subject/fields/a/values"}},
        Wrong{"value_twice",
              with_subject(R"("fields": {"a": {"name": {"en": "A"}, "type": "text", "values": ["A", "A"]}})"),
              {"repeated_id /subject/fields/a/values/1"}},
        Wrong{"keyword", with_subject(R"("fields": {"every": {"name": {"en": "A"}, "type": "text"}})"), {"bad_id /subject/fields/every"}},
        Wrong{"reserved",
              with_subject(R"("fields": {"history": {"name": {"en": "A"}, "type": "text"}})"),
              {"bad_id /subject/fields/history"}},
        Wrong{"year",
              with_subject(R"("history": {"fields": {"year": {"name": {"en": "A"}, "type": "number"}}})"),
              {"bad_id /subject/history/fields/year"}},
        Wrong{"empty_history", with_subject(R"("history": {"fields": {}})"), {"empty_list /subject/history/fields"}},
        Wrong{"like_a_fact", with_subject(R"("fields": {"x": {"name": {"en": "A"}, "type": "text"}})"), {"repeated_id /subject/fields/x"}},
        Wrong{"group_like_a_field",
              with_subject(R"("fields": {"a": {"name": {"en": "A"}, "type": "text"}}, "members": {"a": {"name": {"en": "A"}}})"),
              {"repeated_id /subject/members/a"}},
        Wrong{"region_of_members",
              with_subject(R"("members": {"a": {"name": {"en": "A"}, "fields": {"region": {"name": {"en": "R"}, "type": "text"}}}})"),
              {"bad_id /subject/members/a/fields/region"}}),
    [](const auto& given) { return given.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Conditions, ConditionSections,
    testing::Values(
        Wrong{"right", with_condition(R"("all": ["other", {"expr": "x > 3"}], "note": {"en": "N"})"), {}},
        Wrong{"none", facts + R"("conditions": {})", {"empty_list /conditions"}},
        Wrong{"no_name", with_conditions(R"("c": {"expr": "ok"})"), {"missing_key /conditions/c"}},
        Wrong{"no_form", with_condition(R"("note": {"en": "N"})"), {"no_form /conditions/c"}},
        Wrong{"several_forms", with_condition(R"("expr": "ok", "all": ["other"])"), {"several_forms /conditions/c"}},
        Wrong{"key", with_condition(R"("expr": "ok", "exrp": "x")"), {"unknown_key /conditions/c/exrp"}},
        Wrong{"empty_without_expr", with_condition(R"("all": ["other"], "empty": "met")"), {"unknown_key /conditions/c/empty"}},
        Wrong{"empty_word", with_condition(R"("expr": "ok", "empty": "true")"), {"bad_value /conditions/c/empty"}},
        Wrong{"no_parts", with_condition(R"("any": [])"), {"empty_list /conditions/c/any"}},
        Wrong{"parts_no_list", with_condition(R"("any": "other")"), {"wrong_type /conditions/c/any"}},
        Wrong{"part_is_a_number", with_condition(R"("any": [1])"), {"wrong_type /conditions/c/any/0"}},
        Wrong{"unknown", with_condition(R"("not": "otter")"), {"unknown_condition /conditions/c/not"}},
        Wrong{"unknown_in_place", with_condition(R"("all": ["other", {"any": ["x"]}])"), {"unknown_condition /conditions/c/all/1/any/0"}},
        Wrong{"itself", with_condition(R"("not": "c")"), {"cycle /conditions/c/not"}},
        Wrong{"too_many", with_condition(R"("at_least": {"n": 3, "of": ["other", "other"]})"), {"bad_value /conditions/c/at_least/n"}},
        Wrong{"none_of_them", with_condition(R"("at_least": {"n": 0, "of": ["other"]})"), {"bad_value /conditions/c/at_least/n"}},
        Wrong{"no_number", with_condition(R"("at_least": {"of": ["other"]})"), {"missing_key /conditions/c/at_least"}},
        Wrong{"judged_in_place", with_condition(R"("all": [{"judged": {"asks": {"en": "?"}}}])"), {"bad_value /conditions/c/all/0"}},
        Wrong{"judged_asks_nothing", with_condition(R"("judged": {})"), {"missing_key /conditions/c/judged"}},
        Wrong{"open_point",
              with_condition(R"("by_reading": {"open": "gpa", "readings": {"a": "other", "b": "other"}})"),
              {"unknown_open_point /conditions/c/by_reading/open"}},
        Wrong{"reading",
              with_condition(R"("by_reading": {"open": "gap", "readings": {"a": "other"}})"),
              {"missing_reading /conditions/c/by_reading/readings"}},
        Wrong{"reading_of_expr",
              with_condition(R"("expr": {"open": "gap", "readings": {"a": "ok", "b": "ok", "c": "ok"}})"),
              {"unknown_reading /conditions/c/expr/readings/c"}},
        Wrong{"expr_no_text", with_condition(R"("expr": 1)"), {"wrong_type /conditions/c/expr"}}),
    [](const auto& given) { return given.param.name; });

INSTANTIATE_TEST_SUITE_P(Expressions, ConditionSections,
                         testing::Values(Wrong{"name", with_condition(R"("expr": "okk")"), {"unknown_name /conditions/c/expr"}},
                                         Wrong{"syntax", with_condition(R"("expr": "ok and")"), {"expression_syntax /conditions/c/expr"}},
                                         Wrong{"type", with_condition(R"("expr": "x + 1")"), {"type_mismatch /conditions/c/expr"}},
                                         Wrong{"unit", with_condition(R"("expr": "x > y")"), {"unit_mismatch /conditions/c/expr"}},
                                         Wrong{"reading",
                                               with_condition(R"("expr": {"open": "gap", "readings": {"a": "ok", "b": "kk"}})"),
                                               {"unknown_name /conditions/c/expr/readings/b"}},
                                         Wrong{"in_place",
                                               with_condition(R"("not": {"all": [{"expr": "okk"}]})"),
                                               {"unknown_name /conditions/c/not/all/0/expr"}}),
                         [](const auto& given) { return given.param.name; });

TEST(Conditions, AWrongExpressionSaysWhereInItsText) {
    const auto issues = parse_rulebook(support::rulebook_text(with_condition("\"expr\": \"ok and\\n  okk\""))).issues;
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].line, 2U);
    EXPECT_EQ(issues[0].column, 3U);
}

TEST(Conditions, ReferToEachOther64DeepAndNotDeeper) {
    const auto chain = [](int length) {
        std::string all = R"("c0": {"name": {"en": "C"}, "expr": "ok"})";
        for (int i = 1; i < length; ++i) {
            all += ", \"c" + std::to_string(i) + R"(": {"name": {"en": "C"}, "not": "c)" + std::to_string(i - 1) + "\"}";
        }
        return support::wrong(with_conditions(all));
    };
    EXPECT_THAT(chain(64), testing::IsEmpty());
    EXPECT_THAT(chain(65), testing::ElementsAre("conditions_too_deep /conditions/c64"));
}

TEST(SubjectScope, NamesStandInSlotsWithoutAHole) {
    const auto parsed = parse_rulebook(support::rulebook_text(with_condition(R"("expr": "ok")")));
    const feel::Scope scope = subject_scope(parsed.rulebook.value());
    std::vector<std::string> names;
    for (const feel::Input& input : scope.inputs) {
        EXPECT_EQ(input.slot, names.size());
        names.push_back(input.name);
    }
    EXPECT_THAT(names, testing::ElementsAre("region", "on", "ok", "counties", "x", "y", "n"));
    EXPECT_EQ(scope.find("x")->type.unit, "万元");
    EXPECT_EQ(scope.find("n")->type.unit, std::nullopt);
}

}  // namespace
}  // namespace biaochi
