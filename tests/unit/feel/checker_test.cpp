/// @file
/// What is wrong with an expression is found before it runs: each row its text, the code, the place and the words.

#include <gmock/gmock.h>

#include "run.hpp"

namespace biaochi::feel {
namespace {

using testing::HasSubstr;

struct Wrong {
    const char* text;
    IssueCode code;
    std::size_t column;
    const char* words;
};

TEST(Checker, NamesWhatIsWrongAndWhere) {
    const std::vector<Wrong> rows = {
        {"firm > 3", IssueCode::unknown_name, 1, "Did you mean “firms”"},
        {"every c in counties satisfies c.clas = \"A\"", IssueCode::unknown_name, 31, "Did you mean “class”"},
        {"counties[clas = \"A\"]", IssueCode::unknown_name, 10, "Did you mean “class”"},
        {"posted.yera", IssueCode::unknown_name, 1, "Did you mean “year”"},
        {"cuont([1])", IssueCode::unknown_function, 1, "Did you mean “count”"},
        {"strng length(\"a\")", IssueCode::unknown_function, 1, "Did you mean “string length”"},
        {"round up(3)", IssueCode::wrong_argument, 1, "Expected: n, scale"},
        {"round up(n: 3, scales: 1)", IssueCode::wrong_argument, 1, "n, scales"},
        {"\"3\" > 2", IssueCode::type_mismatch, 1, "“>” does not take text with number"},
        {"firms and true", IssueCode::type_mismatch, 1, "“and” does not take number"},
        {"string length(3)", IssueCode::type_mismatch, 15, "“string length(string)” does not take number"},
        {"if firms then 1 else 2", IssueCode::type_mismatch, 4, "“if” does not take number"},
        {"firms in (\"a\", 2)", IssueCode::type_mismatch, 11, "“in” does not take number with text"},
        {"posted + 3", IssueCode::type_mismatch, 1, "“+” does not take date with number"},
        {"firms > rd", IssueCode::unit_mismatch, 1, "家 and 万元"},
        {"rd / gdp > share", IssueCode::unit_mismatch, 1, "1 and %"},
        {"matches(\"a\", \"b\")", IssueCode::not_in_profile, 1, "without matches"},
        {"split(\"a,b\", \"[,]\")", IssueCode::not_in_profile, 14, "split([,])"},
        {"@\"2024-01-01T10:00:00\"", IssueCode::not_in_profile, 1, "T10:00:00"},
        {"date and time(\"x\")", IssueCode::not_in_profile, 1, "date and time"},
        {"function(x) x", IssueCode::not_in_profile, 1, "function"},
        {"1 +", IssueCode::expression_syntax, 4, "cannot be read"},
        {"(1 + 2", IssueCode::expression_syntax, 7, "expected here: )"},
        {"firms ＞ 3", IssueCode::expression_syntax, 7, "“＞”"},
        {"firms  count", IssueCode::expression_syntax, 8, "“count”"},
    };
    for (const Wrong& row : rows) {
        const Compiled compiled = compile_expression(row.text, facts());
        EXPECT_FALSE(compiled.expression) << row.text;
        ASSERT_FALSE(compiled.issues.empty()) << row.text;
        EXPECT_EQ(name(compiled.issues[0].code), name(row.code)) << row.text;
        EXPECT_EQ(compiled.issues[0].column, row.column) << row.text;
        EXPECT_THAT(compiled.issues[0].message.en, HasSubstr(row.words)) << row.text;
    }
}

TEST(Checker, FindsSeveralAtOnceInTheirOrder) {
    CompileOptions options;
    options.where = "/conditions/x";
    const Compiled compiled = compile_expression("firm > 3 and\n  cuont(counties) > 2 or \"a\" > 1", facts(), options);
    ASSERT_EQ(compiled.issues.size(), 3U);
    EXPECT_EQ(compiled.issues[1].code, IssueCode::unknown_function);
    EXPECT_EQ(compiled.issues[1].line, 2U);
    EXPECT_EQ(compiled.issues[1].column, 3U);
    EXPECT_EQ(compiled.issues[2].where, "/conditions/x");
}

TEST(Checker, WarnsInLenientModeAndErrsInStrict) {
    CompileOptions options;
    options.mode = Mode::lenient;
    for (const char* text : {"\"3\" > 2", "firms > rd", "floor()", "nobody", "now()"}) {
        const Compiled lenient = compile_expression(text, facts(), options);
        EXPECT_TRUE(lenient.expression) << text;
        ASSERT_EQ(lenient.issues.size(), 1U) << text;
        EXPECT_EQ(lenient.issues[0].severity, Severity::warning) << text;
        EXPECT_FALSE(compile_expression(text, facts()).expression) << text;
    }
}

TEST(Units, AreConvertedWhereTheyDo) {
    expect_rows({{"gdp > rd", "true"},
                 {"rd > gdp", "false"},
                 {"gdp + rd", "12.3"},
                 {"rd + gdp", "123000"},
                 {"rd / gdp * 100", "2.5"},
                 {"rd * share", "75"},
                 {"gdp / 人口", "0.3"},
                 {"max(rd, gdp)", "120000"},
                 {"gdp between 1 and rd", "false"},
                 {"gdp in [rd..200000]", "true"},
                 {"[rd, gdp]", "[3000, 120000]"},
                 {"if firms > 1 then rd else gdp", "3000"},
                 {"share >= 2.5", "true"},
                 {"rd / gdp >= 0.025", "true"}},
                Mode::strict);
}

TEST(Units, OfTheAnswerAreThoseAskedFor) {
    CompileOptions options;
    options.result = number_in("万元");
    const Compiled converted = compile_expression("gdp * 2", facts(), options);
    ASSERT_TRUE(converted.expression);
    EXPECT_EQ(feel_text(evaluate(*converted.expression, values())), "240000");
    const Compiled wrong = compile_expression("firms", facts(), options);
    ASSERT_FALSE(wrong.expression);
    EXPECT_EQ(wrong.issues[0].code, IssueCode::unit_mismatch);
    options.result = type_of(Type::Of::boolean);
    EXPECT_FALSE(compile_expression("firms", facts(), options).expression);
    EXPECT_TRUE(compile_expression("firms > 1", facts(), options).expression);
}

TEST(Units, OfAnExpressionAreKnown) {
    const auto type = [](const char* text) { return type_text(compile_expression(text, facts()).expression->type()); };
    EXPECT_EQ(type("gdp / firms"), "number (亿元/家)");
    EXPECT_EQ(type("rd + gdp"), "number (万元)");
    EXPECT_EQ(type("rd / gdp * 100"), "number");
    EXPECT_EQ(type("posted - posted"), "days and time duration");
    EXPECT_EQ(type("posted + duration(\"P1M\")"), "date");
    EXPECT_EQ(type("counties.name"), "list of text");
    EXPECT_EQ(type("counties[1].score"), "number");
}

TEST(Compile, SaysWhatItReads) {
    const Compiled compiled = compile_expression("gdp > rd and gdp > 0", facts());
    EXPECT_EQ(compiled.expression->reads(), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(compiled.expression->text(), "gdp > rd and gdp > 0");
}

TEST(Compile, RefusesWhatIsTooLongOrTooDeep) {
    const auto code = [](const std::string& text) { return compile_expression(text, {}).issues.at(0).code; };
    EXPECT_EQ(code(std::string(20'001, ' ')), IssueCode::expression_too_long);
    EXPECT_EQ(code(std::string(5'000, '(')), IssueCode::expression_too_deep);
    EXPECT_EQ(code(std::string(5'000, '[')), IssueCode::expression_too_deep);
    EXPECT_EQ(code(std::string(5'000, '-') + "1"), IssueCode::expression_too_deep);
    std::string chain = "1";
    for (int i = 0; i < 5'000; ++i) chain += "+1";
    EXPECT_EQ(code(chain), IssueCode::expression_too_deep);
    EXPECT_EQ(code("\xFF"), IssueCode::invalid_utf8);
    EXPECT_EQ(code(std::string(500, '9')), IssueCode::number_too_long);
    EXPECT_EQ(code(""), IssueCode::expression_syntax);
}

TEST(Names, AreLettersOfAnyScript) {
    for (const char* good : {"a", "_x1", "高新技术企业数", "é"}) EXPECT_TRUE(is_name(good)) << good;
    for (const char* bad : {"", "1a", "a b", "and", "a-b", "（", "a?"}) EXPECT_FALSE(is_name(bad)) << bad;
}

TEST(Checker, AFieldThatSomeItemsLackMayLackInAValue) {
    const Compiled compiled = compile_expression("[{x: 1}, {y: 2}][y > 1]", {});
    ASSERT_TRUE(compiled.expression);
    const Value found = evaluate(*compiled.expression, {});
    EXPECT_EQ(plain_text(found), "[{y: 2}]");
    EXPECT_TRUE(is_instance(found, compiled.expression->type()));
}

}  // namespace
}  // namespace biaochi::feel
