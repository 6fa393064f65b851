/// @file
/// Numbers from and to text and doubles: read from the digits, never through a double.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "biaochi/core/number.hpp"
#include "core/big_rational.hpp"
#include "core/small_arithmetic.hpp"

namespace biaochi {

namespace {

using detail::BigInt;
using detail::BigRational;

/// A number as it is written: the digits without a point, and the power of ten that they are multiplied with.
struct Literal {
    bool negative = false;
    std::string digits;
    long exponent = 0;
};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Takes the leading digits off a text.
std::string_view take_digits(std::string_view& text) noexcept {
    const auto length = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    const std::string_view digits = text.substr(0, length);
    text.remove_prefix(length);
    return digits;
}

bool take(std::string_view& text, char wanted) noexcept {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

/// Reads what follows the `e`; none when it is not a whole number within the limit.
std::optional<long> read_exponent(std::string_view text, int limit) noexcept {
    const bool negative = take(text, '-');
    if (!negative) take(text, '+');
    const std::string_view digits = take_digits(text);
    if (digits.empty() || !text.empty()) return std::nullopt;
    long exponent = 0;
    for (const char digit : digits) {
        exponent = exponent * 10 + (digit - '0');
        if (exponent > limit) return std::nullopt;
    }
    return negative ? -exponent : exponent;
}

BigInt big_from_digits(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));  // Boost takes a leading 0 for octal
    return digits.empty() ? BigInt(0) : BigInt(std::string(digits));
}

std::int64_t small_from_digits(std::string_view digits) noexcept {
    std::int64_t value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

constexpr std::size_t small_digits = 18;

std::optional<Number> fraction_value(bool negative, std::string_view numerator, std::string_view denominator) {
    if (numerator.empty() || denominator.empty() || denominator.find_first_not_of('0') == std::string_view::npos) return std::nullopt;
    if (numerator.size() <= small_digits && denominator.size() <= small_digits) {
        const std::int64_t whole = small_from_digits(numerator);
        return Number(negative ? -whole : whole, small_from_digits(denominator));
    }
    const BigInt whole = big_from_digits(numerator);
    return detail::to_number(negative ? BigInt(-whole) : whole, big_from_digits(denominator));
}

Number decimal_value(const Literal& literal) {
    const auto shift = static_cast<std::size_t>(std::abs(literal.exponent));
    const bool small = literal.digits.size() + (literal.exponent > 0 ? shift : 0) <= small_digits && shift <= small_digits;
    if (small) {
        const std::int64_t digits = small_from_digits(literal.digits);
        const std::int64_t value = literal.negative ? -digits : digits;
        return literal.exponent < 0 ? Number(value, detail::powers_of_ten[shift]) : Number(value * detail::powers_of_ten[shift]);
    }
    BigInt value = big_from_digits(literal.digits);
    if (literal.negative) value = -value;
    if (literal.exponent < 0) return detail::to_decimal(std::move(value), static_cast<unsigned>(shift));
    return detail::NumberParts::reduced(value * detail::big_power_of_ten(static_cast<unsigned>(shift)), 1);
}

std::string with_point(bool negative, std::string whole_digits, std::size_t places) {
    if (places > 0) {
        if (whole_digits.size() <= places) whole_digits.insert(0, places + 1 - whole_digits.size(), '0');
        whole_digits.insert(whole_digits.size() - places, 1, '.');
    }
    return negative ? "-" + whole_digits : whole_digits;
}

constexpr unsigned most_places = 400;

/// The fewest decimal places that print 1 / denominator exactly; none when there is no such number up to most_places.
template <class Integer>
std::optional<unsigned> decimal_places(Integer denominator) {
    unsigned twos = 0;
    unsigned fives = 0;
    for (; denominator % 2 == 0 && twos <= most_places; ++twos) denominator /= 2;
    if (twos > most_places) return std::nullopt;
    for (; denominator % 5 == 0 && fives <= most_places; ++fives) denominator /= 5;
    if (denominator != 1 || fives > most_places) return std::nullopt;
    return std::max(twos, fives);
}

std::string big_text(const BigRational& number) {
    const bool negative = number.numerator < 0;
    const std::optional<unsigned> places = decimal_places(number.denominator);
    if (!places) return number.numerator.str() + "/" + number.denominator.str();
    const BigInt scaled = abs(number.numerator) * (detail::big_power_of_ten(*places) / number.denominator);
    return with_point(negative, scaled.str(), *places);
}

/// @return numerator / denominator · 2^-exponent, rounded to the nearest whole number, ties to even
BigInt scaled_quotient(BigInt numerator, BigInt denominator, long exponent) {
    if (exponent > 0) denominator <<= static_cast<unsigned>(exponent);
    if (exponent < 0) numerator <<= static_cast<unsigned>(-exponent);
    BigInt quotient;
    BigInt rest;
    divide_qr(numerator, denominator, quotient, rest);
    const int half = BigInt(rest * 2).compare(denominator);
    if (half > 0 || (half == 0 && bit_test(quotient, 0))) ++quotient;
    return quotient;
}

/// The nearest double of a positive fraction.
double nearest_double(const BigInt& numerator, const BigInt& denominator) {
    long exponent = static_cast<long>(msb(numerator)) - static_cast<long>(msb(denominator));
    if (exponent > 1025) return std::numeric_limits<double>::infinity();
    if (exponent < -1077) return 0;
    const bool below_power = exponent >= 0 ? numerator < BigInt(denominator << static_cast<unsigned>(exponent))
                                           : BigInt(numerator << static_cast<unsigned>(-exponent)) < denominator;
    if (below_power) --exponent;
    const long last_place = std::max(exponent - 52, -1074L);  // 53 bits, fewer where doubles are subnormal
    return std::ldexp(static_cast<double>(scaled_quotient(numerator, denominator, last_place)), static_cast<int>(last_place));
}

}  // namespace

std::optional<Number> parse_number(std::string_view text, NumberLimits limits) {
    Literal literal;
    literal.negative = take(text, '-');
    const std::string_view whole = take_digits(text);
    const auto most_digits = static_cast<std::size_t>(std::max(limits.digits, 0));
    if (take(text, '/')) {
        const std::string_view denominator = take_digits(text);
        if (!text.empty() || whole.size() + denominator.size() > most_digits) return std::nullopt;
        return fraction_value(literal.negative, whole, denominator);
    }
    std::string_view decimals;
    if (take(text, '.')) {
        decimals = take_digits(text);
        if (decimals.empty()) return std::nullopt;
    }
    if (whole.size() + decimals.size() == 0 || whole.size() + decimals.size() > most_digits) return std::nullopt;
    if (!text.empty()) {
        if (!take(text, 'e') && !take(text, 'E')) return std::nullopt;
        const std::optional<long> exponent = read_exponent(text, limits.exponent);
        if (!exponent) return std::nullopt;
        literal.exponent = *exponent;
    }
    literal.digits.append(whole).append(decimals);
    literal.exponent -= static_cast<long>(decimals.size());
    return decimal_value(literal);
}

std::optional<Number> number_from_double(double value) {
    if (!std::isfinite(value)) return std::nullopt;
    std::array<char, 32> buffer{};
    char* const last = buffer.data() + buffer.size();
    // Without an exponent, a large double would be given with all its digits, more than the shortest ones.
    const std::to_chars_result end = std::to_chars(buffer.data(), last, value, std::chars_format::scientific);
    return parse_number(std::string_view(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())));
}

