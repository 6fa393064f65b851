/// @file
/// Numbers as bytes that sort as they do: the continued fraction, quotient by quotient.
///
/// A number is a0 + 1/(a1 + 1/(a2 + …)), with whole quotients that Euclid's algorithm gives, the last of them at least 2, so that no
/// other list of quotients is the same number. It grows with a0, a2, … and falls with a1, a3, …; where the list ends, the next quotient
/// is as good as infinite. So the codes of the quotients stand one after the other, those at odd places inverted, and then infinity.
/// No code is the beginning of another, hence two keys first differ inside the codes of the same quotient.

#include <cstdint>
#include <iterator>

#include "biaochi/batch/ranks.hpp"
#include "core/big_rational.hpp"

namespace biaochi {
namespace {

using detail::BigInt;

// The first byte of a code. Quotients stand for themselves; a0 is moved up, since below zero all its bits are inverted.
constexpr std::uint64_t long_code = 0xF0;  ///< and the number of bytes that follow, less one
constexpr std::uint64_t huge_code = 0xFE;  ///< eight bytes tell the number of bytes that follow
constexpr char infinity = '\xFF';
constexpr std::size_t most_bytes_of_long = huge_code - long_code;
constexpr std::uint64_t zero_of_whole = 0x80;

void append_big_endian(std::string& key, std::uint64_t value, std::size_t bytes) {
    while (bytes-- > 0) key.push_back(static_cast<char>((value >> (8 * bytes)) & 0xFFU));
}

std::size_t bytes_of(std::uint64_t value) {
    std::size_t bytes = 1;
    while ((value >>= 8U) != 0) ++bytes;
    return bytes;
}

/// @param base  the first byte of the code of zero
void append(std::string& key, std::uint64_t quotient, std::uint64_t base) {
    if (quotient < long_code - base) {
        key.push_back(static_cast<char>(base + quotient));
        return;
    }
    const std::size_t bytes = bytes_of(quotient);
    key.push_back(static_cast<char>(long_code + bytes - 1));
    append_big_endian(key, quotient, bytes);
}

void append(std::string& key, const BigInt& quotient, std::uint64_t base) {
    if (quotient <= UINT64_MAX) {
        append(key, static_cast<std::uint64_t>(quotient), base);
        return;
    }
    std::string digits;
    export_bits(quotient, std::back_inserter(digits), 8);
    if (digits.size() <= most_bytes_of_long) {
        key.push_back(static_cast<char>(long_code + digits.size() - 1));
    } else {
        key.push_back(static_cast<char>(huge_code));
        append_big_endian(key, digits.size(), sizeof(std::uint64_t));
    }
    key += digits;
}

void invert(std::string& key, std::size_t from) {
    for (; from < key.size(); ++from) key[from] = static_cast<char>(~key[from]);
}

/// The quotients a1, a2, … of remainder / divisor, less than one, and the end.
template <class Whole>
void append_quotients(std::string& key, Whole divisor, Whole remainder) {
    bool odd = true;
    for (; remainder != 0; odd = !odd) {
        const std::size_t start = key.size();
        append(key, Whole(divisor / remainder), 0);
        if (odd) invert(key, start);
        const Whole next = divisor % remainder;
        divisor = remainder;
        remainder = next;
    }
    key.push_back(odd ? static_cast<char>(~infinity) : infinity);
}

/// @param whole  a0, or below zero what is left of it when its bits are inverted: -1 - a0
template <class Whole>
void append_whole(std::string& key, const Whole& whole, bool negative) {
    append(key, whole, zero_of_whole);
    if (negative) invert(key, 0);
}

void append_small(std::string& key, std::int64_t numerator, std::int64_t denominator) {
    std::int64_t whole = numerator / denominator;
    std::int64_t rest = numerator % denominator;
    if (rest < 0) {
        rest += denominator;
        --whole;
    }
    append_whole(key, static_cast<std::uint64_t>(whole < 0 ? ~whole : whole), whole < 0);
    append_quotients(key, static_cast<std::uint64_t>(denominator), static_cast<std::uint64_t>(rest));
}

void append_big(std::string& key, const detail::BigRational& value) {
    BigInt whole = value.numerator / value.denominator;
    BigInt rest = value.numerator % value.denominator;
    if (rest < 0) {
        rest += value.denominator;
        --whole;
    }
    append_whole(key, whole < 0 ? BigInt(-1 - whole) : whole, whole < 0);
    append_quotients(key, value.denominator, rest);
}

}  // namespace

std::string sort_key(const Number& value) {
    std::string key;
    if (value.is_small()) {
        append_small(key, value.small_numerator(), value.small_denominator());
    } else {
        append_big(key, detail::to_big(value));
    }
    return key;
}

}  // namespace biaochi
