/// @file
/// Which JSON values are numbers, and what is said of those that are not.

#include "record/digits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/record/sample.hpp"

namespace biaochi {
namespace {

struct Case {
    const char* json;
    const char* want;  ///< the number, or the issue's code
};

std::string answer(const std::string& json) {
    const json::Parsed parsed = json::parse(json);
    std::vector<Issue> issues;
    const std::optional<Number> number = detail::read_figure(parsed.value.value(), "/here", issues);
    EXPECT_NE(number.has_value(), !issues.empty());
    if (number) return number->text();
    EXPECT_EQ(issues.at(0).where, "/here");
    return std::string(name(issues.at(0).code));
}

void expect_each(const std::vector<Case>& cases) {
    for (const Case& each : cases) EXPECT_EQ(answer(each.json), each.want) << each.json;
}

TEST(FigureDigits, Numbers) {
    expect_each({Case{"3", "3"}, Case{"0.1", "0.1"}, Case{"-0", "0"}, Case{"1e3", "1000"}, Case{"\"0.50\"", "0.5"},
                 Case{"\"17/6\"", "17/6"}, Case{"\"-2.50\"", "-2.5"}, Case{"\".5\"", "0.5"},
                 Case{"0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"},
                 Case{"9007199254740993", "9007199254740993"}});
}

TEST(FigureDigits, Texts) {
    expect_each({Case{"\"\"", "not_a_number"}, Case{"\"NaN\"", "not_a_number"}, Case{"\"abc\"", "not_a_number"},
                 Case{"\"1,000\"", "not_a_number"}, Case{"\" 5\"", "not_a_number"}, Case{"\"1/0\"", "not_a_number"},
                 Case{"\"1.2.3.4.5\"", "not_a_number"}, Case{"\"5.\"", "not_a_number"}, Case{"\"1e\"", "not_a_number"},
                 Case{"\"e5\"", "not_a_number"}, Case{"\"1/2/3\"", "not_a_number"}, Case{"\"/2\"", "not_a_number"},
                 Case{"\"inf\"", "infinite_value"}, Case{"\"-Infinity\"", "infinite_value"}, Case{"\"+INF\"", "infinite_value"},
                 Case{"\"∞\"", "infinite_value"}, Case{"\"1e401\"", "number_too_long"}, Case{"\"-.5e-999999999999\"", "number_too_long"}});
}

TEST(FigureDigits, OtherTypes) {
    expect_each({Case{"true", "wrong_type"}, Case{"null", "wrong_type"}, Case{"[1]", "wrong_type"}, Case{"{}", "wrong_type"}});
}

TEST(FigureDigits, BeyondTheLimitAreTooLong) {
    EXPECT_EQ(answer("\"" + std::string(401, '7') + "\""), "number_too_long");
    EXPECT_EQ(answer("\"1/" + std::string(400, '7') + "\""), "number_too_long");
}

TEST(FigureDigits, NearlyRightAreSetRight) {
    const auto message = [](const std::string& text) {
        std::vector<Issue> issues;
        EXPECT_FALSE(detail::read_figure(json::parse("\"" + text + "\"").value.value(), "", issues));
        return issues.at(0).message.en;
    };
    EXPECT_THAT(message("1,234.50"), testing::HasSubstr("Write 1234.50."));
    EXPECT_THAT(message(" +3 "), testing::HasSubstr("Write 3."));
    EXPECT_THAT(message("three"), testing::Not(testing::HasSubstr("Write")));
}

}  // namespace
}  // namespace biaochi
