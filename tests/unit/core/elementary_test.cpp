/// @file
/// Logarithm, exponential and roots against constants of mathematics, and on the points where the modes differ.

#include "biaochi/core/elementary.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "biaochi/core/error.hpp"

namespace biaochi {
namespace {

constexpr RoundingMode all_modes[] = {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::down,
                                      RoundingMode::up,      RoundingMode::floor,     RoundingMode::ceiling};

Number number(std::string_view text) { return parse_number(text).value(); }

/// Checks every mode and every number of places that the known digits decide.
void expect_digits(const std::function<Number(Rounding)>& function, std::string_view digits) {
    const Number known = number(digits);
    for (const RoundingMode mode : all_modes) {
        for (int places = 0; places <= 50; ++places) {
            EXPECT_EQ(function({places, mode}), round(known, {places, mode})) << digits << ' ' << places << ' ' << name(mode);
        }
    }
}

void expect_everywhere(const std::function<Number(Rounding)>& function, const Number& exact) {
    for (const RoundingMode mode : all_modes) {
        for (const int places : {0, 1, 2, 17, 40, 100}) {
            EXPECT_EQ(function({places, mode}), round(exact, {places, mode})) << exact.text() << ' ' << places << ' ' << name(mode);
        }
    }
}

TEST(Ln, HasTheKnownDigits) {
    expect_digits([](Rounding rule) { return ln(Number(2), rule); }, "0.69314718055994530941723212145817656807550013436025525412068");
    expect_digits([](Rounding rule) { return ln(Number(1, 2), rule); }, "-0.69314718055994530941723212145817656807550013436025525412068");
    expect_digits([](Rounding rule) { return ln(Number(10), rule); }, "2.302585092994045684017991454684364207601101488628772976033327");
    expect_digits([](Rounding rule) { return ln(number("1e-400"), rule); },
                  "-921.0340371976182736071965818737456830404405954515091904133311603");
}

TEST(Ln, OfOneIsExactlyZero) {
    expect_everywhere([](Rounding rule) { return ln(Number(1), rule); }, Number());
}

TEST(Ln, IsDecidedHoweverNearABoundaryItLies) {
    const Number tiny = number("1e-400");  // ln(1 + t) lies just below t, ln(1 - t) just below -t
    EXPECT_EQ(ln(Number(1) + tiny, {100, RoundingMode::up}), number("1e-100"));
    EXPECT_EQ(ln(Number(1) + tiny, {100, RoundingMode::half_up}), Number());
    EXPECT_EQ(ln(Number(1) - tiny, {100, RoundingMode::floor}), number("-1e-100"));
    EXPECT_EQ(ln(Number(1) - tiny, {100, RoundingMode::ceiling}), Number());
    const Number unit = number("1e-100");  // ln(1 + u) = u - u²/2 + …: cut off it is zero
    EXPECT_EQ(ln(Number(1) + unit, {100, RoundingMode::down}), Number());
    EXPECT_EQ(ln(Number(1) + unit, {100, RoundingMode::half_up}), unit);
    EXPECT_EQ(ln(Number(1) + unit / Number(2), {100, RoundingMode::half_up}), Number());
}

TEST(Ln, RefusesWhatIsOutsideItsRange) {
    EXPECT_THROW((void)ln(Number(), {}), Error);
    EXPECT_THROW((void)ln(Number(-1), {}), Error);
    EXPECT_THROW((void)ln(Number(2), {101, RoundingMode::up}), Error);
    EXPECT_THROW((void)ln(Number(2), {-1, RoundingMode::up}), Error);
}

TEST(Exp, HasTheKnownDigits) {
    expect_digits([](Rounding rule) { return exp(Number(1), rule); }, "2.71828182845904523536028747135266249775724709369995957496696");
    expect_digits([](Rounding rule) { return exp(Number(-1), rule); }, "0.36787944117144232159552377016146086744581113103176783450783");
}

TEST(Exp, OfZeroIsExactlyOne) {
    expect_everywhere([](Rounding rule) { return exp(Number(), rule); }, Number(1));
}

TEST(Exp, IsDecidedHoweverNearABoundaryItLies) {
    const Number tiny = number("1e-400");
    const Number unit = number("1e-100");
    EXPECT_EQ(exp(tiny, {100, RoundingMode::up}), Number(1) + unit);
    EXPECT_EQ(exp(tiny, {100, RoundingMode::down}), Number(1));
    EXPECT_EQ(exp(-tiny, {100, RoundingMode::down}), Number(1) - unit);
    EXPECT_EQ(exp(-tiny, {100, RoundingMode::half_even}), Number(1));
    EXPECT_EQ(exp(Number(-1000), {100, RoundingMode::ceiling}), unit);
    EXPECT_EQ(exp(Number(-1000), {100, RoundingMode::half_up}), Number());
}

TEST(Exp, OfAThousandIsKnownToTheUnit) {
    const Number value = exp(Number(1000), {0, RoundingMode::down});
    EXPECT_EQ(value.text().size(), 435U);  // e^1000 = 1.970071114017…·10^434
    EXPECT_EQ(value.text().substr(0, 13), "1970071114017");
}

TEST(Exp, RefusesWhatIsOutsideItsRange) {
    EXPECT_THROW((void)exp(number("1000.0001"), {}), Error);
    EXPECT_THROW((void)exp(number("-1000.0001"), {}), Error);
    EXPECT_THROW((void)exp(Number(1), {101, RoundingMode::up}), Error);
}

TEST(Root, HasTheKnownDigits) {
    expect_digits([](Rounding rule) { return root(Number(2), 2, rule); }, "1.41421356237309504880168872420969807856967187537694807317668");
    expect_digits([](Rounding rule) { return root(Number(2), 3, rule); }, "1.25992104989487316476721060727822835057025146470150798008197");
    expect_digits([](Rounding rule) { return root(Number(2), 12, rule); }, "1.05946309435929526456182529494634170077920431749418562855920");
}

TEST(Root, IsExactWhereItIsRational) {
    expect_everywhere([](Rounding rule) { return root(Number(9, 4), 2, rule); }, Number(3, 2));
    expect_everywhere([](Rounding rule) { return root(Number(8, 27), 3, rule); }, Number(2, 3));
    expect_everywhere([](Rounding rule) { return root(number("0.15625") * number("0.15625"), 2, rule); }, number("0.15625"));
    expect_everywhere([](Rounding rule) { return root(Number(7, 3), 1, rule); }, Number(7, 3));
    expect_everywhere([](Rounding rule) { return root(Number(), 5, rule); }, Number());
    expect_everywhere([](Rounding rule) { return root(Number(1), 10000, rule); }, Number(1));
    expect_everywhere([](Rounding rule) { return root(power(Number(5, 2), 1000), 1000, rule); }, Number(5, 2));
}

TEST(Root, IsDecidedJustBesideAnExactOne) {
    const Number tiny = number("1e-400");
    EXPECT_EQ(root(number("6.25") + tiny, 2, {0, RoundingMode::half_even}), Number(3));
    EXPECT_EQ(root(number("6.25"), 2, {0, RoundingMode::half_even}), Number(2));
    EXPECT_EQ(root(number("6.25") - tiny, 2, {0, RoundingMode::half_up}), Number(2));
    EXPECT_EQ(root(Number(4) + tiny, 2, {2, RoundingMode::up}), number("2.01"));
    EXPECT_EQ(root(Number(4) - tiny, 2, {2, RoundingMode::down}), number("1.99"));
}

TEST(Root, RefusesWhatIsOutsideItsRange) {
    EXPECT_THROW((void)root(Number(-1), 3, {}), Error);
    EXPECT_THROW((void)root(Number(2), 0, {}), Error);
    EXPECT_THROW((void)root(Number(2), 10001, {}), Error);
    EXPECT_THROW((void)root(Number(2), 2, {-1, RoundingMode::up}), Error);
}

struct Mean {
    std::vector<Number> values, weights;
    Number operator()(Rounding rule) const { return geometric_mean(values, weights, rule); }
};

TEST(GeometricMean, HasTheKnownDigits) {
    expect_digits(Mean{{number("0.949"), number("0.9"), number("0.7")}, {Number(1), Number(1), Number(1)}},
                  "0.84243341993965685839537367571660112391472383158378078073673");
    expect_digits(Mean{{Number(1), Number(2)}, {number("0.5"), number("0.5")}},
                  "1.41421356237309504880168872420969807856967187537694807317668");
    expect_digits(Mean{{Number(2), Number(1)}, {number("0.0001"), number("0.0011")}},
                  "1.05946309435929526456182529494634170077920431749418562855920");
}

TEST(GeometricMean, IsExactWhereItIsRational) {
    expect_everywhere(Mean{{Number(1, 2), Number(1, 2)}, {Number(1), Number(9999)}}, Number(1, 2));
    expect_everywhere(Mean{{Number(2), Number(8)}, {Number(20000), Number(20000)}}, Number(4));
    expect_everywhere(Mean{{Number(1, 8), Number(1)}, {Number(1, 3), Number(2, 3)}}, Number(1, 2));
    expect_everywhere(Mean{{Number(5, 8)}, {Number(7, 3)}}, Number(5, 8));
    expect_everywhere(Mean{{Number(9), Number(), Number(4)}, {Number(1), Number(1), Number(1)}}, Number());
}

TEST(GeometricMean, RefusesWhatIsOutsideItsRange) {
    const Rounding rule{};
    EXPECT_THROW((void)Mean({{}, {}})(rule), Error);
    EXPECT_THROW((void)Mean({{Number(1)}, {}})(rule), Error);
    EXPECT_THROW((void)Mean({{Number(-1)}, {Number(1)}})(rule), Error);
    EXPECT_THROW((void)Mean({{Number(1)}, {Number()}})(rule), Error);
    EXPECT_THROW((void)Mean({{Number(1)}, {Number(-1)}})(rule), Error);
    EXPECT_THROW((void)Mean({{Number(1), Number(2)}, {Number(1), Number(10000)}})(rule), Error);
    EXPECT_THROW((void)Mean({std::vector<Number>(10001, Number(1)), std::vector<Number>(10001, Number(1))})(rule), Error);
    EXPECT_THROW((void)Mean({{Number(1)}, {Number(1)}})({101, RoundingMode::up}), Error);
}

}  // namespace
}  // namespace biaochi
