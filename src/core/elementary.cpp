/// @file
/// Correctly rounded logarithm, exponential and roots: approximated ever finer until both ends of the error round alike.

#include "biaochi/core/elementary.hpp"

#include <algorithm>
#include <vector>

#include "biaochi/core/error.hpp"
#include "core/fixed_point.hpp"
#include "core/rounding_step.hpp"

namespace biaochi {

namespace {

using detail::Approximation;
using detail::BigInt;
using detail::BigRational;

/// The root of the given degree of x1^e1 · x2^e2 · …
struct RootedProduct {
    struct Factor {
        BigRational base;
        unsigned exponent;
    };
    std::vector<Factor> factors;
    unsigned degree;
};

constexpr unsigned most_degree = 10000;
constexpr unsigned most_multiplied_out = 16;
constexpr unsigned guard_bits = 64;

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorCode::out_of_range, message); }

/// Binary places that hold decimal ones, with room for errors.
unsigned bits_for(int places) { return guard_bits + static_cast<unsigned>(places) * 10 / 3 + 1; }

/// value · 2^exponent · factor, as a fraction.
BigRational scaled(const BigInt& value, long exponent, const BigInt& factor) {
    if (exponent >= 0) return {BigInt(value * factor) << static_cast<unsigned>(exponent), 1};
    return {value * factor, BigInt(1) << static_cast<unsigned>(-exponent)};
}

/// Rounds approximation · 2^exponent; none when not all numbers within its error round alike.
std::optional<Number> settle(const Approximation& approximation, long exponent, Rounding rule) {
    const BigInt unit = detail::big_power_of_ten(static_cast<unsigned>(rule.places));
    const BigRational low = scaled(approximation.value - approximation.error, exponent, unit);
    const BigRational high = scaled(approximation.value + approximation.error, exponent, unit);
    const BigInt units = detail::rounded_quotient(low.numerator, low.denominator, rule.mode);
    if (units != detail::rounded_quotient(high.numerator, high.denominator, rule.mode)) return std::nullopt;
    return detail::in_places(units, rule.places);
}

/// ln of the rooted product.
Approximation logarithm(const RootedProduct& product, unsigned bits) {
    Approximation sum{0, 0};
    for (const RootedProduct::Factor& factor : product.factors) {
        const Approximation ln = detail::fixed_ln(factor.base.numerator, factor.base.denominator, bits);
        sum.value += ln.value * factor.exponent;
        sum.error += ln.error * factor.exponent;
    }
    return {sum.value / product.degree, sum.error / product.degree + 2};
}

/// Makes one factor of all, since one logarithm of a longer fraction is quicker than several.
void multiply_out(RootedProduct& product) {
    RootedProduct::Factor all{{1, 1}, 1};
    for (const RootedProduct::Factor& factor : product.factors) {
        all.base.numerator *= pow(factor.base.numerator, factor.exponent);
        all.base.denominator *= pow(factor.base.denominator, factor.exponent);
    }
    product.factors = {std::move(all)};
}

/// Whether the rooted product is a number exactly; compares powers of whole numbers.
bool equals(const RootedProduct& product, const BigRational& candidate) {
    BigInt left = pow(candidate.denominator, product.degree);
    BigInt right = pow(candidate.numerator, product.degree);
    for (const RootedProduct::Factor& factor : product.factors) {
        left *= pow(factor.base.numerator, factor.exponent);
        right *= pow(factor.base.denominator, factor.exponent);
    }
    return left == right;
}

/// The greatest multiple of half a unit of the last place that is not above the approximation: where, if anywhere, the modes change
/// their minds.
Number boundary_below(const Approximation& approximation, long exponent, int places) {
    const BigInt half_units = 2 * detail::big_power_of_ten(static_cast<unsigned>(places));
    const BigRational high = scaled(approximation.value + approximation.error, exponent, half_units);
    return detail::to_number(high.numerator / high.denominator, half_units);
}

Number settle(const RootedProduct& product, Rounding rule) {
    unsigned bits = bits_for(rule.places);
    for (const RootedProduct::Factor& factor : product.factors) {
        const unsigned above = static_cast<unsigned>(msb(factor.base.numerator));
        const unsigned below = static_cast<unsigned>(msb(factor.base.denominator));
        const unsigned share = std::max(1U, product.degree / factor.exponent);
        if (above > below) bits = std::max(bits, bits_for(rule.places) + (above - below) / share);
    }
    for (;; bits *= 2) {
        const auto [mantissa, power_of_two] = detail::fixed_exp(logarithm(product, bits), bits);
        const long exponent = power_of_two - static_cast<long>(bits);
        if (std::optional<Number> settled = settle(mantissa, exponent, rule)) return *settled;
        const Number boundary = boundary_below(mantissa, exponent, rule.places);
        if (equals(product, detail::to_big(boundary))) return round(boundary, rule);
    }
}

