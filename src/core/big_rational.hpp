#pragma once
/// @file
/// The heap form of a Number, and the way into a Number's parts for the files of this module.

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <memory>

#include "biaochi/core/number.hpp"

namespace biaochi::detail {

/// An integer of any size, kept in place up to 512 bits; without expression templates, so that `auto` and references are safe.
using BigInt = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<512, 0, boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked,
                                           std::allocator<boost::multiprecision::limb_type>>,
    boost::multiprecision::et_off>;

/// A fraction in lowest terms whose denominator is positive.
struct BigRational {
    BigInt numerator;
    BigInt denominator;
};

/// Reads and makes Numbers of either form.
struct NumberParts {
    /// @pre reduced, and the denominator is positive
    static Number small(std::int64_t numerator, std::int64_t denominator) noexcept {
        Number result;
        result.numerator_ = numerator;
        result.denominator_ = denominator;
        return result;
    }
    /// @pre the number is not small
    static const BigRational& big(const Number& number) noexcept { return *number.big_; }
    /// Makes the smallest form of a fraction that is reduced already. @pre the denominator is positive
    static Number reduced(BigInt numerator, BigInt denominator);
};

/// @return numerator and denominator of a number of either form
BigRational to_big(const Number& number);
/// Reduces a fraction and makes the smallest form. @pre the denominator is positive
Number to_number(BigInt numerator, BigInt denominator);
/// Makes numerator / 10^places in the smallest form; quicker than to_number().
Number to_decimal(BigInt numerator, unsigned places);
/// @return ten to a power
BigInt big_power_of_ten(unsigned exponent);

}  // namespace biaochi::detail