std::string Number::text() const {
    if (!is_small()) return big_text(detail::NumberParts::big(*this));
    const std::optional<unsigned> places = denominator_ == 1 ? 0 : decimal_places(denominator_);
    if (!places) return std::to_string(numerator_) + "/" + std::to_string(denominator_);
    if (*places >= detail::powers_of_ten.size()) return big_text(detail::to_big(*this));
    const std::int64_t factor = detail::powers_of_ten[*places] / denominator_;
    const auto scaled = static_cast<detail::UnsignedWide>(detail::magnitude(numerator_)) * static_cast<std::uint64_t>(factor);
    const auto unit = static_cast<detail::UnsignedWide>(detail::powers_of_ten[*places]);
    std::string result = std::to_string(static_cast<std::uint64_t>(scaled / unit));
    if (*places > 0) {
        const std::string decimals = std::to_string(static_cast<std::uint64_t>(scaled % unit));
        result.append(1, '.').append(*places - decimals.size(), '0').append(decimals);
    }
    return numerator_ < 0 ? "-" + result : result;
}

double Number::approximate() const {
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    if (is_small() && numerator_ >= -exact && numerator_ <= exact && denominator_ <= exact) {
        return static_cast<double>(numerator_) / static_cast<double>(denominator_);
    }
    const BigRational big = detail::to_big(*this);
    const double size = nearest_double(abs(big.numerator), big.denominator);
    return big.numerator < 0 ? -size : size;
}

}  // namespace biaochi
