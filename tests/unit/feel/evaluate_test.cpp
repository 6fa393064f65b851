/// @file
/// Expressions by topic: each row an expression and the value that DMN 1.5 gives it, or this profile where it decides.

#include "biaochi/feel/evaluate.hpp"

#include "run.hpp"

namespace biaochi::feel {
namespace {

TEST(Arithmetic, IsExact) {
    expect_rows({{"0.1 + 0.2", "0.3"},
                 {"1/3*3", "1"},
                 {"2 ** 100", "1267650600228229401496703205376"},
                 {"2 ** -2", "0.25"},
                 {"-2 ** 2", "4"},
                 {"2 ** 3 ** 2", "64"},
                 {"2 ** 0.5", "1.414213562373095048801688724209698"},
                 {"4 ** 0.5", "2"},
                 {"8 ** (1/3)", "2"},
                 {"0 ** -1", "division_by_zero"},
                 {"(-8) ** 0.5", "wrong_argument **"},
                 {"1 / 0", "division_by_zero"},
                 {"count(for i in 1..100000 return 1 / (3 ** 10000 + i))", "out_of_limits"},
                 {"10 ** 10000", "out_of_limits"},
                 {"-(-3)", "3"},
                 {"--3", "3"}});
}

TEST(Arithmetic, OfDatesAndDurations) {
    expect_rows({{"@\"2024-01-31\" + @\"P1M\"", "date(\"2024-02-29\")"},
                 {"@\"2024-02-29\" - @\"P1Y\"", "date(\"2023-02-28\")"},
                 {"@\"P1D\" + @\"2023-12-31\"", "date(\"2024-01-01\")"},
                 {"@\"2024-01-01\" + @\"PT23H\"", "date(\"2024-01-01\")"},
                 {"@\"2024-01-01\" - @\"PT1H\"", "date(\"2023-12-31\")"},
                 {"@\"2024-03-01\" - @\"2024-02-01\"", "duration(\"P29D\")"},
                 {"@\"P1Y\" * 0.6", "duration(\"P7M\")"},
                 {"@\"P1D\" / 2", "duration(\"PT12H\")"},
                 {"@\"P1Y\" / @\"P1M\"", "12"},
                 {"@\"P1D\" / 0", "division_by_zero"},
                 {"@\"P1Y\" + @\"P1D\"", "type_error"},
                 {"@\"999999999-12-31\" + @\"P1D\"", "out_of_limits"},
                 {"\"ab\" + \"cd\"", "\"abcd\""}});
}

TEST(Logic, HasThreeValuesAndKeepsTheCause) {
    expect_rows({{"false and gone > 1", "false"},
                 {"gone > 1 and false", "false"},
                 {"true and gone > 1", "missing_fact gone"},
                 {"open or true", "true"},
                 {"open or false", "open_point hole"},
                 {"open and gone > 1", "open_point hole"},
                 {"3 and open", "open_point hole"},
                 {"3 and true", "type_error"},
                 {"not(open)", "open_point hole"},
                 {"not(3)", "type_error not"}});
}

TEST(Unknown, IsNotEqualToAnythingAndIsNull) {
    expect_rows({{"gone = 3", "missing_fact gone"},
                 {"gone != 3", "missing_fact gone"},
                 {"gone in (1, 2)", "missing_fact gone"},
                 {"gone + 1", "missing_fact gone"},
                 {"[1, gone] = [2, gone]", "false"},
                 {"[1, gone] = [1, 2]", "missing_fact gone"},
                 {"null = 3", "false"},
                 {"null = null", "true"},
                 {"1/0 = 3", "division_by_zero"},
                 {"if gone > 1 then 1 else 2", "missing_fact gone"},
                 {"if null then 1 else 2", "2"},
                 {"sum([1, gone])", "missing_fact gone"},
                 {"sum([1, null])", "wrong_argument sum"},
                 {"count([1, gone])", "2"}});
}

TEST(Comparison, OfDifferentKindsIsNull) {
    expect_rows({{"1 = \"1\"", "type_error"},
                 {"1 < \"1\"", "type_error"},
                 {"@\"P1Y\" = @\"P365D\"", "type_error"},
                 {"[100] = 100", "type_error"},
                 {"{} = []", "type_error"},
                 {"[1, \"a\"] = [1, 2]", "false"},
                 {"true < false", "type_error"},
                 {"null < 1", "type_error"},
                 {"\"甲\" = \"甲\"", "true"}});
}

TEST(In, TriesEveryTest) {
    expect_rows({{"5 in (1, > 4)", "true"},
                 {"5 in ]4..5[", "false"},
                 {"5 in ]4..6[", "true"},
                 {"5 in (? > 4)", "true"},
                 {"5 in (1, ? > 6)", "false"},
                 {"1 in [1, 2]", "true"},
                 {"\"x\" in [1, \"x\"]", "true"},
                 {"3 in [[1..2], [3..4]]", "true"},
                 {"3 in not(3)", "type_error not"},
                 {"[1] in [1]", "true"}});
}

TEST(Ranges, HaveEnds) {
    expect_rows({{"[1..3].start", "1"},
                 {"(1..3].start included", "false"},
                 {"(>= 3).start included", "true"},
                 {"(< 3).end", "3"},
                 {"(< 3).start", "null"},
                 {"(= 3) = [3..3]", "true"},
                 {"[3..1]", "wrong_argument .."},
                 {"[\"a\"..3]", "wrong_argument .."}});
}

TEST(Iteration, GoesThroughListsAndRanges) {
    expect_rows({{"for i in 1..3 return i * i", "[1, 4, 9]"},
                 {"for i in 3..1 return i", "[3, 2, 1]"},
                 {"for i in [1..3) return i", "[1, 2]"},
                 {"for d in @\"2024-02-28\"..@\"2024-03-01\" return d.day", "[28, 29, 1]"},
                 {"for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"},
                 {"for x in [1, 2], y in [x, 10] return x + y", "[2, 11, 4, 12]"},
                 {"for x in 5 return x", "[5]"},
                 {"for x in null return x", "null"},
                 {"for x in [] return x", "[]"},
                 {"some x in [] satisfies x > 1", "false"},
                 {"every x in [] satisfies x > 1", "true"},
                 {"some x in [1, gone] satisfies x > 1", "missing_fact gone"},
                 {"some x in [gone, 2] satisfies x > 1", "true"},
                 {"every x in [gone, 0] satisfies x > 1", "false"},
                 {"every x in [2, gone] satisfies x > 1", "missing_fact gone"},
                 {"every x in [2] satisfies x", "type_error"}});
}

TEST(Filter, KeepsWhatHoldsAndIsUnknownWhereAMemberIs) {
    expect_rows({{"[1, 2, 3][item > 1]", "[2, 3]"},
                 {"[1, 2, 3][-1]", "3"},
                 {"[1, 2, 3][4]", "no_such_item 4"},
                 {"[1, 2, 3][1.5]", "no_such_item 1.5"},
                 {"[1, 2][true]", "[1, 2]"},
                 {"100[true]", "[100]"},
                 {"100[false]", "[]"},
                 {"[{item: 1}, {item: 2}][item >= 2]", "[{item: 2}]"},
                 {"[{a: 1}, {a: 2}][a = 2].a", "[2]"},
                 {"[{x: 1}, {y: 2}][y > 1]", "[{y: 2}]"},
                 {"counties[name = \"甲\"].class", "[\"A\"]"},
                 {"counties[class = \"A\"]", "missing_fact 丙.class"},
                 {"counties[9]", "no_such_item 9"},
                 {"count(counties[name = \"丁\"])", "0"},
                 {"[1, 2, 3][firms > 5]", "[1, 2, 3]"},
                 {"[[1], [2, 3]][count(item) = 2]", "[[2, 3]]"}});
}

TEST(Paths, ReachIntoContextsListsAndDates) {
    expect_rows({{"{a: {b: 1}}.a.b", "1"},
                 {"{a: 1}.b", "no_such_entry b"},
                 {"posted.year", "2023"},
                 {"posted.weekday", "3"},
                 {"@\"P14M\".months", "2"},
                 {"@\"-P14M\".years", "-1"},
                 {"@\"P1DT2H3M4.5S\".seconds", "4.5"},
                 {"counties.name", "[\"甲\", \"乙\", \"丙\"]"},
                 {"{\"a b\": 1}", "{\"a b\": 1}"},
                 {"{人口: 3, 双倍: 人口 * 2}.双倍", "6"},
                 {"{a: 1, b: {c: a + 1}}.b.c", "2"}});
}

TEST(Instance, TellsTypes) {
    expect_rows({{"1 instance of number", "true"},
                 {"[1, 2] instance of list<number>", "true"},
                 {"[1, \"a\"] instance of list<number>", "false"},
                 {"{a: 1} instance of context<a: number>", "true"},
                 {"@\"P1D\" instance of days and time duration", "true"},
                 {"@\"P1Y\" instance of days and time duration", "false"},
                 {"null instance of number", "false"},
                 {"null instance of Any", "false"},
                 {"null instance of Null", "true"},
                 {"[1..2] instance of range<number>", "true"}});
}

TEST(Text, HasEscapesAndComments) {
    expect_rows({{"\"a\\n\\\"b\\\"\\u6807\"", "\"a\\n\\\"b\\\"标\""},
                 {"string length(\"标尺🐎\")", "3"},
                 {"1 /* two */ + 1 // three", "2"},
                 {"/* open", "does not compile: The expression cannot be read at “/*”; expected here: */. Correct it."}});
}

}  // namespace
}  // namespace biaochi::feel
