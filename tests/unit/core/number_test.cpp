/// @file
/// Arithmetic and order of Number, in both of its forms.

#include "biaochi/core/number.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include "biaochi/core/error.hpp"

namespace biaochi {
namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

Number number(std::string_view text) { return parse_number(text).value(); }

struct Sample {
    std::mt19937_64 random;

    std::int64_t whole() {
        switch (random() % 6) {
            case 0:
                return static_cast<std::int64_t>(random());
            case 1:
                return least + static_cast<std::int64_t>(random() % 3);
            case 2:
                return most - static_cast<std::int64_t>(random() % 3);
            case 3:
                return static_cast<std::int64_t>(random() % 5) - 2;
            default:
                return static_cast<std::int64_t>(random() % 2000001) - 1000000;
        }
    }
    Number value() {
        const std::int64_t denominator = whole();
        Number result(whole(), denominator == 0 ? 1 : denominator);
        if (random() % 5 == 0) result *= Number(whole());
        if (random() % 5 == 0) result += Number(1, most - static_cast<std::int64_t>(random() % 1000));
        return result;
    }
};

TEST(Number, IsReducedWithPositiveDenominator) {
    const struct {
        std::int64_t numerator, denominator;
        const char* want;
    } cases[] = {{6, 4, "1.5"},
                 {6, -4, "-1.5"},
                 {-6, -4, "1.5"},
                 {0, -7, "0"},
                 {10, 5, "2"},
                 {-2, 6, "-1/3"},
                 {17, 6, "17/6"},
                 {least, least, "1"},
                 {least, 1, "-9223372036854775808"},
                 {least, -1, "9223372036854775808"},
                 {1, least, "-0.000000000000000000108420217248550443400745280086994171142578125"},
                 {most, most, "1"},
                 {3, least + 2, "-1/3074457345618258602"}};
    for (const auto& [numerator, denominator, want] : cases) {
        EXPECT_EQ(Number(numerator, denominator).text(), want) << numerator << '/' << denominator;
    }
}

TEST(Number, DefaultIsZero) {
    EXPECT_EQ(Number(), Number(0));
    EXPECT_EQ(Number().sign(), 0);
    EXPECT_TRUE(Number().is_whole());
    EXPECT_TRUE(Number().is_small());
}

TEST(Number, RefusesZeroAsDenominatorAndDivisor) {
    for (const auto divide : {+[] { return Number(1, 0); }, +[] { return Number(0, 0); }, +[] { return Number(5) / Number(); },
                              +[] { return power(Number(10), 40) / Number(); }}) {
        try {
            divide();
            ADD_FAILURE() << "no error";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::division_by_zero);
        }
    }
}

TEST(Number, AddsSubtractsMultipliesAndDividesExactly) {
    EXPECT_EQ(Number(1, 3) + Number(1, 6), Number(1, 2));
    EXPECT_EQ(Number(1, 10) + Number(2, 10), Number(3, 10));
    EXPECT_EQ(Number(1, 3) - Number(1, 3), Number());
    EXPECT_EQ(Number(2, 3) * Number(9, 4), Number(3, 2));
    EXPECT_EQ(Number(2, 3) / Number(-4, 9), Number(-3, 2));
    EXPECT_EQ(-Number(2, 3), Number(-2, 3));
    Number value(1, 2);
    value += Number(1, 3);
    value -= Number(1, 6);
    value *= Number(3);
    value /= Number(4);
    EXPECT_EQ(value, Number(1, 2));
    const Number& same = value;
    value -= same;
    EXPECT_EQ(value, Number());
}

TEST(Number, GrowsOntoTheHeapAndComesBack) {
    const Number beyond = Number(most) + Number(1);
    EXPECT_FALSE(beyond.is_small());
    EXPECT_TRUE(beyond.is_whole());
    EXPECT_EQ(beyond.sign(), 1);
    EXPECT_EQ(beyond.text(), "9223372036854775808");
    EXPECT_TRUE((-beyond).is_small());
    EXPECT_EQ(-beyond, Number(least));
    EXPECT_EQ(-Number(least), beyond);
    EXPECT_TRUE((beyond - Number(1)).is_small());
    EXPECT_EQ(beyond - Number(1), Number(most));
    EXPECT_EQ((Number(least) * Number(least)).text(), "85070591730234615865843651857942052864");
    EXPECT_EQ(Number(least) * Number(least) / Number(least), Number(least));
    EXPECT_EQ((Number(1, most) * Number(1, 2)).text(), "1/18446744073709551614");
    EXPECT_FALSE((Number(1, most) * Number(1, 2)).is_whole());
    EXPECT_EQ(Number(1, most) * Number(1, 2) * Number(2), Number(1, most));
    EXPECT_EQ((Number(1) / Number(least)).text(), "-0.000000000000000000108420217248550443400745280086994171142578125");
    EXPECT_EQ(Number(1) / (Number(1) / Number(least)), Number(least));
    EXPECT_EQ(Number(least) - Number(most), Number(least) + Number(least) + Number(1));
    EXPECT_EQ(Number(least, 3) + Number(least, 5), Number(least) * Number(8, 15));
}

