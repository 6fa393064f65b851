/// @file
/// Numbers from and to text and doubles.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "biaochi/core/number.hpp"

namespace biaochi {
namespace {

TEST(ParseNumber, ReadsDecimalsAndFractions) {
    const struct {
        const char *text, *want;
    } cases[] = {
        {"12", "12"},
        {"-12", "-12"},
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0"},
        {"007", "7"},
        {"-0.50", "-0.5"},
        {".5", "0.5"},
        {"-.5", "-0.5"},
        {"1e3", "1000"},
        {"1E+3", "1000"},
        {"1e-3", "0.001"},
        {"2.50e1", "25"},
        {"1.5e0", "1.5"},
        {"1e0000002", "100"},
        {"0e400", "0"},
        {"17/6", "17/6"},
        {"-17/6", "-17/6"},
        {"6/4", "1.5"},
        {"0/5", "0"},
        {"-0/5", "0"},
        {"007/008", "0.875"},
        {"2/3", "2/3"},
        {"79.995", "79.995"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"9223372036854775808", "9223372036854775808"},
        {"0.1234567890123456789012345", "0.1234567890123456789012345"},
        {"100000000000000000000/300000000000000000000", "1/3"},
        {"1/1024", "0.0009765625"},
        {"010/1000000000000000000000000", "0.00000000000000000000001"},
    };
    for (const auto& [text, want] : cases) {
        const auto number = parse_number(text);
        ASSERT_TRUE(number) << text;
        EXPECT_EQ(number->text(), want) << text;
    }
}

TEST(ParseNumber, RefusesWhatIsNotANumber) {
    for (const char* text : {"",     "-",     "+",     "+1",    "--1",   "1-",       ".",     "-.",    "5.",    "5.e1", ".e1", "e1",
                             "1e",   "1e+",   "1e-",   "1e+-1", "1e1.5", "1e1e1",    "1.2.3", "1_000", "1,000", " 1",   "1 ",  "1\n",
                             "0x10", "1f",    "nan",   "NaN",   "inf",   "Infinity", "-inf",  "０",    "一",    "1/",   "/1",  "1/0",
                             "1/-2", "1/2/3", "1.5/2", "1/2.5", "1e1/2", "1/2e1",    "-1/-2", "½",     "50%"}) {
        EXPECT_FALSE(parse_number(text)) << text;
    }
    EXPECT_FALSE(parse_number(std::string_view("1\0", 2)));
}

TEST(ParseNumber, ObeysItsLimitsBeforeAnyArithmetic) {
    EXPECT_TRUE(parse_number("1e400"));
    EXPECT_TRUE(parse_number("1e-400"));
    EXPECT_FALSE(parse_number("1e401"));
    EXPECT_FALSE(parse_number("1e-401"));
    EXPECT_FALSE(parse_number("1e400000000"));
    EXPECT_FALSE(parse_number("1e99999999999999999999999999999999"));
    EXPECT_TRUE(parse_number(std::string(400, '9')));
    EXPECT_FALSE(parse_number(std::string(401, '9')));
    EXPECT_FALSE(parse_number("0." + std::string(400, '9')));
    EXPECT_FALSE(parse_number(std::string(200, '9') + "/" + std::string(201, '9')));
    EXPECT_FALSE(parse_number(std::string(10'000'000, '9')));
    EXPECT_FALSE(parse_number("1e" + std::string(10'000'000, '9')));
    EXPECT_TRUE(parse_number("123", {3, 0}));
    EXPECT_FALSE(parse_number("1234", {3, 0}));
    EXPECT_FALSE(parse_number("1e1", {3, 0}));
    EXPECT_FALSE(parse_number("1", {-1, -1}));
}

TEST(NumberText, IsADecimalOnlyWhereOneOfFourHundredPlacesExists) {
    EXPECT_EQ(Number(1, 3).text(), "1/3");
    EXPECT_EQ(Number(-7, 40).text(), "-0.175");
    EXPECT_EQ(power(Number(1, 10), 400).text(), "0." + std::string(399, '0') + "1");
    EXPECT_EQ(power(Number(1, 10), 401).text(), "1/1" + std::string(401, '0'));
    EXPECT_EQ(power(Number(1, 2), 400).text().size(), 402U);
    EXPECT_EQ(power(Number(1, 2), 401).text().substr(0, 2), "1/");
    EXPECT_EQ(power(Number(1, 5), 401).text().substr(0, 2), "1/");
    EXPECT_EQ((power(Number(10), 30) / Number(3)).text(), "1" + std::string(30, '0') + "/3");
}

TEST(NumberFromDouble, IsWhatAPersonTyped) {
    const struct {
        double value;
        const char* want;
    } cases[] = {{0.1, "0.1"},
                 {-0.0, "0"},
                 {2.3, "2.3"},
                 {79.995, "79.995"},
                 {-12.5, "-12.5"},
                 {1e21, "1000000000000000000000"},
                 {1e-7, "0.0000001"},
                 {1.1284864954534561e20, "112848649545345610000"},
                 {9007199254740993.0, "9007199254740992"}};
    for (const auto& [value, want] : cases) EXPECT_EQ(number_from_double(value).value().text(), want);
    for (const double value :
         {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), -std::numeric_limits<double>::min()}) {
        EXPECT_EQ(number_from_double(value).value().approximate(), value);
    }
}

TEST(NumberFromDouble, RefusesWhatIsNotFinite) {
    EXPECT_FALSE(number_from_double(std::nan("")));
    EXPECT_FALSE(number_from_double(HUGE_VAL));
    EXPECT_FALSE(number_from_double(-HUGE_VAL));
}

}  // namespace
}  // namespace biaochi
