/// @file
/// Functions by topic; most rows are the examples of DMN 1.5, tables 71 to 82.

#include "run.hpp"

namespace biaochi::feel {
namespace {

TEST(Functions, Convert) {
    expect_rows({{"number(\"1 000,5\", \" \", \",\")", "1000.5"},
                 {"number(\"1/3\")", "unreadable 1/3"},
                 {"string(1.10)", "\"1.1\""},
                 {"string(1/3)", "\"0.3333333333333333333333333333333333\""},
                 {"string([1, \"a\", null])", "\"[1, \\\"a\\\", null]\""},
                 {"string(@\"2024-01-31\")", "\"2024-01-31\""},
                 {"date(2024, 2, 29)", "date(\"2024-02-29\")"},
                 {"date(2023, 2, 29)", "wrong_argument date"},
                 {"years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "duration(\"P1Y8M\")"},
                 {"years and months duration(@\"2013-08-24\", @\"2011-12-22\")", "duration(\"-P1Y8M\")"},
                 {"duration(\"P1YT1H\")", "unreadable P1YT1H"},
                 {"duration(\"P\")", "unreadable P"},
                 {"duration(\"PT\")", "unreadable PT"},
                 {"duration(\"P1.5D\")", "unreadable P1.5D"},
                 {"range(\"[18..21)\")", "[18..21)"},
                 {"range(\"[\\\"a\\\"..\\\"c\\\"]\")", "[\"a\"..\"c\"]"},
                 {"range(\"[2..1]\")", "unreadable [2..1]"}});
}

TEST(Functions, OfTexts) {
    expect_rows({{"substring(\"foobar\", 3)", "\"obar\""},
                 {"substring(\"foobar\", 3, 3)", "\"oba\""},
                 {"substring(\"foobar\", 3, 3.8)", "\"oba\""},
                 {"substring(\"foobar\", -2, 1)", "\"a\""},
                 {"substring(\"🐎标尺\", 2)", "\"标尺\""},
                 {"substring(\"foo\", 0)", "wrong_argument substring"},
                 {"string length(\"foo\")", "3"},
                 {"upper case(\"aBc4é\")", "\"ABC4É\""},
                 {"lower case(\"aBC4Я\")", "\"abc4я\""},
                 {"substring before(\"foobar\", \"bar\")", "\"foo\""},
                 {"substring before(\"foobar\", \"xyz\")", "\"\""},
                 {"substring after(\"foobar\", \"ob\")", "\"ar\""},
                 {"contains(\"foobar\", \"of\")", "false"},
                 {"starts with(\"foobar\", \"fo\")", "true"},
                 {"ends with(\"foobar\", \"r\")", "true"},
                 {"split(\"a;b;;c\", \";\")", "[\"a\", \"b\", \"\", \"c\"]"},
                 {"split(\"a.b\", \"\\\\.\")", "[\"a\", \"b\"]"},
                 {"split(\"a b\", \"\\\\s\")", "not_in_profile split"},
                 {"string join([\"a\", null, \"c\"], \"_and_\")", "\"a_and_c\""},
                 {"string join([\"a\", \"b\"])", "\"ab\""},
                 {"string join([1], \",\")", "type_error string join"}});
}

TEST(Functions, OfLists) {
    expect_rows({{"list contains([1, 2, 3], 2)", "true"},
                 {"list contains([1, null], null)", "true"},
                 {"count([1, 2, 3])", "3"},
                 {"sublist([4, 5, 6], 1, 2)", "[4, 5]"},
                 {"sublist([4, 5, 6], -2)", "[5, 6]"},
                 {"sublist([4, 5, 6], 3, 2)", "wrong_argument sublist"},
                 {"append([1], 2, 3)", "[1, 2, 3]"},
                 {"concatenate([1, 2], [3])", "[1, 2, 3]"},
                 {"insert before([1, 3], 1, 2)", "[2, 1, 3]"},
                 {"remove([1, 2, 3], 2)", "[1, 3]"},
                 {"list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"},
                 {"reverse([1, 2, 3])", "[3, 2, 1]"},
                 {"index of([1, 2, 3, 2], 2)", "[2, 4]"},
                 {"union([1, 2], [2, 3])", "[1, 2, 3]"},
                 {"distinct values([1, 2, 3, 2, 1])", "[1, 2, 3]"},
                 {"flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"},
                 {"all([true, gone > 1])", "missing_fact gone"},
                 {"any([false, null, true])", "true"},
                 {"count(null)", "wrong_argument count"}});
}

TEST(Functions, OfAggregates) {
    expect_rows({{"min(1, 2, 3)", "1"},
                 {"max([\"a\", \"c\", \"b\"])", "\"c\""},
                 {"min([])", "empty_list min"},
                 {"max(1, \"a\")", "type_error max"},
                 {"sum([@\"P1D\", @\"PT12H\"])", "duration(\"P1DT12H\")"},
                 {"mean([1, 2, 2])", "1.666666666666666666666666666666667"},
                 {"mean([1, 2, 2]) * 3", "5"},
                 {"product([2, 3, 4])", "24"},
                 {"median([6, 1, 2, 3])", "2.5"},
                 {"stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"},
                 {"stddev(47)", "wrong_argument stddev"},
                 {"mode([6, 1, 9, 6, 1])", "[1, 6]"},
                 {"mode([])", "[]"}});
}

TEST(Functions, OfNumbers) {
    expect_rows({{"decimal(2.5, 0)", "2"},
                 {"decimal(1234, -2)", "1200"},
                 {"floor(-1.56, 1)", "-1.6"},
                 {"ceiling(1.5)", "2"},
                 {"round up(-5.5, 0)", "-6"},
                 {"round down(-5.5, 0)", "-5"},
                 {"round half up(-2.5, 0)", "-3"},
                 {"round half down(2.5, 0)", "2"},
                 {"round half down(-2.51, 0)", "-3"},
                 {"round up(1/3, 200)", "out_of_limits"},
                 {"abs(-10)", "10"},
                 {"modulo(-12, 5)", "3"},
                 {"modulo(12, -5)", "-3"},
                 {"modulo(10.1, 4.5)", "1.1"},
                 {"sqrt(16)", "4"},
                 {"sqrt(-3)", "wrong_argument sqrt"},
                 {"log(10)", "2.302585092994045684017991454684364"},
                 {"log(0)", "wrong_argument log"},
                 {"exp(5)", "148.4131591025766034211155800405523"},
                 {"exp(-1)", "0.3678794411714423215955237701614609"},
                 {"exp(1001)", "out_of_limits exp"},
                 {"odd(5.5)", "false"},
                 {"even(-2)", "true"}});
}

TEST(Functions, OfDates) {
    expect_rows({{"day of year(@\"2019-09-17\")", "260"},
                 {"day of week(@\"2019-09-17\")", "\"Tuesday\""},
                 {"month of year(@\"2019-09-17\")", "\"September\""},
                 {"week of year(@\"2019-09-17\")", "38"},
                 {"week of year(@\"2003-12-29\")", "1"},
                 {"week of year(@\"2005-01-01\")", "53"},
                 {"date(\"2024-02-30\")", "unreadable 2024-02-30"},
                 {"date(\"01999-01-01\")", "unreadable 01999-01-01"}});
}

TEST(Functions, OfRanges) {
    expect_rows({{"before(1, 10)", "true"},
                 {"before([1..10), 10)", "true"},
                 {"before([1..10], [10..20])", "false"},
                 {"after([11..20], 10)", "true"},
                 {"meets([1..5], [5..10])", "true"},
                 {"meets([1..5), [5..10])", "false"},
                 {"met by([5..10], [1..5])", "true"},
                 {"overlaps([1..5], [3..8])", "true"},
                 {"overlaps([1..5], (5..8])", "false"},
                 {"overlaps before([1..5], [3..8])", "true"},
                 {"overlaps before([3..8], [1..5])", "false"},
                 {"overlaps after([3..8], [1..5])", "true"},
                 {"finishes(10, [1..10])", "true"},
                 {"finishes([5..10), [1..10])", "false"},
                 {"finished by([1..10], 10)", "true"},
                 {"includes([1..10], 5)", "true"},
                 {"includes([1..10), [5..10])", "false"},
                 {"during(5, [1..10])", "true"},
                 {"starts([1..5], [1..10])", "true"},
                 {"started by([1..10], 1)", "true"},
                 {"coincides([1..5], [1..5))", "false"},
                 {"coincides(point1: 5, point2: 5)", "true"},
                 {"before(gone, 3)", "missing_fact gone"}});
}

TEST(Functions, OfContexts) {
    expect_rows({{"get value({key1: \"value1\"}, \"key1\")", "\"value1\""},
                 {"get value({}, \"x\")", "no_such_entry x"},
                 {"get entries({a: 1})[key = \"a\"].value", "[1]"},
                 {"context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])", "{a: 1, b: 2}"},
                 {"context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "wrong_argument context"},
                 {"context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}"},
                 {"context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}"},
                 {"context put(context: {x: 1}, key: \"y\", value: 2)", "{x: 1, y: 2}"},
                 {"context put(context: {x: 1}, keys: [\"y\"], value: 2)", "{x: 1, y: 2}"},
                 {"context put(context: {x: 1}, key: [\"y\", \"z\"], value: 2)", "type_error context put"},
                 {"context merge([{x: 1}, {x: 2, y: 3}])", "{x: 2, y: 3}"}});
}

TEST(Functions, TakeArgumentsByNameAndCoerceSingletons) {
    expect_rows({{"substring(start position: 2, string: \"abc\")", "\"bc\""},
                 {"contains([\"foobar\"], \"bar\")", "true"},
                 {"contains(\"a\")", "wrong_argument contains"},
                 {"floor(n: 1.5, scal: 1)", "wrong_argument floor"},
                 {"floor(n: 1.5, n: 1)", "wrong_argument floor"},
                 {"cuont([1])", "unknown_name cuont"},
                 {"matches(\"a\", \"b\")", "not_in_profile matches"},
                 {"is(@\"P0M\", @\"PT0S\")", "false"}});
}

}  // namespace
}  // namespace biaochi::feel
