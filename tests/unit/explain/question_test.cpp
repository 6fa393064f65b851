/// @file
/// Expressions on their own: questions and answers as JSON.

#include "biaochi/explain/question.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>

namespace biaochi {
namespace {

struct Case {
    const char* name;
    const char* question;
    const char* answer;
};

TEST(Question, IsAnsweredWithValueTypeAndReason) {
    const Case cases[] = {
        {"a fraction", R"({"id": 1, "expr": "1 / 3"})", R"({"id":1,"value":"1/3","type":"number",)"},
        {"a unit",
         R"({"expr": "a / b * 100", "unit": "%", "facts": {"a": {"value": 1, "unit": "万元"}, "b": {"value": 1, "unit": "亿元"}}})",
         R"({"value":"0.01","type":"number","unit":"%","feel":"0.01","because":{}})"},
        {"a declared type", R"({"expr": "[\"foo\"]", "type": "string"})", R"({"value":"foo","type":"string")"},
        {"a declared type that does not fit", R"({"expr": "\"foo\"", "type": "date"})", R"({"value":null,"type":"Null")"},
        {"a typed fact", R"({"expr": "d.year", "facts": {"d": {"value": "2024-01-31", "type": "date"}}})", R"({"value":"2024")"},
        {"a list of dates", R"({"expr": "max(d).day", "facts": {"d": {"value": ["2024-01-31"], "type": "list<date>"}}})",
         R"({"value":"31")"},
        {"a typed entry", R"({"expr": "c.d.day", "facts": {"c": {"d": {"value": "2024-01-31", "type": "date"}}}})", R"({"value":"31")"},
        {"a range", R"j({"expr": "2 in r", "facts": {"r": {"value": "[1..3)", "type": "range<number>"}}})j", R"({"value":true)"},
        {"other keys", R"({"expr": "1", "suite": "x", "expected": {}, "error": false})", R"({"value":"1")"},
    };
    for (const Case& each : cases) {
        const AnsweredQuestion answered = answer_question(each.question);
        EXPECT_FALSE(has_errors(answered.issues)) << each.name;
        EXPECT_TRUE(answered.json.starts_with(each.answer)) << each.name << ": " << answered.json;
    }
}

TEST(Question, ThatCannotBeAnsweredSaysWhereItIsWrong) {
    const Case cases[] = {
        {"no JSON", "{", "json_syntax"},
        {"no object", "[]", "wrong_type"},
        {"no expression", "{}", "missing_key"},
        {"no text", R"({"expr": 1})", "wrong_type"},
        {"a slip", R"({"expr": "1", "fact": {}})", "unknown_key"},
        {"no type", R"({"expr": "1", "type": "nmuber"})", "bad_value"},
        {"no unit", R"({"expr": "1", "unit": "万圆"})", "unknown_unit"},
        {"no boolean", R"({"expr": "1", "strict": 1})", "wrong_type"},
        {"facts that are no object", R"({"expr": "1", "facts": []})", "wrong_type"},
        {"a fact that is no name", R"({"expr": "1", "facts": {"a b": 1}})", "bad_value"},
        {"a fact of another type", R"({"expr": "1", "facts": {"a": {"value": "x", "type": "number"}}})", "bad_number"},
        {"a fact that is no date", R"({"expr": "1", "facts": {"a": {"value": "2024-02-30", "type": "date"}}})", "bad_date"},
        {"a fact in no unit", R"({"expr": "1", "facts": {"a": {"value": 1, "unit": "圆"}}})", "unknown_unit"},
        {"a fact of no type", R"({"expr": "1", "facts": {"a": {"value": 1, "type": "x"}}})", "bad_value"},
        {"a list that is none", R"({"expr": "1", "facts": {"a": {"value": 1, "type": "list<number>"}}})", "wrong_type"},
        {"a context that is none", R"({"expr": "1", "facts": {"a": {"value": 1, "type": "context<b: number>"}}})", "wrong_type"},
        {"a text that is none", R"({"expr": "1", "facts": {"a": {"value": 1, "type": "string"}}})", "wrong_type"},
        {"a date that is no text", R"({"expr": "1", "facts": {"a": {"value": 1, "type": "date"}}})", "wrong_type"},
        {"a number that is none", R"({"expr": "1", "facts": {"a": {"value": true, "type": "number"}}})", "wrong_type"},
        {"no expression at all", R"({"expr": "1 +"})", "expression_syntax"},
        {"out of the profile", R"j({"expr": "now()"})j", "not_in_profile"},
        {"strict", R"({"expr": "x", "strict": true})", "unknown_name"},
    };
    for (const Case& each : cases) {
        const AnsweredQuestion answered = answer_question(each.question);
        ASSERT_TRUE(has_errors(answered.issues)) << each.name;
        EXPECT_EQ(name(answered.issues[0].code), each.answer) << each.name;
        EXPECT_NE(answered.json.find("\"value\":null"), std::string::npos) << answered.json;
        EXPECT_NE(answered.json.find("\"issue\":{\"code\":\"" + std::string(each.answer)), std::string::npos) << answered.json;
    }
}

TEST(Question, OwnFactsGoBeforeThoseOfAll) {
    const NamedFacts facts = read_facts(R"({"x": 1, "y": 2, "gone": null})");
    ASSERT_TRUE(facts.issues.empty());
    EXPECT_TRUE(answer_question(R"({"expr": "x + y", "facts": {"y": 10}})", facts).json.starts_with(R"({"value":"11")"));
    const AnsweredQuestion missing = answer_question(R"({"expr": "gone + 1"})", facts);
    EXPECT_NE(missing.json.find(R"("cause":"missing_fact","about":"gone")"), std::string::npos) << missing.json;
    EXPECT_TRUE(has_errors(read_facts("[1]").issues));
    EXPECT_TRUE(has_errors(read_facts("{").issues));
}

TEST(Question, ANullInsideAFactIsCalledByItsWholePath) {
    const NamedFacts facts =
        read_facts(R"({"n": null, "it": {"a": {"b": null}}, "list": [1, {"x": null}], "days": {"value": [null], "type": "list<date>"}})");
    EXPECT_TRUE(facts.issues.empty());
    const std::map<std::string, std::string> abouts{
        {"n + 1", "n"}, {"it.a.b + 1", "it.a.b"}, {"list[2].x + 1", "list[2].x"}, {"days[1]", "days[1]"}};
    for (const auto& [expression, about] : abouts) {
        const std::string json = answer_question(R"({"expr": ")" + expression + "\"}", facts).json;
        EXPECT_NE(json.find(R"("cause":"missing_fact","about":")" + about + "\""), std::string::npos) << json;
    }
}

TEST(Question, BecauseTellsTheSteps) {
    const std::string json =
        answer_question(R"({"expr": "if (some x in [1, 2] satisfies x > 1) then every y in [] satisfies y else 0"})").json;
    for (const std::string_view part : {R"("left":"1","operator":">","right":"1","holds":false)", R"("member":2,"value":"2","holds":true)",
                                        R"("branch":"then","holds":true)", R"("empty":true,"holds":true)"}) {
        EXPECT_NE(json.find(part), std::string::npos) << part << json;
    }
    const std::string many = answer_question(R"({"expr": "every x in 1..300 satisfies x > 0"})").json;
    EXPECT_NE(many.find("\"complete\":false"), std::string::npos);
}

}  // namespace
}  // namespace biaochi
