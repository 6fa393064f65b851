/// @file
/// Exact arithmetic of Number: 128-bit intermediates while both operands are small, Boost.Multiprecision otherwise.

#include "biaochi/core/number.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "biaochi/core/error.hpp"
#include "core/big_rational.hpp"
#include "core/small_arithmetic.hpp"

namespace biaochi {

namespace {

using detail::BigInt;
using detail::BigRational;
using detail::NumberParts;
using detail::Wide;

BigInt to_big_int(Wide value) {
    const detail::UnsignedWide size = detail::magnitude(value);
    BigInt big = static_cast<std::uint64_t>(size >> 64);
    big <<= 64;
    big |= static_cast<std::uint64_t>(size);
    return value < 0 ? BigInt(-big) : big;
}

[[gnu::noinline, gnu::cold]] Number big_from_reduced(Wide numerator, Wide denominator) {
    return NumberParts::reduced(to_big_int(numerator), to_big_int(denominator));
}

/// Makes the smallest form of a reduced fraction.
inline Number from_reduced(Wide numerator, Wide denominator) {
    if (detail::fits_small(numerator) && detail::fits_small(denominator)) [[likely]] {
        return NumberParts::small(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    }
    return big_from_reduced(numerator, denominator);
}

/// The part of |value| that divides the denominator; needs only one wide division.
std::uint64_t common_divisor(Wide value, std::int64_t denominator) {
    const detail::UnsignedWide size = detail::magnitude(value);
    const auto divisor = static_cast<std::uint64_t>(denominator);
    const bool narrow = (size >> 64) == 0;
    return detail::common_divisor(narrow ? static_cast<std::uint64_t>(size) : static_cast<std::uint64_t>(size % divisor), divisor);
}

/// Divides without a remainder, in 64 bits where that is enough.
Wide divide_exactly(Wide value, std::uint64_t divisor) {
    if (divisor == 1) return value;
    if (detail::fits_small(value) && divisor <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return static_cast<std::int64_t>(value) / static_cast<std::int64_t>(divisor);
    }
    return value / static_cast<Wide>(divisor);
}

Number sum_over_one_denominator(Wide numerator, std::int64_t denominator) {
    if (denominator == 1) return from_reduced(numerator, 1);
    const std::uint64_t divisor = common_divisor(numerator, denominator);
    return from_reduced(divide_exactly(numerator, divisor), denominator / static_cast<std::int64_t>(divisor));
}

bool both_whole(const Number& a, const Number& b) noexcept { return a.small_denominator() == 1 && b.small_denominator() == 1; }

bool narrow(std::int64_t value) noexcept { return value == static_cast<std::int32_t>(value); }

/// As small_sum(), for four values that fit 32 bits, so that nothing can overflow 64.
Number narrow_sum(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    const auto shared = static_cast<std::int64_t>(detail::common_divisor(static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(d)));
    if (shared == 1) return NumberParts::small(a * d + c * b, b * d);
    const std::int64_t numerator = a * (d / shared) + c * (b / shared);
    const auto divisor =
        static_cast<std::int64_t>(detail::common_divisor(detail::magnitude(numerator), static_cast<std::uint64_t>(shared)));
    return NumberParts::small(numerator / divisor, b / shared * (d / divisor));
}

/// a/b + c/d where |a| and |c| are at most 2^63 (Knuth, The Art of Computer Programming, volume 2, 4.5.1).
Number small_sum(Wide a, std::int64_t b, Wide c, std::int64_t d) {
    if (b == d) return sum_over_one_denominator(a + c, b);
    const auto shared = static_cast<std::int64_t>(detail::common_divisor(static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(d)));
    if (shared == 1) return from_reduced(a * d + c * b, static_cast<Wide>(b) * d);
    const Wide numerator = a * (d / shared) + c * (b / shared);
    const std::uint64_t divisor = common_divisor(numerator, shared);
    return from_reduced(divide_exactly(numerator, divisor), static_cast<Wide>(b / shared) * (d / static_cast<std::int64_t>(divisor)));
}

/// (a/b) · (c/d) where |a| and |c| are at most 2^63; crosswise reduced before it is multiplied.
Number small_product(Wide a, Wide b, Wide c, Wide d) {
    if (a == 0 || c == 0) return {};
    const std::uint64_t first = detail::common_divisor(static_cast<std::uint64_t>(detail::magnitude(a)), static_cast<std::uint64_t>(d));
    const std::uint64_t second = detail::common_divisor(static_cast<std::uint64_t>(detail::magnitude(c)), static_cast<std::uint64_t>(b));
    return from_reduced(divide_exactly(a, first) * divide_exactly(c, second), divide_exactly(b, second) * divide_exactly(d, first));
}

[[gnu::noinline]] Number big_sum(const BigRational& a, const BigRational& b) {
    return detail::to_number(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

[[gnu::noinline]] Number big_product(const BigRational& a, const BigRational& b) {
    return detail::to_number(a.numerator * b.numerator, a.denominator * b.denominator);
}

BigRational reciprocal(BigRational value) {
    std::swap(value.numerator, value.denominator);
    if (value.denominator < 0) {
        value.numerator = -value.numerator;
        value.denominator = -value.denominator;
    }
    return value;
}

/// a ÷ b in the small form; the sign of the divisor moves to the numerator.
Number small_quotient(const Number& a, const Number& b) {
    const Wide sign = b.small_numerator() < 0 ? -1 : 1;
    return small_product(a.small_numerator() * sign, a.small_denominator(), b.small_denominator(), b.small_numerator() * sign);
}

}  // namespace

namespace detail {

Number NumberParts::reduced(BigInt numerator, BigInt denominator) {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (numerator >= least && numerator <= most && denominator <= most) {
        return small(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    }
    Number result;
    result.big_ = new BigRational{std::move(numerator), std::move(denominator)};
    result.denominator_ = 0;
    return result;
}

BigRational to_big(const Number& number) {
    if (!number.is_small()) return NumberParts::big(number);
    return {number.small_numerator(), number.small_denominator()};
}

Number to_number(BigInt numerator, BigInt denominator) {
    const BigInt divisor = gcd(numerator, denominator);
    if (divisor != 1) {
        numerator /= divisor;
        denominator /= divisor;
    }
    return NumberParts::reduced(std::move(numerator), std::move(denominator));
}

Number to_decimal(BigInt numerator, unsigned places) {
    if (numerator == 0) return {};
    const bool negative = numerator < 0;
    if (negative) numerator = -numerator;
    const unsigned twos = std::min(places, static_cast<unsigned>(lsb(numerator)));
    numerator >>= twos;
    unsigned fives = 0;
    for (; fives < places && numerator % 5 == 0; ++fives) numerator /= 5;
    BigInt denominator = boost::multiprecision::pow(BigInt(5), places - fives);
    denominator <<= places - twos;
    return NumberParts::reduced(negative ? BigInt(-numerator) : numerator, std::move(denominator));
}

BigInt big_power_of_ten(unsigned exponent) {
    if (exponent < powers_of_ten.size()) return powers_of_ten[exponent];
    return boost::multiprecision::pow(BigInt(10), exponent);
}

}  // namespace detail

Number::Number(std::int64_t whole) noexcept : numerator_(whole) {}

Number::Number(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0) throw Error(ErrorCode::division_by_zero, "a fraction has the denominator 0");
    const std::uint64_t divisor = detail::common_divisor(detail::magnitude(numerator), detail::magnitude(denominator));
    const Wide sign = denominator < 0 ? -1 : 1;
    *this = from_reduced(divide_exactly(numerator * sign, divisor), divide_exactly(denominator * sign, divisor));
}

detail::BigRational* Number::copy_of(const detail::BigRational& big) { return new BigRational(big); }

void Number::release(detail::BigRational* big) noexcept { delete big; }

std::strong_ordering Number::compare(const Number& a, const Number& b) noexcept {
    if (a.is_small() && b.is_small()) {
        return static_cast<Wide>(a.numerator_) * b.denominator_ <=> static_cast<Wide>(b.numerator_) * a.denominator_;
    }
    const BigRational left = detail::to_big(a);
    const BigRational right = detail::to_big(b);
    const int order = (left.numerator * right.denominator).compare(right.numerator * left.denominator);
    return order <=> 0;
}

Number operator+(const Number& a, const Number& b) {
    std::int64_t sum = 0;
    if (both_whole(a, b) && !__builtin_add_overflow(a.numerator_, b.numerator_, &sum)) return NumberParts::small(sum, 1);
    if (a.is_small() && b.is_small()) return small_sum(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
    return big_sum(detail::to_big(a), detail::to_big(b));
}

Number operator-(const Number& a, const Number& b) {
    if (a.is_small() && b.is_small()) return small_sum(a.numerator_, a.denominator_, -static_cast<Wide>(b.numerator_), b.denominator_);
    return big_sum(detail::to_big(a), detail::to_big(-b));
}

Number operator*(const Number& a, const Number& b) {
    std::int64_t product = 0;
    if (both_whole(a, b) && !__builtin_mul_overflow(a.numerator_, b.numerator_, &product)) return NumberParts::small(product, 1);
    if (a.is_small() && b.is_small()) return small_product(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
    return big_product(detail::to_big(a), detail::to_big(b));
}

Number operator/(const Number& a, const Number& b) {
    if (b.sign() == 0) throw Error(ErrorCode::division_by_zero, "a number is divided by 0");
    if (a.is_small() && b.is_small()) return small_quotient(a, b);
    return big_product(detail::to_big(a), reciprocal(detail::to_big(b)));
}

Number operator-(const Number& a) {
    if (a.is_small()) return from_reduced(-static_cast<Wide>(a.numerator_), a.denominator_);
    const BigRational& big = NumberParts::big(a);
    return NumberParts::reduced(-big.numerator, big.denominator);
}

Number& Number::operator+=(const Number& other) {
    if (!is_small() || !other.is_small()) return *this = *this + other;
    if (other.numerator_ == 0) return *this;
    if (numerator_ == 0) return *this = other;
    if (narrow(numerator_) && narrow(denominator_) && narrow(other.numerator_) && narrow(other.denominator_)) {
        return *this = narrow_sum(numerator_, denominator_, other.numerator_, other.denominator_);
    }
    return *this = small_sum(numerator_, denominator_, other.numerator_, other.denominator_);
}
Number& Number::operator-=(const Number& other) { return *this = *this - other; }
Number& Number::operator*=(const Number& other) { return *this = *this * other; }
Number& Number::operator/=(const Number& other) { return *this = *this / other; }

int Number::sign() const noexcept {
    if (is_small()) return (numerator_ > 0) - (numerator_ < 0);
    return big_->numerator.sign();
}

bool Number::is_whole() const noexcept { return is_small() ? denominator_ == 1 : big_->denominator == 1; }

unsigned Number::bits() const {
    if (!is_small()) {
        const auto numerator = static_cast<unsigned>(msb(detail::BigInt(abs(big_->numerator))));
        return numerator + static_cast<unsigned>(msb(big_->denominator)) + 2;
    }
    const std::uint64_t numerator = numerator_ < 0 ? 0 - static_cast<std::uint64_t>(numerator_) : static_cast<std::uint64_t>(numerator_);
    return static_cast<unsigned>(std::bit_width(numerator) + std::bit_width(static_cast<std::uint64_t>(denominator_)));
}

const Number& min(const Number& a, const Number& b) noexcept { return b < a ? b : a; }
const Number& max(const Number& a, const Number& b) noexcept { return a < b ? b : a; }

Number power(const Number& base, unsigned exponent) {
    if (exponent > 10000) throw Error(ErrorCode::out_of_range, "a power has an exponent above 10000");
    const BigRational big = detail::to_big(base);
    return NumberParts::reduced(pow(big.numerator, exponent), pow(big.denominator, exponent));
}

}  // namespace biaochi