/// The weights as whole numbers in the same proportions, as small as possible.
std::vector<BigInt> whole_weights(std::span<const Number> weights) {
    BigInt denominator = 1;
    for (const Number& weight : weights) denominator = lcm(denominator, detail::to_big(weight).denominator);
    std::vector<BigInt> whole;
    BigInt common = 0;
    for (const Number& weight : weights) {
        const BigRational big = detail::to_big(weight);
        whole.push_back(big.numerator * (denominator / big.denominator));
        common = gcd(common, whole.back());
    }
    for (BigInt& weight : whole) weight /= common;
    return whole;
}

void check_mean(std::span<const Number> values, std::span<const Number> weights) {
    if (values.empty() || values.size() != weights.size()) refuse("a geometric mean needs as many weights as values, at least one");
    if (values.size() > most_degree) refuse("a geometric mean has more than 10000 values");
    for (const Number& value : values) {
        if (value.sign() < 0) refuse("a geometric mean of " + value.text() + "; expected zero or more");
    }
    for (const Number& weight : weights) {
        if (weight.sign() <= 0) refuse("a geometric mean has the weight " + weight.text() + "; expected a positive one");
    }
}

}  // namespace

Number ln(const Number& value, Rounding rule) {
    detail::check_places(rule.places, 0);
    if (value.sign() <= 0) refuse("the logarithm of " + value.text() + "; expected a positive number");
    if (value == Number(1)) return {};
    const BigRational big = detail::to_big(value);
    for (unsigned bits = bits_for(rule.places);; bits *= 2) {  // the logarithm is irrational: it lies on no boundary
        const Approximation result = detail::fixed_ln(big.numerator, big.denominator, bits);
        if (std::optional<Number> settled = settle(result, -static_cast<long>(bits), rule)) return *settled;
    }
}

Number exp(const Number& value, Rounding rule) {
    detail::check_places(rule.places, 0);
    if (value < Number(-1000) || value > Number(1000)) refuse("the exponential of " + value.text() + "; expected -1000 to 1000");
    if (value.sign() == 0) return Number(1);
    const BigRational big = detail::to_big(value);
    const unsigned whole_bits = value.sign() > 0 ? static_cast<unsigned>(BigInt(big.numerator * 3 / (big.denominator * 2))) : 0;
    for (unsigned bits = bits_for(rule.places) + whole_bits;; bits *= 2) {  // the exponential is irrational: it lies on no boundary
        const auto [mantissa, power_of_two] = detail::fixed_exp({(big.numerator << bits) / big.denominator, 1}, bits);
        if (std::optional<Number> settled = settle(mantissa, power_of_two - static_cast<long>(bits), rule)) return *settled;
    }
}

Number root(const Number& value, unsigned degree, Rounding rule) {
    detail::check_places(rule.places, 0);
    if (value.sign() < 0) refuse("a root of " + value.text() + "; expected zero or more");
    if (degree == 0 || degree > most_degree) refuse("a root of degree " + std::to_string(degree) + "; expected 1 to 10000");
    if (value.sign() == 0) return {};
    return settle(RootedProduct{{{detail::to_big(value), 1}}, degree}, rule);
}

Number geometric_mean(std::span<const Number> values, std::span<const Number> weights, Rounding rule) {
    detail::check_places(rule.places, 0);
    check_mean(values, weights);
    const std::vector<BigInt> exponents = whole_weights(weights);
    BigInt degree = 0;
    for (const BigInt& exponent : exponents) degree += exponent;
    if (degree > most_degree) refuse("the weights of a geometric mean add up to " + degree.str() + " parts; expected at most 10000");
    RootedProduct product{{}, static_cast<unsigned>(degree)};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].sign() == 0) return {};
        product.factors.push_back({detail::to_big(values[i]), static_cast<unsigned>(exponents[i])});
    }
    if (degree <= most_multiplied_out) multiply_out(product);
    return settle(product, rule);
}

}  // namespace biaochi
