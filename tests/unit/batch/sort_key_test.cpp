/// @file
/// Keys are in the order of their numbers.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "biaochi/batch/ranks.hpp"

namespace biaochi {
namespace {

int sign_of(std::strong_ordering order) { return order < 0 ? -1 : (order > 0 ? 1 : 0); }

/// As memcmp(), then the shorter first: what databases do with binary columns.
int sign_of_keys(const Number& a, const Number& b) {
    const int order = sort_key(a).compare(sort_key(b));
    return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

void expect_order_of_all(const std::vector<Number>& numbers) {
    for (const Number& a : numbers) {
        for (const Number& b : numbers) {
            ASSERT_EQ(sign_of_keys(a, b), sign_of(a <=> b)) << a.text() << " and " << b.text();
        }
    }
}

std::string hex(const std::string& key) {
    std::string text;
    for (const char byte : key) {
        text += "0123456789abcdef"[static_cast<unsigned char>(byte) / 16];
        text += "0123456789abcdef"[static_cast<unsigned char>(byte) % 16];
    }
    return text;
}

TEST(SortKey, IsTheContinuedFractionWithOddPlacesInverted) {
    // 0x80 + the whole part; then infinity at an odd place is the inverse of 0xff.
    EXPECT_EQ(hex(sort_key(Number(0))), "8000");
    EXPECT_EQ(hex(sort_key(Number(100))), "e400");
    // 17/6 = 2 + 1/(1 + 1/5): 0x82, ~0x01, 0x05, ~0xff.
    EXPECT_EQ(hex(sort_key(Number(17, 6))), "82fe0500");
    // 5/2 = 2 + 1/2: 0x82, ~0x02, and infinity at an even place.
    EXPECT_EQ(hex(sort_key(Number(5, 2))), "82fdff");
    // -1/2 = -1 + 1/2; -1 is the inverse of the code of 0.
    EXPECT_EQ(hex(sort_key(Number(-1, 2))), "7ffdff");
    // 112 is the first whole part that is too large for one byte.
    EXPECT_EQ(hex(sort_key(Number(111))), "ef00");
    EXPECT_EQ(hex(sort_key(Number(112))), "f07000");
    EXPECT_EQ(hex(sort_key(Number(256))), "f1010000");
}

TEST(SortKey, OfFractionsWithSmallTermsIsInTheirOrder) {
    std::vector<Number> numbers;
    for (int denominator = 1; denominator <= 12; ++denominator) {
        for (int numerator = -30; numerator <= 30; ++numerator) numbers.emplace_back(numerator, denominator);
    }
    expect_order_of_all(numbers);
}

TEST(SortKey, OfNumbersWhoseCodesChangeLengthIsInTheirOrder) {
    std::vector<Number> numbers;
    for (const char* base :
         {"0", "111", "112", "239", "240", "255", "256", "65535", "65536", "9223372036854775807", "9223372036854775808",
          "18446744073709551615", "18446744073709551616", "5192296858534827628530496329220095", "5192296858534827628530496329220096"}) {
        const Number whole = *parse_number(base);
        for (const Number& value : {whole, whole + Number(1), whole + Number(1, 3), whole + Number(1, 240), whole + Number(1, 239)}) {
            numbers.push_back(value);
            numbers.push_back(-value);
            if (value.sign() != 0) numbers.push_back(Number(1) / value);
        }
    }
    numbers.push_back(power(Number(10), 300) + Number(1, 7));
    numbers.push_back(power(Number(10), 301));
    numbers.push_back(-power(Number(10), 301));
    numbers.push_back(Number(1) / power(Number(10), 300));
    numbers.push_back(Number(INT64_MIN));
    numbers.push_back(Number(INT64_MIN, 3));
    numbers.push_back(Number(INT64_MAX, INT64_MAX - 1));
    expect_order_of_all(numbers);
}

TEST(SortKey, OfRandomFractionsAndTheirNeighboursIsInTheirOrder) {
    constexpr unsigned seed = 20260301;
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const Number least = Number(1) / power(Number(10), 60);
    for (int round = 0; round < 20000; ++round) {
        const auto term = [&] { return static_cast<std::int64_t>(random() >> (1 + random() % 62)); };
        const Number a = Number(term() - term(), term() + 1);
        const Number b = round % 2 == 0 ? Number(term() - term(), term() + 1) : a + Number(1) / Number(term() + 1);
        ASSERT_EQ(sign_of_keys(a, b), sign_of(a <=> b)) << a.text() << " and " << b.text();
        ASSERT_EQ(sign_of_keys(a, a + least), -1) << a.text();
        ASSERT_EQ(sign_of_keys(a, a - least), 1) << a.text();
        ASSERT_EQ(sort_key(a), sort_key(a + least - least)) << a.text();
    }
}

TEST(SortKey, OfTypicalScoresIsShort) {
    EXPECT_LE(sort_key(Number(7812, 100)).size(), 6U);             // 78.12
    EXPECT_LE(sort_key(Number(3280867, 42000)).size(), 12U);       // the district table's county
    EXPECT_LE(sort_key(Number(781164857, 10000000)).size(), 16U);  // 78.1164857
}

TEST(SortKey, OfNoNumberIsTheBeginningOfAnother) {
    std::vector<std::string> keys;
    for (int denominator = 1; denominator <= 30; ++denominator) {
        for (int numerator = -60; numerator <= 60; ++numerator) keys.push_back(sort_key(Number(numerator, denominator)));
    }
    for (const std::string& a : keys) {
        for (const std::string& b : keys) EXPECT_TRUE(a == b || !b.starts_with(a));
    }
}

}  // namespace
}  // namespace biaochi
