/// @file
/// Rounding by every mode, at and beside the points where the modes differ.

#include "biaochi/core/rounding.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>

#include "biaochi/core/error.hpp"

namespace biaochi {
namespace {

constexpr std::array modes = {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::down,
                              RoundingMode::up,      RoundingMode::floor,     RoundingMode::ceiling};

struct Case {
    const char* value;
    int places;
    std::array<const char*, 6> want;  ///< half_up, half_even, down, up, floor, ceiling
};

constexpr Case cases[] = {
    {"0.5", 0, {"1", "0", "0", "1", "0", "1"}},
    {"-0.5", 0, {"-1", "0", "0", "-1", "-1", "0"}},
    {"1.5", 0, {"2", "2", "1", "2", "1", "2"}},
    {"-1.5", 0, {"-2", "-2", "-1", "-2", "-2", "-1"}},
    {"2.5", 0, {"3", "2", "2", "3", "2", "3"}},
    {"-2.5", 0, {"-3", "-2", "-2", "-3", "-3", "-2"}},
    {"2.4", 0, {"2", "2", "2", "3", "2", "3"}},
    {"-2.6", 0, {"-3", "-3", "-2", "-3", "-3", "-2"}},
    {"79.995", 2, {"80.00", "80.00", "79.99", "80.00", "79.99", "80.00"}},
    {"79.985", 2, {"79.99", "79.98", "79.98", "79.99", "79.98", "79.99"}},
    {"0.125", 2, {"0.13", "0.12", "0.12", "0.13", "0.12", "0.13"}},
    {"-0.125", 2, {"-0.13", "-0.12", "-0.12", "-0.13", "-0.13", "-0.12"}},
    {"-0.001", 2, {"0.00", "0.00", "0.00", "-0.01", "-0.01", "0.00"}},
    {"0.004999999999999999999999999999", 2, {"0.00", "0.00", "0.00", "0.01", "0.00", "0.01"}},
    {"0.005000000000000000000000000001", 2, {"0.01", "0.01", "0.00", "0.01", "0.00", "0.01"}},
    {"2/3", 3, {"0.667", "0.667", "0.666", "0.667", "0.666", "0.667"}},
    {"-2/3",
     20,
     {"-0.66666666666666666667", "-0.66666666666666666667", "-0.66666666666666666666", "-0.66666666666666666667", "-0.66666666666666666667",
      "-0.66666666666666666666"}},
    {"2.5", 2, {"2.50", "2.50", "2.50", "2.50", "2.50", "2.50"}},
    {"0", 2, {"0.00", "0.00", "0.00", "0.00", "0.00", "0.00"}},
    {"7", 0, {"7", "7", "7", "7", "7", "7"}},
    {"9223372036854775807",
     18,
     {"9223372036854775807.000000000000000000", "9223372036854775807.000000000000000000", "9223372036854775807.000000000000000000",
      "9223372036854775807.000000000000000000", "9223372036854775807.000000000000000000", "9223372036854775807.000000000000000000"}},
    {"-9223372036854775808.5",
     0,
     {"-9223372036854775809", "-9223372036854775808", "-9223372036854775808", "-9223372036854775809", "-9223372036854775809",
      "-9223372036854775808"}},
};

TEST(Round, SettlesTheLastPlaceByTheMode) {
    for (const auto& [value, places, want] : cases) {
        const Number number = parse_number(value).value();
        for (std::size_t i = 0; i < modes.size(); ++i) {
            const Rounding rule{places, modes[i]};
            EXPECT_EQ(round(number, rule), parse_number(want[i])) << value << ' ' << name(modes[i]);
            EXPECT_EQ(fixed_text(number, rule), want[i]) << value << ' ' << name(modes[i]);
        }
    }
}

TEST(Round, TakesNegativePlaces) {
    EXPECT_EQ(round(Number(1250), {-2, RoundingMode::half_up}), Number(1300));
    EXPECT_EQ(round(Number(1250), {-2, RoundingMode::half_even}), Number(1200));
    EXPECT_EQ(round(Number(-1250), {-2, RoundingMode::floor}), Number(-1300));
    EXPECT_EQ(round(Number(1), {-30, RoundingMode::up}), power(Number(10), 30));
    EXPECT_EQ(round(Number(1), {-30, RoundingMode::half_up}), Number());
}

TEST(Round, KeepsWhatHasNoMorePlaces) {
    const Number third(1, 3);
    EXPECT_EQ(round(round(third, {100, RoundingMode::half_up}), {100, RoundingMode::up}), round(third, {100, RoundingMode::half_up}));
    EXPECT_EQ(round(Number(std::numeric_limits<std::int64_t>::min()), {2, RoundingMode::up}),
              Number(std::numeric_limits<std::int64_t>::min()));
}

TEST(Round, RefusesPlacesOutsideTheirRange) {
    EXPECT_THROW((void)round(Number(1), {101, RoundingMode::up}), Error);
    EXPECT_THROW((void)round(Number(1), {-31, RoundingMode::up}), Error);
    EXPECT_THROW((void)fixed_text(Number(1), {-1, RoundingMode::up}), Error);
    EXPECT_THROW((void)fixed_text(Number(1), {101, RoundingMode::up}), Error);
}

TEST(RoundingMode, IsFoundByItsName) {
    for (const RoundingMode mode : modes) EXPECT_EQ(rounding_mode(name(mode)), mode);
    EXPECT_EQ(name(RoundingMode::half_even), "half_even");
    EXPECT_EQ(rounding_mode("HALF_UP"), std::nullopt);
    EXPECT_EQ(rounding_mode(""), std::nullopt);
}

}  // namespace
}  // namespace biaochi