TEST(Number, MovedFromIsZero) {
    for (const Number& original : {Number(5, 7), power(Number(3), 100)}) {
        Number source = original;
        Number target = std::move(source);
        EXPECT_EQ(target, original);
        EXPECT_EQ(source, Number());  // NOLINT(bugprone-use-after-move): zero is promised
        source = std::move(target);
        EXPECT_EQ(source, original);
        EXPECT_EQ(target, Number());  // NOLINT(bugprone-use-after-move): zero is promised
        Number& self = source;
        source = std::move(self);
        EXPECT_EQ(source, original);
        source = self;
        EXPECT_EQ(source, original);
    }
}

TEST(Number, OrdersByExactValue) {
    const std::vector<Number> rising = {-power(Number(10), 40),
                                        Number(least) - Number(1, 3),
                                        Number(least),
                                        Number(least + 1),
                                        Number(-1, 2),
                                        Number(-1, 3),
                                        Number(-1, most),
                                        -power(Number(1, 10), 40),
                                        Number(),
                                        power(Number(1, 10), 40),
                                        Number(1, most),
                                        Number(1, most - 1),
                                        Number(1, 3),
                                        number("0.3333333333333333333333333333333334"),
                                        Number(1, 2),
                                        Number(most - 1, most),
                                        Number(1),
                                        Number(most, most - 1),
                                        Number(most),
                                        Number(most) + Number(1, 2),
                                        Number(most) + Number(1),
                                        power(Number(10), 40)};
    for (std::size_t i = 0; i < rising.size(); ++i) {
        for (std::size_t j = 0; j < rising.size(); ++j) {
            EXPECT_EQ(rising[i] <=> rising[j], i <=> j) << rising[i].text() << " and " << rising[j].text();
            EXPECT_EQ(rising[i] == rising[j], i == j);
        }
    }
}

TEST(Number, SmallerAndLargerAreFound) {
    EXPECT_EQ(min(Number(1, 3), Number(1, 2)), Number(1, 3));
    EXPECT_EQ(max(Number(1, 3), Number(1, 2)), Number(1, 2));
    EXPECT_EQ(min(Number(-1), Number(-2)), Number(-2));
    EXPECT_EQ(max(Number(2), Number(2)), Number(2));
}

TEST(Number, PowersAreExact) {
    EXPECT_EQ(power(Number(), 0), Number(1));
    EXPECT_EQ(power(Number(), 5), Number());
    EXPECT_EQ(power(Number(-2, 3), 3), Number(-8, 27));
    EXPECT_EQ(power(Number(2), 64).text(), "18446744073709551616");
    EXPECT_EQ(power(Number(1, 2), 10000) * power(Number(2), 10000), Number(1));
    EXPECT_THROW((void)power(Number(2), 10001), Error);
}

TEST(Number, NearestDoubleIsCorrectlyRounded) {
    EXPECT_EQ(Number(1, 3).approximate(), 1.0 / 3.0);
    EXPECT_EQ(Number(-5, 2).approximate(), -2.5);
    EXPECT_EQ(Number((std::int64_t{1} << 53) + 1).approximate(), 0x1p53);
    EXPECT_EQ(Number((std::int64_t{1} << 53) + 3).approximate(), 0x1p53 + 4);
    EXPECT_EQ(Number(most).approximate(), 0x1p63);
    EXPECT_EQ(power(Number(2), 1024).approximate(), std::numeric_limits<double>::infinity());
    EXPECT_EQ((-power(Number(2), 5000)).approximate(), -std::numeric_limits<double>::infinity());
    EXPECT_EQ((power(Number(2), 1024) - power(Number(2), 970)).approximate(), std::numeric_limits<double>::infinity());
    EXPECT_EQ((power(Number(2), 1024) - power(Number(2), 970) - Number(1)).approximate(), std::numeric_limits<double>::max());
    EXPECT_EQ(power(Number(1, 2), 1074).approximate(), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(power(Number(1, 2), 1075).approximate(), 0.0);
    EXPECT_EQ((power(Number(1, 2), 1075) * Number(11, 10)).approximate(), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(power(Number(1, 2), 5000).approximate(), 0.0);
}

TEST(Number, ObeysTheLawsOfArithmetic) {
    constexpr unsigned seed = 20211231;
    SCOPED_TRACE(seed);
    Sample sample{std::mt19937_64(seed)};
    for (int i = 0; i < 20000; ++i) {
        const Number a = sample.value();
        const Number b = sample.value();
        const Number c = sample.value();
        ASSERT_EQ(a + b - b, a) << a.text() << ", " << b.text();
        ASSERT_EQ(a + b, b + a) << a.text() << ", " << b.text();
        ASSERT_EQ(a * (b + c), a * b + a * c) << a.text() << ", " << b.text() << ", " << c.text();
        if (b.sign() != 0) {
            ASSERT_EQ(a * b / b, a) << a.text() << ", " << b.text();
            ASSERT_EQ(a / b * b, a) << a.text() << ", " << b.text();
        }
        ASSERT_EQ((a <=> b) == 0, a == b);
        ASSERT_EQ(a<b, b> a);
        ASSERT_EQ(a < b, (a - b).sign() < 0) << a.text() << ", " << b.text();
        ASSERT_EQ(parse_number(a.text()), a) << a.text();
    }
}

}  // namespace
}  // namespace biaochi
